"""How SAMSA says no: an exception that a route turns into an answer, and into an event."""

from __future__ import annotations


class RefusedError(Exception):
    """SAMSA follows a rule and does not do what it was asked. ``text`` is Swedish."""

    status = 409

    def __init__(self, code: str, text: str) -> None:
        super().__init__(text)
        self.code = code
        self.text = text


class ForbiddenError(RefusedError):
    """The wrong person, unit or role."""

    status = 403


class UnknownCaseError(Exception):
    """There is no such case or message."""


class MalformedError(Exception):
    """The request names units that cannot be what it says."""

    def __init__(self, code: str, text: str) -> None:
        super().__init__(text)
        self.code = code
