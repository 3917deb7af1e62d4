"""The wire of SAMSA. The names are those of the wire; an unknown field is refused."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated

import msgspec
from msgspec import Meta, Struct

from harness.systems.samsa.words import MessageType, Need

Text = Annotated[str, Meta(min_length=1)]
Written = Annotated[str, Meta(min_length=1, max_length=4000, pattern=r"\S")]


class _Body(Struct, frozen=True, forbid_unknown_fields=True):
    """A request body."""


class Patient(_Body, frozen=True):
    oid: Text
    id: Text


class Parter(_Body, frozen=True):
    """HSA-ids."""

    kommunal_hsv: Text
    socialtjanst: Text
    oppenvard: Text


class NyttArende(_Body, frozen=True):
    patient: Patient
    parter: Parter


class Behovsbedomning(_Body, frozen=True):
    behov: Annotated[list[Need], Meta(min_length=1)]


class Inskrivningsmeddelande(_Body, frozen=True, tag_field="typ", tag="INSKRIVNINGSMEDDELANDE"):
    beraknad_utskrivning: date


class AndradUtskrivning(_Body, frozen=True, tag_field="typ", tag="ANDRAD_BERAKNAD_UTSKRIVNING"):
    beraknad_utskrivning: date


class Utskrivningsklar(_Body, frozen=True, tag_field="typ", tag="UTSKRIVNINGSKLAR"):
    """The treating doctor's judgement is told, but not to the parts (HSA-ids) from which sekretess keeps it."""

    sekretess: list[Text] = []


class Atertagen(_Body, frozen=True, tag_field="typ", tag="ATERTAGEN_UTSKRIVNINGSKLAR"):
    """It is withdrawn."""


class Utskrivningsmeddelande(_Body, frozen=True, tag_field="typ", tag="UTSKRIVNINGSMEDDELANDE"):
    """The patient has left."""


class LptUnderrattelse(_Body, frozen=True, tag_field="typ", tag="LPT_UNDERRATTELSE"):
    """The notice of LPT 7 a § st 3."""


class Brev(_Body, frozen=True, tag_field="typ"):
    """A message that somebody writes."""

    text: Written

    @property
    def kind(self) -> MessageType:
        return MessageType(str(self.__struct_config__.tag))


class Planeringsmeddelande(Brev, frozen=True, tag="PLANERINGSMEDDELANDE"):
    """To all other parts."""


class Planeringsunderlag(Brev, frozen=True, tag="PLANERINGSUNDERLAG"):
    """Slutenvården's, to all parts."""


class Utskrivningsinformation(Brev, frozen=True, tag="UTSKRIVNINGSINFORMATION"):
    """``text`` is the summary that the patient gets too."""

    befintliga_planer: Annotated[str, Meta(max_length=4000)] | None = None


class AdministrativtMeddelande(Brev, frozen=True, tag="ADMINISTRATIVT_MEDDELANDE"):
    """Outside the process, to all other parts."""


class Direktmeddelande(Brev, frozen=True, tag="DIREKTMEDDELANDE"):
    """Outside the process, to chosen parts (HSA-ids)."""

    mottagare: Annotated[list[Text], Meta(min_length=1)]


NyttMeddelande = (
    Inskrivningsmeddelande
    | AndradUtskrivning
    | Utskrivningsklar
    | Atertagen
    | Utskrivningsmeddelande
    | LptUnderrattelse
    | Planeringsmeddelande
    | Planeringsunderlag
    | Utskrivningsinformation
    | AdministrativtMeddelande
    | Direktmeddelande
)


class Avslut(_Body, frozen=True):
    orsak: str | None


class Tom(_Body, frozen=True):
    """``{}``"""


class Kvittens(Struct, frozen=True):
    enhet: str
    namn: str
    roll: str
    tid: datetime


class Mottagare(Struct, frozen=True):
    enhet: str
    lage: str
    kvittens: Kvittens | None
    last: Kvittens | None


class Meddelande(Struct, frozen=True):
    meddelande: str
    typ: str
    fran: str
    skickat: datetime
    forsenat_minuter: int | None
    efterregistrerat: datetime | None
    innehall: dict[str, str]
    mottagare: list[Mottagare]


class Vardkontakt(Struct, frozen=True):
    namn: str
    enhet: str
    behalls: bool


class TillagdPart(Struct, frozen=True):
    roll: str
    enhet: str


class SipErbjudande(Struct, frozen=True):
    svar: str
    enhet: str
    namn: str
    tid: datetime


class Arende(Struct, frozen=True):
    arende: str
    patient: Patient
    slutenvardsenhet: str
    lage: str
    inskriven: datetime
    beraknad_utskrivning: date | None
    dygn_sedan_utskrivningsklar: int | None
    parter: Parter
    tillagda_parter: list[TillagdPart]
    fast_vardkontakt: Vardkontakt | None
    sip_erbjudande: SipErbjudande | None
    varningar: list[str]
    avvikelser: list[str]
    vardform: str | None
    planform: str
    meddelanden: list[Meddelande]


class InkorgPost(Struct, frozen=True):
    arende: str
    meddelande: str
    typ: str
    patient: Patient
    fran: str
    mottaget: datetime
    lage: str


class Aterfort(Struct, frozen=True):
    """A message that a unit has sent back to its sender as felsänt."""

    arende: str
    meddelande: str
    typ: str
    enhet: str
    namn: str
    orsak: str
    tid: datetime


class ValbarMottagare(Struct, frozen=True):
    hsa_id: str
    namn: str
    inkorg: str


class Avvisning(Struct, frozen=True):
    kod: str
    text: str
    tid: datetime
    enhet: str


class Fel(Struct, frozen=True):
    kod: str
    fel: str


encode = msgspec.json.Encoder().encode
