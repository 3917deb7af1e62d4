"""The API of files in SAMSA: one route for each act."""

from __future__ import annotations

import msgspec
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from harness.kernel.reading import read_body
from harness.kernel.world import World
from harness.systems.samsa.desk import Caller
from harness.systems.samsa.files import acts, wire
from harness.systems.samsa.routing import answer, in_world

_new = msgspec.json.Decoder(wire.NyFil)


@in_world
async def attach(request: Request, world: World, caller: Caller) -> Response:
    body = await read_body(request, _new)
    return answer({"fil": acts.attach(world, caller, request.path_params["nr"], body)}, 201)


@in_world
async def list_files(request: Request, world: World, caller: Caller) -> Response:
    return answer({"filer": acts.list_files(world, caller, request.path_params["nr"])})


@in_world
async def open_file(request: Request, world: World, caller: Caller) -> Response:
    return answer(acts.open_file(world, caller, request.path_params["nr"], request.path_params["fil"]))


ROUTES: list[BaseRoute] = [
    Route("/api/arenden/{nr}/filer", attach, methods=["POST"]),
    Route("/api/arenden/{nr}/filer", list_files, methods=["GET"]),
    Route("/api/arenden/{nr}/filer/{fil:int}", open_file, methods=["GET"]),
]
