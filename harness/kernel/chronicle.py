"""What a world knows about itself, kept in its journal like everything else."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from harness.kernel.calendar import parse_moment
from harness.kernel.clock import CareClock, Timer
from harness.kernel.events import Event, Fact, fact_kinds, read_fact
from harness.kernel.policies import Leanings

WORLD = "varld"


class WorldCreated(Fact, frozen=True):
    """The whole document, so that a journal needs nothing but its landscape to be a world again."""

    kind = "varld-skapad"
    world: str
    document: dict[str, Any]


class WorldBranched(Fact, frozen=True):
    """Everything before this line happened in ``source`` (an address); from here on this world lives its own life."""

    kind = "varld-forgrenad"
    source: str


class TimeMoved(Fact, frozen=True):
    """``moment`` is ISO 8601."""

    kind = "tid-flyttad"
    moment: str


class TimerSet(Fact, frozen=True):
    """The timer's number is the number of this event."""

    kind = "timer-satt"
    due: str
    system: str
    name: str
    body: dict[str, Any]


class TimerFired(Fact, frozen=True):
    kind = "timer-utlost"
    timer: int


class LeanedOn(Fact, frozen=True):
    """Policies and parameters used for the first time, with their class of trust."""

    kind = "lutat-mot"
    grounds: dict[str, str]


KINDS = fact_kinds(WorldCreated, WorldBranched, TimeMoved, TimerSet, TimerFired, LeanedOn)


@dataclass(slots=True)
class Chronicle:
    """The world's own state: its clock and what it has leaned on."""

    clock: CareClock
    leanings: Leanings

    def apply(self, event: Event) -> None:
        match read_fact(event, KINDS):
            case WorldCreated() | WorldBranched():
                pass  # the one was read before there was a world to apply it to, the other changes nothing
            case TimeMoved(moment=moment):
                self.clock.move(parse_moment(moment))
            case TimerSet(due=due, system=system, name=name, body=body):
                timer = Timer(due=parse_moment(due), number=event.number, system=system, name=name, body=body)
                self.clock.set_timer(timer)
            case TimerFired(timer=number):
                self.clock.remove(number)
            case LeanedOn(grounds=grounds):
                self.leanings.known.update(grounds)
