"""The care clock: it stands still, fires in order, and never goes back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from landscape import freeze, landscape_document, world_document
from wireclient import WireClient

from harness.kernel.clock import Timer
from harness.kernel.decisions import Alarm, Circumstances, Decision
from harness.kernel.document import WorldDocument
from harness.kernel.events import Draft, Event, Fact, fact_kinds, read_fact
from harness.kernel.journal import MemoryStore
from harness.kernel.system import Assembly, System
from harness.kernel.world import World
from harness.kernel.worlds import Worlds
from harness.systems.integration.app import define_system as define_integration

NewWorld = Callable[..., str]
START = datetime(2022, 4, 4, 8, tzinfo=UTC)


class Rang(Fact, frozen=True):
    kind = "ringde"
    name: str


KINDS = fact_kinds(Rang)


@dataclass(slots=True)
class BellState:
    """A system that does nothing but ring."""

    rang: list[tuple[datetime, str]] = field(default_factory=list)

    def apply(self, event: Event) -> None:
        fact = read_fact(event, KINDS)
        assert isinstance(fact, Rang)
        self.rang.append((event.at, fact.name))


def ring(_state: BellState, timer: Timer, circumstances: Circumstances) -> Decision:
    """Ring; and set the alarms that this one carries."""
    assert circumstances.now == timer.due
    again = tuple(alarm(delay, name) for delay, name in timer.body["then"])
    due = tuple(Alarm(due=circumstances.now + a, name="ring", body=body) for a, body in again)
    return Decision(drafts=(Draft(Rang(name=timer.body["name"])),), alarms=due)


def alarm(delay_s: int, name: str, then: list[tuple[int, str]] | None = None) -> tuple[timedelta, dict[str, Any]]:
    return timedelta(seconds=delay_s), {"name": name, "then": then or []}


def bell_world() -> World:
    bell = System(name="klocka", title="Klocka", create_state=lambda _d: BellState(), timers={"ring": ring})
    worlds = Worlds(Assembly([bell, define_integration()], {}), MemoryStore())
    worlds.keep_landscape(*freeze(landscape_document()))
    return worlds.create("v", msgspec.json.encode(msgspec.convert(world_document(), WorldDocument)))


def set_alarms(world: World, *alarms: tuple[timedelta, dict[str, Any]]) -> None:
    due = tuple(Alarm(due=world.now + delay, name="ring", body=body) for delay, body in alarms)
    world.commit("klocka", Decision(alarms=due))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(0, 50), max_size=20), st.lists(st.integers(0, 20), max_size=6))
def test_timers_fire_in_order_of_time_and_then_of_setting(delays: list[int], steps: list[int]) -> None:
    world = bell_world()
    set_alarms(world, *(alarm(delay, str(place)) for place, delay in enumerate(delays)))

    for step in [*steps, 100]:
        world.advance(world.now + timedelta(seconds=step))

    expected = sorted((delay, place) for place, delay in enumerate(delays))
    assert world.state(BellState).rang == [(START + timedelta(seconds=delay), str(place)) for delay, place in expected]


def test_advancing_returns_when_it_is_quiet() -> None:
    """What a timer sets within the span fires too, in its place among the others."""
    world = bell_world()
    set_alarms(world, alarm(10, "a", [(5, "b"), (0, "c")]), alarm(12, "d"))

    world.advance(world.now + timedelta(seconds=20))

    assert [name for _, name in world.state(BellState).rang] == ["a", "c", "d", "b"]
    assert world.now == START + timedelta(seconds=20)


def test_a_timer_beyond_the_moment_waits() -> None:
    world = bell_world()
    set_alarms(world, alarm(10, "a"))

    world.advance(world.now + timedelta(seconds=9))

    assert world.state(BellState).rang == []


def test_time_never_goes_back() -> None:
    world = bell_world()

    with pytest.raises(ValueError, match="never goes back"):
        world.advance(world.now - timedelta(microseconds=1))


def test_on_the_wire_time_stands_still_and_goes_only_forward(client: WireClient, new_world: NewWorld) -> None:
    path = f"/styr/v/{new_world()}/tid"
    before = client.call("GET", path).json

    back = client.call("POST", path, {"till": "2022-04-04T09:59:59+02:00"})

    assert client.call("GET", path).json == before == {"tid": "2022-04-04T10:00:00+02:00"}
    assert (back.status, back.code) == (422, "tiden_gar_inte_bakat")
    assert client.call("POST", path, {"till": "2022-04-04T10:00:00+02:00"}).json == before


@pytest.mark.parametrize(
    "body",
    [
        pytest.param({"till": "2022-04-05T10:00:00"}, id="utan förskjutning"),
        pytest.param({"till": "i morgon"}, id="ord"),
        pytest.param({}, id="tom"),
        pytest.param(b"\xff", id="inte JSON"),
    ],
)
def test_a_moment_needs_its_offset(client: WireClient, new_world: NewWorld, body: object) -> None:
    refused = client.call("POST", f"/styr/v/{new_world()}/tid", body)

    assert (refused.status, refused.code) == (422, "fel_tid")
