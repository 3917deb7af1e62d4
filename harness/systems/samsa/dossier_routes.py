"""The API of opening a message, and of the care form that a patient leaves to."""

from __future__ import annotations

from typing import Literal

import msgspec
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from harness.kernel.reading import read_body
from harness.kernel.world import World
from harness.systems.samsa import dossier_rules, views
from harness.systems.samsa.desk import Caller, in_case
from harness.systems.samsa.log.acts import note_reading
from harness.systems.samsa.log.policies import What
from harness.systems.samsa.roles import Doing, is_unchanging
from harness.systems.samsa.routing import answer, in_world
from harness.systems.samsa.wire import Meddelande
from harness.systems.samsa.words import NAME


class Vardform(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    vardform: Literal["ÖPT", "ÖRV"]


_care_form = msgspec.json.Decoder(Vardform)


def open_message(world: World, caller: Caller, number: str, message: int) -> Meddelande:
    """The message as the caller's unit sees it; for a recipient it is Läst from now."""
    with in_case(world, caller, number, Doing.LASA) as (case, actor):
        opened = dossier_rules.open_message(case, message, actor=actor)
        if not is_unchanging(world.circumstances()):
            world.commit(NAME, opened)
        note_reading(world, actor, case.patient, What.MEDDELANDE, case.number)
        return views.show_message(case, dossier_rules.find_message(case, message), actor, world.circumstances())


def set_care_form(world: World, caller: Caller, number: str, form: str) -> None:
    with in_case(world, caller, number) as (case, actor):
        world.execute(NAME, lambda _: dossier_rules.set_care_form(case, form, actor=actor))


@in_world
async def show_message(request: Request, world: World, caller: Caller) -> Response:
    return answer(open_message(world, caller, request.path_params["nr"], request.path_params["n"]))


@in_world
async def say_care_form(request: Request, world: World, caller: Caller) -> Response:
    body = await read_body(request, _care_form)
    set_care_form(world, caller, request.path_params["nr"], body.vardform)
    return answer({"arende": request.path_params["nr"]}, 201)


ROUTES: list[BaseRoute] = [
    Route("/api/arenden/{nr}/vardform", say_care_form, methods=["POST"]),
    Route("/api/arenden/{nr}/meddelanden/{n:int}", show_message, methods=["GET"]),
]
