"""How pytest itself says that the session ended, kept for whoever closes the run."""

from __future__ import annotations

from typing import Final

import msgspec
import pytest

from reports.folder import OutputFolder

_IN_ORDER: Final = (0, 1, 5)  # all passed, some failed, nothing selected


class SessionEnd(msgspec.Struct, frozen=True, kw_only=True, rename={"code": "kod", "stopped": "stopp"}):
    """``stopped`` is why pytest by its own rule ran no more, as with ``-x``; empty when it did not."""

    code: int
    stopped: str = ""

    @property
    def in_order(self) -> bool:
        return self.code in _IN_ORDER or bool(self.stopped)


DIED: Final = SessionEnd(code=-1)
"""The end of a session that never came to say how it ended."""


def end_of(session: pytest.Session, code: int) -> SessionEnd:
    # Set by pytest itself when as many tests have failed as --maxfail allows; -x is --maxfail=1.
    if not session.shouldfail:
        return SessionEnd(code=code)
    allowed: int = session.config.getoption("maxfail")
    after = "den första röda (-x)" if allowed == 1 else f"{allowed} röda (--maxfail={allowed})"
    return SessionEnd(code=code, stopped=f"körningen stoppades efter {after}")


def keep_end(folder: OutputFolder, end: SessionEnd) -> None:
    folder.end.write_bytes(msgspec.json.encode(end))


def read_end(folder: OutputFolder) -> SessionEnd:
    """How the session of the run in *folder* ended; DIED when it did not say, or was cut off saying it."""
    try:
        return msgspec.json.decode(folder.end.read_bytes(), type=SessionEnd)
    except (FileNotFoundError, msgspec.DecodeError):
        return DIED
