"""``testa --plan``: the plan chooses, flags narrow, criteria decide."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from harness.cli.root import ROOT

Run = Callable[..., tuple[int, str]]

SCENARIO = """
  {tags}
  Scenario: {name}
    Givet patienten Astrid från Borås
    När SÄS skriver in Astrid i SAMSA den 2022-02-07 kl. 08.00
    Så har Astrid ett pågående ärende i {system}
"""
HEAD = "# language: sv\n@anvandaracceptans\nEgenskap: Planen\n"
GREEN = SCENARIO.format(tags="@krav:AK-SYS-01 @rok", name="Grönt", system="SAMSA")
BOTH = SCENARIO.format(tags="@krav:AK-SYS-02 @kanal:api @kanal:webb", name="Båda", system="SAMSA")
RED = SCENARIO.format(tags="@krav:AK-SYS-03", name="Rött", system="Samvy")


@pytest.fixture
def features(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    file = tmp_path / "features" / "eget" / "x.feature"
    file.parent.mkdir(parents=True)
    file.write_text(HEAD + GREEN + BOTH + RED, encoding="utf-8")
    return file


def plan(tmp_path: Path, choice: str = "", criteria: str = "") -> str:
    file = tmp_path / "plan.toml"
    head = 'namn = "Min plan"\nsyfte = "s"\nnar = 2026-03-02\n'
    file.write_text(f'{head}[urval]\nvagar = ["features"]\n{choice}\n{criteria}', encoding="utf-8")
    return str(file)


def criterion(kind: str, text: str, *measured: str) -> str:
    return f'[[{kind}kriterier]]\ntext = "{text}"\n' + "\n".join(measured) + "\n"


NO_REDS = criterion("slut", "Inga röda", 'mat = "underkanda"', "hogst = 0")


def summary_of(tmp_path: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((tmp_path / "ut" / "sammanfattning.json").read_text("utf-8"))
    return found


def names(tmp_path: Path) -> list[tuple[str, str]]:
    rows = map(json.loads, (tmp_path / "ut" / "rader.jsonl").read_text("utf-8").splitlines())
    return [(row["namn"], row["kanal"]) for row in rows]


def test_the_example_runs_and_is_met(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)

    code, text = run("testa", "--plan", "docs/exempel/deltestplan.toml", "--ut", str(tmp_path / "ut"))

    told = summary_of(tmp_path)["plan"]
    assert code == 0, text
    assert {each["utfall"] for each in told["kriterier"]} == {"uppfyllt", "bedöms av människa"}
    assert told["krav_utan_scenario"] == []
    for line in (
        "Plan: Systemval vid driftstart i södra (2026-03-02–2026-03-06)",
        "uppfyllt: Inga avvikelser (underkanda högst 0, var 0)",
        "bedöms av människa: Kommunerna har läst resultatet och godtar det",
    ):
        assert line in text
    environment = (tmp_path / "ut" / "allure-results" / "environment.properties").read_text("utf-8")
    assert environment.startswith("Plan = Systemval vid driftstart i södra\n")


@pytest.mark.usefixtures("features")
@pytest.mark.parametrize(
    ("choice", "flags", "expected"),
    [
        ('krav = ["AK-SYS-01"]\ntagg = "inte manniska"', (), [("Grönt", "api")]),
        ('krav = ["AK-SYS-01", "AK-SYS-02"]', ("--krav", "AK-SYS-02"), [("Båda", "api"), ("Båda", "webb")]),
        ('krav = ["AK-SYS-01", "AK-SYS-02"]\nkanal = "api"', (), [("Grönt", "api"), ("Båda", "api")]),
        ('krav = ["AK-SYS-02"]', ("--kanal", "api"), [("Båda", "api")]),
        ('tagg = "rok"', (), [("Grönt", "api")]),
        ('tagg = "rok eller krav:AK-SYS-02"', ("--tagg", "inte rok", "--kanal", "api"), [("Båda", "api")]),
        ('testtyp = ["anvandaracceptans"]\nkanal = "bada"\ntagg = "rok"', (), [("Grönt", "api")]),
        ('tagg = "rok"', ("features/eget/x.feature",), [("Grönt", "api")]),
    ],
)
def test_the_plan_chooses_and_flags_narrow(
    run: Run, tmp_path: Path, choice: str, flags: tuple[str, ...], expected: list[tuple[str, str]]
) -> None:
    code, text = run("testa", "--plan", plan(tmp_path, choice, NO_REDS), "--ut", str(tmp_path / "ut"), *flags)

    assert code == (4 if flags else 0), text
    assert names(tmp_path) == expected
    judged = summary_of(tmp_path)["plan"]["kriterier"][0]["utfall"]
    assert judged == ("bedöms inte" if flags else "uppfyllt")
    assert ("bedöms inte: bara en del av planen kördes: Inga röda (" in text) is bool(flags)
    assert bool(summary_of(tmp_path)["plan"]["begransad_med"]) is bool(flags)
    assert ("Bara en del av planen kördes" in text) is bool(flags)


@pytest.mark.usefixtures("features")
def test_a_criterion_that_is_not_met_is_a_no(run: Run, tmp_path: Path) -> None:
    gate = NO_REDS + criterion("slut", "Krav", 'mat = "krav_utan_scenario"', "hogst = 0")
    words = ("testa", "--plan", plan(tmp_path, 'krav = ["AK-SYS-03", "AK-SYS-04"]', gate), "--ut", str(tmp_path / "ut"))

    code, text = run(*words)

    assert code == 4
    assert "inte uppfyllt: Inga röda (underkanda högst 0, var 1)" in text
    assert "inte uppfyllt: Krav (krav_utan_scenario högst 0, var 1)" in text
    assert "Krav i planen utan scenario: AK-SYS-04" in text
    assert "Grinden säger nej" in text
    assert "Kontot stämmer:" in text
    assert summary_of(tmp_path)["plan"]["krav_utan_scenario"] == ["AK-SYS-04"]


@pytest.mark.usefixtures("features")
@pytest.mark.parametrize(("day", "outside"), [("2026-03-02", False), ("2026-03-03", True)])
def test_a_run_outside_the_days_of_the_plan_says_so(run: Run, tmp_path: Path, day: str, outside: bool) -> None:
    words = ("testa", "--plan", plan(tmp_path, 'krav = ["AK-SYS-01"]'), "--ut", str(tmp_path / "ut"), "--idag", day)

    code, text = run(*words)

    assert code == 0, text
    assert (f"Körd {day}, utanför planens dagar (2026-03-02)." in text) is outside


@pytest.mark.usefixtures("features")
def test_without_criteria_the_exit_code_is_the_runs(run: Run, tmp_path: Path) -> None:
    code, text = run("testa", "--plan", plan(tmp_path, 'krav = ["AK-SYS-03"]'), "--ut", str(tmp_path / "ut"))

    assert code == 1, text
    assert "Plan: Min plan (2026-03-02)" in text


@pytest.mark.usefixtures("features")
def test_a_start_criterion_that_is_not_met_stops_before_anything_is_run(run: Run, tmp_path: Path) -> None:
    start = criterion("start", "Allt skrivet", 'mat = "skrivna"', "minst = 4")

    code, text = run("testa", "--plan", plan(tmp_path, "", start), "--ut", str(tmp_path / "ut"))

    assert code == 4
    assert "Planen »Min plan« får inte starta, så ingenting har körts:" in text
    assert "är borttagen" not in text
    assert "inte uppfyllt: Allt skrivet (skrivna minst 4, var 3)" in text
    assert not (tmp_path / "ut").exists()


@pytest.mark.usefixtures("features")
@pytest.mark.parametrize(
    ("choice", "flags", "words"),
    [
        ('krav = ["AK-SYS-99"]', (), "plan.toml, nyckeln urval.krav: "),
        ('omrade = ["systemvall"]', (), "plan.toml, nyckeln urval.omrade: Området »systemvall« finns inte. Menade du"),
        ('testtyp = ["prestand"]', (), "nyckeln urval.testtyp: Testtypen »prestand« finns inte. Menade du prestanda?"),
        ('kanal = "web"', (), "nyckeln urval.kanal: Kanalen »web« finns inte. Menade du webb?"),
        ('tagg = "rok och"', (), "nyckeln urval.tagg: Tagguttrycket »rok och« går inte att läsa."),
        ('tagg = "rokk"', (), "Taggen »rokk« finns inte i de valda texterna. Menade du rok?"),
        ('testyp = ["prestanda"]', (), "Menade du »testtyp«?"),
        ('kanal = "api"', ("--kanal", "webb"), "--kanal webb ligger utanför planen, som har api."),
        ('krav = ["AK-SYS-01"]', ("--krav", "AK-SYS-02"), "--krav AK-SYS-02 ligger utanför planen"),
        ("", ("plan.toml",), "»plan.toml« är ingen .feature-fil."),
        ("", (str(ROOT / "features"),), "ligger utanför planens vägar: features."),
        ("", ("--senast-roda",), "Ange antingen --senast-roda eller --plan, inte båda."),
    ],
)
def test_what_a_plan_cannot_mean_is_wrong_usage(
    run: Run, tmp_path: Path, choice: str, flags: tuple[str, ...], words: str
) -> None:
    code, text = run("testa", "--plan", plan(tmp_path, choice), "--ut", str(tmp_path / "ut"), *flags)

    assert code == 64, text
    assert words in text


def test_a_plan_that_is_not_there_is_wrong_usage(run: Run) -> None:
    code, text = run("testa", "--plan", "finns/inte.toml")

    assert code == 64
    assert "Planen finns/inte.toml går inte att läsa." in text
