"""The control plane: create worlds, move their time, close them. No simulated system knows of it."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

import msgspec
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from harness.kernel.calendar import moment_text
from harness.kernel.control_error import ControlError, FaultBody
from harness.kernel.document import Identity, Person
from harness.kernel.pages import plain_page, wants_html
from harness.kernel.people import register_person, report_life_event
from harness.kernel.reading import UnreadableError, decode
from harness.kernel.worlds import Worlds, find_world

_encode = msgspec.json.Encoder().encode


class _Until(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    till: Annotated[datetime, msgspec.Meta(tz=True)]


class _Branch(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    namn: str
    till: Annotated[datetime, msgspec.Meta(tz=True)] | None = None


_branch = msgspec.json.Decoder(_Branch)
_until = msgspec.json.Decoder(_Until)
_person = msgspec.json.Decoder(Person)


def _answer(content: object, status: int = 200) -> Response:
    return Response(_encode(content), status, media_type="application/json")


def _worlds(request: Request) -> Worlds:
    worlds: Worlds = request.app.state.worlds
    return worlds


async def show_fault(request: Request, fault: Exception) -> Response:
    """A refused control document, or a world that is not there."""
    if not isinstance(fault, ControlError):
        raise fault
    if wants_html(request):
        return plain_page("Det gick inte", f"{fault.text} {fault.remedy}", fault.status)
    return _answer(FaultBody(kod=fault.code, fel=fault.text, atgard=fault.remedy), fault.status)


async def put_landscape(request: Request) -> Response:
    sha256 = request.path_params["kontrollsumma"]
    is_new = _worlds(request).keep_landscape(sha256, await request.body())
    return _answer({"landskap": sha256}, 201 if is_new else 200)


async def put_world(request: Request) -> Response:
    address = request.path_params["varld"]
    world = _worlds(request).create(address, await request.body(), name=request.query_params.get("namn", address))
    return _answer({"varld": address, "tid": moment_text(world.now)}, 201)


async def read_time(request: Request) -> Response:
    world = find_world(request)
    return _answer({"tid": moment_text(world.now)})


async def move_time(request: Request) -> Response:
    body = await request.body()
    world = find_world(request)
    try:
        until = decode(body, _until).till
    except UnreadableError as wrong:
        raise ControlError(
            "fel_tid",
            f"Tiden går inte att läsa: {wrong}",
            remedy='Skicka {"till": "ÅÅÅÅ-MM-DDTTT:MM:SS+01:00"}.',
        ) from wrong
    if until < world.now:
        raise ControlError(
            "tiden_gar_inte_bakat",
            f"Klockan är {moment_text(world.now)} i världen och kan inte flyttas bakåt till {moment_text(until)}.",
            remedy="Välj en senare tidpunkt, eller börja om i en ny värld.",
        )
    world.advance(until)
    return _answer({"tid": moment_text(world.now)})


async def add_person(request: Request) -> Response:
    body = await request.body()
    world = find_world(request)
    try:
        person = decode(body, _person)
    except UnreadableError as wrong:
        raise ControlError(
            "fel_person", f"Personen går inte att läsa: {wrong}", remedy="Rätta personens uppgifter."
        ) from wrong
    register_person(world, person)
    return _answer({"identiteter": person.identiteter}, 201)


async def add_life_event(request: Request) -> Response:
    body = await request.body()
    world = find_world(request)
    identity = Identity(request.path_params["oid"], request.path_params["id"])
    report_life_event(world, identity, body)
    return _answer({"oid": identity.oid, "id": identity.id, "tid": moment_text(world.now)}, 201)


async def branch_world(request: Request) -> Response:
    raw = await request.body()
    find_world(request)
    try:
        body = decode(raw, _branch)
    except UnreadableError as wrong:
        raise ControlError(
            "fel_gren",
            f"Grenens uppgifter går inte att läsa: {wrong}",
            remedy='Skicka {"namn": "…"}, och "till" med en tidpunkt om den ska börja tidigare än nu.',
        ) from wrong
    branch = _worlds(request).branch(request.path_params["varld"], body.namn, body.till)
    return _answer({"varld": body.namn, "tid": moment_text(branch.now)}, 201)


async def delete_world(request: Request) -> Response:
    world = find_world(request)
    journal = "".join(f"{line.decode()}\n" for line in world.lines())
    leaned_on = world.leaned_on
    _worlds(request).drop(request.path_params["varld"])
    return _answer({"journal": journal, "forlitar": leaned_on})


async def read_health(request: Request) -> Response:
    return _answer({"halsa": "ok", "varldar": _worlds(request).count()})


ROUTES: list[BaseRoute] = [
    Route("/halsa", read_health, methods=["GET"]),
    Route("/landskap/{kontrollsumma}", put_landscape, methods=["PUT"]),
    Route("/v/{varld}", put_world, methods=["PUT"]),
    Route("/v/{varld}", delete_world, methods=["DELETE"]),
    Route("/v/{varld}/tid", read_time, methods=["GET"]),
    Route("/v/{varld}/tid", move_time, methods=["POST"]),
    Route("/v/{varld}/personer", add_person, methods=["POST"]),
    Route("/v/{varld}/personer/{oid}/{id}/handelser", add_life_event, methods=["POST"]),
    Route("/v/{varld}/gren", branch_world, methods=["POST"]),
]
