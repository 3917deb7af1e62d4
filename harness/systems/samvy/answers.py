"""How the API of Samvy answers: JSON, or problem+json."""

from __future__ import annotations

from starlette.responses import Response

from harness.systems.samvy.wire import Problem, encode
from harness.systems.samvy.worker import Denied

_TITLES = {
    403: "Behörighet saknas",
    404: "Finns inte",
    409: "Nekad",
    422: "Felaktig begäran",
    503: "Tjänsten kan inte nås",
}


def show(content: object, status: int = 200) -> Response:
    return Response(encode(content), status, media_type="application/json")


def problem(denied: Denied) -> Response:
    body = Problem(title=_TITLES[denied.status], status=denied.status, code=denied.code, detail=denied.detail)
    return Response(encode(body), denied.status, media_type="application/problem+json")


def unreachable(neighbour: str) -> Response:
    """*neighbour* (a title) is needed and does not answer. Nothing has been registered."""
    return problem(Denied("granne_svarar_inte", f"{neighbour} går inte att nå. Ingenting är registrerat.", 503))


def wrong(detail: str) -> Response:
    return problem(Denied("fel_begaran", detail, 422))
