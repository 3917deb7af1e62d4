"""The main job as its users meet it: one command, real features, the simulator, the report."""

from __future__ import annotations

import re
import socket
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from testdata.scanner import find_unproved
from tests.features.command import ROOT, Ended, run_testa
from tests.features.relay import all_pickles

ON_PAGES = sum("webb" in pickle.channels for pickle in all_pickles())
HEAD = "# language: sv\n@anvandaracceptans @krav:AK-INUT-01\nEgenskap: Prov\n\n"
WHEN_THEN = (
    "    När SÄS skriver in Astrid i SAMSA den 2022-02-07 kl. 08.00\n    Så har Astrid ett pågående ärende i SAMSA\n"
)


CHOSEN = ("--krav", "AK-INK-02", "--krav", "AK-INK-03", "--krav", "AK-INT-01", "--krav", "AK-INUT-09")


@pytest.fixture(scope="module")
def main_job(tmp_path_factory: pytest.TempPathFactory) -> Ended:
    """Scenarios of every test type there is, in both channels, on two workers.

    All of them in both channels is the main job itself, which CI runs after the tests.
    """
    return run_testa(tmp_path_factory.mktemp("ut") / "ut", "--fro", "7", "-n", "2", *CHOSEN)


def test_what_was_chosen_is_green_and_the_account_balances(main_job: Ended) -> None:
    account = main_job.summary["konto"]

    assert main_job.code == 0, main_job.text
    assert {row["orsak"].partition(":")[0] for row in account["skillnader"]} == {"bortvald"}
    assert account["skrivna"] == account["kompilerade"] >= 45
    assert account["planerade"] == account["insamlade"] == account["skrivna"] + ON_PAGES
    assert account["korda"] == account["rapporterade"] == account["planerade"] - len(account["skillnader"])
    channels = main_job.summary["kanaler"]
    assert (set(channels["api"]), set(channels["webb"])) == ({"godkand"}, {"godkand"})
    over_the_api_alone = [p for p in all_pickles() if p.krav & set(CHOSEN[1::2]) and p.channels == ("api",)]
    assert channels["api"]["godkand"] == channels["webb"]["godkand"] + len(over_the_api_alone)
    assert channels["webb"]["godkand"] > 15
    assert {path.parent.name for path in main_job.folder.glob("allure*/index.html")} == {
        "allure",
        "allure-anvandaracceptans",
        "allure-oberoende",
        "allure-teknisk_acceptans",
    }


def unproved_in(folder: Path) -> list[str]:
    """One line, fit to print, for each number without proof in the journals, results, summaries and logs of a run."""
    found = []
    for file in (
        file for file in folder.rglob("*") if file.suffix in {".json", ".jsonl", ".xml", ".txt", ".md", ".csv"}
    ):
        text = file.read_text(encoding="utf-8", errors="replace")
        found += [f"{file.name}:{one.line}: {one.shown}" for one in find_unproved(text, date(2026, 1, 1))]
    return found


def test_nothing_that_a_run_writes_or_prints_has_a_number_without_proof(main_job: Ended) -> None:
    journals = "".join(body.decode() for body in main_job.journals().values())

    assert re.search(r"19[2-4]\d{9}", journals), "there are numbers to judge"
    assert unproved_in(main_job.folder) == []
    assert list(find_unproved(main_job.text, date(2026, 1, 1))) == []


def test_a_number_without_proof_in_a_report_is_found(tmp_path: Path) -> None:
    (tmp_path / "journaler").mkdir()
    # Nobody's: the birth date lies far ahead. In two parts, or the scanner of the repository finds it here.
    (tmp_path / "journaler" / "varld.jsonl").write_text('{"id":"' + "20990101" + '2386"}\n', encoding="utf-8")

    assert unproved_in(tmp_path) == ["varld.jsonl:1: 20990101****"]


@pytest.mark.parametrize("chosen", [("--kanal", "api", *CHOSEN), ("--kanal", "webb", "--krav", "AK-INUT-09")])
def test_the_same_seed_gives_the_same_journals_also_on_one_worker(
    main_job: Ended, chosen: tuple[str, ...], tmp_path: Path
) -> None:
    again = run_testa(tmp_path / "ut", "--fro", "7", "-n", "1", *chosen)

    assert again.code == 0, again.text
    assert again.journals()
    assert again.journals().items() <= main_job.journals().items()
    assert len(main_job.journals()) == main_job.summary["konto"]["korda"]


