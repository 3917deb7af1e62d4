"""What happens to a SIP in SAMSA, as it is kept."""

from __future__ import annotations

from typing import Any

from harness.kernel.events import Fact, fact_kinds


class SipStarted(Fact, frozen=True):
    """``case`` is the inpatient case that it belongs to, if any. ``born`` is the patient's day of birth (ISO 8601).

    ``unchecked`` says that Samvy could not be asked.
    """

    kind = "sip-startad"
    sip: str
    oid: str
    id: str
    unit: str
    case: str | None
    born: str
    unchecked: bool = False
    requested_by: str | None = None


class SipConsented(Fact, frozen=True):
    """``by`` is patienten or vårdnadshavare, ``name`` who it was, ``except_for`` what may not be shared."""

    kind = "sip-samtycke"
    sip: str
    consents: bool
    by: str
    name: str
    except_for: str


class SipSummoned(Fact, frozen=True):
    """``meeting`` is ISO 8601. Units (HSA-ids) are summoned, others invited. ``late_days`` is None in time."""

    kind = "sip-kallelse"
    sip: str
    meeting: str
    form: str
    sender: str
    summoned: list[str]
    invited: list[str]
    late_days: int | None = None


class SipMeetingHeld(Fact, frozen=True):
    kind = "sip-mote"
    sip: str
    form: str


class SipPlanned(Fact, frozen=True):
    """``plan`` is as on the wire."""

    kind = "sip-plan"
    sip: str
    plan: dict[str, Any]


class SipFollowedUp(Fact, frozen=True):
    """``next`` is ÅÅÅÅ-MM-DD."""

    kind = "sip-uppfoljning"
    sip: str
    unit: str
    note: str
    next: str | None


class SipEnded(Fact, frozen=True):
    """``state`` is how."""

    kind = "sip-slut"
    sip: str
    state: str
    reason: str


class SamvySipNoticed(Fact, frozen=True):
    """Samvy has told that a plan of a person is active, or no longer is."""

    kind = "sip-besked"
    message: str
    plan: str
    oid: str
    id: str
    is_active: bool


KINDS = fact_kinds(
    SipStarted, SipConsented, SipSummoned, SipMeetingHeld, SipPlanned, SipFollowedUp, SipEnded, SamvySipNoticed
)
