"""The wire of how a case is handled."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal

from msgspec import Meta, Struct

from harness.systems.samsa.wire import Text
from harness.systems.samsa.words import PartyRole

Reason = Annotated[str, Meta(pattern=r"\S", max_length=1000)]
StaffName = Annotated[str, Meta(pattern=r"\S", max_length=200)]


class FastVardkontakt(Struct, frozen=True, forbid_unknown_fields=True):
    """``namn`` is null when the one who was so before stays."""

    namn: StaffName | None


class SipSvar(Struct, frozen=True, forbid_unknown_fields=True):
    """What the patient says to the offer."""

    svar: Literal["ja", "nej"]


class Orsak(Struct, frozen=True, forbid_unknown_fields=True):
    orsak: Reason


class Vidaresand(Struct, frozen=True, forbid_unknown_fields=True):
    till: Text


class NyPart(Struct, frozen=True, forbid_unknown_fields=True):
    """``laggs_till`` says that the one who has the role stays."""

    roll: PartyRole
    enhet: Text
    laggs_till: bool = False


class Rad(Struct, frozen=True):
    """A line of the sändlista."""

    tid: datetime
    meddelande: str
    handelse: str
    enhet: str
    namn: str
    till: str
    orsak: str
