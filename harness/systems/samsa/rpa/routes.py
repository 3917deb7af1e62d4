"""The API of the robot."""

from __future__ import annotations

import msgspec
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from harness.kernel.reading import read_body
from harness.kernel.world import World
from harness.systems.samsa import wire
from harness.systems.samsa.desk import Caller
from harness.systems.samsa.routing import answer, in_world
from harness.systems.samsa.rpa import acts

_empty = msgspec.json.Decoder(wire.Tom)


@in_world
async def run(request: Request, world: World, caller: Caller) -> Response:
    await read_body(request, _empty)
    return answer({"korning": acts.run(world, caller)}, 201)


@in_world
async def list_runs(_request: Request, world: World, caller: Caller) -> Response:
    return answer({"korningar": acts.list_runs(world, caller)})


@in_world
async def list_failures(_request: Request, world: World, caller: Caller) -> Response:
    return answer({"fel": acts.list_failures(world, caller)})


ROUTES: list[BaseRoute] = [
    Route("/api/rpa/korningar", run, methods=["POST"]),
    Route("/api/rpa/korningar", list_runs, methods=["GET"]),
    Route("/api/rpa/fel", list_failures, methods=["GET"]),
]
