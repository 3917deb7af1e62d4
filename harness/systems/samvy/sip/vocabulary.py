"""The words of Samvy's samordnade planer."""

from __future__ import annotations

from enum import StrEnum


class Phase(StrEnum):
    UPPTACKT = "upptackt"
    FORBEREDD = "forberedd"
    INBJUDEN = "inbjuden"
    MOTESKLAR = "motesklar"
    AKTIV = "aktiv"
    AVSLUTAD = "avslutad"
    AVBOJD = "avbojd"
    UTAN_SAMTYCKE = "utanSamtycke"
    NEKAD = "nekad"
    ARKIVERAD = "arkiverad"


OVER = frozenset({Phase.AVSLUTAD, Phase.AVBOJD, Phase.UTAN_SAMTYCKE, Phase.NEKAD, Phase.ARKIVERAD})
"""A plan in one of these no longer stands in the way of another."""


class Giver(StrEnum):
    INDIVIDEN = "individen"
    VARDNADSHAVARE = "vardnadshavare"


class Requesting(StrEnum):
    """Who has asked for the plan (AK-SIP-18)."""

    INDIVIDEN = "individen"
    NARSTAENDE = "närstående"


class Meeting(StrEnum):
    VIDEO = "videomote"
    PLATS = "fysisktMote"
    TELEFON = "telefonmote"


class Huvudman(StrEnum):
    REGION = "region"
    KOMMUN = "kommun"
