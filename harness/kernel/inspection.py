"""The inspection plane: journal, message picture and traffic of a world. Looks, never touches."""

from __future__ import annotations

import msgspec
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from harness.kernel.message_picture import Arrow, draw_messages
from harness.kernel.traffic import TrafficRow
from harness.kernel.worlds import find_world


async def show_journal(request: Request) -> Response:
    lines = find_world(request).lines()
    return Response(b"".join(line + b"\n" for line in lines), media_type="application/x-ndjson")


async def show_message_picture(request: Request) -> Response:
    world = find_world(request)
    names = {unit.hsa_id: unit.name for unit in world.landscape.units.values()} | dict(world.titles)
    arrows = [
        Arrow(at=event.registered, sender=event.sender, recipient=event.recipient, text=event.text or "")
        for event in world.events()
        if event.sender is not None and event.recipient is not None
    ]
    picture = draw_messages(
        arrows, title=f"Meddelandebild för världen {world.id}", names=names, systems=tuple(world.titles)
    )
    return Response(picture, media_type="image/svg+xml")


async def show_traffic(request: Request) -> Response:
    """What was asked of the systems, page or API: the proof of which way a scenario went."""
    rows = [TrafficRow(method, path, status) for method, path, status in find_world(request).traffic]
    return Response(msgspec.json.encode({"trafik": rows}), media_type="application/json")


ROUTES: list[BaseRoute] = [
    Route("/v/{varld}/journal", show_journal, methods=["GET"]),
    Route("/v/{varld}/meddelandebild.svg", show_message_picture, methods=["GET"]),
    Route("/v/{varld}/trafik", show_traffic, methods=["GET"]),
]
