"""The words of Samvy's invented surface."""

from __future__ import annotations

from enum import StrEnum

NAME = "samvy"


class Status(StrEnum):
    INSKRIVEN = "inskriven"
    PLANERING = "planering"
    UTSKRIVNINGSKLAR = "utskrivningsklar"
    ATERTAGEN = "atertagen"
    UTSKRIVEN = "utskriven"
    AVSLUTAD = "avslutad"
    AVBRUTEN = "avbruten"


class Role(StrEnum):
    """A samverkanspart."""

    KOMMUNAL_HSV = "kommunalHsv"
    SOCIALTJANST = "socialtjanst"
    OPPENVARD = "oppenvard"


class Slag(StrEnum):
    """What a besked is about."""

    INSKRIVNING = "inskrivning"
    NY_PLANERAD_UTSKRIVNING = "nyPlaneradUtskrivning"
    UTSKRIVNINGSKLAR = "utskrivningsklar"
    ATERTAGEN = "atertagen"
    UTSKRIVNING = "utskrivning"
    UTSKRIVNINGSINFORMATION = "utskrivningsinformation"
    AVBRUTEN = "avbruten"
    PLANERING = "planeringsmeddelande"
    UNDERLAG = "planeringsunderlag"
    ADMINISTRATIVT = "administrativtMeddelande"
    DIREKT = "direktmeddelande"
    LPT = "lptUnderrattelse"


class CareForm(StrEnum):
    """What somebody is discharged to when it is not of her own will (LUS 4 kap. 1 § second paragraph)."""

    OPT = "oppenPsykiatriskTvangsvard"
    ORV = "oppenRattspsykiatriskVard"


class PostStatus(StrEnum):
    SKICKAD = "skickad"
    LEVERERAD = "levererad"
    LAST = "last"
    KVITTERAD = "kvitterad"
    ATERFORD = "aterford"


PARTS = {
    Role.KOMMUNAL_HSV: "kommunal hälso- och sjukvård",
    Role.SOCIALTJANST: "socialtjänst",
    Role.OPPENVARD: "regional öppenvård",
}

IN_WORDS = {
    "behovBedomt": "Behov bedömt",
    "inskrivningsmeddelande": "Inskrivningsmeddelande",
    "planeradUtskrivningAndrad": "Planerad utskrivning ändrad",
    "utskrivningsklarBedomd": "Bedömd som utskrivningsklar",
    "utskrivningsklarMeddelad": "Utskrivningsklar meddelad",
    "utskrivningsklarAtertagen": "Utskrivningsklar återtagen",
    "utskriven": "Utskriven",
    "avslutad": "Vårdplaneringen avslutad",
    "fastVardkontaktUtsedd": "Fast vårdkontakt utsedd",
    "sipErbjuden": "Svar på erbjudandet om samordnad plan",
    "utskrivningsinformation": "Utskrivningsinformation",
    "avbruten": "Vårdplaneringen avbruten",
    "partAndrad": "Samverkanspart ändrad",
    "planeringsmeddelande": "Planeringsmeddelande",
    "planeringsunderlag": "Planeringsunderlag",
    "administrativtMeddelande": "Administrativt meddelande",
    "direktmeddelande": "Direktmeddelande",
    "lptUnderrattelse": "Underrättelse enligt LPT 7 a §",
    "vardformBeslutad": "Vårdform beslutad",
}
"""What a user calls a happening, by its name on the wire."""
