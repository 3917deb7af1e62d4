"""The API of the read log."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from harness.kernel.world import World
from harness.systems.samsa.desk import Caller
from harness.systems.samsa.log import acts
from harness.systems.samsa.routing import answer, in_world, read_patient


@in_world
async def review(request: Request, world: World, caller: Caller) -> Response:
    person = request.query_params.get("medarbetare")
    return answer({"lasningar": acts.review(world, caller, read_patient(request), person)})


ROUTES: list[BaseRoute] = [Route("/api/logg", review, methods=["GET"])]
