"""The API of SAMSA: one route for each act. A route reads, lets the act be done, answers."""

from __future__ import annotations

import msgspec
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from harness.kernel.reading import read_body
from harness.kernel.world import World
from harness.systems.samsa import acts, wire
from harness.systems.samsa.case import Patient
from harness.systems.samsa.desk import Caller
from harness.systems.samsa.routing import answer, in_world, read_patient
from harness.systems.samsa.words import PartyRole

_new_case = msgspec.json.Decoder(wire.NyttArende)
_needs = msgspec.json.Decoder(wire.Behovsbedomning)
_message = msgspec.json.Decoder(wire.NyttMeddelande)
_close = msgspec.json.Decoder(wire.Avslut)
_empty = msgspec.json.Decoder(wire.Tom)


@in_world
async def open_case(request: Request, world: World, caller: Caller) -> Response:
    body = await read_body(request, _new_case)
    parties = {role: getattr(body.parter, role) for role in PartyRole}
    number = acts.open_case(world, caller, Patient(body.patient.oid, body.patient.id), parties)
    return answer({"arende": number}, 201)


@in_world
async def list_cases(request: Request, world: World, caller: Caller) -> Response:
    return answer({"arenden": acts.list_cases(world, caller, read_patient(request))})


@in_world
async def assess_needs(request: Request, world: World, caller: Caller) -> Response:
    body = await read_body(request, _needs)
    acts.assess_needs(world, caller, request.path_params["nr"], body.behov)
    return answer({"arende": request.path_params["nr"]}, 201)


@in_world
async def send_message(request: Request, world: World, caller: Caller) -> Response:
    body = await read_body(request, _message)
    return answer({"meddelande": acts.send_message(world, caller, request.path_params["nr"], body)}, 201)


@in_world
async def assess_utskrivningsklar(request: Request, world: World, caller: Caller) -> Response:
    await read_body(request, _empty)
    acts.assess_utskrivningsklar(world, caller, request.path_params["nr"])
    return answer({"arende": request.path_params["nr"]}, 201)


@in_world
async def acknowledge(request: Request, world: World, caller: Caller) -> Response:
    await read_body(request, _empty)
    case, message = request.path_params["nr"], request.path_params["n"]
    acts.acknowledge(world, caller, case, message)
    return answer({"meddelande": f"{case}/{message}"}, 201)


@in_world
async def close_case(request: Request, world: World, caller: Caller) -> Response:
    body = await read_body(request, _close)
    acts.close_case(world, caller, request.path_params["nr"], body.orsak)
    return answer({"arende": request.path_params["nr"]}, 201)


@in_world
async def read_inbox(_request: Request, world: World, caller: Caller) -> Response:
    messages = acts.read_inbox(world, caller)
    returned = acts.read_returned(world, caller)
    return answer({"enhet": caller.unit, "meddelanden": messages, "aterforda": returned})


@in_world
async def list_recipients(_request: Request, world: World, caller: Caller) -> Response:
    return answer({"mottagare": acts.list_recipients(world, caller)})


@in_world
async def list_refused(request: Request, world: World, caller: Caller) -> Response:
    return answer({"avvisningar": acts.list_refused(world, caller, read_patient(request))})


@in_world
async def read_identity(request: Request, world: World, caller: Caller) -> Response:
    return answer(acts.read_identity(world, caller, read_patient(request)))


ROUTES: list[BaseRoute] = [
    Route("/api/arenden", open_case, methods=["POST"]),
    Route("/api/arenden", list_cases, methods=["GET"]),
    Route("/api/arenden/{nr}/behovsbedomning", assess_needs, methods=["POST"]),
    Route("/api/arenden/{nr}/meddelanden", send_message, methods=["POST"]),
    Route("/api/arenden/{nr}/utskrivningsklarbedomning", assess_utskrivningsklar, methods=["POST"]),
    Route("/api/arenden/{nr}/meddelanden/{n:int}/kvittens", acknowledge, methods=["POST"]),
    Route("/api/arenden/{nr}/avslut", close_case, methods=["POST"]),
    Route("/api/inkorg", read_inbox, methods=["GET"]),
    Route("/api/mottagare", list_recipients, methods=["GET"]),
    Route("/api/identitet", read_identity, methods=["GET"]),
    Route("/api/avvisningar", list_refused, methods=["GET"]),
]
