"""Avvikelser i samverkan, as scenarios and drivers speak of them (domain rule 5.10). Standard library only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Shortcoming(StrEnum):
    """What was lacking (brist), as one says it."""

    SEN_INSKRIVNING = "sent inskrivningsmeddelande"
    UTAN_INFORMATION = "utebliven utskrivningsinformation"
    SEN_KALLELSE = "sen kallelse till SIP"
    EJ_KVITTERAT = "utebliven kvittens"
    FEL_MOTTAGARE = "fel mottagare"
    UPPGIFT_SAKNAS = "uppgift saknas"
    ANNAT = "annat"


class Severity(StrEnum):
    LAG = "låg"
    MEDEL = "medel"
    HOG = "hög"


GRAVEST_FIRST = (Severity.HOG, Severity.MEDEL, Severity.LAG)


@dataclass(frozen=True, slots=True, kw_only=True)
class Deviation:
    """An avvikelse as a system lists it.

    ``case`` names a vårdplanering or samordnad plan, ``reporter`` and ``counterpart`` are HSA-ids. ``shortcoming`` is
    None for words of somebody's own. ``is_automatic`` says that Samvy saw it by itself; the avvikelsesystem does not
    tell.
    """

    case: str | None
    shortcoming: Shortcoming | None
    text: str
    reporter: str
    counterpart: str
    happened_at: datetime
    severity: Severity
    is_coexistence: bool
    is_automatic: bool | None = None
