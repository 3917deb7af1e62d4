"""What became of each scenario is written as it happens, in one process and on many."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from stubrun import StubRun, run_stubs

from reports.account.ledger import read_deselected, read_results
from reports.outcome import Outcome
from reports.phases import Phase
from reports.row import Run
from reports.rows import finished_row
from reports.runevents import RowFinished, Started, Stopped, read_event
from reports.sessionend import read_end
from reports.verdict import PASSED
from testdata.scenario import PlannedRow

OUTCOMES = {
    "grön": Outcome.GODKAND,
    "grön utan antaganden": Outcome.GODKAND,
    "avvikelse": Outcome.UNDERKAND,
    "miljöfel": Outcome.TRASIG,
    "specifikationsfel": Outcome.SPECIFIKATIONSFEL,
    "oväntat": Outcome.TRASIG,
    "uppsättning": Outcome.TRASIG,
    "nedtagning": Outcome.TRASIG,
    "avvikelse och nedtagning": Outcome.TRASIG,
    "okänd orsak": Outcome.TRASIG,
    "egen orsak": Outcome.TRASIG,
    "obyggd": Outcome.EJ_BYGGD,
    "ingen webbläsare": Outcome.EJ_KORBAR,
    "grön med bild": Outcome.GODKAND,
    "röd med bild": Outcome.UNDERKAND,
}


def test_each_ending_has_its_outcome(stub_run: StubRun) -> None:
    assert {name: row.outcome for name, row in stub_run.rows.items()} == OUTCOMES


def test_many_workers_give_the_same_rows_and_a_dead_one_fails(stub_run: StubRun, spread_run: StubRun) -> None:
    rows = dict(spread_run.rows)
    dead = rows.pop("död")

    assert {name: row.outcome for name, row in rows.items()} == OUTCOMES
    assert {name: row.fault for name, row in rows.items()} == {n: r.fault for n, r in stub_run.rows.items()}
    assert dead.outcome is Outcome.TRASIG
    assert dead.fault is not None
    assert dead.fault.parts["Fel"] == "Processen som körde scenariot dog innan det var klart."


@pytest.mark.parametrize("name", ["stub_run", "spread_run"])
def test_the_weakest_class_follows_the_row_also_from_a_worker(name: str, request: pytest.FixtureRequest) -> None:
    rows = request.getfixturevalue(name).rows

    assert rows["grön"].weakest == "D"
    assert rows["grön"].leaned_on == {"frist": "B", "systemval_regel": "D"}
    assert rows["grön utan antaganden"].weakest == "B"
    assert rows["uppsättning"].weakest is None


def test_a_fault_keeps_its_six_parts(stub_run: StubRun) -> None:
    fault = stub_run.rows["avvikelse"].fault

    assert fault is not None
    assert fault.kind == "Avvikelse"
    assert fault.parts == {
        "Fel": "Fel system valdes.",
        "Förväntat": "SAMSA",
        "Faktiskt": "Samvy",
        "Var": "features/systemval/stub.feature:4, »När systemet väljs«",
        "Krav": "AK-SYS-05",
        "Nästa steg": "Fråga Millenniumenheter.",
    }


def test_an_unexpected_error_has_six_parts_too(stub_run: StubRun) -> None:
    fault = stub_run.rows["oväntat"].fault

    assert fault is not None
    assert fault.kind == "Oväntat fel"
    assert fault.parts["Fel"] == "Ett oväntat fel i testprogrammet: KeyError."
    assert fault.parts["Var"].startswith("features/systemval/stub.feature:6; tests/reports/stubscenarios.py:")
    assert fault.parts["Krav"] == "AK-SYS-05"
    assert all(fault.parts.values())


def test_a_skip_for_no_reason_of_ours_is_no_skip(stub_run: StubRun) -> None:
    row = stub_run.rows["egen orsak"]

    assert row.fault is not None
    assert row.fault.parts["Faktiskt"] == "för att jag ville"
    assert row.fault.parts["Nästa steg"].startswith("Märk scenariot @specificerad")


SKIPS = ("ej byggd @specificerad", "byggd @specificerad", "webblasare_saknas: x")


@pytest.mark.parametrize("workers", [(), ("-n", "2")], ids=["en process", "två processer"])
def test_a_step_that_skips_is_broken_whatever_it_says(tmp_path: Path, workers: tuple[str, ...]) -> None:
    endings = {**{f"hopp {n}": f"hoppa {text}" for n, text in enumerate(SKIPS)}, "xfail": "xfail"}
    run = run_stubs(tmp_path, endings, f"--junitxml={tmp_path / 'junit.xml'}", *workers)

    assert {row.outcome for row in run.rows.values()} == {Outcome.TRASIG}
    assert [row.fault.kind for row in run.rows.values() if row.fault].count("Okänd överhoppning") == len(SKIPS)
    assert {result["status"] for result in run.results.values()} == {"broken"}
    cases = ET.parse(tmp_path / "junit.xml").getroot().iter("testcase")  # noqa: S314 (our own file)
    assert [[child.tag for child in case] for case in cases] == [["failure"]] * len(endings)
    assert run.code == 1


def test_only_every_step_done_is_green(tmp_path: Path) -> None:
    run = run_stubs(tmp_path, {"a": "grön", "b": "halv"})

    assert [row.outcome for row in run.rows.values()] == [Outcome.GODKAND, Outcome.TRASIG]


def test_a_row_of_which_no_phase_says_that_it_was_run_is_broken() -> None:
    planned = PlannedRow(
        nodeid="n", place="x.feature:1", channel="api", scenario_id="s", name="a", feature="f", rule=""
    )
    quiet = Phase(verdict=PASSED, leaned_on={})

    assert finished_row(planned, [quiet, quiet], 0.1).outcome is Outcome.TRASIG
    assert (
        finished_row(planned, [quiet, Phase(verdict=PASSED, leaned_on={}, done=True)], 0.1).outcome is Outcome.GODKAND
    )


def test_what_stops_before_it_begins_for_no_reason_of_ours_is_broken_too(tmp_path: Path) -> None:
    run = run_stubs(tmp_path, {"a": "stannar för att @specificerad", "b": "stannar ej byggd"})

    # The second has the tag, from its ending; so has the first.
    assert [row.outcome for row in run.rows.values()] == [Outcome.TRASIG, Outcome.EJ_BYGGD]


def test_a_session_that_a_step_ends_is_no_session_that_ended(tmp_path: Path) -> None:
    run = run_stubs(tmp_path, {"a": "grön", "b": "stopp", "c": "grön"})

    assert list(run.rows) == ["a"]
    assert not read_end(run.folder).in_order


def test_no_worker_empties_the_folder_not_even_one_that_takes_anothers_place(tmp_path: Path) -> None:
    results = tmp_path / "ut" / "allure-results"
    results.mkdir(parents=True)
    (results / "gammal-result.json").write_text("{}", encoding="utf-8")
    names = [f"grön {n}" for n in range(8)]
    endings = {**dict.fromkeys(names[:4], "grön"), "död": "dö", **dict.fromkeys(names[4:], "grön")}

    emptying = ("--alluredir", str(results), "--clean-alluredir")
    run = run_stubs(tmp_path, endings, "-n", "2", *emptying)

    assert not (results / "gammal-result.json").exists(), "the leading process empties it once"
    assert set(run.rows) == set(endings)
    kept, damaged = read_results(results)
    assert sorted(run.repetition for run in kept) == [1] * len(endings)
    assert len({run.place for run in kept}) == len(endings)
    assert damaged == []


def test_a_skip_of_ours_keeps_its_reason(stub_run: StubRun) -> None:
    assert stub_run.rows["ingen webbläsare"].reason == "webblasare_saknas"
    assert stub_run.rows["obyggd"].reason == "ej byggd (@specificerad)"


def test_a_row_is_spelled_as_agreed(stub_run: StubRun) -> None:
    line = json.loads(stub_run.folder.rows.read_text("utf-8").splitlines()[0])

    names = "plats kanal nodeid scenario_id namn utfall orsak fel krav testtyp klass forlitar tid_s"
    assert set(line) == set(names.split())
    assert (line["plats"], line["utfall"]) == ("features/systemval/stub.feature:1", "godkand")


@pytest.mark.parametrize("name", ["stub_run", "spread_run"])
def test_the_command_line_is_told_of_every_row(name: str, request: pytest.FixtureRequest) -> None:
    run: StubRun = request.getfixturevalue(name)
    first, *rows, last = run.events

    assert first == Started(total=len(run.rows))
    assert [row.number for row in rows if isinstance(row, RowFinished)] == list(range(1, len(run.rows) + 1))
    assert last == Stopped(done=len(run.rows))


def test_the_journal_of_a_closed_world_is_kept(stub_run: StubRun) -> None:
    journal = stub_run.folder.journals / "stub-1-api.jsonl"

    assert json.loads(journal.read_text("utf-8").splitlines()[0]) == {"nr": 1, "typ": "inskriven"}


def test_without_the_option_nothing_is_reported(tmp_path: Path) -> None:
    run = run_stubs(tmp_path, {"grön": "grön"}, "--provtryck-ut", "")

    assert run.code == 0
    assert run.events == []
    assert not run.folder.root.exists()


@pytest.mark.parametrize("workers", [(), ("-n", "2")], ids=["en process", "två processer"])
def test_what_is_chosen_away_is_written_with_its_reason(tmp_path: Path, workers: tuple[str, ...]) -> None:
    run = run_stubs(tmp_path, {"a": "grön", "b": "stannar ej byggd"}, "--provtryck-tagg", "inte specificerad", *workers)

    assert list(run.rows) == ["a"]
    assert read_deselected(run.folder) == {
        Run("features/systemval/stub.feature:2", "api"): "taggarna stämmer inte med »inte specificerad«"
    }
    assert len(read_results(run.folder.results)[0]) == 1


def test_what_pytest_itself_chose_away_is_written_too(tmp_path: Path) -> None:
    run = run_stubs(tmp_path, {"a": "grön", "b": "grön"}, "-k", "a")

    assert list(read_deselected(run.folder).values()) == ["valdes bort av pytest"]


def test_an_unreadable_expression_stops_the_run_in_swedish(tmp_path: Path) -> None:
    run = run_stubs(tmp_path, {"a": "grön"}, "--provtryck-tagg", "a och")

    assert run.code == 4
    assert "Tagguttrycket »a och« går inte att läsa." in run.output


def test_an_event_is_found_behind_what_pytest_left_on_the_line() -> None:
    assert read_event('   [ 90%]@@provtryck {"handelse":"klar","klara":3}\n') == Stopped(done=3)
    assert read_event("@@provtryck {halvt") is None
    assert read_event("en vanlig rad") is None
