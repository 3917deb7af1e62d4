"""What happens in SAMSA, as it is kept."""

from __future__ import annotations

from typing import Any

from harness.kernel.events import Fact, fact_kinds


class CaseOpened(Fact, frozen=True):
    """``parties`` are HSA-ids by kommunal_hsv, socialtjanst and oppenvard."""

    kind = "arende-oppnat"
    case: str
    oid: str
    id: str
    hospital_unit: str
    parties: dict[str, str]


class NeedsAssessed(Fact, frozen=True):
    kind = "behov-bedomda"
    case: str
    needs: list[str]
    assessed_by: str


class MessageSent(Fact, frozen=True):
    """``content`` is what a user sees. ``late_minutes`` is None when no deadline was missed."""

    kind = "meddelande-skickat"
    case: str
    number: int
    message: str
    sender: str
    content: dict[str, str]
    recipients: list[str]
    late_minutes: int | None = None


class MessageDelivered(Fact, frozen=True):
    kind = "meddelande-levererat"
    case: str
    number: int
    unit: str


class MessageAcknowledged(Fact, frozen=True):
    kind = "meddelande-kvitterat"
    case: str
    number: int
    unit: str
    name: str
    role: str


class PlannedDischargeSet(Fact, frozen=True):
    """``day`` is ÅÅÅÅ-MM-DD."""

    kind = "beraknad-utskrivning-satt"
    case: str
    day: str


class ReadyAssessed(Fact, frozen=True):
    kind = "utskrivningsklar-bedomd"
    case: str
    assessed_by: str


class ReadyBegan(Fact, frozen=True):
    """The underrättelse is valid from now."""

    kind = "utskrivningsklar-borjar"
    case: str


class ReadyWithdrawn(Fact, frozen=True):
    kind = "utskrivningsklar-slutar"
    case: str


class CaseStateChanged(Fact, frozen=True):
    kind = "lage-andrat"
    case: str
    state: str


class CaseEnded(Fact, frozen=True):
    """No more days are counted: the patient has left, or the case was closed."""

    kind = "dygnsrakning-slut"
    case: str


class CaseClosed(Fact, frozen=True):
    kind = "arende-avslutat"
    case: str
    reason: str | None


class ActRefused(Fact, frozen=True):
    kind = "avvisat"
    oid: str
    id: str
    unit: str
    code: str
    text: str


class IdentityTold(Fact, frozen=True):
    """PU has told of a change: each identity with ``oid``, ``id``, ``huvudidentitet`` and ``skydd``."""

    kind = "identitet-meddelad"
    message: str
    number: int
    identities: list[dict[str, Any]]


KINDS = fact_kinds(
    CaseOpened,
    NeedsAssessed,
    MessageSent,
    MessageDelivered,
    MessageAcknowledged,
    PlannedDischargeSet,
    ReadyAssessed,
    ReadyBegan,
    ReadyWithdrawn,
    CaseStateChanged,
    CaseEnded,
    CaseClosed,
    ActRefused,
    IdentityTold,
)