def test_another_seed_gives_other_people(main_job: Ended, tmp_path: Path) -> None:
    again = run_testa(tmp_path / "ut", "--fro", "8", "--krav", "AK-INT-01", "--kanal", "api")

    ours = {name: body for name, body in main_job.journals().items() if name in again.journals()}
    assert ours
    assert all(again.journals()[name] != body for name, body in ours.items())


def test_a_simulator_killed_in_the_middle_is_a_miljofel_and_never_green(tmp_path: Path) -> None:
    ended = run_testa(tmp_path / "ut", "--kanal", "api", PYTEST_ADDOPTS="-p tests.features.killer")

    outcomes = ended.summary["utfall"]
    assert ended.code == 3, ended.text
    assert outcomes["underkand"] == 0
    assert outcomes["trasig"] > 0
    assert outcomes["godkand"] <= 10
    assert sum(outcomes.values()) == ended.summary["konto"]["planerade"]
    assert outcomes["bortvald"] == sum(1 for row in ended.summary["konto"]["skillnader"] if row["kanal"] == "webb")
    assert "Miljöfel" in ended.text
    assert "svarar inte" in ended.text


def test_a_port_that_is_taken_stops_every_scenario_with_the_same_advice(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])

        ended = run_testa(tmp_path / "ut", "--krav", "AK-INT-01", "--kanal", "api", PROVTRYCK_PORT=port)

    assert ended.code == 3, ended.text
    assert {row["utfall"] for row in ended.rows} == {"trasig"}
    assert f"port {port}" in ended.text
    assert "PROVTRYCK_PORT" in ended.text


BAD = {
    "no time": (
        "    Givet patienten Astrid från Borås\n    När SÄS avslutar ärendet för Astrid\n"
        "    Så har Astrid inget pågående ärende i SAMSA\n",
        "Astrid är inte inskriven än.",
    ),
    "time that goes back": (
        f"    Givet patienten Astrid från Borås\n    Och att klockan är 08.00 den 2022-03-01\n{WHEN_THEN}",
        "Tiden kan inte gå bakåt",
    ),
}


def test_what_a_testledare_can_write_wrong_is_said_in_swedish_with_place_and_remedy(tmp_path: Path) -> None:
    feature = tmp_path / "fel.feature"
    feature.write_text(HEAD + "\n".join(f"  Scenario: {name}\n{steps}" for name, (steps, _) in BAD.items()))

    ended = run_testa(tmp_path / "ut", str(feature))

    assert ended.code == 2, ended.text
    said = {row["namn"]: row["fel"] for row in ended.rows}
    for name, (_, words) in BAD.items():
        parts = said[name]["parts"]
        assert said[name]["kind"] == "Specifikationsfel", said[name]
        assert words in " ".join(parts.values()), parts
        assert "fel.feature:" in parts["Var"]
        assert parts["Krav"] == "AK-INUT-01"
        assert parts["Nästa steg"] != "–"


GIVEN = "    Givet patienten Astrid från Borås\n"
REFUSED = {
    "step that does not exist": (
        GIVEN.replace("från", "ifrån") + WHEN_THEN,
        "Steget »Givet patienten Astrid ifrån Borås« finns inte.",
        "Menade du »Givet patienten Astrid från Borås«",
    ),
    "kommun that does not exist": (
        GIVEN.replace("Borås", "Boras") + WHEN_THEN,
        "Kommunen 'Boras' finns inte. Menade du Borås?",
        "Skriv Borås",
    ),
    "unit that does not exist": (
        GIVEN + WHEN_THEN.replace("SÄS", "SÅS"),
        "Enheten 'SÅS' finns inte. Menade du SÄS?",
        "Skriv SÄS",
    ),
    "alias never introduced": (
        GIVEN + WHEN_THEN.replace("Astrid", "Astird", 1),
        "Scenariot nämner Astird men har aldrig infört patienten. Menade du Astrid?",
        "Rätta namnet, eller lägg till »Givet patienten Astird från …«",
    ),
    "date that does not exist": (
        GIVEN + WHEN_THEN.replace("2022-02-07", "2022-02-30"),
        "Datumet 2022-02-30 finns inte.",
        "Har månaden så många dagar?",
    ),
    "system that does not exist": (
        GIVEN + WHEN_THEN.replace("i SAMSA den", "i Samsa den"),
        "Systemet »Samsa« finns inte. Menade du SAMSA?",
        "Välj ett av orden ovan",
    ),
}


