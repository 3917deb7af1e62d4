"""Allure results hold what a reader of the report needs, and nothing else is written."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from resultfolder import a_row
from stubrun import StubRun, run_stubs

from reports.account.ledger import read_results
from reports.allure.labels import identity, labels_of
from reports.allure.results import PLAYWRIGHT_TRACE, ResultFolder
from reports.allure.table import draw_journal


def labels(result: dict[str, Any], name: str) -> list[str]:
    return [label["value"] for label in result["labels"] if label["name"] == name]


def steps(result: dict[str, Any]) -> list[tuple[str, str]]:
    return [(step["name"], step["status"]) for step in result["steps"]]


@pytest.mark.parametrize(
    ("name", "status"),
    [
        ("grön", "passed"),
        ("avvikelse", "failed"),
        ("miljöfel", "broken"),
        ("specifikationsfel", "broken"),
        ("oväntat", "broken"),
        ("uppsättning", "broken"),
        ("nedtagning", "broken"),
        ("okänd orsak", "broken"),
        ("obyggd", "skipped"),
        ("egen orsak", "broken"),
        ("ingen webbläsare", "skipped"),
    ],
)
def test_each_ending_has_its_status(stub_run: StubRun, name: str, status: str) -> None:
    assert stub_run.results[name]["status"] == status


def test_the_steps_are_swedish_and_the_rest_is_skipped_after_a_failure(stub_run: StubRun) -> None:
    assert steps(stub_run.results["grön"]) == [
        ("Givet parterna är", "passed"),
        ("När systemet väljs", "passed"),
        ("Så väljs SAMSA", "passed"),
    ]
    assert steps(stub_run.results["avvikelse"]) == [
        ("Givet parterna är", "passed"),
        ("När systemet väljs", "failed"),
        ("Så väljs SAMSA", "skipped"),
    ]
    assert [status for _, status in steps(stub_run.results["miljöfel"])] == ["passed", "broken", "skipped"]
    assert [status for _, status in steps(stub_run.results["egen orsak"])] == ["passed", "skipped", "skipped"]
    assert steps(stub_run.results["ingen webbläsare"]) == []


def test_a_scenario_that_never_began_has_a_result(stub_run: StubRun, spread_run: StubRun) -> None:
    assert stub_run.results["uppsättning"]["steps"] == []
    assert "Miljöfel: Fel system valdes." in stub_run.results["uppsättning"]["statusDetails"]["message"]
    assert spread_run.results["död"]["status"] == "broken"
    assert "Processen som körde scenariot dog" in spread_run.results["död"]["statusDetails"]["message"]


def test_the_six_parts_are_the_message_and_no_frames_of_python_follow(stub_run: StubRun) -> None:
    details = stub_run.results["avvikelse"]["statusDetails"]

    assert details["message"].splitlines() == [
        "Avvikelse: Fel system valdes.",
        "  Förväntat:  SAMSA",
        "  Faktiskt:   Samvy",
        "  Var:        features/systemval/stub.feature:4, »När systemet väljs«",
        "  Krav:       AK-SYS-05",
        "  Nästa steg: Fråga Millenniumenheter.",
    ]
    assert "trace" not in details


def test_the_example_row_stands_in_the_name(stub_run: StubRun) -> None:
    assert stub_run.results["grön"]["name"] == "grön (Borås)"


def test_what_it_is_filed_under(stub_run: StubRun) -> None:
    result = stub_run.results["grön"]

    assert labels(result, "epic") == ["Systemval och utrullning"]
    assert labels(result, "feature") == ["Systemval"]
    assert labels(result, "story") == ["Alla parter ska vara driftsatta"]
    assert labels(result, "krav") == ["AK-SYS-05"]
    assert labels(result, "testtyp") == labels(result, "parentSuite") == ["Oberoende tester"]
    assert labels(result, "severity") == ["critical"]
    assert labels(result, "tag") == ["oberoende", "risk:hog"]
    assert result["parameters"] == [{"name": "kommun", "value": "Borås"}, {"name": "kanal", "value": "api"}]
    assert "Är någon obligatorisk part inte driftsatt" in result["descriptionHtml"]


def test_a_scenario_without_a_rule_is_filed_under_its_feature() -> None:
    filed = labels_of(a_row("1", rule="", feature="Kvittens"), "")

    assert [label["value"] for label in filed if label["name"] == "story"] == ["Kvittens"]


def test_the_channels_of_a_scenario_share_their_case_and_not_their_history() -> None:
    api, webb = (identity(a_row("1", channel=channel)) for channel in ("api", "webb"))

    assert api["testCaseId"] == webb["testCaseId"]
    assert all(api[name] != webb[name] for name in ("historyId", "uuid", "fullName"))


def test_tables_and_texts_lie_beside_their_step(stub_run: StubRun) -> None:
    given, when, _ = stub_run.results["grön"]["steps"]

    assert stub_run.attachment(given["attachments"][0]["source"]) == "part,dag\n"
    assert given["attachments"][0]["type"] == "text/csv"
    assert stub_run.attachment(when["attachments"][0]["source"]) == "på dagen"


@pytest.mark.parametrize("name", ["grön med bild", "röd med bild"])
def test_step_evidence_lies_at_the_innermost_open_step_whatever_the_ending(stub_run: StubRun, name: str) -> None:
    given, when, then = stub_run.results[name]["steps"]

    (inner,) = when["steps"]
    assert [(shown["name"], shown["type"]) for shown in inner["attachments"]] == [("Sidan som text", "text/yaml")]
    picture = when["attachments"][-1]
    assert (picture["name"], picture["type"], picture["source"][-4:]) == ("Skärmbild", "image/png", ".png")
    assert stub_run.attachment(picture["source"]) == "bild"
    assert "Skärmbild" not in str((given, then))


@pytest.mark.parametrize(
    ("media_type", "ending"),
    [
        (PLAYWRIGHT_TRACE, "zip"),
        ("application/zip", "zip"),
        ("image/png", "png"),
        ("text/yaml", "yaml"),
        ("x/y", "bin"),
    ],
)
def test_a_file_has_the_ending_of_its_kind(tmp_path: Path, media_type: str, ending: str) -> None:
    name = ResultFolder(tmp_path).write_attachment("a", media_type, b"x")

    assert name == f"a-attachment.{ending}"
    assert (tmp_path / name).read_bytes() == b"x"


def test_evidence_goes_with_red_scenarios_only(stub_run: StubRun) -> None:
    red, green = stub_run.results["avvikelse"], stub_run.results["grön"]

    names = {attachment["name"]: attachment["source"] for attachment in red["attachments"]}
    assert stub_run.attachment(names["Meddelandebild"]) == "<svg/>"
    assert stub_run.attachment(names["Händelsejournal"]).splitlines() == [
        "nr,typ,data",
        "1,inskriven,",
        '2,,"{""dag"":""2022-02-07""}"',
    ]
    assert green["attachments"] == []


def test_the_folder_holds_results_and_attachments_and_no_containers(stub_run: StubRun, spread_run: StubRun) -> None:
    for run in (stub_run, spread_run):
        names = {path.name for path in run.folder.results.iterdir()}
        assert {name for name in names if not re.fullmatch(r".*-(result\.json|attachment\.\w+)", name)} == {
            "categories.json",
            "environment.properties",
        }
        assert sum(name.endswith("-result.json") for name in names) == len(run.rows)


def test_results_can_be_counted_without_the_rows(stub_run: StubRun) -> None:
    reported, damaged = read_results(stub_run.folder.results)

    assert sorted(reported) == sorted(row.run for row in stub_run.rows.values())
    assert damaged == []


def test_identity_is_the_same_on_many_workers(stub_run: StubRun, spread_run: StubRun) -> None:
    for name in ("uuid", "historyId", "testCaseId", "fullName"):
        here = {scenario: result[name] for scenario, result in stub_run.results.items()}
        assert here == {scenario: spread_run.results[scenario][name] for scenario in here}
        assert len(set(here.values())) == len(here)


def test_the_categories_part_the_faults(stub_run: StubRun) -> None:
    categories = json.loads((stub_run.folder.results / "categories.json").read_text("utf-8"))

    def category(name: str) -> list[str]:
        result = stub_run.results[name]
        return [
            c["name"].partition(":")[0]
            for c in categories
            if result["status"] in c["matchedStatuses"]
            and re.fullmatch(c["messageRegex"], result["statusDetails"]["message"])
        ]

    assert category("avvikelse") == ["Avvikelse"]
    assert category("miljöfel") == ["Miljöfel"]
    assert category("specifikationsfel") == ["Specifikationsfel"]
    assert category("oväntat") == category("egen orsak") == ["Övriga fel"]
    assert category("ingen webbläsare") == ["Ej körbar"]
    assert category("obyggd") == ["Ej byggd"]


SURROUNDINGS = """
def pytest_provtryck_surroundings(config):
    return {"Miljö": "simulator", "Identitetskälla": "regel", "Tom": ""}
