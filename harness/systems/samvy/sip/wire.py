"""The wire of samordnade planer, as invented as the rest of Samvy."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any

import msgspec
from msgspec import Meta, Struct

from harness.systems.samvy.sip.vocabulary import Giver, Huvudman, Meeting, Requesting
from harness.systems.samvy.wire import PersonKey

Words = Annotated[str, Meta(min_length=1, max_length=4000)]


class NySamordnadPlan(Struct, frozen=True, forbid_unknown_fields=True, rename="camel"):
    """``vardplanering`` is where the need was seen, if it was there."""

    person: PersonKey
    vardplanering: Words | None = None
    begard_av: Requesting | None = None


class _Handelse(Struct, frozen=True, forbid_unknown_fields=True, rename="camel", tag_field="handelse"):
    @property
    def name(self) -> str:
        return str(type(self).__struct_config__.tag)


class SamtyckeRegistrerat(_Handelse, frozen=True, tag="samtyckeRegistrerat"):
    ja: bool
    givet_av: Giver
    namn: Words
    undantag: str = ""


class InbjudanSkickad(_Handelse, frozen=True, tag="inbjudanSkickad"):
    """``huvudman`` are HSA-ids, ``ovriga`` others in words."""

    motestid: Annotated[datetime, Meta(tz=True)]
    motesform: Meeting
    huvudman: Annotated[list[Words], Meta(min_length=1)]
    ovriga: list[Words] = []


class MoteGenomfort(_Handelse, frozen=True, tag="moteGenomfort"):
    motesform: Meeting


class Atagande(Struct, frozen=True, forbid_unknown_fields=True):
    beskrivning: str
    ansvarig: Huvudman
    verksamhet: str = ""


class PlanFaststalld(_Handelse, frozen=True, tag="planFaststalld"):
    insatser: list[Atagande]
    insatser_av_andra: str
    huvudansvarig: Huvudman | None = None
    barnets_behov: str = ""
    foljs_upp: date | None = None


class Uppfoljd(_Handelse, frozen=True, tag="uppfoljd"):
    notering: Words
    nasta_uppfoljning: date | None = None


class Avslutad(_Handelse, frozen=True, tag="avslutad"):
    anledning: str = ""


class Avbojd(_Handelse, frozen=True, tag="avbojd"):
    anledning: str = ""


class Nekad(_Handelse, frozen=True, tag="nekad"):
    anledning: str = ""


Handelse = SamtyckeRegistrerat | InbjudanSkickad | MoteGenomfort | PlanFaststalld | Uppfoljd | Avslutad | Avbojd | Nekad


class Rad(Struct, frozen=True):
    """A happening as those who take part see it."""

    tid: datetime
    handelse: str
    enhet: str
    uppgifter: dict[str, Any]
    sen: int | None


class SamordnadPlan(Struct, frozen=True, rename="camel"):
    """``handelser`` is None for a unit that does not take part."""

    id: str
    person: str
    fas: str
    oppnad_av: str
    oppnad: datetime
    vardplanering: str | None
    begard_av: str | None
    ej_verifierad_mot_samsa: bool
    handelser: list[Rad] | None


class Planvy(Struct, frozen=True, rename="camel"):
    person: str
    aktiv_i_samsa: list[str]
    samordnade_planer: list[SamordnadPlan]


new_plan = msgspec.json.Decoder(NySamordnadPlan)
happening: msgspec.json.Decoder[Any] = msgspec.json.Decoder(Handelse)
