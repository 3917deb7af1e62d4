"""What happens in Samvy, as it is kept: few kinds, most of them a happening in a plan."""

from __future__ import annotations

from typing import Any

from msgspec import field

from harness.kernel.events import Fact, fact_kinds


class PlanStarted(Fact, frozen=True):
    """``person`` is ``oid|id``; ``parties`` are HSA-ids by role."""

    kind = "vardplanering.startad"
    plan: str
    person: str
    unit: str
    parties: dict[str, str]


class Happened(Fact, frozen=True):
    """``status`` is the plan's afterwards. ``slag`` and what follows it belong to a besked."""

    kind = "vardplanering.handelse"
    plan: str
    seq: int
    what: str
    unit: str
    person: str
    status: str
    insatser: list[str] = field(default_factory=list)
    planned: str | None = None
    slag: str | None = None
    recipients: list[str] = field(default_factory=list)
    details: dict[str, str] = field(default_factory=dict)
    late_minutes: int | None = None


class PostDelivered(Fact, frozen=True):
    kind = "post.levererad"
    plan: str
    seq: int
    unit: str


class PostAcknowledged(Fact, frozen=True):
    """``status`` is the plan's afterwards."""

    kind = "post.kvitterad"
    plan: str
    seq: int
    unit: str
    name: str
    role: str
    status: str


class PostTaken(Fact, frozen=True):
    """Somebody at ``by_unit`` takes what lies in the inkorg that her unit shares with ``unit``."""

    kind = "post.tagen"
    plan: str
    seq: int
    unit: str
    name: str
    by_unit: str


class AccessDenied(Fact, frozen=True):
    kind = "nekad"
    person: str
    unit: str
    code: str
    detail: str


class SamsaNoticed(Fact, frozen=True):
    """SAMSA said that a case is open, or that it no longer is."""

    kind = "samsa.besked"
    message: str
    case: str
    person: str
    is_open: bool


class IdentityTold(Fact, frozen=True):
    """The personuppgiftstjänst has told of a change: each with ``oid``, ``id``, ``huvudidentitet`` and ``skydd``."""

    kind = "identitet.besked"
    message: str
    number: int
    identities: list[dict[str, Any]]


KINDS = fact_kinds(
    PlanStarted, Happened, PostDelivered, PostAcknowledged, PostTaken, AccessDenied, SamsaNoticed, IdentityTold
)
