"""How the personuppgiftstjänst says no."""

from __future__ import annotations


class RefusedError(Exception):
    """A rule says no. ``text`` is Swedish."""

    status = 409

    def __init__(self, code: str, text: str) -> None:
        super().__init__(text)
        self.code = code
        self.text = text


class ForbiddenError(RefusedError):
    """The wrong person, unit or role."""

    status = 403


class UnknownIdentityError(RefusedError):
    """Nobody has that identity."""

    status = 404
