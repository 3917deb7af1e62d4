"""The account notices every way in which a scenario can be lost on its way to the report."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reports.account.account import Counts, Difference, Ending, settle
from reports.outcome import Outcome
from reports.row import Run

A, B = Run("features/x.feature:3", "api"), Run("features/x.feature:7", "api")
B2 = Run(B.place, B.channel, 2)
PLACES = [A[0], B[0]]


def ending(run: Run, outcome: Outcome = Outcome.GODKAND, reason: str | None = None) -> Ending:
    return Ending(run=run, outcome=outcome, reason=reason)


WHOLE = Counts(
    written=PLACES,
    compiled=PLACES,
    planned=[A, B],
    outside=frozenset(),
    collected=[A, B],
    deselected={},
    endings=[ending(A), ending(B)],
    reported=[A, B],
    damaged=[],
)


def test_a_whole_run_balances() -> None:
    account = settle(WHOLE)

    assert account.balanced
    assert account.differences == ()
    assert (account.written, account.compiled, account.planned) == (2, 2, 2)
    assert (account.collected, account.run, account.reported) == (2, 2, 2)


LOSSES = {
    "insamlad men aldrig körd": (
        replace(WHOLE, endings=[ending(A)], reported=[A], ended=True),
        (B.place, B.channel, "korda", "samlades in men kördes aldrig"),
    ),
    "stoppad fast inget var rött": (
        replace(WHOLE, endings=[ending(A)], reported=[A], ended=True, stopped="-x"),
        (B.place, B.channel, "korda", "samlades in men kördes aldrig"),
    ),
    "en omgång körd två gånger": (
        replace(
            WHOLE,
            planned=[A, B, B2],
            collected=[A, B, B2],
            endings=[ending(A), ending(B), ending(B)],
            reported=[A, B, B2],
        ),
        (B.place, B.channel, "korda", "förekommer 2 gånger"),
    ),
    "skriven men inte läst": (
        replace(WHOLE, compiled=PLACES[:1], planned=[A], collected=[A], endings=[ending(A)], reported=[A]),
        (B[0], "", "kompilerade", "står i filen men läses inte som ett scenario"),
    ),
    "läst men inte skriven": (
        replace(WHOLE, written=PLACES[:1]),
        (B[0], "", "skrivna", "läses som ett scenario men syns inte i texten"),
    ),
    "inte insamlad": (
        replace(WHOLE, collected=[A], endings=[ending(A)], reported=[A]),
        (B.place, B.channel, "insamlade", "scenariot samlades aldrig in"),
    ),
    "inte körd": (
        replace(WHOLE, endings=[ending(A)], reported=[A]),
        (B.place, B.channel, "korda", "kördes aldrig klart: körningen avbröts"),
    ),
    "bortvald men körd": (
        replace(WHOLE, deselected={B: "på prov"}),
        (B.place, B.channel, "korda", "valdes bort men kördes ändå"),
    ),
    "inget resultat": (replace(WHOLE, reported=[A]), (B.place, B.channel, "rapporterade", "resultatfilen saknas")),
    "resultat utan körning": (
        replace(WHOLE, endings=[ending(A)]),
        (B.place, B.channel, "rapporterade", "har en resultatfil men blev aldrig klar"),
    ),
    "skadat resultat": (
        replace(WHOLE, reported=[A], damaged=["b-result.json"]),
        ("b-result.json", "", "rapporterade", "resultatfilen är skadad eller halvskriven"),
    ),
    "rad två gånger": (
        replace(WHOLE, endings=[ending(A), ending(B), ending(B)]),
        (B.place, B.channel, "korda", "förekommer 2 gånger"),
    ),
    "resultat två gånger": (
        replace(WHOLE, reported=[A, B, B]),
        (B.place, B.channel, "rapporterade", "förekommer 2 gånger"),
    ),
    "planerad två gånger": (
        replace(WHOLE, planned=[A, B, B]),
        (B.place, B.channel, "planerade", "förekommer 2 gånger"),
    ),
    "insamlad utanför planen": (
        replace(WHOLE, collected=[A, B, Run("y:1", "api")]),
        ("y:1", "api", "insamlade", "fanns inte i planen"),
    ),
    "körd utanför planen": (
        replace(WHOLE, endings=[*WHOLE.endings, ending(Run(A[0], "webb"))]),
        (A[0], "webb", "korda", "fanns inte i planen"),
    ),
    "rapporterad utanför planen": (
        replace(WHOLE, reported=[A, B, Run("y:1", "api")]),
        ("y:1", "api", "rapporterade", "fanns inte i planen"),
    ),
}


@pytest.mark.parametrize(("counts", "expected"), list(LOSSES.values()), ids=list(LOSSES))
def test_a_loss_is_a_row_and_the_account_does_not_balance(counts: Counts, expected: tuple[str, str, str, str]) -> None:
    account = settle(counts)

    place, channel, stage, reason = expected
    assert Difference(place=place, channel=channel, stage=stage, reason=f"oförklarad: {reason}") in account.differences
    assert not account.balanced


def test_the_same_place_in_two_channels_is_two_runs() -> None:
    web = Run(A[0], "webb")
    counts = replace(
        WHOLE,
        planned=[A, web, B],
        collected=[A, web, B],
        endings=[ending(A), ending(web), ending(B)],
        reported=[A, B],
    )

    account = settle(counts)

    assert [Run(d.place, d.channel) for d in account.differences] == [web]


EXPLAINED = {
    "ej i vald väg": (
        replace(WHOLE, outside={B}, collected=[A], endings=[ending(A)], reported=[A]),
        "insamlade",
        "ej i vald väg",
    ),
    "bortvald": (
        replace(WHOLE, deselected={B: "hör inte till AK-X"}, endings=[ending(A)], reported=[A]),
        "korda",
        "bortvald: hör inte till AK-X",
    ),
    "ej byggd": (
        replace(WHOLE, endings=[ending(A), ending(B, Outcome.EJ_BYGGD, "ej byggd (@specificerad)")]),
        "korda",
        "ej byggd (@specificerad)",
    ),
    "ej körbar": (
        replace(WHOLE, endings=[ending(A), ending(B, Outcome.EJ_KORBAR, "webblasare_saknas")]),
        "korda",
        "ej körbar: webblasare_saknas",
    ),
}


def test_a_stop_does_not_hide_a_result_of_what_was_chosen_away() -> None:
    red = replace(WHOLE, endings=[ending(A, Outcome.UNDERKAND)], ended=True, stopped="stopp (-x)", deselected={B: "x"})

    assert "oförklarad: har en resultatfil men blev aldrig klar" in {d.reason for d in settle(red).differences}


def test_a_run_that_stopped_at_the_first_red_says_so_of_what_it_never_came_to() -> None:
    red = replace(WHOLE, endings=[ending(A, Outcome.UNDERKAND)], reported=[A], ended=True, stopped="stopp (-x)")
    late = replace(red, reported=[A, B])

    for counts, reason in ((red, "kördes inte: stopp (-x)"), (late, "kördes inte klart: stopp (-x)")):
        account = settle(counts)
        assert [(d.place, d.stage, d.reason) for d in account.differences] == [(B.place, "korda", reason)]
        assert account.balanced


@pytest.mark.parametrize(("counts", "stage", "reason"), list(EXPLAINED.values()), ids=list(EXPLAINED))
def test_a_difference_with_a_known_reason_balances(counts: Counts, stage: str, reason: str) -> None:
    account = settle(counts)

    assert account.differences == (Difference(place=B[0], channel=B[1], stage=stage, reason=reason),)
    assert account.balanced
    assert account.run == 1


def test_an_awaited_red_is_a_row_though_it_left_no_count() -> None:
    reason = "väntad röd till och med 2026-03-01: Fel system."
    account = settle(replace(WHOLE, endings=[ending(A), ending(B, Outcome.VANTAD, reason)]))

    assert account.differences == (Difference(place=B[0], channel=B[1], stage="korda", reason=reason, was_run=True),)
    assert account.balanced
    assert account.run == 2


def test_a_scenario_that_is_not_built_must_still_be_reported() -> None:
    counts = replace(WHOLE, endings=[ending(A), ending(B, Outcome.EJ_BYGGD, "ej byggd")], reported=[A])

    assert not settle(counts).balanced
