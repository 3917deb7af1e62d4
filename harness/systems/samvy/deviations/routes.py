"""The API of avvikelser in Samvy."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from harness.kernel.reading import UnreadableError, read_body
from harness.kernel.worlds import find_world
from harness.systems.samvy.answers import problem, show, wrong
from harness.systems.samvy.deviations import acts, wire
from harness.systems.samvy.worker import Caller, Denied


def _caller(request: Request) -> Caller:
    return Caller(request.headers.get("x-enhet", ""), request.headers.get("x-medarbetare", ""))


async def suggest(request: Request) -> Response:
    plan, besked = request.path_params["id"], request.path_params["besked"]
    start = acts.suggest(find_world(request), _caller(request), plan, besked)
    return problem(start) if isinstance(start, Denied) else show(start)


async def report(request: Request) -> Response:
    world = find_world(request)
    try:
        body = await read_body(request, wire.new_report)
    except UnreadableError as unreadable:
        return wrong(str(unreadable))
    reported = acts.report(world, _caller(request), body)
    return problem(reported) if isinstance(reported, Denied) else show({"avvikelse": reported}, 201)


async def list_reports(request: Request) -> Response:
    rows = acts.list_reports(find_world(request), _caller(request))
    return problem(rows) if isinstance(rows, Denied) else show({"avvikelser": rows})


ROUTES: list[BaseRoute] = [
    Route("/vardplaneringar/{id}/besked/{besked}/avvikelse", suggest, methods=["GET"]),
    Route("/avvikelser", report, methods=["POST"]),
    Route("/avvikelser", list_reports, methods=["GET"]),
]
