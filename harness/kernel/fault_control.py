"""The control plane's faults: put on a link of a world, listed, and taken away."""

from __future__ import annotations

import msgspec
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from harness.kernel.control_error import ControlError
from harness.kernel.faults import EVERY_SYSTEM, NEEDS_SECONDS, LinkFault
from harness.kernel.reading import UnreadableError, decode
from harness.kernel.world import World
from harness.kernel.worlds import find_world

_encode = msgspec.json.Encoder().encode
_fault = msgspec.json.Decoder(LinkFault)


def _answer(content: object, status: int = 200) -> Response:
    return Response(_encode(content), status, media_type="application/json")


def _shown(number: int, fault: LinkFault) -> dict[str, object]:
    return {"nummer": number, **msgspec.to_builtins(fault)}


async def plan_fault(request: Request) -> Response:
    body = await request.body()
    world = find_world(request)
    try:
        fault = decode(body, _fault)
    except UnreadableError as wrong:
        raise ControlError("fel_fel", f"Felet går inte att läsa: {wrong}", remedy="Rätta felets uppgifter.") from wrong
    _require_possible(world, fault)
    return _answer(_shown(world.plan_fault(fault), fault), 201)


async def list_faults(request: Request) -> Response:
    faults = find_world(request).faults
    return _answer({"fel": [_shown(number, fault) for number, fault in faults.items()]})


async def lift_fault(request: Request) -> Response:
    world, number = find_world(request), request.path_params["nummer"]
    if number not in world.faults:
        raise ControlError(
            "okant_fel",
            f"Världen har inget fel {number}.",
            remedy="Se vilka som finns med GET på samma adress utan nummer.",
            status=404,
        )
    fault = world.faults[number]
    world.lift_fault(number)
    return _answer(_shown(number, fault))


def _require_possible(world: World, fault: LinkFault) -> None:
    known = (*world.titles, EVERY_SYSTEM)
    for name in (fault.fran, fault.till):
        if name not in known:
            raise ControlError(
                "okant_system", f"Systemet {name!r} finns inte.", remedy=f"Välj bland {', '.join(sorted(known))}."
            )
    if (fault.slag in NEEDS_SECONDS) != (fault.sekunder > 0):
        raise ControlError(
            "fel_fel",
            f"Felet {fault.slag} har {fault.sekunder} sekunder.",
            remedy=f"Sekunder hör till {' och '.join(sorted(NEEDS_SECONDS))}, och där minst 1.",
        )
    if fault.borjar is not None and fault.slutar is not None and fault.slutar <= fault.borjar:
        raise ControlError(
            "fel_fel", "Felet slutar innan det har börjat.", remedy="Välj ett slut som ligger efter början."
        )


ROUTES: list[BaseRoute] = [
    Route("/v/{varld}/fel", plan_fault, methods=["POST"]),
    Route("/v/{varld}/fel", list_faults, methods=["GET"]),
    Route("/v/{varld}/fel/{nummer:int}", lift_fault, methods=["DELETE"]),
]
