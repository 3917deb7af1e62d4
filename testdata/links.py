"""The links between the systems, as scenarios and drivers speak of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from testdata.model import System


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

    sender: System
    recipient: System
    kind: LinkFaultKind
    delay: timedelta = timedelta()


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkMessage:
    """A message that the integration platform has. A system that is neither SAMSA nor Samvy is None."""

    id: str
    sender: System | None
    recipient: System | None
    text: str
