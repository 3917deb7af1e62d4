"""The API of the avvikelsesystem: report, and see what concerns one's unit."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from harness.kernel.landscape import Employee
from harness.kernel.reading import UnreadableError, read_body
from harness.kernel.world import World
from harness.kernel.worlds import find_world
from harness.systems.avvikelser import rules, wire
from harness.systems.avvikelser.state import DeviationState


def _answer(content: object, status: int) -> Response:
    return Response(wire.encode(content), status, media_type="application/json")


def _no(refused: rules.RefusedError) -> Response:
    return _answer(wire.Fel(refused.code, refused.text), refused.status)


def _worker(request: Request, world: World) -> Employee:
    said = (request.headers.get(name, "") for name in ("x-enhet", "x-medarbetare", "x-legitimeringskod"))
    return rules.sign_in(world.landscape, *said)


async def register(request: Request) -> Response:
    world = find_world(request)
    state = world.state(DeviationState)
    try:
        body = await read_body(request, wire.report)
        world.commit(rules.NAME, rules.register(state, body, _worker(request, world), world.circumstances()))
    except UnreadableError as wrong:
        return _answer(wire.Fel("fel_begaran", str(wrong)), 422)
    except rules.RefusedError as refused:
        return _no(refused)
    return _answer({"nummer": state.registered[-1].number}, 201)


async def list_reports(request: Request) -> Response:
    world = find_world(request)
    try:
        worker = _worker(request, world)
    except rules.RefusedError as refused:
        return _no(refused)
    return _answer({"rapporter": rules.list_for(world.state(DeviationState), worker.unit, world.circumstances())}, 200)


ROUTES: list[BaseRoute] = [
    Route("/rapporter", register, methods=["POST"]),
    Route("/rapporter", list_reports, methods=["GET"]),
]
