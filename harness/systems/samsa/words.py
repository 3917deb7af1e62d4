"""The words of SAMSA: states, needs and message types as they stand on the wire."""

from __future__ import annotations

from enum import StrEnum

NAME = "samsa"


class CaseState(StrEnum):
    INSKRIVEN = "Inskriven"
    PLANERING = "Planering pågår"
    UTSKRIVNINGSKLAR = "Utskrivningsklar"
    ATERTAGEN = "Återtagen"
    UTSKRIVEN = "Utskriven"
    AVSLUTAD = "Avslutad"
    AVBRUTEN = "Avbruten"


class Need(StrEnum):
    OPPENVARD = "OPPENVARD"
    KOMMUNAL_HSV = "KOMMUNAL_HSV"
    SOCIALTJANST = "SOCIALTJANST"


class MessageType(StrEnum):
    INSKRIVNINGSMEDDELANDE = "INSKRIVNINGSMEDDELANDE"
    ANDRAD_BERAKNAD_UTSKRIVNING = "ANDRAD_BERAKNAD_UTSKRIVNING"
    UTSKRIVNINGSKLAR = "UTSKRIVNINGSKLAR"
    ATERTAGEN_UTSKRIVNINGSKLAR = "ATERTAGEN_UTSKRIVNINGSKLAR"
    UTSKRIVNINGSMEDDELANDE = "UTSKRIVNINGSMEDDELANDE"
    AVBROTT = "AVBROTT"
    LPT_UNDERRATTELSE = "LPT_UNDERRATTELSE"
    PLANERINGSMEDDELANDE = "PLANERINGSMEDDELANDE"
    PLANERINGSUNDERLAG = "PLANERINGSUNDERLAG"
    UTSKRIVNINGSINFORMATION = "UTSKRIVNINGSINFORMATION"
    ADMINISTRATIVT_MEDDELANDE = "ADMINISTRATIVT_MEDDELANDE"
    DIREKTMEDDELANDE = "DIREKTMEDDELANDE"

    @property
    def label(self) -> str:
        """What a user calls it."""
        return _LABELS[self]


class DeliveryState(StrEnum):
    SKICKAD = "Skickad"
    LEVERERAD = "Levererad"
    LAST = "Läst"
    KVITTERAD = "Kvitterad"
    FELSAND = "Felsänd"


class PartyRole(StrEnum):
    """The parts beside slutenvården, as the keys of ``parter``."""

    KOMMUNAL_HSV = "kommunal_hsv"
    SOCIALTJANST = "socialtjanst"
    OPPENVARD = "oppenvard"


_LABELS = {
    MessageType.INSKRIVNINGSMEDDELANDE: "Inskrivningsmeddelande",
    MessageType.ANDRAD_BERAKNAD_UTSKRIVNING: "Ändrad beräknad utskrivning",
    MessageType.UTSKRIVNINGSKLAR: "Underrättelse om utskrivningsklar",
    MessageType.ATERTAGEN_UTSKRIVNINGSKLAR: "Återtagen utskrivningsklar",
    MessageType.UTSKRIVNINGSMEDDELANDE: "Utskrivningsmeddelande",
    MessageType.AVBROTT: "Avbrott i processen",
    MessageType.LPT_UNDERRATTELSE: "Underrättelse enligt LPT 7 a §",
    MessageType.PLANERINGSMEDDELANDE: "Planeringsmeddelande",
    MessageType.PLANERINGSUNDERLAG: "Planeringsunderlag",
    MessageType.UTSKRIVNINGSINFORMATION: "Utskrivningsinformation",
    MessageType.ADMINISTRATIVT_MEDDELANDE: "Administrativt meddelande",
    MessageType.DIREKTMEDDELANDE: "Direktmeddelande",
}
