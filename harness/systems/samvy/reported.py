"""What is reported in a vårdplanering, on the wire: camelCase, and an unknown field is refused."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta, Struct

from harness.systems.samvy.vocabulary import CareForm, Role
from harness.systems.samvy.wire import SOMETHING


class _Handelse(Struct, frozen=True, forbid_unknown_fields=True, tag_field="handelse"):
    """One happening, told apart by ``handelse``."""

    @property
    def name(self) -> str:
        return str(type(self).__struct_config__.tag)


class BehovBedomt(_Handelse, frozen=True, tag="behovBedomt"):
    insatser: Annotated[list[Role], Meta(min_length=1)]


class Inskrivningsmeddelande(_Handelse, frozen=True, rename="camel", tag="inskrivningsmeddelande"):
    planerad_utskrivning: date


class PlaneradUtskrivningAndrad(_Handelse, frozen=True, rename="camel", tag="planeradUtskrivningAndrad"):
    planerad_utskrivning: date


class UtskrivningsklarBedomd(_Handelse, frozen=True, tag="utskrivningsklarBedomd"):
    pass


class UtskrivningsklarMeddelad(_Handelse, frozen=True, tag="utskrivningsklarMeddelad"):
    """``sekretess`` are HSA-ids of those whom sekretess keeps from being told."""

    sekretess: list[Annotated[str, Meta(min_length=1)]] = []


class UtskrivningsklarAtertagen(_Handelse, frozen=True, tag="utskrivningsklarAtertagen"):
    pass


class Utskriven(_Handelse, frozen=True, tag="utskriven"):
    pass


class Avslutad(_Handelse, frozen=True, tag="avslutad"):
    anledning: str | None


class FastVardkontaktUtsedd(_Handelse, frozen=True, tag="fastVardkontaktUtsedd"):
    """``namn`` is null when the one who was so before stays."""

    namn: Annotated[str, Meta(pattern=SOMETHING, max_length=200)] | None


class SipErbjuden(_Handelse, frozen=True, tag="sipErbjuden"):
    svar: Literal["ja", "nej"]


class Utskrivningsinformation(_Handelse, frozen=True, rename="camel", tag="utskrivningsinformation"):
    text: Annotated[str, Meta(pattern=SOMETHING, max_length=4000)]
    befintliga_planer: Annotated[str, Meta(max_length=4000)] | None = None


class PartAndrad(_Handelse, frozen=True, rename="camel", tag="partAndrad"):
    """``laggs_till`` says that the one who has the role stays."""

    roll: Role
    enhet: Annotated[str, Meta(min_length=1)]
    laggs_till: bool = False


Written = Annotated[str, Meta(pattern=SOMETHING, max_length=4000)]


class Planeringsmeddelande(_Handelse, frozen=True, tag="planeringsmeddelande"):
    text: Written


class Planeringsunderlag(_Handelse, frozen=True, tag="planeringsunderlag"):
    text: Written


class AdministrativtMeddelande(_Handelse, frozen=True, tag="administrativtMeddelande"):
    text: Written


class Direktmeddelande(_Handelse, frozen=True, tag="direktmeddelande"):
    """``till`` are HSA-ids."""

    text: Written
    till: Annotated[list[str], Meta(min_length=1)]


class LptUnderrattelse(_Handelse, frozen=True, tag="lptUnderrattelse"):
    pass


class VardformBeslutad(_Handelse, frozen=True, tag="vardformBeslutad"):
    vardform: CareForm


class Avbruten(_Handelse, frozen=True, tag="avbruten"):
    anledning: Annotated[str, Meta(pattern=SOMETHING, max_length=1000)]


Handelse = (
    FastVardkontaktUtsedd
    | SipErbjuden
    | Utskrivningsinformation
    | Avbruten
    | PartAndrad
    | Planeringsmeddelande
    | Planeringsunderlag
    | AdministrativtMeddelande
    | Direktmeddelande
    | LptUnderrattelse
    | VardformBeslutad
    | BehovBedomt
    | Inskrivningsmeddelande
    | PlaneradUtskrivningAndrad
    | UtskrivningsklarBedomd
    | UtskrivningsklarMeddelad
    | UtskrivningsklarAtertagen
    | Utskriven
    | Avslutad
)

happening: msgspec.json.Decoder[Any] = msgspec.json.Decoder(Handelse)
