"""The wire of Millenniumenheter. It is open: who asks does not matter."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import date
from functools import wraps

import msgspec
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from harness.kernel.decisions import Circumstances
from harness.kernel.reading import UnreadableError, read_query
from harness.kernel.worlds import find_world
from harness.systems.millenniumenheter.rules import (
    PARTS,
    MalformedIdError,
    UnknownUnitError,
    WrongPartError,
    choose_system,
    describe_unit,
    describe_units,
    find_unit,
    require_hsa_id,
)
from harness.systems.millenniumenheter.wire import Fel

_encode = msgspec.json.Encoder().encode


def _answer(content: object, status: int = 200) -> Response:
    return Response(_encode(content), status, media_type="application/json")


def _route(
    look_up: Callable[[Request, date, Circumstances], object],
) -> Callable[[Request], Awaitable[Response]]:
    """Find the world and the day, look up, answer."""

    @wraps(look_up)
    async def endpoint(request: Request) -> Response:
        circumstances = find_world(request).circumstances()
        try:
            return _answer(look_up(request, _day(request, circumstances), circumstances))
        except UnreadableError as wrong:
            return _answer(Fel(kod="fel_begaran", fel=str(wrong)), 422)
        except WrongPartError as wrong:
            return _answer(Fel(kod="fel_part", fel=str(wrong)), 422)
        except MalformedIdError as wrong:
            return _answer(Fel(kod="fel_hsa_id", fel=str(wrong)), 422)
        except UnknownUnitError as unknown:
            return _answer(Fel(kod="okand_enhet", fel=str(unknown)), 404)

    return endpoint


def _day(request: Request, circumstances: Circumstances) -> date:
    """The day asked about; today in care time when none is given."""
    text = request.query_params.get("dag")
    if text is None:
        return circumstances.today
    try:
        return msgspec.convert(text, date)
    except msgspec.ValidationError as wrong:
        raise UnreadableError(f"Dagen {text!r} är inte en dag skriven ÅÅÅÅ-MM-DD.") from wrong


@_route
def list_units(_request: Request, day: date, circumstances: Circumstances) -> object:
    return {"enheter": describe_units(day, circumstances)}


@_route
def read_unit(request: Request, day: date, circumstances: Circumstances) -> object:
    hsa_id = require_hsa_id(request.path_params["hsa_id"], circumstances)
    return describe_unit(find_unit(hsa_id, circumstances), day, circumstances)


@_route
def read_choice(request: Request, day: date, circumstances: Circumstances) -> object:
    parts = {name: read_query(request, name) for name, _ in PARTS}
    return choose_system(parts, day, circumstances)


ROUTES: list[BaseRoute] = [
    Route("/enheter", list_units, methods=["GET"]),
    Route("/enheter/{hsa_id}", read_unit, methods=["GET"]),
    Route("/systemval", read_choice, methods=["GET"]),
]
