"""``testa`` from words to exit code, with the product's own collector and simulator."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from harness.cli.root import FEATURES
from testdata.faults import Miljofel
from testdata.scenario import TEST_TYPES

Run = Callable[..., tuple[int, str]]


@pytest.fixture
def feature(tmp_path: Path) -> Path:
    """One of the product's own features, over the API only, alone in a folder elsewhere."""
    folder = tmp_path / "features" / "systemval"
    folder.mkdir(parents=True)
    source = min((FEATURES / "systemval").glob("*.feature"))
    copy = folder / source.name
    copy.write_text(source.read_text("utf-8").replace(" @kanal:webb", ""), encoding="utf-8")
    return copy


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "ut"


def account(out: Path) -> dict[str, Any]:
    konto: dict[str, Any] = json.loads((out / "sammanfattning.json").read_text("utf-8"))["konto"]
    return konto


def test_a_green_run(run: Run, feature: Path, out: Path, pages: list[Path], tmp_path: Path) -> None:
    code, text = run("testa", str(feature), "--ut", str(out), "--json", str(tmp_path / "kopia.json"), "--fro", "7")

    summary = json.loads((out / "sammanfattning.json").read_text("utf-8"))
    assert code == 0, text
    assert summary["konto"]["skrivna"] == summary["konto"]["rapporterade"] == summary["utfall"]["godkand"] > 1
    assert summary["konto"]["skillnader"] == []
    assert summary["fro"] == 7
    assert "Kontot stämmer:" in text
    own = {shown: out / f"allure-{name}" for name, shown in TEST_TYPES.items() if name in summary["per_testtyp"]}
    assert own
    assert text.splitlines()[-1 - len(own) :] == [
        f"Rapport: {out / 'allure' / 'index.html'}",
        *(f"  {shown}: {folder / 'index.html'}" for shown, folder in own.items()),
    ]
    assert pages == [out / "allure", *own.values()]
    assert "prövades i den här körningen." in (out / "allure" / "krav.html").read_text("utf-8")
    for shown, folder in own.items():
        assert f"prövades i den här körningens {shown.lower()}." in (folder / "krav.html").read_text("utf-8")
    assert (tmp_path / "kopia.json").read_text("utf-8") == (out / "sammanfattning.json").read_text("utf-8")
    assert {path.name for path in out.iterdir()} >= {"junit.xml", "pytest.log", "rader.jsonl", "journaler"}


def test_many_workers_give_the_same_account(run: Run, feature: Path, out: Path, tmp_path: Path) -> None:
    run("testa", str(feature), "--ut", str(out))
    code, text = run("testa", str(feature), "--ut", str(tmp_path / "spridd"), "-n", "2")

    assert code == 0, text
    assert account(tmp_path / "spridd") == account(out)


def test_one_line_runs_one_scenario_and_says_what_it_left_out(run: Run, feature: Path, out: Path) -> None:
    run("testa", str(feature), "--ut", str(out))
    place = json.loads((out / "rader.jsonl").read_text("utf-8").splitlines()[-1])["plats"]
    code, _ = run("testa", place, "--ut", str(out))

    konto = account(out)
    assert code == 0
    assert konto["insamlade"] == konto["rapporterade"] == 1
    assert {row["orsak"] for row in konto["skillnader"]} == {"ej i vald väg"}
    assert len(konto["skillnader"]) == konto["planerade"] - 1


def test_nothing_chosen_is_no_green_run(run: Run, feature: Path, out: Path, pages: list[Path]) -> None:
    code, text = run("testa", str(feature), "--ut", str(out), "--tagg", "anvandaracceptans och oberoende")

    assert code == 4
    assert "Inget scenario stämmer med det som valdes" in text
    assert "Kontot stämmer:" in text
    assert pages == []


