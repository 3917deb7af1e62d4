"""The wire of the robot: its runs, what it could not do, and what Melior hands it."""

from __future__ import annotations

from datetime import date, datetime
from typing import Literal

from msgspec import Struct

from harness.systems.samsa.wire import Patient
from harness.systems.samsa.words import Need, PartyRole

Task = Literal["inskrivningsmeddelande", "utskrivningsinformation"]


class Information(Struct, frozen=True):
    text: str
    skribent: str


class Handed(Struct, frozen=True):
    """An admission as Melior hands it out."""

    vardtillfalle: str
    oid: str
    id: str
    parter: dict[PartyRole, str]
    behov: list[Need]
    beraknad_utskrivning: date
    lakare: str
    inskriven: datetime
    uppgifter: list[Task]
    information: Information | None


class HandedOut(Struct, frozen=True):
    vardtillfallen: list[Handed]


class Rad(Struct, frozen=True):
    vardtillfalle: str
    steg: str | None
    utfall: str
    arende: str | None
    kod: str | None
    orsak: str | None


class Korning(Struct, frozen=True):
    korning: str
    tid: datetime
    startad_av: str
    rader: list[Rad]


class Robotfel(Struct, frozen=True):
    vardtillfalle: str
    patient: Patient
    arende: str | None
    steg: str
    kod: str
    orsak: str
    tid: datetime
