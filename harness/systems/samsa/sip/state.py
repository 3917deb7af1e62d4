"""The SIPs of SAMSA in one world, and what Samvy has told of its own."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Protocol

from harness.kernel.calendar import parse_moment
from harness.kernel.events import Event, read_fact
from harness.systems.samsa.sip import facts
from harness.systems.samsa.sip.words import SipState


class Person(Protocol):
    """An identity: the number means nothing without its OID."""

    @property
    def oid(self) -> str: ...

    @property
    def id(self) -> str: ...


@dataclass(slots=True, kw_only=True)
class Consent:
    consents: bool
    by: str
    name: str
    except_for: str
    at: datetime


@dataclass(slots=True, kw_only=True)
class Summons:
    meeting: datetime
    form: str
    sender: str
    summoned: list[str]
    invited: list[str]
    late_days: int | None
    at: datetime


@dataclass(slots=True, kw_only=True)
class FollowUp:
    unit: str
    note: str
    next: str | None
    at: datetime


@dataclass(slots=True, kw_only=True)
class Sip:
    """``person`` is (oid, id). ``units`` are those that take part, in the order they came.

    ``summons_met`` is how many of the summons lay before the latest meeting.
    """

    number: str
    person: tuple[str, str]
    started_by: str
    started_at: datetime
    case: str | None
    born: date
    unchecked: bool
    requested_by: str | None = None
    state: SipState = SipState.BEHOV
    consents: list[Consent] = field(default_factory=list)
    summons: list[Summons] = field(default_factory=list)
    summons_met: int = 0
    meeting_form: str | None = None
    plan: dict[str, Any] | None = None
    follow_ups: list[FollowUp] = field(default_factory=list)
    end_reason: str = ""

    @property
    def units(self) -> list[str]:
        called = [unit for summons in self.summons for unit in (summons.sender, *summons.summoned)]
        return list(dict.fromkeys([self.started_by, *called]))

    @property
    def awaits_meeting(self) -> bool:
        """Whether somebody has been called to a meeting that has not been held."""
        return len(self.summons) > self.summons_met

    @property
    def may_be_shared(self) -> bool:
        """Whether the last word about consent is a yes."""
        return bool(self.consents) and self.consents[-1].consents


@dataclass(slots=True)
class SamvyNotices:
    """What Samvy has told. A message counts once, and a plan that has ended stays ended whatever comes later."""

    seen: set[str] = field(default_factory=set)
    active: dict[tuple[str, str], set[str]] = field(default_factory=dict)
    ended: set[str] = field(default_factory=set)

    def note(self, fact: facts.SamvySipNoticed) -> None:
        self.seen.add(fact.message)
        plans = self.active.setdefault((fact.oid, fact.id), set())
        if not fact.is_active:
            self.ended.add(fact.plan)
            plans.discard(fact.plan)
        elif fact.plan not in self.ended:
            plans.add(fact.plan)


@dataclass(slots=True)
class SipRegister:
    """SIPs by number, oldest first."""

    sips: dict[str, Sip] = field(default_factory=dict)
    samvy: SamvyNotices = field(default_factory=SamvyNotices)

    def of(self, people: Iterable[Person]) -> list[Sip]:
        """The SIPs of one patient, under any of her identities."""
        same = {(one.oid, one.id) for one in people}
        return [sip for sip in self.sips.values() if sip.person in same]

    def active_of(self, people: Iterable[Person]) -> Sip | None:
        return next((sip for sip in self.of(people) if sip.state.is_active), None)

    def active_in_samvy(self, people: Iterable[Person]) -> list[str]:
        return sorted({plan for one in people for plan in self.samvy.active.get((one.oid, one.id), ())})

    def apply(self, event: Event) -> None:
        match read_fact(event, facts.KINDS):
            case facts.SipStarted() as started:
                self.sips[started.sip] = Sip(
                    number=started.sip,
                    person=(started.oid, started.id),
                    started_by=started.unit,
                    started_at=event.at,
                    case=started.case,
                    born=date.fromisoformat(started.born),
                    unchecked=started.unchecked,
                    requested_by=started.requested_by,
                )
            case facts.SamvySipNoticed() as noticed:
                self.samvy.note(noticed)
            case (
                facts.SipConsented()
                | facts.SipSummoned()
                | facts.SipMeetingHeld()
                | facts.SipPlanned()
                | facts.SipFollowedUp()
                | facts.SipEnded()
            ) as step:
                _apply_step(self.sips[step.sip], step, event.at)


def _apply_step(
    sip: Sip,
    fact: facts.SipConsented
    | facts.SipSummoned
    | facts.SipMeetingHeld
    | facts.SipPlanned
    | facts.SipFollowedUp
    | facts.SipEnded,
    at: datetime,
) -> None:
    match fact:
        case facts.SipConsented(consents=consents, by=by, name=name, except_for=except_for):
            sip.consents.append(Consent(consents=consents, by=by, name=name, except_for=except_for, at=at))
            if consents and sip.state is SipState.BEHOV:
                sip.state = SipState.FORBEREDD
        case facts.SipSummoned() as called:
            summons = Summons(
                meeting=parse_moment(called.meeting),
                form=called.form,
                sender=called.sender,
                summoned=called.summoned,
                invited=called.invited,
                late_days=called.late_days,
                at=at,
            )
            sip.summons.append(summons)
            if not sip.state.is_running:  # a running plan goes on while a new meeting is called to
                sip.state = SipState.KALLAD
        case facts.SipMeetingHeld(form=form):
            sip.meeting_form = form
            sip.summons_met = len(sip.summons)
            if not sip.state.is_running:
                sip.state = SipState.MOTE
        case facts.SipPlanned(plan=plan):
            sip.plan = plan
            sip.state = SipState.PAGAENDE
        case facts.SipFollowedUp(unit=unit, note=note, next=following):
            sip.follow_ups.append(FollowUp(unit=unit, note=note, next=following, at=at))
            sip.state = SipState.UPPFOLJD
        case facts.SipEnded(state=state, reason=reason):
            sip.state = SipState(state)
            sip.end_reason = reason
