"""The API of sammanslagning in SAMSA."""

from __future__ import annotations

import msgspec
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from harness.kernel.reading import read_body
from harness.kernel.world import World
from harness.systems.samsa.desk import Caller
from harness.systems.samsa.merging import acts, wire
from harness.systems.samsa.routing import answer, in_world, read_patient
from harness.systems.samsa.wire import Tom

_new = msgspec.json.Decoder(wire.NySammanslagning)
_choice = msgspec.json.Decoder(wire.SipVal)
_empty = msgspec.json.Decoder(Tom)


@in_world
async def merge(request: Request, world: World, caller: Caller) -> Response:
    number = acts.merge(world, caller, await read_body(request, _new))
    return answer({"sammanslagning": number}, 201)


@in_world
async def separate(request: Request, world: World, caller: Caller) -> Response:
    await read_body(request, _empty)
    acts.separate(world, caller, request.path_params["nr"])
    return answer({"sammanslagning": request.path_params["nr"]}, 201)


@in_world
async def choose_sip(request: Request, world: World, caller: Caller) -> Response:
    body = await read_body(request, _choice)
    acts.choose_sip(world, caller, request.path_params["nr"], body.behall)
    return answer({"sammanslagning": request.path_params["nr"]}, 201)


@in_world
async def list_merges(request: Request, world: World, caller: Caller) -> Response:
    return answer({"sammanslagningar": acts.list_merges(world, caller, read_patient(request))})


@in_world
async def list_tasks(_request: Request, world: World, caller: Caller) -> Response:
    return answer({"atgarder": acts.list_tasks(world, caller)})


ROUTES: list[BaseRoute] = [
    Route("/api/sammanslagningar", merge, methods=["POST"]),
    Route("/api/sammanslagningar", list_merges, methods=["GET"]),
    Route("/api/sammanslagningar/{nr}/sartagning", separate, methods=["POST"]),
    Route("/api/sammanslagningar/{nr}/sip-val", choose_sip, methods=["POST"]),
    Route("/api/atgarder", list_tasks, methods=["GET"]),
]
