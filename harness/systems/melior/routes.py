"""The wire of Melior: what is written there, and what is not yet known to be in SAMSA."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from harness.kernel.calendar import STOCKHOLM
from harness.kernel.reading import UnreadableError, read_body
from harness.kernel.worlds import find_world
from harness.systems.melior import rules, wire
from harness.systems.melior.state import MeliorState


def _answer(content: object, status: int) -> Response:
    return Response(wire.encode(content), status, media_type="application/json")


def _caller(request: Request) -> tuple[str, str]:
    return request.headers.get("x-enhet", ""), request.headers.get("x-medarbetare", "")


def _no(refused: rules.RefusedError) -> Response:
    return _answer(wire.Fel(refused.code, refused.text), refused.status)


async def write_admission(request: Request) -> Response:
    world = find_world(request)
    state = world.state(MeliorState)
    try:
        body = await read_body(request, wire.admission)
        world.commit(rules.NAME, rules.write_admission(state, body, *_caller(request), world.landscape))
    except UnreadableError as wrong:
        return _answer(wire.Fel("fel_begaran", str(wrong)), 422)
    except rules.RefusedError as refused:
        return _no(refused)
    return _answer({"vardtillfalle": next(reversed(state.admissions))}, 201)


async def write_information(request: Request) -> Response:
    world, number = find_world(request), request.path_params["nr"]
    state = world.state(MeliorState)
    try:
        text = (await read_body(request, wire.information)).text
        world.commit(rules.NAME, rules.write_information(state, number, text, *_caller(request), world.landscape))
    except UnreadableError as wrong:
        return _answer(wire.Fel("fel_begaran", str(wrong)), 422)
    except rules.RefusedError as refused:
        return _no(refused)
    return _answer({"vardtillfalle": number}, 201)


async def list_admissions(request: Request) -> Response:
    world = find_world(request)
    unit, person = _caller(request)
    try:
        rules.require_hospital_staff(world.landscape, unit, person)
    except rules.RefusedError as refused:
        return _no(refused)
    circumstances = world.circumstances()
    rows = [
        wire.Vardtillfalle(
            vardtillfalle=number,
            patient=wire.Patient(one.written.oid, one.written.id),
            lakare=one.written.doctor,
            inskriven=one.at.astimezone(STOCKHOLM),
            beraknad_utskrivning=one.written.planned,
            utskrivningsinformation=one.information.text if one.information else None,
            ej_kvitterat=rules.unreceipted(one, circumstances),
        )
        for number, one in world.state(MeliorState).admissions.items()
        if one.written.unit == unit
    ]
    return _answer({"vardtillfallen": rows}, 200)


ROUTES: list[BaseRoute] = [
    Route("/vardtillfallen", write_admission, methods=["POST"]),
    Route("/vardtillfallen", list_admissions, methods=["GET"]),
    Route("/vardtillfallen/{nr}/utskrivningsinformation", write_information, methods=["POST"]),
]
