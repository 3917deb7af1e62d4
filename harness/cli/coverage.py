"""Which scenarios claim each krav, under which Regel, and what the last run said of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from reports.outcome import Outcome, weakest_class, weight
from reports.row import FinishedRow
from steps.pickles import Pickle
from testdata.faults import Specifikationsfel
from testdata.krav.register import Krav, all_krav, krav
from testdata.scenario import NOT_BUILT_TAG

UNTESTED = "otestat"
NOT_RUN = "ej kört"
PARTLY_RUN = "delvis kört"

_KRAV_TAG = "krav:"
_ID_TAG = "id:"
_BY_PERSON = "manniska"


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One scenario that claims a krav. A Scenariomall is one, however many ``rows`` it has.

    ``by_robot`` is False for one that a person judges or whose steps are not built. ``verdict`` is that of the last
    run; ``outcomes`` are the ends that it came to there, none when it was not run, and ``whole`` says that no
    row of it was missing.
    """

    path: str
    line: int
    id: str
    name: str
    rule: str
    channels: tuple[str, ...]
    rows: int
    by_robot: bool
    outcomes: tuple[Outcome, ...] = ()
    whole: bool = False
    weakest: str | None = None

    @property
    def place(self) -> str:
        return f"{self.path}:{self.line}"

    @property
    def verdict(self) -> str:
        return _verdict(self.outcomes, whole=self.whole)


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """One krav with all that claims it."""

    krav: Krav
    claims: tuple[Claim, ...]

    @property
    def verdict(self) -> str:
        """``otestat``, ``ej kört``, ``delvis kört``, or the worst outcome of the last run."""
        if not self.claims:
            return UNTESTED
        outcomes = [outcome for claim in self.claims for outcome in claim.outcomes]
        return _verdict(outcomes, whole=all(claim.whole for claim in self.claims))

    @property
    def green(self) -> bool:
        """Whether everything that claims it was run last time, and everything was green."""
        return self.verdict == Outcome.GODKAND.shown

    @property
    def measured(self) -> str | None:
        """The weakest class of trust that its scenarios leaned on in the last run."""
        return weakest_class(claim.weakest for claim in self.claims if claim.weakest)

    @property
    def by_robot(self) -> bool:
        return any(claim.by_robot for claim in self.claims)


def cover(pickles: Sequence[Pickle], rows: Iterable[FinishedRow] = ()) -> tuple[Coverage, ...]:
    """Every krav of the register, in its order, with its scenarios and what *rows* of the last run say of them."""
    ended = _by_case(rows)
    claimed: dict[str, list[Pickle]] = {}
    for pickle in pickles:
        for name in krav_of(pickle):
            claimed.setdefault(name, []).append(pickle)
    return tuple(
        Coverage(
            krav=entry,
            claims=tuple(
                _claim(list(same), ended)
                for _, same in groupby(claimed.get(entry.id, ()), key=lambda p: (p.path, p.scenario_line))
            ),
        )
        for entry in all_krav().values()
    )


def krav_of(pickle: Pickle) -> tuple[str, ...]:
    return tuple(dict.fromkeys(t.removeprefix(_KRAV_TAG) for t in pickle.tags if t.startswith(_KRAV_TAG)))


def unknown_krav(pickles: Iterable[Pickle]) -> list[tuple[str, Specifikationsfel]]:
    """Where a tag names a krav that does not exist, and what was probably meant."""
    found: dict[tuple[str, str], Specifikationsfel] = {}
    for pickle in pickles:
        for name in krav_of(pickle):
            try:
                krav(name)
            except Specifikationsfel as fault:
                found.setdefault((f"{pickle.path}:{pickle.scenario_line}", name), fault)
    return [(place, fault) for (place, _), fault in found.items()]


def contradicted(covered: Iterable[Coverage]) -> list[Coverage]:
    """Those that say why they are not tested, and are: by a scenario that a robot runs."""
    return [each for each in covered if each.krav.untested and each.by_robot]


def _claim(pickles: Sequence[Pickle], ended: Mapping[tuple[str, str], FinishedRow]) -> Claim:
    first = pickles[0]
    cases = [(pickle, channel) for pickle in pickles for channel in pickle.channels]
    rows = [_row(pickle, channel, ended) for pickle, channel in cases]
    found = [row for row in rows if row]
    return Claim(
        path=first.path,
        line=first.scenario_line,
        id=next((tag.removeprefix(_ID_TAG) for tag in first.tags if tag.startswith(_ID_TAG)), ""),
        name=first.name,
        rule=first.rule,
        channels=first.channels,
        rows=len(pickles),
        by_robot=any(NOT_BUILT_TAG not in pickle.tags and _BY_PERSON not in pickle.tags for pickle in pickles),
        outcomes=tuple(row.outcome for row in found),
        whole=len(found) == len(cases),
        weakest=weakest_class(row.weakest for row in found if row.weakest),
    )


def _row(pickle: Pickle, channel: str, ended: Mapping[tuple[str, str], FinishedRow]) -> FinishedRow | None:
    """A scenario that has got its id since is known by the name it had."""
    return ended.get((pickle.scenario_id, channel)) or ended.get((pickle.id_by_name, channel))


def _by_case(rows: Iterable[FinishedRow]) -> dict[tuple[str, str], FinishedRow]:
    """The worst of several repetitions stands for them all."""
    found: dict[tuple[str, str], FinishedRow] = {}
    for row in rows:
        case = (row.scenario_id, row.channel)
        if case not in found or weight(row.outcome) > weight(found[case].outcome):
            found[case] = row
    return found


def _verdict(outcomes: Sequence[Outcome], *, whole: bool) -> str:
    """Red is red, however little was run; but nothing is green before all of it is."""
    worst = max(outcomes, key=weight, default=None)
    if worst is None:
        return NOT_RUN
    return worst.shown if whole or worst.is_red else PARTLY_RUN
