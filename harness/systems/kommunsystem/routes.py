"""The one act of the kommuner's systems."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from harness.kernel.reading import UnreadableError, read_body
from harness.kernel.worlds import find_world
from harness.systems.kommunsystem import wire
from harness.systems.kommunsystem.rules import NAME, RefusedError, make_number
from harness.systems.kommunsystem.state import KommunState, NumberMade


def _answer(content: object, status: int) -> Response:
    return Response(wire.encode(content), status, media_type="application/json")


async def make(request: Request) -> Response:
    world = find_world(request)
    unit, person = request.headers.get("x-enhet", ""), request.headers.get("x-medarbetare", "")
    try:
        asked = await read_body(request, wire.request)
        decision = make_number(world.state(KommunState), asked, unit, person, world.circumstances())
    except UnreadableError as wrong:
        return _answer(wire.Fel("fel_begaran", str(wrong)), 422)
    except RefusedError as refused:
        return _answer(wire.Fel(refused.code, refused.text), refused.status)
    world.commit(NAME, decision)
    [made] = [draft.fact for draft in decision.drafts if isinstance(draft.fact, NumberMade)]
    return _answer(wire.Reservnummer(made.oid, made.id), 201)


ROUTES: list[BaseRoute] = [Route("/reservnummer", make, methods=["POST"])]
