"""The journal of a world: append-only lines, which are the database.

A journal keeps and gives back lines; it knows nothing of what they mean.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol


class JournalConflictError(RuntimeError):
    """Somebody else has written to the same journal since we read it."""


class Journal(Protocol):
    """The lines of one world. The first line has number 1."""

    def append(self, lines: Sequence[bytes]) -> None:
        """Keep *lines*, all or none. When this returns they survive whatever this journal survives.

        Raises:
            JournalConflictError: another process has written lines that this journal has not seen.
        """
        ...

    def read(self) -> tuple[bytes, ...]:
        """Every line, oldest first."""
        ...


class JournalStore(Protocol):
    """Where the journals of all worlds of a simulator lie, and the landscapes they stand on."""

    def open_journal(self, world: str) -> Journal:
        """The journal of *world*; it is empty if the world is new."""
        ...

    def has_journal(self, world: str) -> bool: ...

    def list_journals(self) -> tuple[str, ...]:
        """The worlds that have a journal, by their addresses in alphabetical order."""
        ...

    def drop_journal(self, world: str) -> None: ...

    def keep_landscape(self, sha256: str, body: bytes) -> None: ...

    def read_landscape(self, sha256: str) -> bytes | None: ...

    def close(self) -> None: ...


class MemoryJournal:
    """Lines in a list: gone with the process, quick enough for a world per scenario."""

    def __init__(self) -> None:
        self._lines: list[bytes] = []

    def append(self, lines: Sequence[bytes]) -> None:
        self._lines.extend(lines)

    def read(self) -> tuple[bytes, ...]:
        return tuple(self._lines)


class MemoryStore:
    """A store that is forgotten with the process."""

    def __init__(self) -> None:
        self._journals: dict[str, MemoryJournal] = {}
        self._landscapes: dict[str, bytes] = {}

    def open_journal(self, world: str) -> MemoryJournal:
        return self._journals.setdefault(world, MemoryJournal())

    def has_journal(self, world: str) -> bool:
        return world in self._journals and bool(self._journals[world].read())

    def list_journals(self) -> tuple[str, ...]:
        return tuple(sorted(world for world, journal in self._journals.items() if journal.read()))

    def drop_journal(self, world: str) -> None:
        self._journals.pop(world, None)

    def keep_landscape(self, sha256: str, body: bytes) -> None:
        self._landscapes[sha256] = body

    def read_landscape(self, sha256: str) -> bytes | None:
        return self._landscapes.get(sha256)

    def close(self) -> None:
        """Nothing is held open."""
