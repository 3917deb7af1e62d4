"""The words of avvikelser in Samvy's invented surface."""

from __future__ import annotations

from enum import StrEnum


class Shortcoming(StrEnum):
    """What was lacking (brist)."""

    SEN_INSKRIVNING = "inskrivningsmeddelandeSent"
    UTAN_INFORMATION = "utskrivningsinformationSaknas"
    SEN_KALLELSE = "sipKallelseSen"
    EJ_KVITTERAT = "kvittensSaknas"
    FEL_MOTTAGARE = "felMottagare"
    UPPGIFT_SAKNAS = "uppgiftSaknas"
    ANNAT = "annat"


class Severity(StrEnum):
    LAG = "låg"
    MEDEL = "medel"
    HOG = "hög"
