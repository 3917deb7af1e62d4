"""What every route of SAMSA has in common: its world, its caller, and a no in the words of SAMSA."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import datetime
from functools import wraps

from starlette.requests import Request
from starlette.responses import Response

from harness.kernel.calendar import parse_moment
from harness.kernel.reading import UnreadableError, read_query
from harness.kernel.world import World
from harness.kernel.worlds import find_world
from harness.systems.samsa import wire
from harness.systems.samsa.case import Patient
from harness.systems.samsa.desk import Caller
from harness.systems.samsa.policies import COUNTS_FROM
from harness.systems.samsa.refusal import MalformedError, RefusedError, UnknownCaseError

Endpoint = Callable[[Request], Awaitable[Response]]


def answer(content: object, status: int = 200) -> Response:
    return Response(wire.encode(content), status, media_type="application/json")


def answer_unreachable(neighbour: str) -> Response:
    """SAMSA cannot do what needs *neighbour* (a title); nothing has been done."""
    return answer(wire.Fel("granne_svarar_inte", f"{neighbour} svarar inte. Ingenting är gjort; försök igen."), 503)


def in_world(act: Callable[[Request, World, Caller], Awaitable[Response]]) -> Endpoint:
    """An endpoint that finds its world and its caller, and says no in the words of SAMSA."""

    @wraps(act)
    async def endpoint(request: Request) -> Response:
        caller = Caller(request.headers.get("x-enhet", ""), request.headers.get("x-medarbetare", ""))
        world = find_world(request)
        try:
            with world.as_of(_real_time(request, world)):
                return await act(request, world, caller)
        except RefusedError as refused:
            return answer(wire.Fel(refused.code, refused.text), refused.status)
        except MalformedError as wrong:
            return answer(wire.Fel(wrong.code, str(wrong)), 422)
        except UnreadableError as wrong:
            return answer(wire.Fel("fel_begaran", str(wrong)), 422)
        except UnknownCaseError as unknown:
            return answer(wire.Fel("finns_inte", str(unknown)), 404)

    return endpoint


def _real_time(request: Request, world: World) -> datetime | None:
    """When an act that is registered afterwards happened (efterregistrering); only acts can be.

    Raises:
        UnreadableError: the header is no moment.
        RefusedError: it has not been yet.
    """
    text = request.headers.get("x-verklig-tid")
    if text is None or request.method == "GET":
        return None
    try:
        moment = parse_moment(text)
    except ValueError as wrong:
        raise UnreadableError("Verklig tid är ingen tidpunkt med tidszon.") from wrong
    if moment > world.now:
        raise RefusedError("tid_har_inte_varit", f"Verklig tid {text} har inte varit än.")
    return world.circumstances().policies.use(COUNTS_FROM)(moment, world.now)


def read_patient(request: Request) -> Patient:
    return Patient(read_query(request, "oid"), read_query(request, "id"))
