"""The wire of the kommuner's systems."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import msgspec
from msgspec import Meta, Struct

from harness.systems.kommunsystem.numbers import Sex

Text = Annotated[str, Meta(min_length=1)]


class NyttReservnummer(Struct, frozen=True, forbid_unknown_fields=True):
    """``kon`` is null when it is not known."""

    fornamn: Text
    efternamn: Text
    fodd: date
    kon: Sex | None


class Reservnummer(Struct, frozen=True):
    oid: str
    id: str


class Fel(Struct, frozen=True):
    kod: str
    fel: str


encode = msgspec.json.Encoder().encode
request = msgspec.json.Decoder(NyttReservnummer)
