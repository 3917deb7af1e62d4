"""Whatever is lost on the way from text to report is a row of the account with a reason, and never green."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., tuple[int, str]]

SCENARIO = """
  Scenario: {name}
    Givet patienten Astrid från Borås
    När SÄS skriver in Astrid i SAMSA den 2022-02-07 kl. 08.00
    Så har Astrid ett pågående ärende i {system}
"""
NAMES = ("Första", "Andra", "Tredje", "Fjärde", "Femte", "Sjätte")
WAYS = {
    "en": (),
    "två processer": ("-n", "2"),
    "två gånger": ("--repetera", "2"),
    "två gånger, två processer": ("--repetera", "2", "-n", "2"),
}


@pytest.fixture
def feature(tmp_path: Path) -> Path:
    return write(tmp_path)


def write(tmp_path: Path, red: str = "") -> Path:
    file = tmp_path / "features" / "eget" / "x.feature"
    file.parent.mkdir(parents=True, exist_ok=True)
    head = "# language: sv\n@anvandaracceptans @krav:AK-SYS-01\nEgenskap: Förluster\n"
    texts = (SCENARIO.format(name=name, system="Samvy" if name == red else "SAMSA") for name in NAMES)
    file.write_text(head + "".join(texts), encoding="utf-8")
    return file


@pytest.fixture
def sabotage(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    def arrange(deed: str) -> None:
        monkeypatch.setenv("SABOTAGE", deed)
        monkeypatch.setenv("PYTEST_PLUGINS", "sabotage")
        monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parent))

    return arrange


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "ut"


def summary_of(out: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((out / "sammanfattning.json").read_text("utf-8"))
    return found


def reasons(out: Path) -> Counter[tuple[str, str]]:
    return Counter((row["vid"], row["orsak"]) for row in summary_of(out)["konto"]["skillnader"])


def finished(out: Path) -> dict[tuple[str, int], dict[str, Any]]:
    """The finished rows by name and repetition."""
    lines = (out / "rader.jsonl").read_text("utf-8").splitlines() if (out / "rader.jsonl").exists() else []
    return {(row["namn"], row.get("omgang", 1)): row for row in map(json.loads, lines)}


def accounted_for(out: Path) -> int:
    """Every planned run: it has a row, or a difference that says why not."""
    account = summary_of(out)["konto"]
    lost = {(d["var"], d.get("omgang", 1)) for d in account["skillnader"]}
    have = {(row["plats"], row.get("omgang", 1)) for row in finished(out).values()}
    return len(lost | have)


LOSSES = {
    "tappa": ("korda", "oförklarad: samlades in men kördes aldrig"),
    "glöm": ("insamlade", "oförklarad: scenariot samlades aldrig in"),
    "radera": ("rapporterade", "oförklarad: resultatfilen saknas"),
    "kopiera": ("rapporterade", "oförklarad: förekommer 2 gånger"),
    "klipp": ("rapporterade", "oförklarad: resultatfilen är skadad eller halvskriven"),
    "töm": ("rapporterade", "oförklarad: resultatfilen är skadad eller halvskriven"),
    "glöm flytta": ("rapporterade", "oförklarad: resultatfilen är skadad eller halvskriven"),
    "dö": ("korda", "oförklarad: kördes aldrig klart: körningen avbröts"),
    "döda": ("korda", "oförklarad: kördes aldrig klart: körningen avbröts"),
}
ALSO_SPREAD = ("tappa", "glöm", "radera", "döda")


@pytest.mark.parametrize(
    ("deed", "way"),
    [*((deed, "en") for deed in LOSSES), *((deed, "två gånger, två processer") for deed in ALSO_SPREAD)],
)
def test_what_is_lost_is_noticed(
    run: Run, feature: Path, out: Path, sabotage: Callable[[str], None], deed: str, way: str
) -> None:
    sabotage(deed)

    code, text = run("testa", str(feature), "--ut", str(out), *WAYS[way])

    assert code == 4, text
    assert LOSSES[deed] in reasons(out)
    assert "Kontot stämmer INTE:" in text
    assert ("Testkörningen avbröts av ett fel" in text) is (deed == "dö")
    assert ("Testkörningen dödades utifrån (signal 9)" in text) is (deed == "döda")
    assert accounted_for(out) >= summary_of(out)["konto"]["planerade"]


@pytest.mark.parametrize("way", list(WAYS))
def test_nothing_is_lost_when_nothing_is_done(run: Run, feature: Path, out: Path, way: str) -> None:
    code, text = run("testa", str(feature), "--ut", str(out), *WAYS[way])

    total = len(NAMES) * (2 if "--repetera" in WAYS[way] else 1)
    assert code == 0, text
    assert len(finished(out)) == summary_of(out)["konto"]["rapporterade"] == total
    assert reasons(out) == Counter()


@pytest.mark.parametrize("way", ["två processer", "två gånger, två processer"])
def test_a_worker_that_crashes_takes_only_its_scenario_with_it(
    run: Run, feature: Path, out: Path, sabotage: Callable[[str], None], way: str
) -> None:
    sabotage("krascha")

    code, text = run("testa", str(feature), "--ut", str(out), *WAYS[way])

    turns = 2 if "--repetera" in WAYS[way] else 1
    assert code == 3, text
    assert summary_of(out)["utfall"]["trasig"] == turns
    assert summary_of(out)["utfall"]["godkand"] == turns * (len(NAMES) - 1)
    assert reasons(out) == Counter()
    for turn in range(1, turns + 1):
        fault = finished(out)["Tredje", turn]["fel"]
        assert fault["parts"]["Fel"] == "Processen som körde scenariot dog innan det var klart."
    results = [json.loads(path.read_bytes()) for path in (out / "allure-results").glob("*-result.json")]
    assert len(results) == turns * len(NAMES)
    assert [r["status"] for r in results if r["name"] == "Tredje"] == ["broken"] * turns


@pytest.mark.parametrize("tags", ["", "@specificerad"])
@pytest.mark.parametrize(
    ("deed", "sentence"),
    [
        ("hoppa", "Scenariot hoppades över mitt i ett steg."),
        ("fixtur", "Ett oväntat fel i testprogrammet: RuntimeError."),
    ],
)
def test_what_fails_or_skips_on_its_way_is_broken_and_never_counts_as_not_built(
    run: Run, feature: Path, out: Path, sabotage: Callable[[str], None], deed: str, sentence: str, tags: str
) -> None:
    sabotage(deed)
    text = feature.read_text("utf-8").replace(
        "  Scenario: Fjärde", f"  {tags}\n  Scenario: Fjärde" if tags else "  Scenario: Fjärde"
    )
    feature.write_text(text, encoding="utf-8")

    code, text = run("testa", str(feature), "--ut", str(out))

    row = finished(out)["Tredje", 1]
    assert code == 3, text
    assert (row["utfall"], row["fel"]["parts"]["Fel"]) == ("trasig", sentence)
    assert summary_of(out)["utfall"]["ej_byggd"] == (1 if tags else 0)
    junit = (out / "junit.xml").read_text("utf-8")
    assert junit.count("<failure") + junit.count("<error") == 1


def test_only_the_command_line_chooses(run: Run, feature: Path, out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTEST_ADDOPTS", "--provtryck-tagg=rok --provtryck-krav AK-SYS-02 --provtryck-kanal=webb")

    code, text = run("testa", str(feature), "--ut", str(out))

    assert code == 0, text
    assert len(finished(out)) == len(NAMES)
    assert reasons(out) == Counter()


@pytest.mark.parametrize("way", ["en", "två gånger, två processer"])
@pytest.mark.parametrize("how", ["--setup-only", "--setup-plan", "gå förbi"])
def test_steps_that_were_never_run_are_no_green(
    run: Run,
    feature: Path,
    out: Path,
    monkeypatch: pytest.MonkeyPatch,
    sabotage: Callable[[str], None],
    how: str,
    way: str,
) -> None:
    if how.startswith("--"):
        monkeypatch.setenv("PYTEST_ADDOPTS", how)
    else:
        sabotage(how)

    code, text = run("testa", str(feature), "--ut", str(out), *WAYS[way])

    total = len(NAMES) * (2 if "--repetera" in WAYS[way] else 1)
    assert code == 3, text
    outcomes = summary_of(out)["utfall"]
    assert (outcomes["godkand"], outcomes["trasig"]) == (0, total)
    fault = finished(out)["Första", 1]["fel"]["parts"]
    assert fault["Fel"] == "Stegen kördes aldrig."
    assert all(fault.values())
    results = [json.loads(path.read_bytes()) for path in (out / "allure-results").glob("*-result.json")]
    assert [r["status"] for r in results] == ["broken"] * total
    junit = (out / "junit.xml").read_text("utf-8")
    assert junit.count("<failure") + junit.count("<error") == total


def test_a_red_that_a_plugin_swallows_is_no_green(
    run: Run, tmp_path: Path, out: Path, sabotage: Callable[[str], None]
) -> None:
    sabotage("svälj")

    code, text = run("testa", str(write(tmp_path, red="Andra")), "--ut", str(out))

    assert code == 3, text
    assert summary_of(out)["utfall"]["godkand"] == len(NAMES) - 1
    assert finished(out)["Andra", 1]["fel"]["parts"]["Fel"] == "Alla steg kördes inte, fast inget fel syntes."


@pytest.mark.parametrize("way", list(WAYS))
def test_what_a_stop_at_the_first_red_never_came_to_says_so(
    run: Run, tmp_path: Path, out: Path, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    monkeypatch.setenv("PYTEST_ADDOPTS", "-x")

    code, text = run("testa", str(write(tmp_path, red="Andra")), "--ut", str(out), *WAYS[way])

    account = summary_of(out)["konto"]
    assert code == 1, text
    assert "Kontot stämmer:" in text
    assert finished(out)["Andra", 1]["utfall"] == "underkand"
    why = {reason.partition(": ")[2] for _, reason in reasons(out)}
    stopped = "körningen stoppades efter den första röda (-x)"
    # Two processes may have come to the end before they hear of it.
    assert why == {stopped} or ("-n" in WAYS[way] and not why)
    assert (f"{stopped}." in text) is bool(why)
    assert len(finished(out)) + len(account["skillnader"]) == account["planerade"]
    assert "Testkörningen avbröts" not in text


def test_stopping_after_several_reds_says_how_many(
    run: Run, tmp_path: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTEST_ADDOPTS", "--maxfail=2")

    code, text = run("testa", str(write(tmp_path, red="Andra")), "--ut", str(out), "--repetera", "3")

    assert code == 1, text
    assert set(reasons(out)) == {("korda", "kördes inte: körningen stoppades efter 2 röda (--maxfail=2)")}


@pytest.mark.parametrize("way", list(WAYS))
@pytest.mark.parametrize("how", ["-k", "insticksprogram"])
def test_what_pytest_chose_away_has_a_row_and_is_told_of(
    run: Run,
    feature: Path,
    out: Path,
    monkeypatch: pytest.MonkeyPatch,
    sabotage: Callable[[str], None],
    way: str,
    how: str,
) -> None:
    if how == "-k":
        monkeypatch.setenv("PYTEST_ADDOPTS", "-k 'not Sjätte'")
    else:
        sabotage("välj bort")

    code, text = run("testa", str(feature), "--ut", str(out), *WAYS[way])

    gone = 2 if how == "-k" and "--repetera" in WAYS[way] else 1
    word = "scenario" if gone == 1 else "scenarier"
    assert code == 0, text
    assert reasons(out) == {("korda", "bortvald: valdes bort av pytest"): gone}
    assert f"{gone} {word}: bortvald: valdes bort av pytest." in text
