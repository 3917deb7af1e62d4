"""Who has signed in where. Technical memory of one world: not state, not journalled, gone with the process."""

from __future__ import annotations

import secrets
from dataclasses import dataclass


@dataclass(slots=True, kw_only=True)
class Session:
    """One person at one address prefix. ``unit`` is None until she has chosen where she works today.

    ``notice`` is a confirmation that the next page shows once.
    """

    person: str
    unit: str | None = None
    notice: str = ""

    def take_notice(self) -> str:
        notice, self.notice = self.notice, ""
        return notice


class Sessions:
    """The sessions of one world, by address prefix and token.

    The prefix names the system, and in a UAT session the seat: a token is worth nothing elsewhere.
    """

    def __init__(self) -> None:
        self._sessions: dict[tuple[str, str], Session] = {}

    def open(self, prefix: str, session: Session) -> str:
        """Keep *session* and return its token, which nobody can guess."""
        token = secrets.token_urlsafe(24)
        self._sessions[prefix, token] = session
        return token

    def find(self, prefix: str, token: str) -> Session | None:
        return self._sessions.get((prefix, token))

    def close(self, prefix: str, token: str) -> None:
        self._sessions.pop((prefix, token), None)
