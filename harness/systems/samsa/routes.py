"""The routes of SAMSA: one for each act. A route reads, lets a rule decide, answers."""

from __future__ import annotations

from datetime import date

import msgspec
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from harness.kernel.reading import read_body, read_query
from harness.kernel.world import World
from harness.systems.samsa import admission, inskrivning, rules, views, wire
from harness.systems.samsa.answers import Choice, Registered, Units
from harness.systems.samsa.content import describe_patient
from harness.systems.samsa.desk import about, answer, in_case, in_world, who
from harness.systems.samsa.state import Patient, SamsaState
from harness.systems.samsa.words import NAME, PartyRole

_new_case = msgspec.json.Decoder(wire.NyttArende)
_needs = msgspec.json.Decoder(wire.Behovsbedomning)
_message = msgspec.json.Decoder(wire.NyttMeddelande)
_close = msgspec.json.Decoder(wire.Avslut)
_empty = msgspec.json.Decoder(wire.Tom)


@in_world
async def open_case(request: Request, world: World) -> Response:
    body = await read_body(request, _new_case)
    patient = Patient(body.patient.oid, body.patient.id)
    parties = {role: getattr(body.parter, role) for role in PartyRole}
    admission.check_parties(world.landscape, parties)
    state = world.state(SamsaState)
    with about(request, world, patient) as actor:
        admission.require_hospital_unit(actor)
        admission.require_no_open_case(state, patient)
        today = world.circumstances().today.isoformat()
        question = {"slutenvard": actor.unit, **msgspec.to_builtins(body.parter), "dag": today}
        choice = world.ask(NAME, "enheter", "systemval", question, text=f"Vilket system den {today}?", expects=Choice)
        world.execute(
            NAME,
            lambda circumstances: admission.open_case(
                state, patient, parties, actor=actor, choice=choice, circumstances=circumstances
            ),
        )
    return answer({"arende": state.cases_of(patient)[-1].number}, 201)


@in_world
async def list_cases(request: Request, world: World) -> Response:
    patient = Patient(read_query(request, "oid"), read_query(request, "id"))
    with about(request, world, patient) as actor:
        cases = world.state(SamsaState).cases_of(patient)
        return answer({"arenden": [views.show_case(case, actor, world.circumstances()) for case in cases]})


@in_world
async def assess_needs(request: Request, world: World) -> Response:
    body = await read_body(request, _needs)
    with in_case(request, world) as (case, actor):
        world.execute(NAME, lambda _: rules.assess_needs(case, body.behov, actor=actor))
        return answer({"arende": case.number}, 201)


@in_world
async def send_message(request: Request, world: World) -> Response:
    body = await read_body(request, _message)
    with in_case(request, world) as (case, actor):
        match body:
            case wire.Inskrivningsmeddelande(beraknad_utskrivning=day):
                address = inskrivning.address_message(case, actor=actor, circumstances=world.circumstances())
                content = _ask_for_patient(world, case.patient, day)
                world.execute(
                    NAME,
                    lambda _: inskrivning.send_message(case, address, day, content, actor=actor),
                )
            case wire.AndradUtskrivning(beraknad_utskrivning=day):
                world.execute(NAME, lambda c: rules.change_planned_discharge(case, day, actor=actor, circumstances=c))
            case wire.Utskrivningsklar():
                world.execute(NAME, lambda c: rules.announce_utskrivningsklar(case, actor=actor, circumstances=c))
            case wire.Atertagen():
                world.execute(NAME, lambda c: rules.withdraw_utskrivningsklar(case, actor=actor, circumstances=c))
            case wire.Utskrivningsmeddelande():
                world.execute(NAME, lambda c: rules.discharge(case, actor=actor, circumstances=c))
        return answer({"meddelande": f"{case.number}/{len(case.messages)}"}, 201)


def _ask_for_patient(world: World, patient: Patient, day: date) -> dict[str, str]:
    question = {"oid": patient.oid, "id": patient.id}
    answered = world.ask(NAME, "pu", "person", question, text="Vem är patienten?", expects=Registered)
    return describe_patient(answered.person, patient, day)


@in_world
async def assess_utskrivningsklar(request: Request, world: World) -> Response:
    await read_body(request, _empty)
    with in_case(request, world) as (case, actor):
        world.execute(NAME, lambda _: rules.assess_utskrivningsklar(case, actor=actor))
        return answer({"arende": case.number}, 201)


@in_world
async def acknowledge(request: Request, world: World) -> Response:
    await read_body(request, _empty)
    number = request.path_params["n"]
    with in_case(request, world) as (case, actor):
        world.execute(NAME, lambda _: rules.acknowledge(case, number, actor=actor))
        return answer({"meddelande": f"{case.number}/{number}"}, 201)


@in_world
async def close_case(request: Request, world: World) -> Response:
    body = await read_body(request, _close)
    with in_case(request, world) as (case, actor):
        world.execute(NAME, lambda c: rules.close(case, body.orsak, actor=actor, circumstances=c))
        return answer({"arende": case.number}, 201)


@in_world
async def read_inbox(request: Request, world: World) -> Response:
    actor = who(request, world)
    return answer({"enhet": actor.unit, "meddelanden": views.show_inbox(world.state(SamsaState), actor)})


@in_world
async def list_recipients(request: Request, world: World) -> Response:
    """Every unit until SAMSA is locked: a unit that is live in Samvy still needs SAMSA for others."""
    who(request, world)
    today = world.circumstances().today
    units = world.ask(NAME, "enheter", "enheter", {"dag": today.isoformat()}, text="Vilka enheter?", expects=Units)
    is_locked = units.samsa_last_fran is not None and units.samsa_last_fran <= today
    recipients = [wire.ValbarMottagare(unit.hsa_id, unit.namn, f"SAMSA-{unit.hsa_id}") for unit in units.enheter]
    return answer({"mottagare": [] if is_locked else recipients})


@in_world
async def list_refused(request: Request, world: World) -> Response:
    patient = Patient(read_query(request, "oid"), read_query(request, "id"))
    with about(request, world, patient):
        refused = world.state(SamsaState).refused.get(patient, [])
        return answer({"avvisningar": [views.show_refused(act) for act in refused]})


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
    Route("/api/avvisningar", list_refused, methods=["GET"]),
]
