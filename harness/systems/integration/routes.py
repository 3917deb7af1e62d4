"""The wire of the integration platform: what drift sees, and the one thing it can do."""

from __future__ import annotations

import msgspec
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from harness.kernel.calendar import moment_text
from harness.kernel.decisions import Envelope
from harness.kernel.worlds import find_world
from harness.systems.integration.rules import NAME, send_again
from harness.systems.integration.state import IntegrationState

_encode = msgspec.json.Encoder().encode


class Underway(msgspec.Struct, frozen=True):
    """A message that waits. ``forsok`` are those made."""

    id: str
    fran: str
    till: str
    slag: str
    text: str
    forsok: int


class Undelivered(msgspec.Struct, frozen=True):
    id: str
    fran: str
    till: str
    slag: str
    text: str
    orsak: str
    sedan: str


def _answer(content: object, status: int = 200) -> Response:
    return Response(_encode(content), status, media_type="application/json")


def _about(envelope: Envelope) -> dict[str, str]:
    return {
        "id": envelope.id,
        "fran": envelope.sender,
        "till": envelope.recipient,
        "slag": envelope.kind,
        "text": envelope.text,
    }


async def list_underway(request: Request) -> Response:
    waiting = find_world(request).state(IntegrationState).waiting.values()
    return _answer({"pa_vag": [Underway(**_about(one.envelope), forsok=one.attempts) for one in waiting]})


async def list_undelivered(request: Request) -> Response:
    letters = find_world(request).state(IntegrationState).set_aside.values()
    rows = [Undelivered(**_about(one.envelope), orsak=one.reason, sedan=moment_text(one.since)) for one in letters]
    return _answer({"olevererade": rows})


async def resend(request: Request) -> Response:
    world, id = find_world(request), request.path_params["id"]
    state = world.state(IntegrationState)
    if id not in state.set_aside:
        text = f"Inget olevererat meddelande heter {id}."
        return _answer({"kod": "okant_meddelande", "fel": text}, 404)
    world.execute(NAME, lambda circumstances: send_again(state, id, circumstances))
    return _answer({"id": id}, 202)


ROUTES: list[BaseRoute] = [
    Route("/pa-vag", list_underway, methods=["GET"]),
    Route("/olevererade", list_undelivered, methods=["GET"]),
    Route("/olevererade/{id}/omsandning", resend, methods=["POST"]),
]
