"""What the control plane says when it cannot do what it was asked."""

from __future__ import annotations

import msgspec


class ControlError(Exception):
    """One stable code, what is wrong and where, and what to do about it (both in Swedish)."""

    def __init__(self, code: str, text: str, *, remedy: str, status: int = 422) -> None:
        super().__init__(text)
        self.code = code
        self.text = text
        self.remedy = remedy
        self.status = status


class FaultBody(msgspec.Struct, frozen=True):
    """The same on the wire."""

    kod: str
    fel: str
    atgard: str
