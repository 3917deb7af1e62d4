"""An append-only file of JSON lines. Each line is on disk before the next thing happens."""

from __future__ import annotations

from pathlib import Path

import msgspec


class LineFile:
    """Opened at the first line, so that a run without rows leaves no empty file behind."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def append(self, *values: object) -> None:
        """Write *values*, one a line, in one write: a process that dies cuts at most the last of them."""
        if not values:
            return
        body = b"".join(msgspec.json.encode(value) + b"\n" for value in values)
        with self._path.open("ab", buffering=0) as file:
            file.write(body)
