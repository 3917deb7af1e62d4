"""Holds six counts of the same scenarios against each other. Pure: knows no file and no process."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from reports.outcome import Outcome
from reports.row import BY_PYTEST, Run

_UNEXPLAINED: Final = "oförklarad: "


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One scenario that one count has and another lacks. ``stage`` is the first count it left.

    ``was_run`` is True for one that left no count, but ended in a way that nobody may overlook;
    ``was_unasked`` for one whose reason is known, but is no choice of the command line's.
    """

    place: str
    channel: str
    stage: str
    reason: str
    repetition: int = 1
    was_run: bool = False
    was_unasked: bool = False

    @property
    def is_explained(self) -> bool:
        return not self.reason.startswith(_UNEXPLAINED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending:
    """How a row ended, as far as the account cares."""

    run: Run
    outcome: Outcome
    reason: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """What is counted. ``written`` and ``compiled`` are places; the rest are runs: a place in a channel, once
    or several times.

    ``outside`` are planned runs that the chosen paths leave out (``x.feature:12``);
    ``damaged`` are names of result files that cannot be read. ``ended`` is True for a run that came to its end,
    and ``stopped`` is the rule of its own by which it ended before everything was run.
    """

    written: Sequence[str]
    compiled: Sequence[str]
    planned: Sequence[Run]
    outside: Collection[Run]
    collected: Sequence[Run]
    deselected: Mapping[Run, str]
    endings: Sequence[Ending]
    reported: Sequence[Run]
    damaged: Sequence[str]
    ended: bool = False
    stopped: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """The six numbers and every difference between them."""

    written: int
    compiled: int
    planned: int
    collected: int
    run: int
    reported: int
    differences: tuple[Difference, ...]

    @property
    def balanced(self) -> bool:
        return all(difference.is_explained for difference in self.differences)


def settle(counts: Counts) -> Account:
    """Draw up the account: every difference gets its row and its reason.

    Source:
        Architecture section 3 (konto): written equals compiled; collected, run and reported are
        held against planned. A deselected scenario and one that is not built leave at ``korda``;
        a result is expected for everything that was not deselected.
    """
    differences = (
        *_text_differences(counts),
        *_run_differences(counts),
        *_unplanned(counts),
        *_repeated("rader", [ending.run for ending in counts.endings]),
        *_repeated("rapporterade", counts.reported),
        *(_damage(name) for name in counts.damaged),
    )
    return Account(
        written=len(counts.written),
        compiled=len(counts.compiled),
        planned=len(counts.planned),
        collected=len(counts.collected),
        run=sum(1 for ending in counts.endings if ending.outcome.was_run),
        reported=len(counts.reported),
        differences=differences,
    )


def _text_differences(counts: Counts) -> Iterator[Difference]:
    written, compiled = set(counts.written), set(counts.compiled)
    for place in sorted(written - compiled):
        yield _unexplained(Run(place, ""), "kompilerade", "står i filen men läses inte som ett scenario")
    for place in sorted(compiled - written):
        yield _unexplained(Run(place, ""), "skrivna", "läses som ett scenario men syns inte i texten")
    yield from _repeated("planerade", counts.planned)


def _run_differences(counts: Counts) -> Iterator[Difference]:
    """For each planned run: the first count that it is missing from, and why."""
    collected, reported = set(counts.collected), set(counts.reported)
    endings = {ending.run: ending for ending in counts.endings}
    # A rule that stops at what is red explains nothing where nothing is.
    stopped = counts.stopped if any(ending.outcome.is_red for ending in counts.endings) else ""
    for run in dict.fromkeys(counts.planned):
        ending = endings.get(run)
        if run not in collected:
            if run in counts.outside:
                yield _explained(run, "insamlade", "ej i vald väg")
            else:
                yield _unexplained(run, "insamlade", "scenariot samlades aldrig in")
        elif run in counts.deselected:
            reason = counts.deselected[run]
            yield _explained(run, "korda", f"bortvald: {reason}", was_unasked=reason == BY_PYTEST)
            if ending:
                yield _unexplained(run, "korda", "valdes bort men kördes ändå")
        elif ending is None and stopped:
            yield _explained(run, "korda", f"kördes inte{' klart' * (run in reported)}: {stopped}", was_unasked=True)
            continue
        elif ending is None:
            lost = "samlades in men kördes aldrig" if counts.ended else "kördes aldrig klart: körningen avbröts"
            yield _unexplained(run, "korda", lost)
        else:
            if not ending.outcome.was_run:
                yield _explained(run, "korda", _why_not_run(ending))
            if ending.outcome is Outcome.VANTAD:
                yield _explained(run, "korda", ending.reason or ending.outcome.shown, was_run=True)
            if run not in reported:
                yield _unexplained(run, "rapporterade", "resultatfilen saknas")
        if run in reported and ending is None:
            yield _unexplained(run, "rapporterade", "har en resultatfil men blev aldrig klar")


def _why_not_run(ending: Ending) -> str:
    if ending.outcome is Outcome.EJ_BYGGD:
        return ending.reason or "ej byggd"
    return f"{ending.outcome.shown}: {ending.reason}"


def _unplanned(counts: Counts) -> Iterator[Difference]:
    known = set(counts.planned)
    stages: tuple[tuple[str, Sequence[Run]], ...] = (
        ("insamlade", counts.collected),
        ("korda", [ending.run for ending in counts.endings]),
        ("rapporterade", counts.reported),
    )
    for stage, runs in stages:
        for run in dict.fromkeys(runs):
            if run not in known:
                yield _unexplained(run, stage, "fanns inte i planen")


def _repeated(stage: str, runs: Sequence[Run]) -> Iterator[Difference]:
    for run, times in Counter(runs).items():
        if times > 1:
            yield _unexplained(run, "korda" if stage == "rader" else stage, f"förekommer {times} gånger")


def _damage(name: str) -> Difference:
    return _unexplained(Run(name, ""), "rapporterade", "resultatfilen är skadad eller halvskriven")


def _explained(run: Run, stage: str, reason: str, *, was_run: bool = False, was_unasked: bool = False) -> Difference:
    return Difference(
        place=run.place,
        channel=run.channel,
        stage=stage,
        reason=reason,
        repetition=run.repetition,
        was_run=was_run,
        was_unasked=was_unasked,
    )


def _unexplained(run: Run, stage: str, reason: str) -> Difference:
    return _explained(run, stage, _UNEXPLAINED + reason)
