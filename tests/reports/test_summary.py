"""The summary follows its schema, and the exit code follows the worst that happened."""

from __future__ import annotations

import io
import itertools
import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import jsonschema_rs
import msgspec
import pytest
from rich.console import Console

from reports.account.account import Account, Difference
from reports.closing import summary_text, told_of
from reports.folder import OutputFolder
from reports.outcome import Outcome
from reports.printout import account_line, print_reports, print_summary
from reports.row import FinishedRow, ShownFault
from reports.summary import Summary, exit_code, precedence

SCHEMA = json.loads(Path(__file__).parents[2].joinpath("docs", "sammanfattning.schema.json").read_text("utf-8"))
PARTS = {
    "Fel": "SAMSA valdes inte.",
    "Förväntat": "SAMSA",
    "Faktiskt": "Samvy",
    "Var": "features/x.feature:12",
    "Krav": "AK-SYS-05",
    "Nästa steg": "Fråga Millenniumenheter.",
}


def row(outcome: Outcome, number: int = 1, **changes: object) -> FinishedRow:
    values: dict[str, object] = {
        "place": f"features/x.feature:{number}",
        "channel": "api",
        "nodeid": f"n{number}",
        "scenario_id": f"s{number}",
        "name": f"namn {number}",
        "outcome": outcome,
        "reason": None,
        "fault": ShownFault(kind="Avvikelse", parts=PARTS) if outcome.is_red else None,
        "krav": ("AK-SYS-05",),
        "test_type": "oberoende",
        "weakest": "D",
        "leaned_on": {"systemval_regel": "D"},
        "duration_s": 0.1,
    }
    return FinishedRow(**{**values, **changes})  # type: ignore[arg-type]


def summary(*rows: FinishedRow, balanced: bool = True, deselected: int = 0) -> Summary:
    lost = Difference(place="features/x.feature:9", channel="api", stage="korda", reason="oförklarad: borta")
    n = len(rows)
    account = Account(
        written=n,
        compiled=n,
        planned=n,
        collected=n,
        run=n,
        reported=n,
        differences=() if balanced else (lost,),
    )
    return Summary(
        account=account, rows=rows, deselected=deselected, seed=1, identity_source="regel", duration_s=1.23456
    )


RED = {Outcome.SPECIFIKATIONSFEL: 2, Outcome.TRASIG: 3, Outcome.UNDERKAND: 1}
PRECEDENCE = [4, 2, 3, 1, 0]
MIXTURES = [
    (balanced, reds)
    for balanced in (True, False)
    for size in range(len(RED) + 1)
    for reds in itertools.combinations(RED, size)
]


@pytest.mark.parametrize(("balanced", "reds"), MIXTURES)
def test_the_exit_code_is_the_first_in_precedence(balanced: bool, reds: tuple[Outcome, ...]) -> None:
    rows = [row(Outcome.GODKAND), *(row(outcome, n) for n, outcome in enumerate(reds, start=2))]
    present = {0, *(RED[outcome] for outcome in reds), *(() if balanced else (4,))}

    assert exit_code(summary(*rows, balanced=balanced)) == min(present, key=PRECEDENCE.index)


@pytest.mark.parametrize(("first", "second"), list(itertools.product(PRECEDENCE, repeat=2)))
def test_the_worse_of_two_codes(first: int, second: int) -> None:
    assert max(first, second, key=precedence) == min(first, second, key=PRECEDENCE.index)


def test_a_run_of_nothing_is_not_green() -> None:
    assert exit_code(summary(deselected=58)) == 4


@pytest.mark.parametrize(("reason", "code"), [("en annan orsak", 0), ("webblasare_saknas", 4)])
def test_only_a_missing_browser_makes_what_cannot_run_a_fault(reason: str, code: int) -> None:
    assert exit_code(summary(row(Outcome.GODKAND), row(Outcome.EJ_KORBAR, 2, reason=reason))) == code


UNPROVEN = (Outcome.EJ_BYGGD, Outcome.EJ_KORBAR, Outcome.VANTAD)


@pytest.mark.parametrize("outcome", UNPROVEN)
def test_what_is_neither_green_nor_red_leaves_the_exit_code_to_the_others(outcome: Outcome) -> None:
    assert exit_code(summary(row(outcome), row(Outcome.GODKAND, 2))) == 0
    assert exit_code(summary(row(outcome), row(Outcome.UNDERKAND, 2))) == 1


