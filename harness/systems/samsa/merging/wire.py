"""The wire of sammanslagning in SAMSA."""

from __future__ import annotations

from datetime import datetime

from msgspec import Struct

from harness.systems.samsa.wire import Patient, Text


class NySammanslagning(Struct, frozen=True, forbid_unknown_fields=True):
    """``fran`` becomes part of ``till``. ``identitet_sakerstalld`` is that somebody has made sure who it is."""

    fran: Patient
    till: Patient
    identitet_sakerstalld: bool


class SipVal(Struct, frozen=True, forbid_unknown_fields=True):
    behall: Text


class Sammanslagning(Struct, frozen=True):
    """``val_av_sip`` are the SIPs of which one must be chosen; empty when there is nothing to choose."""

    sammanslagning: str
    fran: Patient
    till: Patient
    gjord_av: str
    tid: datetime
    upplost: bool
    val_av_sip: list[str]


class Atgard(Struct, frozen=True):
    """Something that is to be done here because it has been done in the other system, or because two meet."""

    slag: str
    text: str
    identiteter: list[Patient]
