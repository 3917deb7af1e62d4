"""Journals in one SQLite file: an answer is never given before its events are on the disk."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from pathlib import Path

from harness.kernel.journal import JournalConflictError

_SCHEMA = """
CREATE TABLE IF NOT EXISTS line (
    world TEXT NOT NULL, number INTEGER NOT NULL, body BLOB NOT NULL, PRIMARY KEY (world, number)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS landscape (sha256 TEXT PRIMARY KEY, body BLOB NOT NULL);
"""


class SqliteJournal:
    """The lines of one world in a shared file."""

    def __init__(self, connection: sqlite3.Connection, world: str) -> None:
        self._connection = connection
        self._world = world
        row = connection.execute("SELECT COALESCE(MAX(number), 0) FROM line WHERE world = ?", (world,))
        self._last: int = row.fetchone()[0]

    def append(self, lines: Sequence[bytes]) -> None:
        rows = [(self._world, number, line) for number, line in enumerate(lines, self._last + 1)]
        try:
            with self._connection:
                self._connection.executemany("INSERT INTO line VALUES (?, ?, ?)", rows)
        except sqlite3.IntegrityError as twin:
            raise JournalConflictError(f"En annan process har skrivit i journalen för världen {self._world}.") from twin
        self._last += len(rows)

    def read(self) -> tuple[bytes, ...]:
        rows = self._connection.execute(
            "SELECT body FROM line WHERE world = ? AND number <= ? ORDER BY number", (self._world, self._last)
        )
        return tuple(bytes(body) for (body,) in rows)


class SqliteStore:
    """Every world of a simulator in ``journal.sqlite`` in one directory (WAL, synchronous=FULL)."""

    def __init__(self, directory: Path) -> None:
        directory.mkdir(parents=True, exist_ok=True)
        self._connection = sqlite3.connect(directory / "journal.sqlite")
        self._connection.execute("PRAGMA journal_mode=WAL")
        self._connection.execute("PRAGMA synchronous=FULL")
        self._connection.executescript(_SCHEMA)

    def open_journal(self, world: str) -> SqliteJournal:
        return SqliteJournal(self._connection, world)

    def has_journal(self, world: str) -> bool:
        found = self._connection.execute("SELECT 1 FROM line WHERE world = ? LIMIT 1", (world,))
        return found.fetchone() is not None

    def list_journals(self) -> tuple[str, ...]:
        rows = self._connection.execute("SELECT DISTINCT world FROM line ORDER BY world")
        return tuple(world for (world,) in rows)

    def drop_journal(self, world: str) -> None:
        with self._connection:
            self._connection.execute("DELETE FROM line WHERE world = ?", (world,))

    def keep_landscape(self, sha256: str, body: bytes) -> None:
        with self._connection:
            self._connection.execute("INSERT OR IGNORE INTO landscape VALUES (?, ?)", (sha256, body))

    def read_landscape(self, sha256: str) -> bytes | None:
        row = self._connection.execute("SELECT body FROM landscape WHERE sha256 = ?", (sha256,)).fetchone()
        return None if row is None else bytes(row[0])

    def close(self) -> None:
        self._connection.close()
