"""The wire of a SIP in SAMSA. The names are those of the wire; an unknown field is refused."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated

from msgspec import Meta, Struct

from harness.systems.samsa.sip.words import Consenting, MeetingForm, Principal, Requesting
from harness.systems.samsa.wire import Patient, Text

Note = Annotated[str, Meta(max_length=4000)]


class _Body(Struct, frozen=True, forbid_unknown_fields=True):
    """A request body."""


class NySip(_Body, frozen=True):
    """``arende`` is the inpatient case, when the need was seen there."""

    patient: Patient
    arende: Text | None = None
    begard_av: Requesting | None = None


class Samtycke(_Body, frozen=True):
    samtycker: bool
    av: Consenting
    namn: Text
    omfattar_inte: Note = ""


class Kallelse(_Body, frozen=True):
    """``kallade`` are HSA-ids of huvudmännens units, ``inbjudna`` others in words."""

    mote: Annotated[datetime, Meta(tz=True)]
    form: MeetingForm
    kallade: Annotated[list[Text], Meta(min_length=1)]
    inbjudna: list[Text] = []


class Mote(_Body, frozen=True):
    form: MeetingForm


class Insats(_Body, frozen=True):
    """``verksamhet`` is who does it, where that is known."""

    insats: Note
    ansvar: Principal
    verksamhet: Note = ""


class Plan(_Body, frozen=True):
    """The four things of HSL 16 kap. 4 §, and for children their needs and when it is followed up."""

    insatser: list[Insats]
    atgarder_av_andra: Note
    huvudansvar: Principal | None = None
    barnets_behov: Note = ""
    uppfoljning: date | None = None


class Uppfoljning(_Body, frozen=True):
    anteckning: Annotated[str, Meta(min_length=1, max_length=4000)]
    nasta: date | None = None


class Slut(_Body, frozen=True):
    skal: str


class Samtycket(Struct, frozen=True):
    samtycker: bool
    av: str
    namn: str
    omfattar_inte: str
    tid: datetime


class Kallelsen(Struct, frozen=True):
    mote: datetime
    form: str
    fran: str
    kallade: list[str]
    inbjudna: list[str]
    forsenad_dagar: int | None
    tid: datetime


class Uppfoljningen(Struct, frozen=True):
    enhet: str
    anteckning: str
    nasta: date | None
    tid: datetime


class Innehall(Struct, frozen=True):
    """What only those who take part may see."""

    samtycken: list[Samtycket]
    kallelser: list[Kallelsen]
    motesform: str | None
    plan: Plan | None
    uppfoljningar: list[Uppfoljningen]
    slutskal: str


class Sip(Struct, frozen=True):
    """``innehall`` is None for a unit that does not take part: it sees that there is a SIP, and no more."""

    sip: str
    patient: Patient
    lage: str
    aktiv: bool
    startad_av: str
    startad: datetime
    arende: str | None
    begard_av: str | None
    ej_kontrollerad_mot_samvy: bool
    innehall: Innehall | None


class Kallad(Struct, frozen=True):
    sip: str
    patient: Patient
    mote: datetime
    form: str
    fran: str
