"""One page of all results and one for each test type: each shows what belongs to it, and how it is sorted."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from resultfolder import Results, a_fault, a_row, needs_allure, page_data, tree_of

from reports.allure.html import build_html
from reports.allure.results import PLAYWRIGHT_TRACE
from reports.outcome import Outcome
from reports.verdict import BROWSER_MISSING, PASSED, Verdict

pytestmark = needs_allure

REDS = {
    "Avvikelse: systemet bröt en regel, verksamheten agerar": (Outcome.UNDERKAND, "Avvikelse"),
    "Miljöfel: systemet gick inte att fråga, driften agerar": (Outcome.TRASIG, "Miljöfel"),
    "Specifikationsfel: texten eller datat är omöjligt, författaren agerar": (
        Outcome.SPECIFIKATIONSFEL,
        "Specifikationsfel",
    ),
    "Övriga fel: testprogrammet självt, utvecklaren agerar": (Outcome.TRASIG, "Oväntat fel"),
}
SKIPPED = {
    "Ej körbar: webbläsare saknas, den som kör agerar": (Outcome.EJ_KORBAR, BROWSER_MISSING),
    "Ej byggd: stegen finns inte än, utvecklaren agerar": (Outcome.EJ_BYGGD, "ej byggd (@specificerad)"),
}


@pytest.fixture(scope="module")
def mixed(tmp_path_factory: pytest.TempPathFactory) -> Results:
    """Two test types and two channels, with pages drawn."""
    results = Results(tmp_path_factory.mktemp("blandad [å] 1"))
    for channel in ("api", "webb"):
        results.add(a_row("1", channel=channel), step_evidence=[("Skärmbild", "image/png", b"bild ett")])
        for number, (outcome, kind) in enumerate(REDS.values()):
            verdict = Verdict(outcome=outcome, fault=a_fault(kind))
            results.add(a_row(f"röd-{number}", channel=channel), verdict)
    results.add(a_row("2", "anvandaracceptans", rule="", feature="Utan regel"))
    for number, (outcome, reason) in enumerate(SKIPPED.values()):
        verdict = Verdict(outcome=outcome, reason=reason)
        results.add(a_row(f"hoppad-{number}", "anvandaracceptans", "webb"), verdict)
    red = Verdict(outcome=Outcome.UNDERKAND, fault=a_fault("Avvikelse"))
    results.add(a_row("3", "anvandaracceptans"), red, evidence=[("Spår", PLAYWRIGHT_TRACE, b"PK ett")])
    build_html(
        results.folder,
        title="Provtryck: allt & lite till",
        facts=lambda test_type: {"Konto": "hela körningens stämmer"} if test_type else {},
    )
    return results


def test_only_the_test_types_of_the_run_have_a_page(mixed: Results) -> None:
    assert sorted(path.name for path in mixed.folder.root.iterdir()) == [
        "allure",
        "allure-anvandaracceptans",
        "allure-oberoende",
        "allure-results",
    ]
    assert [path.name for path in mixed.folder.report("oberoende").iterdir()] == ["index.html"]


def test_the_joint_tree_goes_from_test_type_over_process_to_rule(mixed: Results) -> None:
    reds = [f"Fall röd-{number}" for number in range(4)]

    assert tree_of(mixed.folder.page(), "api") == {
        "Oberoende tester": {"In- och utskrivning": {"En regel": {"": ["Fall 1", *reds]}}},
        "Användaracceptans": {
            "In- och utskrivning": {"Utan regel": {"": ["Fall 2"]}, "En regel": {"": ["Fall 3"]}},
        },
    }


def test_the_tree_of_a_test_type_goes_from_process_to_rule(mixed: Results) -> None:
    page = mixed.folder.page("anvandaracceptans")

    assert tree_of(page, "api") == {
        "In- och utskrivning": {"Utan regel": {"": ["Fall 2"]}, "En regel": {"": ["Fall 3"]}},
    }
    assert tree_of(page, "webb") == {
        "In- och utskrivning": {"En regel": {"": [f"Fall hoppad-{number}" for number in range(len(SKIPPED))]}},
    }


def test_one_scenario_stands_in_each_of_its_channels(mixed: Results) -> None:
    data = page_data(mixed.folder.page("oberoende"))

    assert json.loads(data["widgets/environments.json"]) == [
        {"id": "api", "name": "Kanal api"},
        {"id": "webb", "name": "Kanal webb"},
    ]
    groups = [json.loads(body) for name, body in data.items() if name.startswith("data/test-env-groups/")]
    assert {group["name"]: sorted(group["testResultsByEnv"]) for group in groups} == {
        name: ["api", "webb"] for name in ("Fall 1", *(f"Fall röd-{number}" for number in range(4)))
    }


@pytest.mark.parametrize(
    ("test_type", "total", "by_channel"),
    [
        ("", 14, {"api": 7, "webb": 7}),
        ("oberoende", 10, {"api": 5, "webb": 5}),
        ("anvandaracceptans", 4, {"api": 2, "webb": 2}),
    ],
)
def test_numbers_and_charts_are_of_the_page(
    mixed: Results, test_type: str, total: int, by_channel: dict[str, int]
) -> None:
    data = page_data(mixed.folder.page(test_type))
    charts = json.loads(data["widgets/charts.json"])

    assert json.loads(data["widgets/statistic.json"])["total"] == total
    assert drawn_total(charts["general"]) == total
    assert {channel: drawn_total(drawn) for channel, drawn in charts["byEnv"].items()} == by_channel


def test_attachments_go_only_where_their_scenario_goes(mixed: Results) -> None:
    def attached(test_type: str) -> set[bytes]:
        data = page_data(mixed.folder.page(test_type))
        return {body for name, body in data.items() if name.startswith("data/attachments/")}

    assert attached("oberoende") == {b"bild ett"}
    assert attached("anvandaracceptans") == {b"PK ett"}
    assert attached("") == attached("oberoende") | attached("anvandaracceptans")


def test_a_page_speaks_swedish_and_says_what_it_is(mixed: Results) -> None:
    page = mixed.folder.page("oberoende").read_text("utf-8")

    assert '"reportLanguage":"sv"' in page
    assert "<title> Provtryck: allt &amp; lite till: Oberoende tester </title>" in page


def test_a_page_of_a_test_type_has_words_of_its_own(mixed: Results) -> None:
    def told(test_type: str) -> dict[str, str]:
        items = json.loads(page_data(mixed.folder.page(test_type))["widgets/allure_environment.json"])
        return {item["name"]: item["values"][0] for item in items}

    assert told("") == {"Konto": "stämmer, 3 körda", "Miljö": "simulator"}
    assert told("oberoende") == {"Konto": "hela körningens stämmer", "Miljö": "simulator"}


@pytest.mark.parametrize("channel", ["api", "webb"])
def test_reds_are_sorted_by_who_acts_in_every_channel(mixed: Results, channel: str) -> None:
    assert categories(mixed.folder.page("oberoende"), channel) == dict.fromkeys(REDS, 1)


def test_what_was_not_run_is_sorted_by_its_reason(mixed: Results) -> None:
    assert categories(mixed.folder.page("anvandaracceptans"), "webb") == dict.fromkeys(SKIPPED, 1)
    joint = categories(mixed.folder.page())
    assert joint == {**dict.fromkeys(REDS, 2), next(iter(REDS)): 3, **dict.fromkeys(SKIPPED, 1)}


def test_a_person_sees_no_labels_that_only_the_account_needs(mixed: Results) -> None:
    data = page_data(mixed.folder.page())

    for body in (body for name, body in data.items() if name.startswith("data/test-results/")):
        assert {label["name"] for label in json.loads(body)["labels"]} <= {
            *("epic", "feature", "story", "testtyp", "krav", "severity", "tag"),
        }


def test_a_channel_we_have_no_name_for_is_called_by_its_own(tmp_path: Path) -> None:
    results = Results(tmp_path)
    results.add(a_row("1", channel="telefon"))
    results.add(a_row("1"))
    build_html(results.folder, title="Provtryck")

    environments = json.loads(page_data(results.folder.page())["widgets/environments.json"])
    assert [environment["name"] for environment in environments] == ["Kanal api", "telefon"]


def test_no_repetition_is_folded_into_another(tmp_path: Path) -> None:
    results = Results(tmp_path)
    red = Verdict(outcome=Outcome.UNDERKAND, fault=a_fault("Avvikelse"))
    for channel in ("api", "webb"):
        for repetition, verdict in ((1, PASSED), (2, red), (3, PASSED)):
            results.add(replace(a_row("1", channel=channel), repetition=repetition, repetitions=3), verdict)

    build_html(results.folder, title="Provtryck")

    data = page_data(results.folder.page())
    assert json.loads(data["widgets/statistic.json"]) == {"total": 6, "passed": 4, "failed": 2}
    shown = [json.loads(body) for name, body in data.items() if name.startswith("data/test-results/")]
    parameters = [{p["name"]: p["value"] for p in result["parameters"]} for result in shown]
    assert sorted((p["kanal"], p["Omgång"]) for p in parameters) == [
        (channel, f"{repetition} av 3") for channel in ("api", "webb") for repetition in (1, 2, 3)
    ]
    assert [result for result in shown if result.get("retry") or result.get("retriesCount")] == []
    groups = [json.loads(body) for name, body in data.items() if name.startswith("data/test-env-groups/")]
    assert [sorted(group["testResultsByEnv"]) for group in groups] == [["api", "webb"]] * 3


def test_a_result_without_a_test_type_is_on_the_joint_page_only(tmp_path: Path) -> None:
    results = Results(tmp_path)
    results.add(a_row("1", test_type="rok"))

    assert build_html(results.folder, title="Provtryck") == ()
    assert list(tree_of(results.folder.page())) == ["Utan testtyp"]


def drawn_total(charts: dict[str, Any]) -> int:
    """How many scenarios the chart of their times counts."""
    (chart,) = (chart for chart in charts.values() if chart["type"] == "durations")
    return sum(bar[key] for bar in chart["data"] for key in chart["keys"])


def categories(page: Path, channel: str = "") -> dict[str, int]:
    folder = f"{channel}/" if channel else ""
    store = json.loads(page_data(page)[f"widgets/{folder}categories.json"])
    nodes = (store["nodes"][root] for root in store["roots"])
    return {node["name"]: node["statistic"]["total"] for node in nodes}
