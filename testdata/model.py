"""Frozen values that every layer speaks in. Standard library only.

Values that a testledare sees (system, need, state, message kind) are spelled as she writes them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

STOCKHOLM = ZoneInfo("Europe/Stockholm")


class System(StrEnum):
    """The two systems a case can live in."""

    SAMSA = "SAMSA"
    SAMVY = "Samvy"


class Part(StrEnum):
    """What a unit is in the care chain (domain rules 5.2)."""

    SLUTENVARD = "slutenvård"
    OPPENVARD = "regional öppenvård"
    KOMMUNAL_HSV = "kommunal hälso- och sjukvård"
    SOCIALTJANST = "socialtjänst"
    ELEVHALSA = "elevhälsa"


class Need(StrEnum):
    """Whose insatser the treating doctor judges to be needed (LUS 2 kap. 1 §)."""

    OPPENVARD = "regional öppenvård"
    KOMMUNAL_HSV = "kommunal hälso- och sjukvård"
    SOCIALTJANST = "socialtjänst"


class CaseState(StrEnum):
    """States of a case (domain rules 2.26, assumed)."""

    INSKRIVEN = "Inskriven"
    PLANERING = "Planering pågår"
    UTSKRIVNINGSKLAR = "Utskrivningsklar"
    ATERTAGEN = "Återtagen"
    UTSKRIVEN = "Utskriven"
    AVSLUTAD = "Avslutad"
    AVBRUTEN = "Avbruten"


class MessageKind(StrEnum):
    """Messages of a case (domain rules 2.17, assumed names)."""

    INSKRIVNINGSMEDDELANDE = "inskrivningsmeddelande"
    ANDRAD_BERAKNAD_UTSKRIVNING = "ändrad beräknad utskrivning"
    UTSKRIVNINGSKLAR = "underrättelse om utskrivningsklar"
    ATERTAGEN_UTSKRIVNINGSKLAR = "återtagen utskrivningsklar"
    UTSKRIVNINGSMEDDELANDE = "utskrivningsmeddelande"
    AVBROTT = "avbrott i processen"
    LPT_UNDERRATTELSE = "underrättelse enligt LPT"
    PLANERINGSMEDDELANDE = "planeringsmeddelande"
    PLANERINGSUNDERLAG = "planeringsunderlag"
    UTSKRIVNINGSINFORMATION = "utskrivningsinformation"
    ADMINISTRATIVT_MEDDELANDE = "administrativt meddelande"
    DIREKTMEDDELANDE = "direktmeddelande"


class DeliveryState(StrEnum):
    """How far a message has come at one recipient (domain rules 2.26, assumed)."""

    SKICKAD = "Skickad"
    LEVERERAD = "Levererad"
    LAST = "Läst"
    KVITTERAD = "Kvitterad"
    FELSAND = "Felsänd"


@dataclass(frozen=True, slots=True)
class PersonId:
    """An identity is a pair: the number means nothing without its OID (AK-RES-04, AK-RES-16).

    ``value`` has twelve characters and no separator.
    """

    oid: str
    value: str

    def __str__(self) -> str:
        return self.value


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Who acts, and on behalf of which unit. Both are HSA-ids."""

    unit: str
    staff: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Parties:
    """The units beside slutenvården that must take part in a case. HSA-ids."""

    kommunal_hsv: str
    socialtjanst: str
    oppenvard: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """Kvittens: who received, where and when (care time)."""

    unit: str
    staff_name: str
    role: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """One recipient of one message. ``receipt`` is None until somebody has kvitterat."""

    unit: str
    state: DeliveryState
    receipt: Receipt | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """One message of a case as its sender sees it.

    ``late_by`` is None where no deadline applies or the deadline was kept. ``registered_at`` is None unless the message
    was sent by reservrutin and registered afterwards.
    ``content`` has Swedish field names and text values, as shown to a user.
    """

    kind: MessageKind
    sender: str
    sent_at: datetime
    late_by: timedelta | None
    content: Mapping[str, str]
    deliveries: tuple[Delivery, ...]
    registered_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CareCase:
    """A case as one system shows it.

    ``days_since_ready`` is counted in calendar days from the valid utskrivningsklar to today or to
    the discharge; None when no utskrivningsklar is valid.
    """

    system: System
    reference: str
    patient: PersonId
    hospital_unit: str
    state: CaseState
    admitted_at: datetime
    planned_discharge: date | None
    days_since_ready: int | None
    messages: tuple[Message, ...]

    @property
    def is_open(self) -> bool:
        return self.state not in (CaseState.AVSLUTAD, CaseState.AVBRUTEN)

    def latest(self, kind: MessageKind) -> Message | None:
        """The newest message of *kind*, or None when none has been sent."""
        return next((m for m in reversed(self.messages) if m.kind is kind), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class InboxItem:
    """One message in the inkorg of one unit."""

    kind: MessageKind
    patient: PersonId
    sender: str
    received_at: datetime
    state: DeliveryState


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """What a system answered instead of doing what it was asked. ``code`` is stable, ``text`` is for people."""

    code: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitEntry:
    """A unit as Millenniumenheter shows it on one day.

    ``inkorg`` is the inbox in ``system``; ``live_from`` is None when the plan gives no date.
    """

    unit: str
    name: str
    part: Part
    system: System
    inkorg: str
    live_from: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SystemChoice:
    """Millenniumenheter's answer to where a case belongs, and what decided it (AK-SYS-08)."""

    system: System
    deciding_unit: str
    live_from: date | None
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WorldRecord:
    """What remains of a world when it is closed.

    ``journal`` is the bytes of its event journal, one JSON object a line; ``leaned_on`` maps the
    policies and parameters that were used to their class of trust (A to D).
    """

    journal: bytes
    leaned_on: Mapping[str, str]
