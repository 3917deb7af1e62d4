"""The API of Samvy: everything that happens in a plan comes in at one of its routes."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from harness.kernel.reading import UnreadableError, read_body
from harness.kernel.worlds import find_world
from harness.systems.samvy import acts, reported, wire
from harness.systems.samvy.afterwards import AheadError, as_it_happened
from harness.systems.samvy.answers import problem, show, wrong
from harness.systems.samvy.worker import Caller, Denied


def _caller(request: Request) -> Caller:
    return Caller(request.headers.get("x-enhet", ""), request.headers.get("x-medarbetare", ""))


def _person(request: Request) -> str:
    return f"{request.path_params['oid']}|{request.path_params['id']}"


async def start_plan(request: Request) -> Response:
    world = find_world(request)
    try:
        body = await read_body(request, wire.new_plan)
    except UnreadableError as unreadable:
        return wrong(str(unreadable))
    plan = acts.start_plan(world, _caller(request), body.person, body.samverkansparter)
    return problem(plan) if isinstance(plan, Denied) else show({"id": plan}, 201)


async def report_happening(request: Request) -> Response:
    world = find_world(request)
    try:
        happening: reported.Handelse = await read_body(request, reported.happening)
        with as_it_happened(request, world):
            happened = acts.report(world, _caller(request), request.path_params["id"], happening)
    except UnreadableError as unreadable:
        return wrong(str(unreadable))
    except AheadError as ahead:
        return problem(ahead.denied)
    return problem(happened) if isinstance(happened, Denied) else show({"handelse": happened}, 201)


async def acknowledge(request: Request) -> Response:
    world = find_world(request)
    unit, named = request.path_params["enhet"], request.path_params["post"]
    try:
        await read_body(request, wire.acknowledgement)
        with as_it_happened(request, world):
            post = acts.acknowledge(world, _caller(request), unit, named)
    except UnreadableError as unreadable:
        return wrong(str(unreadable))
    except AheadError as ahead:
        return problem(ahead.denied)
    return problem(post) if isinstance(post, Denied) else show({"post": post}, 201)


async def take(request: Request) -> Response:
    world = find_world(request)
    try:
        await read_body(request, wire.acknowledgement)
    except UnreadableError as unreadable:
        return wrong(str(unreadable))
    post = acts.take(world, _caller(request), request.path_params["enhet"], request.path_params["post"])
    return problem(post) if isinstance(post, Denied) else show({"post": post}, 201)


async def read_person(request: Request) -> Response:
    seen = acts.read_person(find_world(request), _caller(request), _person(request))
    return problem(seen) if isinstance(seen, Denied) else show(seen)


async def list_denied(request: Request) -> Response:
    denied = acts.list_denied(find_world(request), _caller(request), _person(request))
    return problem(denied) if isinstance(denied, Denied) else show({"nekade": denied})


async def list_openings(request: Request) -> Response:
    openings = acts.list_openings(find_world(request), _caller(request), _person(request))
    return problem(openings) if isinstance(openings, Denied) else show({"atkomster": openings})


async def read_identity(request: Request) -> Response:
    told = acts.read_identity(find_world(request), _caller(request), _person(request))
    return problem(told) if isinstance(told, Denied) else show(told)


async def list_inboxes(request: Request) -> Response:
    inboxes = acts.list_inboxes(find_world(request), _caller(request))
    return problem(inboxes) if isinstance(inboxes, Denied) else show({"inkorgar": inboxes})


async def read_inbox(request: Request) -> Response:
    posts = acts.read_inbox(find_world(request), _caller(request), request.path_params["enhet"])
    return problem(posts) if isinstance(posts, Denied) else show({"poster": posts})


ROUTES: list[BaseRoute] = [
    Route("/vardplaneringar", start_plan, methods=["POST"]),
    Route("/vardplaneringar/{id}/handelser", report_happening, methods=["POST"]),
    Route("/personer/{oid}/{id}", read_person, methods=["GET"]),
    Route("/personer/{oid}/{id}/nekade", list_denied, methods=["GET"]),
    Route("/personer/{oid}/{id}/atkomster", list_openings, methods=["GET"]),
    Route("/personer/{oid}/{id}/identitet", read_identity, methods=["GET"]),
    Route("/inkorgar", list_inboxes, methods=["GET"]),
    Route("/inkorgar/{enhet}/poster", read_inbox, methods=["GET"]),
    Route("/inkorgar/{enhet}/poster/{post}/kvittens", acknowledge, methods=["POST"]),
    Route("/inkorgar/{enhet}/poster/{post}/tagen", take, methods=["POST"]),
]