def test_hygiene_stops_the_run_before_it_starts(run: Run, feature: Path, out: Path) -> None:
    with feature.open("a", encoding="utf-8") as file:
        file.write("\n  Scenario: Ett steg som ingen har skrivit\n    Givet att månen är en ost\n")

    code, text = run("testa", str(feature), "--ut", str(out))

    assert code == 2
    assert "månen är en ost" in text
    assert "ingenting har körts" in text
    assert not out.exists()


def test_a_refused_run_leaves_no_report_of_an_earlier_one_but_what_was_red(
    run: Run, feature: Path, out: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "kopia.json"
    words = ("testa", str(feature), "--ut", str(out), "--json", str(copy))
    code, text = run(*words)
    assert code == 0, text
    assert copy.exists()
    code, text = run(*words, "--tagg", "finnsinte")
    assert code == 64, text
    assert copy.exists()
    with feature.open("a", encoding="utf-8") as file:
        file.write("\n  Scenario: Ett steg som ingen har skrivit\n    Givet att månen är en ost\n")

    code, text = run(*words)

    assert code == 2
    assert "Rapporten från förra körningen är borttagen" in text
    assert not copy.exists()
    left = {path.name for path in out.iterdir()}
    assert not left & {"sammanfattning.json", "junit.xml", "pytest.log", "allure", "allure-results", "journaler"}
    assert {"rader.jsonl", "insamlade.jsonl"} <= left

    copy.write_text("[]", encoding="utf-8")
    _, text = run(*words)
    assert "är borttagen" not in text
    assert copy.exists()


def test_testa_counts_a_file_that_nothing_collects_as_granska_does(run: Run, feature: Path, out: Path) -> None:
    stray = feature.parents[1] / "tom mapp" / "glömd.Feature"
    stray.parent.mkdir()
    stray.write_text(feature.read_text("utf-8"), encoding="utf-8")

    code, text = run("testa", str(feature.parents[1]), "--ut", str(out))
    asked, said = run("granska", str(feature.parents[1]))

    assert (code, asked) == (0, 0)
    assert "1 anmärkning: provtryck granska visar den." in text
    assert "glömd.Feature körs aldrig" in said


def test_a_page_that_cannot_be_drawn_is_an_environment_fault(
    run: Run, feature: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise Miljofel("Rapporten gick inte att bygga.", expected="a", actual="b", next_step="c")

    monkeypatch.setattr("reports.allure.html.build_html", refuse)
    code, text = run("testa", str(feature), "--ut", str(out))

    assert code == 3
    assert "Miljöfel: Rapporten gick inte att bygga." in text
    assert "Kontot stämmer:" in text


def test_a_folder_that_is_not_ours_is_left_alone(run: Run, feature: Path, tmp_path: Path) -> None:
    code, text = run("testa", str(feature), "--ut", str(tmp_path))

    assert code == 64
    assert "kommer inte från en tidigare körning" in text
    assert feature.exists()


def test_reports_of_an_earlier_run_are_gone(run: Run, feature: Path, out: Path) -> None:
    run("testa", str(feature), "--ut", str(out))
    (out / "allure-prestanda").mkdir()
    (out / "allure-egen").mkdir()
    run("testa", str(feature), "--ut", str(out), "--tagg", "anvandaracceptans och oberoende")

    assert sorted(path.name for path in out.glob("allure*")) == ["allure-egen", "allure-results"]


def test_the_last_red_ones_are_run_again(run: Run, feature: Path, out: Path) -> None:
    run("testa", str(feature), "--ut", str(out))
    rows = (out / "rader.jsonl").read_text("utf-8").splitlines()
    red = rows[0].replace('"utfall":"godkand"', '"utfall":"underkand"')
    (out / "rader.jsonl").write_text("\n".join([red, *rows[1:]]), encoding="utf-8")

    code, _ = run("testa", "--senast-roda", "--ut", str(out))

    assert code == 0
    assert [json.loads(line)["plats"] for line in (out / "rader.jsonl").read_text("utf-8").splitlines()] == [
        json.loads(red)["plats"]
    ]


MOVING = """# language: sv
@anvandaracceptans @krav:AK-SYS-01
Egenskap: Det som flyttar sig

  Scenario: Grönt
    Givet patienten Astrid från Borås
    När SÄS skriver in Astrid i SAMSA den 2022-02-07 kl. 08.00
    Så har Astrid ett pågående ärende i SAMSA

  Scenario: Rött
    Givet patienten Astrid från Borås
    När SÄS skriver in Astrid i SAMSA den 2022-02-07 kl. 08.00
    Så har Astrid ett pågående ärende i Samvy
"""
NEW = MOVING[MOVING.index("  Scenario: Grönt") : MOVING.index("  Scenario: Rött")].replace("Grönt", "Nytt")


@pytest.mark.parametrize("change", ["a scenario above", "an id"])
def test_what_was_red_is_found_again_where_it_stands_now(run: Run, tmp_path: Path, out: Path, change: str) -> None:
    file = tmp_path / "flyttar.feature"
    file.write_text(MOVING, encoding="utf-8")
    assert run("testa", str(file), "--ut", str(out))[0] == 1
    if change == "an id":
        assert run("granska", "--ratta", str(file))[0] == 0
    else:
        file.write_text(MOVING.replace("  Scenario: Grönt", f"{NEW}  Scenario: Grönt"), encoding="utf-8")

    code, text = run("testa", "--senast-roda", "--ut", str(out))

    [row] = map(json.loads, (out / "rader.jsonl").read_text("utf-8").splitlines())
    assert code == 1, text
    assert row["namn"] == "Rött"


def test_what_was_red_and_is_gone_is_no_silent_green(run: Run, tmp_path: Path, out: Path) -> None:
    file = tmp_path / "flyttar.feature"
    file.write_text(MOVING, encoding="utf-8")
    run("testa", str(file), "--ut", str(out))
    file.write_text(MOVING.replace("Rött", "Omdöpt"), encoding="utf-8")

    code, text = run("testa", "--senast-roda", "--ut", str(out))

    assert code == 64
    assert "Det här var rött i förra körningen men finns inte längre" in text
    assert "Rött" in text


@pytest.fixture
def both(tmp_path: Path) -> Path:
    """One scenario that runs in both channels."""
    file = tmp_path / "features" / "eget" / "bada.feature"
    file.parent.mkdir(parents=True)
    file.write_text(BOTH, encoding="utf-8")
    return file


BOTH = """# language: sv
@anvandaracceptans @krav:AK-SYS-01 @kanal:api @kanal:webb
Egenskap: Två kanaler

  Scenario: Ett ärende
    Givet patienten Astrid från Borås
    När SÄS skriver in Astrid i SAMSA den 2022-02-07 kl. 08.00
    Så har Astrid ett pågående ärende i SAMSA
"""


def test_every_channel_that_the_tags_name_is_run_unless_one_is_chosen(run: Run, both: Path, out: Path) -> None:
    channels = {}
    for words in ((), ("--kanal", "bada"), ("--kanal", "api"), ("--kanal", "webb")):
        code, text = run("testa", str(both), "--ut", str(out), *words)
        assert code == 0, text
        channels[words] = json.loads((out / "sammanfattning.json").read_text("utf-8"))["kanaler"]

    api, webb = {"api": {"godkand": 1}}, {"webb": {"godkand": 1}}
    assert list(channels.values()) == [api | webb, api | webb, api, webb]


def test_only_the_channel_that_was_red_is_run_again(run: Run, both: Path, out: Path) -> None:
    code, text = run("testa", str(both), "--ut", str(out), "--defekt", "samsa-sida-visar-arendet-for-sent")
    assert code == 1, text

    code, _ = run("testa", "--senast-roda", "--ut", str(out))

    assert code == 0
    assert json.loads((out / "sammanfattning.json").read_text("utf-8"))["kanaler"] == {"webb": {"godkand": 1}}
    assert {row["orsak"] for row in account(out)["skillnader"]} == {"bortvald: var inte rött i förra körningen"}


def test_without_a_browser_the_pages_cannot_be_tried_and_the_run_is_no_green_run(
    run: Run, both: Path, out: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTEST_PLUGINS", "nobrowser")
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parent))

    code, text = run("testa", str(both), "--ut", str(out))

    rows = {row["kanal"]: row for row in map(json.loads, (out / "rader.jsonl").read_text("utf-8").splitlines())}
    assert code == 4, text
    assert (rows["api"]["utfall"], rows["webb"]["utfall"], rows["webb"]["orsak"]) == (
        "godkand",
        "ej_korbar",
        "webblasare_saknas",
    )
    assert "Kontot stämmer:" in text
    assert "webbläsare saknas" in text
    code, text = run("testa", str(both), "--ut", str(out), "--kanal", "api")
    assert code == 0, text


def test_a_browser_that_does_not_start_is_an_environment_fault(
    run: Run, both: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PROVTRYCK_WEBBLASARE", "/finns/inte")

    code, text = run("testa", str(both), "--ut", str(out))

    assert code == 3, text
    assert "Miljöfel: Webbläsaren gick inte att starta." in text
    assert json.loads((out / "sammanfattning.json").read_text("utf-8"))["utfall"]["trasig"] == 1


@pytest.mark.skipif(not Path("/proc").exists(), reason="letar upp webbläsaren i /proc")
def test_a_browser_that_dies_is_a_miljofel_for_its_scenario_and_the_next_gets_a_new_one(
    run: Run, both: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTEST_PLUGINS", "browserkiller")
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parent))
    scenario = BOTH[BOTH.index("  Scenario:") :]
    both.write_text(BOTH + "".join(f"\n{scenario.replace('Ett ärende', f'Ärende {n}')}" for n in (2, 3)), "utf-8")

    code, text = run("testa", str(both), "--ut", str(out), "--kanal", "webb")

    rows = [json.loads(line) for line in (out / "rader.jsonl").read_text("utf-8").splitlines()]
    assert code == 3, text
    assert [row["utfall"] for row in rows] == ["godkand", "trasig", "godkand"]
    assert rows[1]["fel"]["kind"] == "Miljöfel"
    assert rows[1]["fel"]["parts"]["Fel"] in ("Webbläsaren slutade svara.", "SAMSA svarar inte.")
    assert "Kontot stämmer:" in text


def test_pictures_of_every_step_on_the_pages_when_they_are_asked_for(run: Run, both: Path, out: Path) -> None:
    run("testa", str(both), "--ut", str(out), "--kanal", "webb")
    assert list((out / "allure-results").glob("*.png")) == []

    run("testa", str(both), "--ut", str(out), "--kanal", "webb", "--skarmbilder")

    [result] = map(json.loads, (file.read_text("utf-8") for file in (out / "allure-results").glob("*-result.json")))
    pictures = {step["name"].split()[0]: [a["name"] for a in step["attachments"]] for step in result["steps"]}
    assert pictures == {
        "Givet": [],
        "När": ["Skärmbild: sjuksköterska på SÄS i SAMSA"],
        "Så": ["Skärmbild: sjuksköterska på SÄS i SAMSA"],
    }


def test_a_red_scenario_on_the_pages_carries_what_everybody_saw(run: Run, both: Path, out: Path) -> None:
    run("testa", str(both), "--ut", str(out), "--kanal", "webb", "--defekt", "samsa-sida-visar-arendet-for-sent")

    [result] = map(json.loads, (file.read_text("utf-8") for file in (out / "allure-results").glob("*-result.json")))
    names = {attachment["name"].partition(":")[0] for attachment in result["attachments"]}
    assert names == {"Skärmbild", "Tillgänglighetsträd", "Spår", "Meddelandebild", "Händelsejournal"}


def test_no_red_ones_is_nothing_to_run(run: Run, out: Path) -> None:
    code, text = run("testa", "--senast-roda", "--ut", str(out))

    assert code == 4
    assert "Inget var rött" in text
