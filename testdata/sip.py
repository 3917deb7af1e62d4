"""SIP as scenarios and drivers speak of it (domain rules 3). Standard library only."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class SipState(StrEnum):
    """Domain rules 2.26."""

    BEHOV = "Behov upptäckt"
    FORBEREDD = "Förberedd"
    KALLAD = "Kallad"
    MOTE = "Möte hållet"
    PAGAENDE = "Pågående"
    UPPFOLJD = "Uppföljd"
    AVSLUTAD = "Avslutad"
    TACKAT_NEJ = "Tackat nej"
    EJ_SAMTYCKE = "Ej samtycke"
    NEKAD = "Nekad"
    ARKIVERAD = "Arkiverad"

    @property
    def is_active(self) -> bool:
        """Whether it stands in the way of another."""
        return self not in _ENDS


_ENDS = (SipState.AVSLUTAD, SipState.TACKAT_NEJ, SipState.EJ_SAMTYCKE, SipState.NEKAD, SipState.ARKIVERAD)


class MeetingForm(StrEnum):
    VIDEO = "videomöte"
    FYSISKT = "fysiskt möte"
    TELEFON = "telefonmöte"


class Consenting(StrEnum):
    """Who says yes or no."""

    PATIENTEN = "patienten"
    VARDNADSHAVARE = "vårdnadshavaren"


class Requesting(StrEnum):
    """Who has asked for a SIP."""

    PATIENTEN = "patienten"
    NARSTAENDE = "en närstående"


class Gap(StrEnum):
    """What a SIP can lack."""

    INSATSER = "insatser"
    ANDRAS = "åtgärder av andra"
    HUVUDANSVAR = "huvudansvarig"
    BEHOV = "barnets behov"
    UPPFOLJNING = "dag för uppföljning"
    VERKSAMHET = "ansvarig verksamhet"


@dataclass(frozen=True, slots=True, kw_only=True)
class Summons:
    """Units are HSA-ids; ``invited`` are others in words; ``late_days`` is None in time."""

    summoned: tuple[str, ...]
    invited: tuple[str, ...]
    late_days: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SipContent:
    """What those who take part see. ``consents`` are who said yes or no, oldest first."""

    consents: tuple[tuple[Consenting, bool], ...]
    summons: tuple[Summons, ...]
    meeting_form: MeetingForm | None
    follow_ups: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Sip:
    """A SIP as a unit sees it, without ``content`` when it takes no part. ``is_unchecked``: nobody could be asked."""

    reference: str
    state: SipState
    requested_by: Requesting | None
    is_unchecked: bool
    content: SipContent | None