def test_a_run_without_green_or_red_proves_nothing() -> None:
    for outcome in UNPROVEN:
        assert exit_code(summary(row(outcome))) == 4
    both = summary(row(Outcome.EJ_BYGGD), row(Outcome.EJ_BYGGD, 2), row(Outcome.VANTAD, 3), deselected=7)
    sentence = "Ingenting är bevisat: 2 ej byggd, 1 väntad, och inget blev grönt eller rött."

    assert exit_code(both) == 4
    assert sentence in printed(both)
    assert "Ingenting är bevisat" not in printed(summary(row(Outcome.EJ_BYGGD), row(Outcome.GODKAND, 2)))


@pytest.mark.parametrize(
    "case",
    [
        summary(),
        summary(row(Outcome.GODKAND), balanced=False),
        summary(*(row(outcome, n) for n, outcome in enumerate(Outcome, start=1)), deselected=3),
        summary(row(Outcome.GODKAND, weakest=None, leaned_on={}, test_type="", krav=())),
        replace(summary(row(Outcome.GODKAND), row(Outcome.TRASIG, repetition=2), balanced=False), repetitions=2),
    ],
)
def test_the_summary_follows_its_schema(case: Summary) -> None:
    jsonschema_rs.validate(SCHEMA, json.loads(summary_text(case)))


def test_the_schema_refuses_what_it_does_not_know() -> None:
    document = json.loads(summary_text(summary(row(Outcome.GODKAND))))
    validator = jsonschema_rs.validator_for(SCHEMA)

    assert validator.is_valid(document)
    for changed in (
        {**document, "extra": 1},
        {**document, "schema": 2},
        {**document, "utfall": {}},
        {**document, "konto": {**document["konto"], "skillnader": [{"var": "x"}]}},
    ):
        assert not validator.is_valid(changed)


def test_the_numbers() -> None:
    document = summary(
        row(Outcome.GODKAND, 1, weakest="B", leaned_on={"frist": "B"}),
        row(Outcome.GODKAND, 2),
        row(Outcome.UNDERKAND, 3, krav=("AK-SYS-05", "AK-SYS-08"), test_type="prestanda"),
        deselected=4,
    ).as_json()

    assert {name: n for name, n in document["utfall"].items() if n} == {
        "godkand": 2,
        "underkand": 1,
        "bortvald": 4,
    }
    assert document["klass"] == {"A": 0, "B": 1, "C": 0, "D": 1}
    assert document["antaganden"] == {"systemval_regel": 1}
    assert document["per_krav"] == {
        "AK-SYS-05": {"godkand": 2, "underkand": 1},
        "AK-SYS-08": {"underkand": 1},
    }
    assert document["per_testtyp"] == {"oberoende": {"godkand": 2}, "prestanda": {"underkand": 1}}
    assert document["kanaler"] == {"api": {"godkand": 2, "underkand": 1}}
    assert document["tid_s"] == 1.235


def printed(case: Summary, *, interrupted: bool = False) -> str:
    text = io.StringIO()
    console = Console(file=text, width=100, highlight=False, soft_wrap=True, emoji=False)
    print_summary(case, console, interrupted=interrupted)
    return text.getvalue()


def test_a_red_scenario_is_printed_with_its_six_parts() -> None:
    text = printed(summary(row(Outcome.UNDERKAND)))

    assert "UNDERKÄND  features/x.feature:1 (api)  namn 1" in text
    assert "Avvikelse: SAMSA valdes inte." in text
    for name, value in list(PARTS.items())[1:]:
        assert any(line.split() == f"{name}: {value}".split() for line in text.splitlines())


def test_awaited_reds_are_printed_with_their_day_and_what_they_deviate_in() -> None:
    fault = ShownFault(kind="Avvikelse", parts=PARTS)
    text = printed(summary(row(Outcome.VANTAD, fault=fault, until=date(2026, 3, 1)), row(Outcome.GODKAND, 2)))

    assert "1 väntad röd, sista dag 2026-03-01:" in text
    assert "2026-03-01  features/x.feature:1 (api)  namn 1: SAMSA valdes inte." in text
    assert exit_code(summary(row(Outcome.VANTAD, fault=fault), row(Outcome.GODKAND, 2))) == 0


def test_a_scenario_that_ends_differently_is_unstable() -> None:
    case = replace(
        summary(
            row(Outcome.UNDERKAND, 1, repetition=2),
            row(Outcome.GODKAND, 2, repetition=2),
            row(Outcome.GODKAND, 1),
            row(Outcome.GODKAND, 2),
            row(Outcome.GODKAND, 1, channel="webb"),
            balanced=False,
        ),
        repetitions=2,
    )

    document = case.as_json()
    assert document["omgangar"] == 2
    assert document["ostadiga"] == [{"var": "features/x.feature:1", "kanal": "api", "utfall": ["godkand", "underkand"]}]
    assert document["konto"]["skillnader"][0]["omgang"] == 1
    assert "Ostadigt: features/x.feature:1 (api)  namn 1: godkänd, underkänd" in printed(case)
    assert "UNDERKÄND  features/x.feature:1 (api, omgång 2)  namn 1" in printed(case)
    assert exit_code(replace(case, account=summary(row(Outcome.GODKAND)).account)) == 1


