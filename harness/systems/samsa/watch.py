"""What waits for a kvittens at a unit, and what has waited so long that nobody seems to watch it.

AK-INK-05, AK-INK-06. Pure but for the route; reading changes nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from typing import Annotated

from msgspec import Meta, Struct
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from harness.kernel.calendar import STOCKHOLM
from harness.kernel.decisions import Circumstances
from harness.kernel.parameters import Parameter
from harness.kernel.policies import Policy
from harness.kernel.world import World
from harness.systems.samsa.case import Case, Delivery, Message
from harness.systems.samsa.desk import Caller, who
from harness.systems.samsa.handling.policies import OF_THE_PROCESS
from harness.systems.samsa.roles import Doing
from harness.systems.samsa.routing import answer, in_world
from harness.systems.samsa.state import SamsaState
from harness.systems.samsa.words import DeliveryState

HOURS: Parameter[int] = Parameter("okvitterat_larm_timmar", Annotated[int, Meta(ge=0)], "ett heltal timmar, minst 0")
PARAMETERS = (HOURS,)


def _not_handled(state: DeliveryState) -> bool:
    return state not in (DeliveryState.KVITTERAD, DeliveryState.FELSAND)


def _longer_than(waited: timedelta, hours: int) -> bool:
    return waited > timedelta(hours=hours)


WAITS: Policy[Callable[[DeliveryState], bool]] = Policy(
    id="samsa.bevakning.okvitterat",
    function=_not_handled,
    source="KLARA SVPL Lathund 2015; domänregel 2.26; AK-INK-05",
    trust="D",
    description="Ett meddelande väntar på kvittens tills det är kvitterat eller återfört.",
)
UNWATCHED: Policy[Callable[[timedelta, int], bool]] = Policy(
    id="samsa.bevakning.obevakat",
    function=_longer_than,
    source="KLARA SVPL Lathund 2015; AK-INK-06; tiden är en parameter",
    trust="D",
    description="Ett meddelande som har väntat längre än gränsen visas som obevakat, för mottagare och avsändare.",
)
POLICIES = (WAITS, UNWATCHED)


class Obevakat(Struct, frozen=True):
    arende: str
    meddelande: str
    typ: str
    fran: str
    enhet: str
    skickat: datetime


class Bevakning(Struct, frozen=True):
    """``okvitterade`` is what the unit has in its inkorg and has not handled."""

    enhet: str
    okvitterade: int
    obevakade: list[Obevakat]


def watch(state: SamsaState, unit: str, circumstances: Circumstances) -> Bevakning:
    waiting = list(_waiting(state, circumstances))
    concerned = [row for row in waiting if unit in (row[1].sender, row[2].unit)]
    return Bevakning(
        enhet=unit,
        okvitterade=sum(delivery.unit == unit for _, _, delivery in waiting),
        obevakade=[_show(*row) for row in concerned if _is_unwatched(row[1], circumstances)],
    )


def _waiting(state: SamsaState, circumstances: Circumstances) -> Iterator[tuple[Case, Message, Delivery]]:
    """Of the messages that call for a kvittens, where it has not come."""
    waits = circumstances.policies.use(WAITS)
    for case in state.cases.values():
        for message in case.messages:
            if message.type not in OF_THE_PROCESS:
                continue
            for delivery in message.deliveries.values():
                if waits(delivery.state):
                    yield case, message, delivery


def _is_unwatched(message: Message, circumstances: Circumstances) -> bool:
    hours = circumstances.parameters.read(HOURS)
    return circumstances.policies.use(UNWATCHED)(circumstances.now - message.sent_at, hours)


def _show(case: Case, message: Message, delivery: Delivery) -> Obevakat:
    return Obevakat(
        arende=case.number,
        meddelande=f"{case.number}/{message.number}",
        typ=message.type,
        fran=message.sender,
        enhet=delivery.unit,
        skickat=message.sent_at.astimezone(STOCKHOLM),
    )


@in_world
async def show_watch(_request: Request, world: World, caller: Caller) -> Response:
    actor = who(world, caller, Doing.LASA)
    return answer(watch(world.state(SamsaState), actor.unit, world.circumstances()))


ROUTES: list[BaseRoute] = [Route("/api/bevakning", show_watch, methods=["GET"])]
