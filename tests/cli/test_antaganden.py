"""``antaganden``: what nobody has decided, what leaned on it in a run, and which verdicts turn with it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from harness.cli import turning
from harness.cli.alternatives import compare
from harness.cli.assumptions import choose_assumptions, measure
from harness.cli.screen import open_screen
from reports.outcome import Outcome
from reports.row import FinishedRow, ShownFault
from testdata.parameters import parameter, parameters

Run = Callable[..., tuple[int, str]]

# In May 2022 Borås kommun is live and SU is not: SAMSA, unless it is the kommun alone that decides.
TEXT = """# language: sv
@anvandaracceptans @krav:AK-SYS-05
Egenskap: Prov

  Scenario: Sjukhuset är inte driftsatt
    Givet patienten Astrid från Borås
    När SU skriver in Astrid i SAMSA den 2022-05-10 kl. 08.00
    Så har Astrid ett pågående ärende i SAMSA
"""


def row(**leaned_on: str) -> FinishedRow:
    return FinishedRow(
        place="features/x.feature:5", channel="api", nodeid="n", scenario_id="s1", name="Ett", outcome=Outcome.GODKAND,
        reason=None, fault=None, krav=("AK-SYS-05",), test_type="", weakest=None, leaned_on=leaned_on, duration_s=0.1,
    )  # fmt: skip


def test_every_undecided_parameter_is_told_with_who_decides_and_the_krav_it_serves(run: Run, tmp_path: Path) -> None:
    code, text = run("antaganden", "--ut", str(tmp_path), "--json")

    assert code == 0
    listed = {each["id"]: each for each in json.loads(text)}
    assert set(listed) == {p.id for p in parameters().values() if p.trust == "D"}
    assert all(each["beslutas_av"] and each["kalla"] and each["krav"] for each in listed.values())
    assert listed["systemval_regel"]["alternativ"] == ["sjukhuset", "kommunen"]
    assert all(each["vilar_pa"] is None for each in listed.values())  # no run has measured it


def test_what_leans_on_a_parameter_is_measured_and_a_stated_value_is_no_assumption() -> None:
    default, stated, other = row(systemval_regel="D"), row(systemval_regel="C"), row(vc_grupp="D")

    found = measure(parameter("systemval_regel"), [default, stated, other])

    assert (found.leaning, found.stating) == ((default,), (stated,))
    assert found.krav == ("AK-SYS-05", "AK-SYS-08")


def test_an_assumption_is_chosen_by_its_name_by_words_and_by_krav() -> None:
    assert [p.id for p in choose_assumptions("vc_grupp")] == ["vc_grupp"]
    assert "okvitterat_larm_timmar" in {p.id for p in choose_assumptions("obevakat")}
    assert {p.id for p in choose_assumptions("", krav="AK-SYS-05")} == {"systemval_regel"}
    assert choose_assumptions("sip_kallelse_frist_dagar") == ()  # law, not assumption


def test_the_last_run_says_what_leans_on_it(run: Run, tmp_path: Path) -> None:
    out = str(tmp_path / "ut")
    assert run("testa", "features/systemval/parterna.feature", "--kanal", "api", "--ut", out)[0] == 0

    code, text = run("antaganden", "systemval_regel", "--ut", out)

    assert code == 0
    assert "Värde: alla; alternativ: sjukhuset, kommunen" in text
    assert "Bör beslutas av: GITS och Vårdsamverkan Västra Götaland" in text
    assert "Vilar på den: " in text
    assert "parterna.feature:21  En part som väntar på sin driftstart håller ärendet i SAMSA: godkänd" in text
    assert f"Senaste körningen i {out}: " in text


def test_without_a_run_nothing_is_said_to_lean_on_nothing(run: Run, tmp_path: Path) -> None:
    _, text = run("antaganden", "systemval_regel", "--ut", str(tmp_path))

    assert "Vilar på den: inte mätt än" in text
    assert "0 scenarier" not in text


def test_a_verdict_that_turns_is_found_by_running_the_alternatives(
    run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "x.feature").write_text(TEXT, encoding="utf-8")

    code = turning.turn([parameter("systemval_regel")], open_screen(), as_document=True, features=tmp_path)

    assert code == 0
    (found,) = json.loads(capsys.readouterr().out)
    by_value = {other["alternativ"]: other for other in found["vander"]}
    assert {value: (other["provade"], len(other["vander"])) for value, other in by_value.items()} == {
        "sjukhuset": (1, 0),
        "kommunen": (1, 1),
    }
    (turned,) = by_value["kommunen"]["vander"]
    assert (turned["fore"], turned["efter"]) == ("godkänd", "underkänd")
    assert "SAMSA nekade" in turned["fel"]


def test_texts_with_faults_and_runs_without_scenarios_say_nothing_of_assumptions(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def code() -> int:
        return turning.turn([parameter("systemval_regel")], open_screen(), as_document=False, features=tmp_path)

    (tmp_path / "x.feature").write_text(TEXT.replace("AK-SYS-05", "AK-SYS-5"), encoding="utf-8")
    assert code() == 2
    (tmp_path / "x.feature").write_text(TEXT.replace("@anvandaracceptans", "@kanal:webb @anvandaracceptans"), "utf-8")
    assert code() == 4
    assert "Inget scenario kördes. Därför går inget att säga om antagandena." in capsys.readouterr().out


def test_what_ends_otherwise_has_turned_and_so_has_what_was_lost() -> None:
    green = row(systemval_regel="D")
    fault = ShownFault(kind="Avvikelse", parts={"": "Fel system."})
    red = msgspec.structs.replace(green, outcome=Outcome.UNDERKAND, fault=fault)

    assert compare("x", [green], [green]).turned == ()
    assert [(one.after, one.why) for one in compare("x", [green], [red]).turned] == [("underkänd", "Fel system.")]
    assert [one.after for one in compare("x", [green], []).turned] == ["kördes inte"]
    assert [one.after for one in compare("x", [red], [green]).turned] == ["godkänd"]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--krav", "AK-INUT-99"], "AK-INUT-99"),
        (["ingentingsådant"], "Inget antagande stämmer med det som valdes."),
        (["--vand", "--ut", "annan"], "Flaggan --vand kör själv"),
    ],
)
def test_words_that_make_no_sense_are_refused(run: Run, words: list[str], told: str) -> None:
    code, text = run("antaganden", *words)

    assert code == 64
    assert told in text
