"""The wire of Melior. The names are those of the wire; an unknown field is refused."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Literal

import msgspec
from msgspec import Meta, Struct

Text = Annotated[str, Meta(min_length=1)]
Need = Literal["OPPENVARD", "KOMMUNAL_HSV", "SOCIALTJANST"]


class Patient(Struct, frozen=True, forbid_unknown_fields=True):
    oid: Text
    id: Text


class Parter(Struct, frozen=True, forbid_unknown_fields=True):
    """HSA-ids."""

    kommunal_hsv: Text
    socialtjanst: Text
    oppenvard: Text


class NyttVardtillfalle(Struct, frozen=True, forbid_unknown_fields=True):
    patient: Patient
    parter: Parter
    behov: Annotated[list[Need], Meta(min_length=1)]
    beraknad_utskrivning: date


class Utskrivningsinformation(Struct, frozen=True, forbid_unknown_fields=True):
    text: Annotated[str, Meta(min_length=1, max_length=4000, pattern=r"\S")]


class Vardtillfalle(Struct, frozen=True):
    """``ej_kvitterat`` is what the robot has not yet said that SAMSA has."""

    vardtillfalle: str
    patient: Patient
    lakare: str
    inskriven: datetime
    beraknad_utskrivning: str
    utskrivningsinformation: str | None
    ej_kvitterat: list[str]


class Fel(Struct, frozen=True):
    kod: str
    fel: str


encode = msgspec.json.Encoder().encode
admission = msgspec.json.Decoder(NyttVardtillfalle)
information = msgspec.json.Decoder(Utskrivningsinformation)
