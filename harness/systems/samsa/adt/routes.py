"""The API: whether a patient is admitted with her process in Samvy."""

from __future__ import annotations

from datetime import datetime

from msgspec import Struct
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from harness.kernel.calendar import STOCKHOLM
from harness.kernel.world import World
from harness.systems.samsa.adt.rules import where
from harness.systems.samsa.desk import Caller, about
from harness.systems.samsa.log.acts import note_reading
from harness.systems.samsa.log.policies import What
from harness.systems.samsa.roles import Doing
from harness.systems.samsa.routing import answer, in_world, read_patient
from harness.systems.samsa.state import SamsaState


class Vardtillfalle(Struct, frozen=True):
    vardplanering: str
    enhet: str
    lage: str
    beraknad_utskrivning: str | None
    adt: str
    tid: datetime


@in_world
async def list_admissions(request: Request, world: World, caller: Caller) -> Response:
    patient = read_patient(request)
    with about(world, caller, patient, Doing.LASA) as actor:
        state = world.state(SamsaState)
        same = {f"{one.oid}|{one.id}" for one in state.same_patient(patient)}
        rows = [
            Vardtillfalle(
                vardplanering=told.plan,
                enhet=told.unit,
                lage=where(told.event),
                beraknad_utskrivning=told.planned,
                adt=told.event,
                tid=at.astimezone(STOCKHOLM),
            )
            for told, at in state.elsewhere.latest.values()
            if told.person in same
        ]
        if rows:
            note_reading(world, actor, patient, What.ARENDEN)
        return answer({"vardtillfallen": rows})


ROUTES: list[BaseRoute] = [Route("/api/vardtillfallen", list_admissions, methods=["GET"])]
