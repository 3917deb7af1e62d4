"""The wire of the avvikelsesystem. The names are those of the wire; an unknown field is refused."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Annotated

import msgspec
from msgspec import Meta, Struct

Text = Annotated[str, Meta(min_length=1, max_length=200, pattern=r"\S")]
Moment = Annotated[datetime, Meta(tz=True)]


class Severity(StrEnum):
    LAG = "låg"
    MEDEL = "medel"
    HOG = "hög"


class NyRapport(Struct, frozen=True, forbid_unknown_fields=True):
    """``motpart`` is an HSA-id; ``arende`` names a case in whatever system it is."""

    brist: Text
    beskrivning: Annotated[str, Meta(min_length=1, max_length=2000, pattern=r"\S")]
    motpart: Text
    intraffade: Moment
    allvar: Severity
    arende: Text | None = None


class Rapport(Struct, frozen=True):
    """``kalla`` is ``manuell`` or the system that sent it; ``rapport`` there is what the sender calls it."""

    nummer: str
    kalla: str
    rapport: str | None
    brist: str
    beskrivning: str
    rapporterad_av: str
    motpart: str
    intraffade: datetime
    allvar: Severity
    arende: str | None
    samexistens: bool


class Fel(Struct, frozen=True):
    kod: str
    fel: str


encode = msgspec.json.Encoder().encode
report = msgspec.json.Decoder(NyRapport)
