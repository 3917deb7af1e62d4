"""The words of a SIP in SAMSA, as they stand on the wire."""

from __future__ import annotations

from enum import StrEnum


class SipState(StrEnum):
    """Domain rules 2.26. The last five are ends."""

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
        """Whether it stands in the way of another SIP for the same person (AK-SIP-08)."""
        return self not in _ENDS

    @property
    def is_running(self) -> bool:
        """Whether the plan has been established and not ended."""
        return self in (SipState.PAGAENDE, SipState.UPPFOLJD)


_ENDS = (SipState.AVSLUTAD, SipState.TACKAT_NEJ, SipState.EJ_SAMTYCKE, SipState.NEKAD, SipState.ARKIVERAD)


class Consenting(StrEnum):
    """Who has said yes or no."""

    PATIENTEN = "patienten"
    VARDNADSHAVARE = "vårdnadshavare"


class Requesting(StrEnum):
    """Who has asked for it (AK-SIP-18)."""

    PATIENTEN = "patienten"
    NARSTAENDE = "närstående"


class MeetingForm(StrEnum):
    VIDEO = "video"
    FYSISKT = "fysiskt"
    TELEFON = "telefon"


class Principal(StrEnum):
    """Who has the huvudansvar (HSL 16 kap. 4 §)."""

    REGIONEN = "regionen"
    KOMMUNEN = "kommunen"
