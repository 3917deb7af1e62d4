"""The links between the systems, as scenarios and drivers speak of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum


class LinkEnd(StrEnum):
    """A system that sends to another over the integration platform, as one says its name."""

    SAMSA = "SAMSA"
    SAMVY = "Samvy"
    PU = "PU"
    ENHETER = "Millenniumenheter"
    AVVIKELSER = "Avvikelsesystemet"
    KOMMUNSYSTEM = "Kommunsystemet"
    MELIOR = "Melior"


class LinkFaultKind(StrEnum):
    """What can be wrong with a link between two systems (harness/contracts/styrning.yaml)."""

    NERE = "nere"
    FORDROJNING = "fordrojning"
    TAPP = "tapp"
    DUBBLETT = "dubblett"
    OMKASTNING = "omkastning"


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkFault:
    """A fault on the link from ``sender`` to ``recipient``. ``delay`` belongs to FORDROJNING and OMKASTNING."""

    sender: LinkEnd
    recipient: LinkEnd
    kind: LinkFaultKind
    delay: timedelta = timedelta()


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkMessage:
    """A message that the integration platform has."""

    id: str
    sender: LinkEnd
    recipient: LinkEnd
    text: str
