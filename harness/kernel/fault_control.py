"""The control plane's faults: put on a link of a world, listed, and taken away."""

from __future__ import annotations

from collections.abc import Mapping

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


def planned_faults(world: World) -> Mapping[int, LinkFault]:
    """The faults on links of *world* that have been planned and not lifted, by number."""
    return world.assembly.platform.faults(world.states[world.assembly.platform_name])


def plan(world: World, fault: LinkFault) -> int:
    """Put *fault* on its link. Returns its number.

    Raises:
        ControlError: there is no such link, or no such fault can be.
    """
    _require_possible(world, fault)
    before, name = set(planned_faults(world)), world.assembly.platform_name
    world.commit(name, world.assembly.platform.plan_fault(world.states[name], fault))
    [number] = set(planned_faults(world)) - before
    return number


def lift(world: World, number: int) -> LinkFault:
    """Take the fault with that number away.

    Raises:
        ControlError: there is none.
    """
    fault = planned_faults(world).get(number)
    if fault is None:
        raise ControlError(
            "okant_fel",
            f"Världen har inget fel {number}.",
            remedy="Se vilka som finns med GET på samma adress utan nummer.",
            status=404,
        )
    world.commit(world.assembly.platform_name, world.assembly.platform.lift_fault(number))
    return fault


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
    return _answer(_shown(plan(world, fault), fault), 201)


async def list_faults(request: Request) -> Response:
    faults = planned_faults(find_world(request))
    return _answer({"fel": [_shown(number, fault) for number, fault in faults.items()]})


async def lift_fault(request: Request) -> Response:
    number = request.path_params["nummer"]
    return _answer(_shown(number, lift(find_world(request), number)))


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
