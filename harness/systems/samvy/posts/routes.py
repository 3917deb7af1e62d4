"""The API of what is done with a besked at a receiving unit."""

from __future__ import annotations

from typing import Annotated

import msgspec
from msgspec import Meta, Struct
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from harness.kernel.reading import UnreadableError, read_body
from harness.kernel.worlds import find_world
from harness.systems.samvy.afterwards import AheadError, as_it_happened
from harness.systems.samvy.answers import problem, show, wrong
from harness.systems.samvy.posts import acts
from harness.systems.samvy.wire import SOMETHING
from harness.systems.samvy.worker import Caller, Denied


class Aterforing(Struct, frozen=True, forbid_unknown_fields=True):
    orsak: Annotated[str, Meta(pattern=SOMETHING, max_length=1000)]


class Vidare(Struct, frozen=True, forbid_unknown_fields=True):
    till: Annotated[str, Meta(min_length=1)]


_return = msgspec.json.Decoder(Aterforing)
_pass_on = msgspec.json.Decoder(Vidare)


def _caller(request: Request) -> Caller:
    return Caller(request.headers.get("x-enhet", ""), request.headers.get("x-medarbetare", ""))


def _done(outcome: str | Denied, status: int) -> Response:
    return problem(outcome) if isinstance(outcome, Denied) else show({"post": outcome}, status)


async def open_post(request: Request) -> Response:
    unit, post = request.path_params["enhet"], request.path_params["post"]
    return _done(acts.open_post(find_world(request), _caller(request), unit, post), 200)


async def give_back(request: Request) -> Response:
    world, unit, post = find_world(request), request.path_params["enhet"], request.path_params["post"]
    try:
        body = await read_body(request, _return)
        with as_it_happened(request, world):
            return _done(acts.give_back(world, _caller(request), unit, post, body.orsak), 201)
    except UnreadableError as unreadable:
        return wrong(str(unreadable))
    except AheadError as ahead:
        return problem(ahead.denied)


async def pass_on(request: Request) -> Response:
    world, unit, post = find_world(request), request.path_params["enhet"], request.path_params["post"]
    try:
        body = await read_body(request, _pass_on)
        with as_it_happened(request, world):
            return _done(acts.pass_on(world, _caller(request), unit, post, body.till), 201)
    except UnreadableError as unreadable:
        return wrong(str(unreadable))
    except AheadError as ahead:
        return problem(ahead.denied)


async def read_history(request: Request) -> Response:
    rows = acts.read_history(find_world(request), _caller(request), request.path_params["id"])
    return problem(rows) if isinstance(rows, Denied) else show({"historik": rows})


async def list_returned(request: Request) -> Response:
    rows = acts.list_returned(find_world(request), _caller(request), request.path_params["enhet"])
    return problem(rows) if isinstance(rows, Denied) else show({"aterforda": rows})


ROUTES: list[BaseRoute] = [
    Route("/inkorgar/{enhet}/aterforda", list_returned, methods=["GET"]),
    Route("/inkorgar/{enhet}/poster/{post}", open_post, methods=["GET"]),
    Route("/inkorgar/{enhet}/poster/{post}/aterforing", give_back, methods=["POST"]),
    Route("/inkorgar/{enhet}/poster/{post}/vidare", pass_on, methods=["POST"]),
    Route("/vardplaneringar/{id}/historik", read_history, methods=["GET"]),
]
