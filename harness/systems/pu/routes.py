"""The wire of the personuppgiftstjänst."""

from __future__ import annotations

import msgspec
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from harness.kernel.document import Identity
from harness.kernel.worlds import find_world
from harness.systems.pu.rules import find_person
from harness.systems.pu.state import PuState

_encode = msgspec.json.Encoder().encode


async def read_person(request: Request) -> Response:
    world = find_world(request)
    identity = Identity(request.path_params["oid"], request.path_params["id"])
    person = find_person(world.state(PuState), identity, world.circumstances())
    if person is None:
        body = {"kod": "okand_person", "fel": f"PU har ingen person med {identity.id} ({identity.oid})."}
        return Response(_encode(body), 404, media_type="application/json")
    return Response(_encode(person), media_type="application/json")


ROUTES: list[BaseRoute] = [
    Route("/personer/{oid}/{id}", read_person, methods=["GET"]),
]
