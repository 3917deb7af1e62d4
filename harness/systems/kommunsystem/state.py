"""The reservnummer that the kommuner have made."""

from __future__ import annotations

from dataclasses import dataclass, field

from harness.kernel.events import Event, Fact, fact_kinds, read_fact


class NumberMade(Fact, frozen=True):
    """``pool`` is whose and for whom; the next number of the pool is the next one up."""

    kind = "reservnummer-skapat"
    pool: str
    oid: str
    id: str
    unit: str
    name: str


KINDS = fact_kinds(NumberMade)


@dataclass(slots=True)
class KommunState:
    """How many numbers have been made of each pool."""

    made: dict[str, int] = field(default_factory=dict)

    def apply(self, event: Event) -> None:
        match read_fact(event, KINDS):
            case NumberMade(pool=pool):
                self.made[pool] = self.made.get(pool, 0) + 1
