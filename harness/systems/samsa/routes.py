"""The API of SAMSA: one route for each act. A route reads, lets the act be done, answers."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import wraps

import msgspec
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from harness.kernel.reading import UnreadableError, read_body, read_query
from harness.kernel.world import World
from harness.kernel.worlds import find_world
from harness.systems.samsa import acts, wire
from harness.systems.samsa.desk import Caller
from harness.systems.samsa.refusal import MalformedError, RefusedError, UnknownCaseError
from harness.systems.samsa.state import Patient
from harness.systems.samsa.words import PartyRole

_new_case = msgspec.json.Decoder(wire.NyttArende)
_needs = msgspec.json.Decoder(wire.Behovsbedomning)
_message = msgspec.json.Decoder(wire.NyttMeddelande)
_close = msgspec.json.Decoder(wire.Avslut)
_empty = msgspec.json.Decoder(wire.Tom)

Endpoint = Callable[[Request], Awaitable[Response]]


def _answer(content: object, status: int = 200) -> Response:
    return Response(wire.encode(content), status, media_type="application/json")


def answer_unreachable(neighbour: str) -> Response:
    """SAMSA cannot do what needs *neighbour* (a title); nothing has been done."""
    return _answer(wire.Fel("granne_svarar_inte", f"{neighbour} svarar inte. Ingenting är gjort; försök igen."), 503)


def _in_world(act: Callable[[Request, World, Caller], Awaitable[Response]]) -> Endpoint:
    """An endpoint that finds its world and its caller, and says no in the words of SAMSA."""

    @wraps(act)
    async def endpoint(request: Request) -> Response:
        caller = Caller(request.headers.get("x-enhet", ""), request.headers.get("x-medarbetare", ""))
        try:
            return await act(request, find_world(request), caller)
        except RefusedError as refused:
            return _answer(wire.Fel(refused.code, refused.text), refused.status)
        except MalformedError as wrong:
            return _answer(wire.Fel(wrong.code, str(wrong)), 422)
        except UnreadableError as wrong:
            return _answer(wire.Fel("fel_begaran", str(wrong)), 422)
        except UnknownCaseError as unknown:
            return _answer(wire.Fel("finns_inte", str(unknown)), 404)

    return endpoint


def _patient(request: Request) -> Patient:
    return Patient(read_query(request, "oid"), read_query(request, "id"))


@_in_world
async def open_case(request: Request, world: World, caller: Caller) -> Response:
    body = await read_body(request, _new_case)
    parties = {role: getattr(body.parter, role) for role in PartyRole}
    number = acts.open_case(world, caller, Patient(body.patient.oid, body.patient.id), parties)
    return _answer({"arende": number}, 201)


@_in_world
async def list_cases(request: Request, world: World, caller: Caller) -> Response:
    return _answer({"arenden": acts.list_cases(world, caller, _patient(request))})


@_in_world
async def assess_needs(request: Request, world: World, caller: Caller) -> Response:
    body = await read_body(request, _needs)
    acts.assess_needs(world, caller, request.path_params["nr"], body.behov)
    return _answer({"arende": request.path_params["nr"]}, 201)


@_in_world
async def send_message(request: Request, world: World, caller: Caller) -> Response:
    body = await read_body(request, _message)
    return _answer({"meddelande": acts.send_message(world, caller, request.path_params["nr"], body)}, 201)


@_in_world
async def assess_utskrivningsklar(request: Request, world: World, caller: Caller) -> Response:
    await read_body(request, _empty)
    acts.assess_utskrivningsklar(world, caller, request.path_params["nr"])
    return _answer({"arende": request.path_params["nr"]}, 201)


@_in_world
async def acknowledge(request: Request, world: World, caller: Caller) -> Response:
    await read_body(request, _empty)
    case, message = request.path_params["nr"], request.path_params["n"]
    acts.acknowledge(world, caller, case, message)
    return _answer({"meddelande": f"{case}/{message}"}, 201)


@_in_world
async def close_case(request: Request, world: World, caller: Caller) -> Response:
    body = await read_body(request, _close)
    acts.close_case(world, caller, request.path_params["nr"], body.orsak)
    return _answer({"arende": request.path_params["nr"]}, 201)


@_in_world
async def read_inbox(_request: Request, world: World, caller: Caller) -> Response:
    messages = acts.read_inbox(world, caller)
    return _answer({"enhet": caller.unit, "meddelanden": messages})


@_in_world
async def list_recipients(_request: Request, world: World, caller: Caller) -> Response:
    return _answer({"mottagare": acts.list_recipients(world, caller)})


@_in_world
async def list_refused(request: Request, world: World, caller: Caller) -> Response:
    return _answer({"avvisningar": acts.list_refused(world, caller, _patient(request))})


@_in_world
async def read_identity(request: Request, world: World, caller: Caller) -> Response:
    return _answer(acts.read_identity(world, caller, _patient(request)))


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
