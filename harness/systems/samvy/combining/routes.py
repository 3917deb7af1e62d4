"""The API of sammanföring in Samvy."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from harness.kernel.reading import UnreadableError, read_body
from harness.kernel.worlds import find_world
from harness.systems.samvy.answers import problem, show, wrong
from harness.systems.samvy.combining import acts, wire
from harness.systems.samvy.worker import Caller, Denied


def _caller(request: Request) -> Caller:
    return Caller(request.headers.get("x-enhet", ""), request.headers.get("x-medarbetare", ""))


async def combine(request: Request) -> Response:
    world = find_world(request)
    try:
        body = await read_body(request, wire.new)
    except UnreadableError as unreadable:
        return wrong(str(unreadable))
    made = acts.combine(world, _caller(request), body)
    return problem(made) if isinstance(made, Denied) else show({"id": made}, 201)


async def dissolve(request: Request) -> Response:
    world = find_world(request)
    try:
        await read_body(request, wire.empty)
    except UnreadableError as unreadable:
        return wrong(str(unreadable))
    dissolved = acts.dissolve(world, _caller(request), request.path_params["id"])
    return problem(dissolved) if isinstance(dissolved, Denied) else show({"id": dissolved}, 201)


async def choose_plan(request: Request) -> Response:
    world = find_world(request)
    try:
        body = await read_body(request, wire.choice)
    except UnreadableError as unreadable:
        return wrong(str(unreadable))
    chosen = acts.choose_plan(world, _caller(request), request.path_params["id"], body.galler)
    return problem(chosen) if isinstance(chosen, Denied) else show({"id": chosen}, 201)


async def list_combinations(request: Request) -> Response:
    person = f"{request.path_params['oid']}|{request.path_params['id']}"
    found = acts.list_combinations(find_world(request), _caller(request), person)
    return problem(found) if isinstance(found, Denied) else show({"sammanforingar": found})


async def list_tasks(request: Request) -> Response:
    tasks = acts.list_tasks(find_world(request), _caller(request))
    return problem(tasks) if isinstance(tasks, Denied) else show({"uppgifter": tasks})


ROUTES: list[BaseRoute] = [
    Route("/sammanforingar", combine, methods=["POST"]),
    Route("/sammanforingar/{id}/upplosning", dissolve, methods=["POST"]),
    Route("/sammanforingar/{id}/planval", choose_plan, methods=["POST"]),
    Route("/personer/{oid}/{id}/sammanforingar", list_combinations, methods=["GET"]),
    Route("/uppgifter", list_tasks, methods=["GET"]),
]
