"""Run the simulator as a process of its own: ``python -m harness.serve --port 0 [--journal DIR]``.

One JSON line with port and pid on stdout says that it answers. It stops when its stdin ends, so
that it dies with whoever started it, or at SIGTERM.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import json
import os
import signal
import socket
import sqlite3
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import uvicorn

from harness.kernel.journal import MemoryStore
from harness.kernel.sqlite_journal import SqliteStore
from harness.simulator import create_app

HOST = "127.0.0.1"
CANNOT_START = 3
# Long enough for an answer that is being written; nobody waits for a stream here.
_GRACE_S = 2
# A client that rests between two scenarios must not find its connection gone when it writes again.
_KEEP_ALIVE_S = 3600


class _Server(uvicorn.Server):
    """Says when it answers, and ends with code 0 when it is told to stop."""

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        port = sockets[0].getsockname()[1] if sockets else self.config.port
        sys.stdout.write(json.dumps({"port": port, "pid": os.getpid()}) + "\n")
        sys.stdout.flush()
        loop = asyncio.get_running_loop()
        threading.Thread(target=_wait_for_end_of_stdin, args=(loop, self.stop), daemon=True).start()

    def stop(self) -> None:
        self.should_exit = True

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        # uvicorn raises the signal again when it has stopped: a clean stop would look like a crash.
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: self.stop())
        yield


def _wait_for_end_of_stdin(loop: asyncio.AbstractEventLoop, stop: Callable[[], None]) -> None:
    # os.read and not sys.stdin: a lock held by a waiting thread would hang the interpreter at exit.
    with contextlib.suppress(OSError):  # no stdin at all is one that has ended
        while os.read(0, 4096):
            pass
    with contextlib.suppress(RuntimeError):  # the loop is closed: the server has stopped already
        loop.call_soon_threadsafe(stop)


def main(arguments: Sequence[str] | None = None) -> int:
    """Serve until told to stop. Returns the exit code: 0, or 3 when it cannot start."""
    parser = argparse.ArgumentParser(prog="python -m harness.serve", description="Kör simulatorn.")
    parser.add_argument("--port", type=int, default=0, help="port på 127.0.0.1; 0 tar en ledig")
    parser.add_argument("--journal", type=Path, help="mapp där världarna sparas; utan den minns den inget")
    chosen = parser.parse_args(arguments)
    listener = socket.socket()
    if os.name != "nt":  # there it would share the port with whoever has it already
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((HOST, chosen.port))
        listener.listen(128)
    except (OSError, OverflowError) as taken:
        sys.stderr.write(
            f"Port {chosen.port} på {HOST} går inte att använda ({taken}). "
            "Stoppa den som använder porten, eller välj en annan med --port (0 tar en ledig).\n"
        )
        return CANNOT_START
    try:
        store = MemoryStore() if chosen.journal is None else SqliteStore(chosen.journal)
    except (OSError, sqlite3.Error) as wrong:
        sys.stderr.write(
            f"Mappen {chosen.journal} går inte att spara världar i ({wrong}). Välj en mapp som går att skriva i.\n"
        )
        return CANNOT_START
    config = uvicorn.Config(
        create_app(store),
        http="httptools",
        ws="none",
        access_log=False,
        log_level="warning",
        timeout_graceful_shutdown=_GRACE_S,
        timeout_keep_alive=_KEEP_ALIVE_S,
    )
    _Server(config).run([listener])
    return 0


if __name__ == "__main__":
    sys.exit(main())
