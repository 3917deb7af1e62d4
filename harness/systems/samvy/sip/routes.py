"""The API of samordnade planer in Samvy."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from harness.kernel.reading import UnreadableError, read_body
from harness.kernel.worlds import find_world
from harness.systems.samvy.answers import problem, show, wrong
from harness.systems.samvy.sip import acts, wire
from harness.systems.samvy.worker import Caller, Denied


def _caller(request: Request) -> Caller:
    return Caller(request.headers.get("x-enhet", ""), request.headers.get("x-medarbetare", ""))


async def open_plan(request: Request) -> Response:
    world = find_world(request)
    try:
        body = await read_body(request, wire.new_plan)
    except UnreadableError as unreadable:
        return wrong(str(unreadable))
    plan = acts.open_plan(world, _caller(request), body)
    return problem(plan) if isinstance(plan, Denied) else show({"id": plan}, 201)


async def report(request: Request) -> Response:
    world = find_world(request)
    try:
        happening: wire.Handelse = await read_body(request, wire.happening)
    except UnreadableError as unreadable:
        return wrong(str(unreadable))
    happened = acts.report(world, _caller(request), request.path_params["id"], happening)
    return problem(happened) if isinstance(happened, Denied) else show({"handelse": happened}, 201)


async def read_plans(request: Request) -> Response:
    person = f"{request.path_params['oid']}|{request.path_params['id']}"
    seen = acts.read_plans(find_world(request), _caller(request), person)
    return problem(seen) if isinstance(seen, Denied) else show(seen)


ROUTES: list[BaseRoute] = [
    Route("/samordnadePlaner", open_plan, methods=["POST"]),
    Route("/samordnadePlaner/{id}/handelser", report, methods=["POST"]),
    Route("/personer/{oid}/{id}/samordnadePlaner", read_plans, methods=["GET"]),
]