@pytest.mark.parametrize("what", REFUSED)
def test_what_the_text_alone_shows_to_be_wrong_stops_the_run_before_it_starts(what: str, tmp_path: Path) -> None:
    steps, sentence, remedy = REFUSED[what]
    feature = tmp_path / "fel.feature"
    feature.write_text(HEAD + f"  Scenario: Ett\n{steps}")

    ended = run_testa(tmp_path / "ut", str(feature))

    said = " ".join(ended.text.split())
    assert ended.code == 2
    assert sentence in said
    assert remedy in said
    assert "fel.feature:" in said
    assert not (tmp_path / "ut" / "sammanfattning.json").exists()


def test_a_new_feature_with_sentences_that_exist_runs_without_python(tmp_path: Path) -> None:
    feature = tmp_path / "egen.feature"
    feature.write_text(HEAD + f"  Scenario: Mitt eget\n    Givet patienten Astrid från Borås\n{WHEN_THEN}")

    ended = run_testa(tmp_path / "ut", f"{feature}:5")

    assert ended.code == 0, ended.text
    assert [row["utfall"] for row in ended.rows] == ["godkand"]


def test_a_scenario_that_is_only_specified_is_counted_as_that(tmp_path: Path) -> None:
    feature = tmp_path / "egen.feature"
    tags = "  @specificerad @kanal:api @kanal:webb\n"
    feature.write_text(
        HEAD + tags + "  Scenario: Ej byggt\n    Givet något nytt\n    När det händer\n    Så syns det\n"
    )

    ended = run_testa(tmp_path / "ut", str(feature))

    assert [(row["kanal"], row["utfall"]) for row in ended.rows] == [("api", "ej_byggd"), ("webb", "ej_byggd")]
    assert ended.summary["kanaler"] == {"api": {"ej_byggd": 1}, "webb": {"ej_byggd": 1}}
    reasons = [(row["kanal"], row["vid"], row["orsak"]) for row in ended.summary["konto"]["skillnader"]]
    assert reasons == [(channel, "korda", "ej byggd (@specificerad)") for channel in ("api", "webb")]
    assert ended.code == 4, "nothing was proven"
    assert "Ingenting är bevisat: 2 ej byggd, och inget blev grönt eller rött." in ended.text
    assert "Kontot stämmer:" in ended.text


def test_what_is_only_specified_leaves_the_rest_green(tmp_path: Path) -> None:
    feature = tmp_path / "egen.feature"
    feature.write_text(
        HEAD + "  @specificerad\n  Scenario: Ej byggt\n    Givet något nytt\n    När det händer\n    Så syns det\n\n"
        f"  Scenario: Byggt\n{GIVEN}{WHEN_THEN}"
    )

    ended = run_testa(tmp_path / "ut", str(feature))

    assert ended.code == 0, ended.text
    assert [row["utfall"] for row in ended.rows] == ["ej_byggd", "godkand"]


def first_line(failure: ET.Element) -> str:
    """The sentence of a fault; a plain run puts its module in front."""
    return str(failure.get("message", "")).splitlines()[0].removeprefix("provtryck.")


@pytest.mark.parametrize("defect", ["", "samsa-frist-25h"])
def test_a_stock_run_of_pytest_bdd_gives_the_same_verdicts(defect: str, tmp_path: Path) -> None:
    stock = tmp_path / "test_stock.py"
    stock.write_text(f"from pytest_bdd import scenarios\n\nscenarios({str(ROOT / 'features')!r})\n")
    switched_on = [f"--provtryck-defekt={defect}"] if defect else []

    def failures(*arguments: str) -> tuple[int, Counter[str]]:
        junit = tmp_path / "junit.xml"
        common = ["-q", "-p", "conftest", "-p", "no:cacheprovider", f"--rootdir={ROOT}", f"--junitxml={junit}"]
        # Stock pytest-bdd knows no channels: it runs every scenario once, over the API.
        api = "--provtryck-kanal=api"
        command = [sys.executable, "-m", "pytest", "-c", str(ROOT / "pyproject.toml"), *common, api, *switched_on]
        subprocess.run([*command, *arguments], cwd=ROOT, check=False)
        cases = list(ET.parse(junit).getroot().iter("testcase"))  # noqa: S314 (our own file)
        faults = [case.find("failure") for case in cases]
        return len(cases), Counter(first_line(f) for f in faults if f is not None)

    ours, theirs = failures("features"), failures(str(stock))

    assert ours == theirs
    assert bool(ours[1]) is bool(defect)