"""


def test_the_surroundings_are_shown_and_kept(tmp_path: Path) -> None:
    (tmp_path / "omgivning.py").write_text(SURROUNDINGS, encoding="utf-8")
    run = run_stubs(tmp_path, {"a": "grön"}, "-p", "omgivning")

    assert json.loads(run.folder.surroundings.read_text("utf-8")) == {
        "Miljö": "simulator",
        "Identitetskälla": "regel",
    }
    properties = (run.folder.results / "environment.properties").read_text("utf-8")
    assert properties == "Miljö = simulator\nIdentitetskälla = regel\n"


FEATURE = """# language: sv
Egenskap: Vanlig
  Regel: En regel
    @oberoende
    Scenariomall: Plus
      Givet talet <tal>
      Så finns det

      Exempel:
        | tal |
        | 1   |
"""
MODULE = """
import allure
from pytest_bdd import given, parsers, scenarios, then

scenarios("vanlig.feature")

@given(parsers.parse("talet {tal:d}"))
def _(tal):
    with allure.step("inne i steget"):
        allure.attach("hej", "hälsning", allure.attachment_type.TEXT)

@then("finns det")
def _():
    raise RuntimeError("nej")
"""


def test_a_plain_pytest_bdd_run_gives_results_that_are_not_counted(tmp_path: Path) -> None:
    (tmp_path / "vanlig.feature").write_text(FEATURE, encoding="utf-8")
    (tmp_path / "test_vanlig.py").write_text(MODULE, encoding="utf-8")
    run = run_stubs(tmp_path, {"a": "grön"})

    result = run.results["Plus"]
    assert result["status"] == "broken"
    assert steps(result) == [("Givet talet 1", "passed"), ("Så finns det", "broken")]
    (inner,) = result["steps"][0]["steps"]
    assert (inner["name"], inner["status"]) == ("inne i steget", "passed")
    assert run.attachment(inner["attachments"][0]["source"]) == "hej"
    assert labels(result, "story") == ["En regel"]
    assert result["parameters"][0] == {"name": "tal", "value": "1"}
    assert [run.place for run in read_results(run.folder.results)[0]] == ["features/systemval/stub.feature:1"]


def test_an_ordinary_test_leaves_no_result(tmp_path: Path) -> None:
    (tmp_path / "test_vanlig.py").write_text("def test_x(): pass\n", encoding="utf-8")
    run = run_stubs(tmp_path, {"a": "grön"})

    assert list(run.results) == ["a"]
    assert "2 passed" in run.output


def test_a_journal_line_that_is_no_event_is_shown_whole() -> None:
    assert draw_journal(b'{"a":1}\n\nhalv rad').decode().splitlines() == ["a,rad", "1,", ",halv rad"]
    assert draw_journal(b"") == b"\n"


def test_long_fields_of_a_journal_come_last() -> None:
    assert draw_journal(b'{"data":{"x":1},"nr":1}\n').decode().splitlines() == ["nr,data", '1,"{""x"":1}"']
