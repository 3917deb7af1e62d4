"""What a deltestplan can measure: of the texts before a run, and of a finished run."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from reports.account.compiled import CompiledPickle
from reports.account.ledger import Texts
from reports.outcome import Outcome
from reports.plan.plan import Choice
from reports.row import Run
from reports.selection import read_selection
from reports.summary import Summary
from testdata.scenario import CHANNELS, NOT_BUILT_TAG, PlannedRow

_PREFIX: Final = "krav:"


def chosen_texts(choice: Choice, texts: Texts) -> Texts:
    """What of *texts* the plan chooses. A written scenario that does not compile is nothing that it could choose.

    Where a line was chosen, the rest of its file is read too, and is no part of it.
    """
    selection = read_selection(
        krav=choice.krav,
        areas=choice.areas,
        test_types=choice.test_types,
        channels=[choice.channel] if choice.channel in CHANNELS else (),
        tags=choice.tags,
    )
    kept = tuple(
        pickle
        for pickle in texts.pickles
        if any(
            Run(row.place, row.channel) not in texts.outside and selection.reason_against(row) is None
            for row in _rows(pickle)
        )
    )
    places = {pickle.place for pickle in kept}
    return replace(texts, pickles=kept, written=tuple(place for place in texts.written if place in places))


def _rows(pickle: CompiledPickle) -> Iterator[PlannedRow]:
    """The rows of *pickle*, as far as a selection asks about them."""
    for channel in pickle.channels:
        yield PlannedRow(
            nodeid="",
            place=pickle.place,
            channel=channel,
            scenario_id="",
            name=pickle.name,
            feature="",
            rule=pickle.rule,
            tags=pickle.tags,
        )


def krav_without_scenario(krav: Sequence[str], texts: Texts) -> list[str]:
    """Those of *krav* that no scenario in the texts claims, in their order.

    A scenario whose steps are not built claims nothing yet: it tests nothing.
    """
    built = [pickle for pickle in texts.pickles if NOT_BUILT_TAG not in pickle.tags]
    claimed = {tag.removeprefix(_PREFIX) for pickle in built for tag in pickle.tags if tag.startswith(_PREFIX)}
    return [name for name in krav if name not in claimed]


def krav_without_green(krav: Sequence[str], summary: Summary) -> list[str]:
    """Those of *krav* that no scenario of the run was green for, in their order."""
    green = {name for row in summary.green for name in row.krav}
    return [name for name in krav if name not in green]


def _outcomes(outcome: Outcome) -> Callable[[Summary, Texts, Sequence[str]], int]:
    return lambda summary, _texts, _krav: summary.outcomes[outcome.value]


_START: Final[Mapping[str, Callable[[Texts], int]]] = {"skrivna": lambda texts: len(texts.written)}
_END: Final[Mapping[str, Callable[[Summary, Texts, Sequence[str]], int]]] = {
    "underkanda": _outcomes(Outcome.UNDERKAND),
    "trasiga": _outcomes(Outcome.TRASIG),
    "specifikationsfel": _outcomes(Outcome.SPECIFIKATIONSFEL),
    "ej_byggda": _outcomes(Outcome.EJ_BYGGD),
    "ej_korbara": _outcomes(Outcome.EJ_KORBAR),
    "vantade": _outcomes(Outcome.VANTAD),
    "ostadiga": lambda summary, _texts, _krav: len(summary.unstable),
    "krav_utan_scenario": lambda _summary, texts, krav: len(krav_without_scenario(krav, texts)),
    "krav_utan_gront": lambda summary, _texts, krav: len(krav_without_green(krav, summary)),
    "grona_pa_antaganden": lambda summary, _texts, _krav: summary.classes["D"],
}
START_MEASURES: Final = tuple(_START)
END_MEASURES: Final = tuple(_END)
KRAV_MEASURES: Final = ("krav_utan_scenario", "krav_utan_gront")
"""Those that count the krav of the plan, and would be met by a plan that names none."""


def measure_start(name: str, texts: Texts) -> int:
    return _START[name](texts)


def measure_end(name: str, summary: Summary, texts: Texts, krav: Sequence[str]) -> int:
    """*krav* are those of the plan."""
    return _END[name](summary, texts, krav)
