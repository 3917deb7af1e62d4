"""One scenario is removed in ten ways, and each is noticed: by hygiene, by the account, or by what was before."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., tuple[int, str]]

STEPS = """    Givet patienten Astrid från {kommun}
    När SÄS skriver in Astrid i SAMSA den 2022-02-07 kl. 08.00
    Så har Astrid ett pågående ärende i SAMSA
"""
HEAD = "# language: sv\n@anvandaracceptans @krav:AK-SYS-01\nEgenskap: Tio sätt\n\n"
FIRST = "  Scenario: Första\n" + STEPS.format(kommun="Borås")
OUTLINE = (
    "\n  Scenariomall: Flera\n"
    + STEPS.format(kommun="<kommun>")
    + "\n    Exempel:\n      | kommun |\n      | Borås  |\n      | Mark   |\n"
)
VICTIM = "\n  Scenario: Offret\n" + STEPS.format(kommun="Mark")
WHOLE = HEAD + FIRST + OUTLINE + VICTIM


@pytest.fixture
def feature(tmp_path: Path) -> Path:
    file = tmp_path / "features" / "eget" / "x.feature"
    file.parent.mkdir(parents=True)
    file.write_text(WHOLE, encoding="utf-8")
    (file.parent / "annan.feature").write_text(HEAD + FIRST.replace("Första", "En annan"), encoding="utf-8")
    return file


@pytest.fixture
def before(run: Run, feature: Path, tmp_path: Path) -> Path:
    """The output folder of a whole run, before anything is lost."""
    code, text = run("testa", str(tmp_path / "features"), "--ut", str(tmp_path / "ut"))
    assert code == 0, text
    assert "Fanns i förra körningen" not in text
    assert summary_of(tmp_path / "ut")["borta"] == []
    return tmp_path / "ut"


def summary_of(out: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((out / "sammanfattning.json").read_text("utf-8"))
    return found


def again(run: Run, out: Path) -> tuple[int, str]:
    return run("testa", str(out.parent / "features"), "--ut", str(out))


REFUSED = {
    "1 felstavat nyckelord": (WHOLE.replace("Scenario: Offret", "Senario: Offret"), "Senario"),
    "1 felstavat i slutet av en beskrivning": (
        HEAD + "  Scenario: Beskrivet\n    Senario: Offret\n" + STEPS.format(kommun="Borås"),
        "Senario: Offret",
    ),
    "4 samma namn som ett annat": (WHOLE.replace("Offret", "Första"), "Namnet »Första« finns redan"),
}


@pytest.mark.parametrize(("text", "words"), list(REFUSED.values()), ids=list(REFUSED))
def test_hygiene_notices_what_the_text_shows(run: Run, feature: Path, before: Path, text: str, words: str) -> None:
    feature.write_text(text, encoding="utf-8")

    code, said = again(run, before)

    assert code == 2
    assert words in said
    assert "ingenting har körts" in said


def comment_out(feature: Path) -> None:
    feature.write_text(WHOLE.replace(VICTIM, VICTIM.replace("\n  ", "\n  # ")), encoding="utf-8")


def delete(feature: Path) -> None:
    feature.write_text(WHOLE.replace(VICTIM, ""), encoding="utf-8")


def rename_file(feature: Path) -> None:
    feature.rename(feature.with_suffix(".feature.bak"))


def remove_example(feature: Path) -> None:
    feature.write_text(WHOLE.replace("      | Mark   |\n", ""), encoding="utf-8")


GONE: dict[str, tuple[Callable[[Path], None], list[str]]] = {
    "2 bortkommenterat": (comment_out, ["Offret"]),
    "3 raderat": (delete, ["Offret"]),
    "5 filen bytte namn": (rename_file, ["Första", "Flera (Borås)", "Flera (Mark)", "Offret"]),
    "6 exempelraden borttagen": (remove_example, ["Flera (Mark)"]),
}


@pytest.mark.parametrize(("deed", "names"), list(GONE.values()), ids=list(GONE))
def test_what_was_there_before_is_missed(
    run: Run, feature: Path, before: Path, deed: Callable[[Path], None], names: list[str]
) -> None:
    places = {row["namn"]: row["plats"] for row in map(json.loads, (before / "rader.jsonl").read_text().splitlines())}
    deed(feature)

    code, text = again(run, before)

    gone = summary_of(before)["borta"]
    assert code == 0, text
    assert [row["namn"] for row in gone] == names
    assert all(row["var"].startswith(f"{feature}:") for row in gone)
    for row in gone:
        assert f"Fanns i förra körningen men finns inte längre: {row['var']}  {row['namn']}" in text
    if names == ["Offret"]:
        assert gone[0]["var"] == places["Offret"]
    code, text = again(run, before)
    assert summary_of(before)["borta"] == [], "it is told once: then it is what was before"


LOST = {
    "7 aldrig insamlad": ("glöm", "insamlade", "oförklarad: scenariot samlades aldrig in", 4),
    "7 insamlad men släppt": ("tappa", "korda", "oförklarad: samlades in men kördes aldrig", 4),
    "8 bortvald av ett insticksprogram": ("välj bort", "korda", "bortvald: valdes bort av pytest", 0),
    "8 bortvald med -k": ("", "korda", "bortvald: valdes bort av pytest", 0),
    "9 dör under körningen": ("döda", "korda", "oförklarad: kördes aldrig klart: körningen avbröts", 4),
    "10 resultatfilen försvinner": ("radera", "rapporterade", "oförklarad: resultatfilen saknas", 4),
}


@pytest.mark.parametrize(("deed", "stage", "reason", "expected"), list(LOST.values()), ids=list(LOST))
def test_the_account_notices_what_a_run_loses(
    run: Run, before: Path, monkeypatch: pytest.MonkeyPatch, deed: str, stage: str, reason: str, expected: int
) -> None:
    if deed:
        monkeypatch.setenv("SABOTAGE", deed)
        monkeypatch.setenv("PYTEST_PLUGINS", "sabotage")
        monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parent))
    else:
        monkeypatch.setenv("PYTEST_ADDOPTS", "-k 'not Offret'")

    code, text = again(run, before)

    differences = [(row["vid"], row["orsak"]) for row in summary_of(before)["konto"]["skillnader"]]
    assert code == expected, text
    assert (stage, reason) in differences
    assert reason in text
    assert summary_of(before)["utfall"]["godkand"] <= 5
    assert summary_of(before)["borta"] == []


def test_moved_and_renamed_with_an_id_is_no_loss(run: Run, feature: Path, before: Path) -> None:
    named = WHOLE.replace("  Scenario: Offret", "  @id:s1\n  Scenario: Offret")
    feature.write_text(named, encoding="utf-8")
    assert again(run, before)[0] == 0
    assert summary_of(before)["borta"] == [], "an id that is new makes nothing new"

    feature.write_text("# en rad till\n" + named.replace("Offret", "Räddad"), encoding="utf-8")
    assert again(run, before)[0] == 0
    assert summary_of(before)["borta"] == []

    feature.write_text(named.replace("Offret", "Räddad").replace("  @id:s1\n", ""), encoding="utf-8")
    assert again(run, before)[0] == 0
    assert summary_of(before)["borta"] == [], "nor does an id that is gone lose what has its name"

    feature.write_text(named.replace("Offret", "Omdöpt").replace("  @id:s1\n", ""), encoding="utf-8")
    assert again(run, before)[0] == 0
    assert [row["namn"] for row in summary_of(before)["borta"]] == ["Räddad"]


def test_what_was_not_chosen_now_is_not_missed(run: Run, feature: Path, before: Path) -> None:
    delete(feature)

    run("testa", str(feature.with_name("annan.feature")), "--ut", str(before))

    assert summary_of(before)["borta"] == []
