"""The combined records of a world."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime

from harness.kernel.events import Event, read_fact
from harness.systems.samvy.combining.facts import KINDS, Combined, SamsaMergeNoticed, Uncombined


@dataclass(slots=True, kw_only=True)
class Combination:
    fact: Combined
    at: datetime
    is_dissolved: bool = False


@dataclass(slots=True)
class Combinations:
    """By id, oldest first. ``told`` has what SAMSA says of each pair, with its order; ``heard`` its messages."""

    made: dict[str, Combination] = field(default_factory=dict)
    heard: set[str] = field(default_factory=set)
    told: dict[tuple[str, str], SamsaMergeNoticed] = field(default_factory=dict)

    def records(self, person: str) -> set[str]:
        """Every record that is the same person's as *person*."""
        group = {person}
        while more := {end for pair in self._pairs() if set(pair) & group for end in pair} - group:
            group |= more
        return group

    def merged_in_samsa(self) -> list[tuple[tuple[str, str], bool]]:
        """What SAMSA has merged, and whether it is combined here too (AK-RES-11)."""
        return [(pair, pair[1] in self.records(pair[0])) for pair, said in self.told.items() if said.is_merged]

    def apply(self, event: Event) -> None:
        match read_fact(event, KINDS):
            case Combined() as fact:
                self.made[fact.combination] = Combination(fact=fact, at=event.at)
            case Uncombined(combination=id):
                self.made[id].is_dissolved = True
            case SamsaMergeNoticed() as said:
                self.heard.add(said.message)
                before = self.told.get((said.source, said.target))
                if before is None or said.order > before.order:
                    self.told[said.source, said.target] = said

    def _pairs(self) -> Iterator[tuple[str, str]]:
        return ((one.fact.source, one.fact.target) for one in self.made.values() if not one.is_dissolved)
