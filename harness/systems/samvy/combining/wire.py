"""The wire of sammanföring, as invented as the rest of Samvy."""

from __future__ import annotations

from datetime import datetime

import msgspec
from msgspec import Struct

from harness.systems.samvy.wire import PersonKey


class NySammanforing(Struct, frozen=True, forbid_unknown_fields=True, rename="camel"):
    """``kalla`` becomes part of ``mal``."""

    kalla: PersonKey
    mal: PersonKey
    identitet_sakerstalld: bool


class Planval(Struct, frozen=True, forbid_unknown_fields=True):
    galler: str


class Upplosning(Struct, frozen=True, forbid_unknown_fields=True):
    """``{}``"""


class Sammanforing(Struct, frozen=True, rename="camel"):
    id: str
    kalla: str
    mal: str
    enhet: str
    tid: datetime
    upplost: bool
    planer_att_valja_bland: list[str]


class Uppgift(Struct, frozen=True):
    """Something to do. ``personer`` are ``oid|id``."""

    slag: str
    beskrivning: str
    personer: list[str]


new = msgspec.json.Decoder(NySammanforing)
choice = msgspec.json.Decoder(Planval)
empty = msgspec.json.Decoder(Upplosning)
