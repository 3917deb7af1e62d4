"""What has been asked of the systems of a world, as the server saw it: method, path and status."""

from __future__ import annotations

import msgspec
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from harness.kernel.worlds import Worlds

_WORLD = "/v/"


class TrafficMiddleware:
    """Writes every request to a world into that world's log, when its answer begins.

    It stands outside the systems, so that no system can forget to write.
    """

    def __init__(self, app: ASGIApp, worlds: Worlds) -> None:
        self._app = app
        self._worlds = worlds

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or not scope["path"].startswith(_WORLD):
            await self._app(scope, receive, send)
            return

        async def watched(message: Message) -> None:
            if message["type"] == "http.response.start":
                self._note(scope["path"], scope["method"], message["status"])
            await send(message)

        await self._app(scope, receive, watched)

    def _note(self, path: str, method: str, status: int) -> None:
        world_id, _, rest = path.removeprefix(_WORLD).partition("/")
        world = self._worlds.peek(world_id)
        if world is not None:
            world.traffic.append((method, rest, status))


class TrafficRow(msgspec.Struct, frozen=True):
    """One request, as the inspection plane shows it."""

    metod: str
    vag: str
    status: int
