"""The wire of the personuppgiftstjänst. A route reads, lets a rule decide, answers."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import date
from functools import wraps

import msgspec
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from harness.kernel.document import Identity
from harness.kernel.reading import UnreadableError, read_body, read_query
from harness.kernel.world import World
from harness.kernel.worlds import find_world
from harness.systems.pu import issuing, linking, rules, wire
from harness.systems.pu.clerk import NAME, Caller, signed_in
from harness.systems.pu.formats import require_number
from harness.systems.pu.refusal import RefusedError, UnknownIdentityError
from harness.systems.pu.state import PuState


def _answer(content: object, status: int = 200) -> Response:
    return Response(wire.encode(content), status, media_type="application/json")


def _in_world(act: Callable[[Request, World, Caller], Awaitable[Response]]) -> Callable[[Request], Awaitable[Response]]:
    """An endpoint that finds its world and its caller, and says no in the words of the contract."""

    @wraps(act)
    async def endpoint(request: Request) -> Response:
        caller = Caller(request.headers.get("x-enhet", ""), request.headers.get("x-medarbetare", ""))
        try:
            return await act(request, find_world(request), caller)
        except RefusedError as refused:
            return _answer(wire.Fel(refused.code, refused.text), refused.status)
        except UnreadableError as wrong:
            return _answer(wire.Fel("fel_begaran", str(wrong)), 422)

    return endpoint


def _ignores_links(request: Request) -> bool:
    value = request.query_params.get("ignoreReferredIdentity", "false")
    if value not in ("true", "false"):
        raise UnreadableError("ignoreReferredIdentity är true eller false.")
    return value == "true"


@_in_world
async def read_person(request: Request, world: World, _caller: Caller) -> Response:
    identity = Identity(request.path_params["oid"], request.path_params["id"])
    ignores_links = _ignores_links(request)
    person = rules.show_person(world.state(PuState), identity, world.circumstances(), ignores_links=ignores_links)
    if person is None:
        raise UnknownIdentityError("okand_person", f"PU har ingen person med {identity.id} ({identity.oid}).")
    return _answer(person)


@_in_world
async def search(request: Request, world: World, _caller: Caller) -> Response:
    text = read_query(request, "fodd")
    try:
        born = msgspec.convert(text, date)
    except msgspec.ValidationError as wrong:
        raise UnreadableError(f"Födelsedagen {text!r} är inte en dag skriven ÅÅÅÅ-MM-DD.") from wrong
    return _answer({"personer": rules.search(world.state(PuState), born, world.circumstances())})


@_in_world
async def link(request: Request, world: World, caller: Caller) -> Response:
    asked = await read_body(request, wire.link_request)
    state = world.state(PuState)
    with signed_in(world, caller) as worker:
        world.execute(
            NAME,
            lambda circumstances: linking.link(
                state,
                asked.fran,
                asked.till,
                is_secured=asked.identitet_sakerstalld,
                worker=worker,
                circumstances=circumstances,
            ),
        )
    return _answer(rules.show_chain(state, asked.fran, world.circumstances()), 201)


@_in_world
async def unlink(request: Request, world: World, caller: Caller) -> Response:
    asked = await read_body(request, wire.unlink_request)
    state = world.state(PuState)
    with signed_in(world, caller) as worker:
        world.execute(
            NAME,
            lambda circumstances: linking.unlink(
                state, asked.fran, asked.till, worker=worker, circumstances=circumstances
            ),
        )
    return _answer(rules.show_chain(state, asked.fran, world.circumstances()), 201)


@_in_world
async def issue(request: Request, world: World, caller: Caller) -> Response:
    asked = await read_body(request, wire.issue_request)
    state = world.state(PuState)
    before = set(state.issued)
    with signed_in(world, caller) as worker:
        world.execute(
            NAME, lambda circumstances: issuing.issue(state, asked, worker=worker, circumstances=circumstances)
        )
    return _answer({"identiteter": sorted(state.issued - before, key=lambda identity: identity.id)}, 201)


@_in_world
async def match(request: Request, world: World, caller: Caller) -> Response:
    asked = await read_body(request, wire.match_request)
    with signed_in(world, caller) as worker:
        require_number(Identity(asked.oid, asked.id), world.circumstances())
        outcome = rules.compare(world.state(PuState), asked, world.circumstances())
        if outcome == "annan_person":
            world.commit(NAME, rules.flag(asked, worker))
    return _answer({"utfall": outcome})


@_in_world
async def list_collisions(_request: Request, world: World, caller: Caller) -> Response:
    with signed_in(world, caller):
        found = [
            wire.Krock(one.identity.oid, one.identity.id, one.name, one.born, one.unit)
            for one in world.state(PuState).collisions
        ]
    return _answer({"krockar": found})


ROUTES: list[BaseRoute] = [
    Route("/personer", search, methods=["GET"]),
    Route("/personer/{oid}/{id}", read_person, methods=["GET"]),
    Route("/kopplingar", link, methods=["POST"]),
    Route("/isarkopplingar", unlink, methods=["POST"]),
    Route("/reservnummer", issue, methods=["POST"]),
    Route("/matchningar", match, methods=["POST"]),
    Route("/krockar", list_collisions, methods=["GET"]),
]
