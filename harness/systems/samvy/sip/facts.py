"""What happens to a samordnad plan in Samvy, as it is kept."""

from __future__ import annotations

from typing import Any

from msgspec import field

from harness.kernel.events import Fact, fact_kinds


class PlanOpened(Fact, frozen=True):
    """``person`` is ``oid|id``, born on ``born`` (ISO 8601). ``unverified`` says that SAMSA could not be asked."""

    kind = "samordnadplan.upptackt"
    plan: str
    person: str
    unit: str
    care_plan: str | None
    born: str
    unverified: bool = False
    requested_by: str | None = None


class PlanHappening(Fact, frozen=True):
    """``phase`` is the plan's afterwards; ``details`` are as on the wire; ``units`` take part from now on."""

    kind = "samordnadplan.handelse"
    plan: str
    seq: int
    what: str
    unit: str
    worker: str
    phase: str
    details: dict[str, Any]
    units: list[str] = field(default_factory=list)
    late_days: int | None = None


class SamsaSipNoticed(Fact, frozen=True):
    """SAMSA said that a SIP is active, or no longer is."""

    kind = "samsa.sipbesked"
    message: str
    sip: str
    person: str
    is_active: bool


KINDS = fact_kinds(PlanOpened, PlanHappening, SamsaSipNoticed)
