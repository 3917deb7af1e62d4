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
from harness.kernel.worlds import find_world
from harness.systems.samvy.answers import problem, show
from harness.systems.samvy.beside.policies import INFORMATIVE
from harness.systems.samvy.state import Happening, Plan, Post, SamvyState
from harness.systems.samvy.vocabulary import PostStatus
from harness.systems.samvy.worker import Caller, Denied, sign_in

HOURS: Parameter[int] = Parameter("okvitterat_larm_timmar", Annotated[int, Meta(ge=0)], "ett heltal timmar, minst 0")
PARAMETERS = (HOURS,)


def _not_handled(status: PostStatus) -> bool:
    return status not in (PostStatus.KVITTERAD, PostStatus.ATERFORD)


def _longer_than(waited: timedelta, hours: int) -> bool:
    return waited > timedelta(hours=hours)


WAITS: Policy[Callable[[PostStatus], bool]] = Policy(
    id="samvy.bevakning.okvitterat",
    function=_not_handled,
    source="Domänregel 2.26; AK-INK-05",
    trust="D",
    description="Ett besked väntar på kvittens tills det är kvitterat eller återfört.",
)
UNWATCHED: Policy[Callable[[timedelta, int], bool]] = Policy(
    id="samvy.bevakning.obevakat",
    function=_longer_than,
    source="Domänregel 2.16; AK-INK-06; tiden är en parameter",
    trust="D",
    description="Ett besked som har väntat längre än gränsen visas som obevakat, för mottagare och avsändare.",
)
POLICIES = (WAITS, UNWATCHED)


class Obevakat(Struct, frozen=True):
    vardplanering: str
    besked: str
    slag: str
    avsandare: str
    enhet: str
    tid: datetime


class Bevakning(Struct, frozen=True):
    """``okvitterade`` is what the unit has in its inkorg and has not handled."""

    enhet: str
    okvitterade: int
    obevakade: list[Obevakat]


def watch(state: SamvyState, unit: str, circumstances: Circumstances) -> Bevakning:
    waiting = list(_waiting(state, circumstances))
    concerned = [row for row in waiting if unit in (row[1].fact.unit, row[2].unit)]
    return Bevakning(
        enhet=unit,
        okvitterade=sum(post.unit == unit for _, _, post in waiting),
        obevakade=[_show(*row) for row in concerned if _is_unwatched(row[1], circumstances)],
    )


def _waiting(state: SamvyState, circumstances: Circumstances) -> Iterator[tuple[Plan, Happening, Post]]:
    """Of the besked that call for a kvittens, where it has not come."""
    waits = circumstances.policies.use(WAITS)
    for plan in state.plans.values():
        for notice in plan.notices():
            if notice.slag in INFORMATIVE:
                continue
            for post in notice.posts:
                if waits(post.status):
                    yield plan, notice, post


def _is_unwatched(notice: Happening, circumstances: Circumstances) -> bool:
    hours = circumstances.parameters.read(HOURS)
    return circumstances.policies.use(UNWATCHED)(circumstances.now - notice.at, hours)


def _show(plan: Plan, notice: Happening, post: Post) -> Obevakat:
    return Obevakat(
        vardplanering=plan.id,
        besked=notice.id,
        slag=notice.slag or "",
        avsandare=notice.fact.unit,
        enhet=post.unit,
        tid=notice.at.astimezone(STOCKHOLM),
    )


async def show_watch(request: Request) -> Response:
    world = find_world(request)
    worker = sign_in(
        world.landscape, Caller(request.headers.get("x-enhet", ""), request.headers.get("x-medarbetare", ""))
    )
    if isinstance(worker, Denied):
        return problem(worker)
    return show(watch(world.state(SamvyState), worker.unit, world.circumstances()))


ROUTES: list[BaseRoute] = [Route("/bevakning", show_watch, methods=["GET"])]
