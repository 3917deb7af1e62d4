"""How Samvy answers: JSON, or problem+json. A no about a person is remembered."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from harness.kernel.decisions import Decision
from harness.kernel.events import Crossing, Draft
from harness.kernel.world import World
from harness.systems.samvy.facts import AccessDenied
from harness.systems.samvy.vocabulary import NAME
from harness.systems.samvy.wire import Problem, encode
from harness.systems.samvy.worker import Denied

_TITLES = {403: "Behörighet saknas", 404: "Finns inte", 409: "Nekad", 422: "Felaktig begäran"}


def show(content: object, status: int = 200) -> Response:
    return Response(encode(content), status, media_type="application/json")


def problem(denied: Denied) -> Response:
    body = Problem(title=_TITLES[denied.status], status=denied.status, code=denied.code, detail=denied.detail)
    return Response(encode(body), denied.status, media_type="application/problem+json")


def missing(detail: str) -> Response:
    return problem(Denied("finns_inte", detail, 404))


def wrong(detail: str) -> Response:
    return problem(Denied("fel_begaran", detail, 422))


def deny(request: Request, world: World, person: str, denied: Denied) -> Response:
    """Say no about *person* (``oid|id``), and keep it in the journal."""
    unit = request.headers.get("x-enhet") or "(okänd enhet)"
    fact = AccessDenied(person=person, unit=unit, code=denied.code, detail=denied.detail)
    crossing = Crossing(NAME, unit, f"Nekat: {denied.detail}")
    world.commit(NAME, Decision(drafts=(Draft(fact, crossing),)))
    return problem(denied)
