"""Which identities are one patient's in SAMSA, and which Samvy has said are."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from harness.kernel.events import Event, read_fact
from harness.systems.samsa.merging.facts import KINDS, PatientsMerged, PatientsSeparated, SamvyMergeTold

Pair = tuple[str, str]
"""Two identities (``oid|id``): the lower and the one that it was merged into."""


@dataclass(slots=True, kw_only=True)
class Merge:
    number: str
    low: str
    high: str
    unit: str
    at: datetime
    sips: tuple[str, ...]
    is_undone: bool = False


@dataclass(slots=True)
class Merges:
    """Sammanslagningar by number, and what Samvy has told of its own by pair: (number of the message, merged)."""

    merges: dict[str, Merge] = field(default_factory=dict)
    seen: set[str] = field(default_factory=set)
    in_samvy: dict[Pair, tuple[int, bool]] = field(default_factory=dict)

    def in_force(self) -> list[Merge]:
        return [merge for merge in self.merges.values() if not merge.is_undone]

    def one_patient(self, identity: str) -> frozenset[str]:
        """Every identity that is merged with *identity*, over any number of steps, and itself."""
        found, waiting = {identity}, [identity]
        while waiting:
            at = waiting.pop()
            ends = [(m.low, m.high) for m in self.in_force() if at in (m.low, m.high)]
            new = {end for pair in ends for end in pair} - found
            found |= new
            waiting += new
        return frozenset(found)

    def merged_in_samvy(self) -> list[tuple[Pair, bool]]:
        """Pairs that Samvy has merged, each with whether SAMSA has too (AK-RES-11)."""
        told = [pair for pair, (_, is_merged) in self.in_samvy.items() if is_merged]
        return [((low, high), high in self.one_patient(low)) for low, high in told]

    def apply(self, event: Event) -> None:
        match read_fact(event, KINDS):
            case PatientsMerged() as merged:
                self.merges[merged.merge] = Merge(
                    number=merged.merge,
                    low=merged.low,
                    high=merged.high,
                    unit=merged.unit,
                    at=event.at,
                    sips=tuple(merged.sips),
                )
            case PatientsSeparated(merge=number):
                self.merges[number].is_undone = True
            case SamvyMergeTold() as told:
                self.seen.add(told.message)
                pair = (told.low, told.high)
                if told.number > self.in_samvy.get(pair, (0, False))[0]:
                    self.in_samvy[pair] = (told.number, told.is_merged)
