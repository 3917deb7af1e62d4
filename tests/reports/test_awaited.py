"""A known red with an end date is neither green nor red, in every format, and never longer than its day."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from stubrun import StubRun, run_stubs

from reports.outcome import Outcome

DAY = "@vantar:2026-03-01"
ENDINGS = {
    "avvikelse": f"avvikelse {DAY}",
    "grön": f"grön {DAY}",
    "miljöfel": f"miljöfel {DAY}",
    "specifikationsfel": f"specifikationsfel {DAY}",
    "oväntat": f"oväntat {DAY}",
    "uppsättning": f"uppsättning {DAY}",
    "avvikelse och nedtagning": f"avvikelse+nedtagning {DAY} nedtagning",
    "ingen webbläsare": f"stannar webblasare_saknas: installera en {DAY}",
    "i ett Givet": f"förutsättning {DAY}",
    "utan dag": "avvikelse @vantar",
    "tom dag": "grön @vantar:",
    "omöjlig dag": "avvikelse @vantar:2026-02-30",
    "otaggad": "avvikelse",
}
OUTCOMES = {
    "avvikelse": Outcome.VANTAD,
    "grön": Outcome.SPECIFIKATIONSFEL,
    "miljöfel": Outcome.TRASIG,
    "specifikationsfel": Outcome.SPECIFIKATIONSFEL,
    "oväntat": Outcome.TRASIG,
    "uppsättning": Outcome.TRASIG,
    "avvikelse och nedtagning": Outcome.TRASIG,
    "ingen webbläsare": Outcome.EJ_KORBAR,
    "i ett Givet": Outcome.UNDERKAND,
    "utan dag": Outcome.SPECIFIKATIONSFEL,
    "tom dag": Outcome.SPECIFIKATIONSFEL,
    "omöjlig dag": Outcome.SPECIFIKATIONSFEL,
    "otaggad": Outcome.UNDERKAND,
}


@pytest.fixture(scope="module", params=[(), ("-n", "2")], ids=["en process", "två processer"])
def run(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> StubRun:
    folder = tmp_path_factory.mktemp("väntade")
    junit = f"--junitxml={folder / 'junit.xml'}"
    return run_stubs(folder, ENDINGS, "--provtryck-idag=2026-03-01", junit, *request.param)


def test_only_a_deviation_is_awaited(run: StubRun) -> None:
    assert {name: row.outcome for name, row in run.rows.items()} == OUTCOMES


def test_what_is_awaited_keeps_what_it_deviates_in(run: StubRun) -> None:
    row = run.rows["avvikelse"]

    assert row.reason == "väntad röd till och med 2026-03-01: Fel system valdes."
    assert str(row.until) == "2026-03-01"
    assert row.fault is not None
    assert row.fault.parts["Faktiskt"] == "Samvy"


def test_green_in_spite_of_the_tag_is_the_authors_to_mend(run: StubRun) -> None:
    fault = run.rows["grön"].fault

    assert fault is not None
    assert fault.parts["Fel"] == "»grön (Borås)« är märkt @vantar men blev grönt."
    assert fault.parts["Nästa steg"].startswith("Ta bort taggen @vantar:2026-03-01")


def test_a_tag_that_means_nothing_stops_the_scenario_before_it_starts(run: StubRun) -> None:
    assert run.results["utan dag"]["steps"] == []
    assert "har ingen dag som finns" in run.results["utan dag"]["statusDetails"]["message"]


def test_allure_never_calls_it_passed(run: StubRun) -> None:
    shown = run.results["avvikelse"]

    assert shown["status"] == "skipped"
    assert shown["statusDetails"]["message"].startswith("väntad röd till och med 2026-03-01: Fel system valdes.\n")
    assert [step["status"] for step in shown["steps"]] == ["passed", "failed", "skipped"]
    assert {a["name"] for a in shown["attachments"]} == {"Meddelandebild", "Händelsejournal"}
    assert run.results["grön"]["status"] == "broken"


def test_junit_and_pytest_say_the_same(run: StubRun) -> None:
    cases = ET.parse(run.folder.root.parent / "junit.xml").getroot().iter("testcase")  # noqa: S314 (our own file)
    said = {case.get("name"): {child.tag for child in case} for case in cases}

    assert run.code == 1
    assert said["avvikelse"] == {"skipped"}
    assert said["grön"] == {"failure"}
    assert said["i ett Givet"] == {"failure"}
    assert said["utan dag"] == {"error"}


def test_the_day_after_it_is_awaited_no_longer(tmp_path: Path) -> None:
    run = run_stubs(tmp_path, {"a": ENDINGS["avvikelse"], "b": ENDINGS["grön"]}, "--provtryck-idag=2026-03-02")

    assert {row.outcome for row in run.rows.values()} == {Outcome.SPECIFIKATIONSFEL}


def test_without_a_day_given_it_is_the_machines(tmp_path: Path) -> None:
    run = run_stubs(tmp_path, {"förr": "avvikelse @vantar:2020-01-01", "sen": "avvikelse @vantar:2999-01-01"})

    assert [row.outcome for row in run.rows.values()] == [Outcome.SPECIFIKATIONSFEL, Outcome.VANTAD]


@pytest.mark.parametrize(("ending", "code"), [("avvikelse", 0), ("grön", 1)])
def test_plain_pytest_without_a_report_agrees(tmp_path: Path, ending: str, code: int) -> None:
    run = run_stubs(tmp_path, {"a": ENDINGS[ending]}, "--provtryck-idag=2026-03-01", "--provtryck-ut", "")

    assert run.code == code, run.output


def test_a_day_that_is_none_stops_the_run(tmp_path: Path) -> None:
    run = run_stubs(tmp_path, {"a": "grön"}, "--provtryck-idag=i morgon")

    assert run.code == 4
    assert "»i morgon« är ingen dag." in run.output