def test_without_repetitions_nothing_is_told_apart() -> None:
    document = summary(row(Outcome.GODKAND), row(Outcome.UNDERKAND, 2), balanced=False).as_json()

    assert (document["omgangar"], document["ostadiga"]) == (1, [])
    assert "omgang" not in document["konto"]["skillnader"][0]


def test_a_system_that_is_down_is_described_once() -> None:
    text = printed(summary(*(row(Outcome.TRASIG, n) for n in (1, 2, 3))))

    assert text.count("SAMSA valdes inte.") == 1
    assert "Samma fel i 2 till:" in text
    assert "features/x.feature:3 (api)  namn 3" in text


def test_two_deviations_are_described_each() -> None:
    assert printed(summary(row(Outcome.UNDERKAND, 1), row(Outcome.UNDERKAND, 2))).count("SAMSA valdes inte.") == 2


def test_a_deviation_that_is_the_same_in_both_channels_is_one() -> None:
    api = row(Outcome.UNDERKAND)
    webb = msgspec.structs.replace(api, channel="webb")

    text = printed(summary(webb, api))

    assert text.count("SAMSA valdes inte.") == 1
    assert text.index("features/x.feature:1 (api)") < text.index("Samma fel i 1 till:")
    assert text.index("Samma fel i 1 till:") < text.index("features/x.feature:1 (webb)")


def test_a_deviation_that_only_the_pages_show_says_so() -> None:
    api = row(Outcome.UNDERKAND)
    webb = msgspec.structs.replace(
        api, channel="webb", fault=ShownFault(kind="Avvikelse", parts={**PARTS, "Faktiskt": "något annat"})
    )

    assert printed(summary(webb, api)).count("SAMSA valdes inte.") == 2


def test_the_account_is_one_line() -> None:
    whole, lost = summary(row(Outcome.GODKAND)), summary(row(Outcome.GODKAND), balanced=False)

    assert account_line(whole.account) == (
        "Kontot stämmer: 1 skrivna = 1 kompilerade → 1 planerade, 1 insamlade, 1 körda, 1 rapporterade."
    )
    assert account_line(lost.account).startswith("Kontot stämmer INTE:")
    assert "features/x.feature:9 api, vid korda: oförklarad: borta" in printed(lost)
    assert "1 grön, varav 1 vilar på antaganden" in printed(whole)


def test_a_run_of_nothing_says_so_and_whether_anything_was_there_to_choose() -> None:
    nothing = summary()
    unchosen = replace(nothing, account=replace(nothing.account, collected=3))

    assert "Inget scenario kördes" in printed(nothing)
    assert "Inget scenario stämmer med det som valdes" in printed(unchosen)


def test_an_interrupted_run_says_how_far_it_came_and_lists_no_rows() -> None:
    text = printed(summary(row(Outcome.GODKAND), balanced=False), interrupted=True)

    assert "Du avbröt: 1 av 1 scenarier hann köras." in text
    assert "Kontot stämmer INTE" in text
    assert "oförklarad" not in text


def test_a_test_type_tells_of_its_own_green_and_of_the_account_of_the_run() -> None:
    told = summary(
        row(Outcome.GODKAND, 1, test_type="prestanda"),
        row(Outcome.GODKAND, 2, test_type="prestanda", weakest="B"),
        row(Outcome.UNDERKAND, 3, test_type="prestanda"),
        row(Outcome.GODKAND, 4),
    )

    assert told_of(told, "prestanda") == {
        "Kanaler": "api",
        "Konto": "hela körningens stämmer",
        "Antaganden": "1 av 2 gröna",
    }
    assert told_of(replace(told, account=summary(balanced=False).account), "prestanda")["Konto"].endswith("INTE")
    assert told_of(told, "") == {}
    assert told.within("prestanda").by_krav == {"AK-SYS-05": {"godkand": 2, "underkand": 1}}


def test_where_the_reports_lie_is_said_in_lines_that_can_be_copied(tmp_path: Path) -> None:
    console = Console(file=io.StringIO(), width=20)
    folder = OutputFolder(tmp_path)

    print_reports(folder, ["prestanda"], console)

    assert console.file.getvalue().splitlines() == [  # type: ignore[attr-defined]  # a StringIO
        f"Rapport: {tmp_path / 'allure' / 'index.html'}",
        f"  Prestandatester: {tmp_path / 'allure-prestanda' / 'index.html'}",
    ]
