"""The front desk of SAMSA: who comes, about whom, and how a no is answered and remembered."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from functools import wraps

from starlette.requests import Request
from starlette.responses import Response

from harness.kernel.decisions import Decision
from harness.kernel.events import Crossing, Draft
from harness.kernel.reading import UnreadableError
from harness.kernel.world import World
from harness.kernel.worlds import find_world
from harness.systems.samsa import wire
from harness.systems.samsa.actor import Actor, identify
from harness.systems.samsa.facts import ActRefused
from harness.systems.samsa.refusal import MalformedError, RefusedError, UnknownCaseError
from harness.systems.samsa.requirements import require_still_here
from harness.systems.samsa.state import Case, Patient, SamsaState
from harness.systems.samsa.words import NAME

Endpoint = Callable[[Request], Awaitable[Response]]


def answer(content: object, status: int = 200) -> Response:
    return Response(wire.encode(content), status, media_type="application/json")


def in_world(act: Callable[[Request, World], Awaitable[Response]]) -> Endpoint:
    """An endpoint that finds its world, and says no in the words of SAMSA."""

    @wraps(act)
    async def endpoint(request: Request) -> Response:
        world = find_world(request)
        try:
            return await act(request, world)
        except RefusedError as refused:
            return answer(wire.Fel(refused.code, refused.text), refused.status)
        except MalformedError as wrong:
            return answer(wire.Fel(wrong.code, str(wrong)), 422)
        except UnreadableError as wrong:
            return answer(wire.Fel("fel_begaran", str(wrong)), 422)
        except UnknownCaseError as unknown:
            return answer(wire.Fel("finns_inte", str(unknown)), 404)

    return endpoint


def who(request: Request, world: World) -> Actor:
    """
    Raises:
        ForbiddenError: the headers do not name an employee at a unit.
    """
    unit, person = request.headers.get("x-enhet", ""), request.headers.get("x-medarbetare", "")
    return identify(world.landscape, unit, person)


@contextmanager
def about(request: Request, world: World, patient: Patient) -> Iterator[Actor]:
    """The actor, for something that concerns a patient: a no is remembered in the journal."""
    try:
        yield who(request, world)
    except RefusedError as refused:
        unit = request.headers.get("x-enhet") or "(okänd enhet)"
        fact = ActRefused(oid=patient.oid, id=patient.id, unit=unit, code=refused.code, text=refused.text)
        crossing = Crossing(NAME, unit, f"Nej: {refused.text}")
        world.commit(NAME, Decision(drafts=(Draft(fact, crossing),)))
        raise


@contextmanager
def in_case(request: Request, world: World) -> Iterator[tuple[Case, Actor]]:
    """The case that the address names, and the actor.

    Raises:
        UnknownCaseError: there is no such case.
    """
    number = request.path_params["nr"]
    case = world.state(SamsaState).cases.get(number)
    if case is None:
        raise UnknownCaseError(f"SAMSA har inget ärende {number}.")
    with about(request, world, case.patient) as actor:
        require_still_here(case, world.circumstances())
        yield case, actor
