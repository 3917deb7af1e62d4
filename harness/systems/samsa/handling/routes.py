"""The API of how a case is handled."""

from __future__ import annotations

import msgspec
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from harness.kernel.reading import read_body
from harness.kernel.world import World
from harness.systems.samsa.desk import Caller
from harness.systems.samsa.handling import acts, wire
from harness.systems.samsa.routing import answer, in_world

_contact = msgspec.json.Decoder(wire.FastVardkontakt)
_reason = msgspec.json.Decoder(wire.Orsak)
_forward = msgspec.json.Decoder(wire.Vidaresand)
_offer = msgspec.json.Decoder(wire.SipSvar)
_party = msgspec.json.Decoder(wire.NyPart)


@in_world
async def name_care_contact(request: Request, world: World, caller: Caller) -> Response:
    acts.name_care_contact(world, caller, request.path_params["nr"], await read_body(request, _contact))
    return answer({"arende": request.path_params["nr"]}, 201)


@in_world
async def change_party(request: Request, world: World, caller: Caller) -> Response:
    acts.change_party(world, caller, request.path_params["nr"], await read_body(request, _party))
    return answer({"arende": request.path_params["nr"]}, 201)


@in_world
async def answer_sip_offer(request: Request, world: World, caller: Caller) -> Response:
    acts.answer_sip_offer(world, caller, request.path_params["nr"], await read_body(request, _offer))
    return answer({"arende": request.path_params["nr"]}, 201)


@in_world
async def interrupt(request: Request, world: World, caller: Caller) -> Response:
    acts.interrupt(world, caller, request.path_params["nr"], await read_body(request, _reason))
    return answer({"arende": request.path_params["nr"]}, 201)


@in_world
async def return_message(request: Request, world: World, caller: Caller) -> Response:
    number, message = request.path_params["nr"], request.path_params["n"]
    acts.return_message(world, caller, number, message, await read_body(request, _reason))
    return answer({"meddelande": f"{number}/{message}"}, 201)


@in_world
async def forward(request: Request, world: World, caller: Caller) -> Response:
    number, message = request.path_params["nr"], request.path_params["n"]
    acts.forward(world, caller, number, message, await read_body(request, _forward))
    return answer({"meddelande": f"{number}/{message}"}, 201)


@in_world
async def read_history(request: Request, world: World, caller: Caller) -> Response:
    return answer({"sandlista": acts.read_history(world, caller, request.path_params["nr"])})


ROUTES: list[BaseRoute] = [
    Route("/api/arenden/{nr}/fast-vardkontakt", name_care_contact, methods=["POST"]),
    Route("/api/arenden/{nr}/parter", change_party, methods=["POST"]),
    Route("/api/arenden/{nr}/sip-erbjudande", answer_sip_offer, methods=["POST"]),
    Route("/api/arenden/{nr}/avbrott", interrupt, methods=["POST"]),
    Route("/api/arenden/{nr}/meddelanden/{n:int}/felsant", return_message, methods=["POST"]),
    Route("/api/arenden/{nr}/meddelanden/{n:int}/vidaresandning", forward, methods=["POST"]),
    Route("/api/arenden/{nr}/sandlista", read_history, methods=["GET"]),
]
