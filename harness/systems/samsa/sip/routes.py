"""The API of SIPs in SAMSA: one route for each act."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from harness.kernel.reading import read_body
from harness.kernel.world import World
from harness.systems.samsa.case import Patient
from harness.systems.samsa.desk import Caller
from harness.systems.samsa.routing import answer, in_world, read_patient
from harness.systems.samsa.sip import acts, wire
from harness.systems.samsa.sip.words import SipState

_new = msgspec.json.Decoder(wire.NySip)
_end = msgspec.json.Decoder(wire.Slut)


@in_world
async def start(request: Request, world: World, caller: Caller) -> Response:
    body = await read_body(request, _new)
    number = acts.start(world, caller, Patient(body.patient.oid, body.patient.id), body.arende, body.begard_av)
    return answer({"sip": number}, 201)


@in_world
async def list_sips(request: Request, world: World, caller: Caller) -> Response:
    sips, in_samvy = acts.list_sips(world, caller, read_patient(request))
    return answer({"sip": sips, "aktiva_i_samvy": in_samvy})


@in_world
async def list_summonses(_request: Request, world: World, caller: Caller) -> Response:
    return answer({"enhet": caller.unit, "kallelser": acts.list_summonses(world, caller)})


def _step(kind: type[Any], act: Callable[[World, Caller, str, Any], None]) -> Callable[..., Any]:
    """A route whose body is *kind*, and which does *act* with the SIP that the address names."""
    decoder = msgspec.json.Decoder(kind)

    @in_world
    async def endpoint(request: Request, world: World, caller: Caller) -> Response:
        body = await read_body(request, decoder)
        act(world, caller, request.path_params["nr"], body)
        return answer({"sip": request.path_params["nr"]}, 201)

    return endpoint


def _ending(how: SipState) -> Callable[..., Any]:
    @in_world
    async def endpoint(request: Request, world: World, caller: Caller) -> Response:
        body = await read_body(request, _end)
        acts.end(world, caller, request.path_params["nr"], how, body.skal)
        return answer({"sip": request.path_params["nr"]}, 201)

    return endpoint


ROUTES: list[BaseRoute] = [
    Route("/api/sip", start, methods=["POST"]),
    Route("/api/sip", list_sips, methods=["GET"]),
    Route("/api/sip-kallelser", list_summonses, methods=["GET"]),
    Route("/api/sip/{nr}/samtycke", _step(wire.Samtycke, acts.consent), methods=["POST"]),
    Route("/api/sip/{nr}/kallelse", _step(wire.Kallelse, acts.summon), methods=["POST"]),
    Route("/api/sip/{nr}/mote", _step(wire.Mote, acts.hold_meeting), methods=["POST"]),
    Route("/api/sip/{nr}/plan", _step(wire.Plan, acts.establish), methods=["POST"]),
    Route("/api/sip/{nr}/uppfoljning", _step(wire.Uppfoljning, acts.follow_up), methods=["POST"]),
    Route("/api/sip/{nr}/avslut", _ending(SipState.AVSLUTAD), methods=["POST"]),
    Route("/api/sip/{nr}/tackat-nej", _ending(SipState.TACKAT_NEJ), methods=["POST"]),
    Route("/api/sip/{nr}/nekad", _ending(SipState.NEKAD), methods=["POST"]),
]
