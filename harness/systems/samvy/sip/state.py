"""The samordnade planer of a world, and what SAMSA has told of its SIPs."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date, datetime

from harness.kernel.events import Event, read_fact
from harness.systems.samvy.sip.facts import KINDS, PlanHappening, PlanOpened, SamsaSipNoticed
from harness.systems.samvy.sip.vocabulary import OVER, Phase


@dataclass(slots=True, kw_only=True)
class JointPlan:
    """A samordnad plan. ``happened`` is oldest first, each with its moment."""

    opened: PlanOpened
    since: datetime
    phase: Phase = Phase.UPPTACKT
    happened: list[tuple[datetime, PlanHappening]] = field(default_factory=list)

    @property
    def id(self) -> str:
        return self.opened.plan

    @property
    def born(self) -> date:
        return date.fromisoformat(self.opened.born)

    @property
    def awaits_meeting(self) -> bool:
        """Whether somebody has been invited to a meeting that has not been held."""
        about_meetings = [one.what for _, one in self.happened if one.what in ("inbjudanSkickad", "moteGenomfort")]
        return about_meetings[-1:] == ["inbjudanSkickad"]

    @property
    def is_over(self) -> bool:
        return self.phase in OVER

    @property
    def units(self) -> set[str]:
        """Who takes part: who saw the need, and who has been invited."""
        return {self.opened.unit, *(unit for _, one in self.happened for unit in one.units)}

    @property
    def has_consent(self) -> bool:
        answers = [one.details["ja"] for _, one in self.happened if one.what == "samtyckeRegistrerat"]
        return bool(answers) and bool(answers[-1])


@dataclass(slots=True)
class SipBoard:
    """Plans by id, oldest first; SAMSA's active SIPs by person, and those that have ended for good."""

    plans: dict[str, JointPlan] = field(default_factory=dict)
    heard: set[str] = field(default_factory=set)
    in_samsa: dict[str, set[str]] = field(default_factory=dict)
    over_in_samsa: set[str] = field(default_factory=set)

    def of(self, records: Collection[str]) -> list[JointPlan]:
        """The plans of one person, under any of her records (``oid|id``)."""
        return [plan for plan in self.plans.values() if plan.opened.person in records]

    def running(self, records: Collection[str]) -> JointPlan | None:
        return next((plan for plan in self.of(records) if not plan.is_over), None)

    def meetings_of(self, care_plan: str) -> list[str]:
        """When people are invited to meet about the plans of a vårdplanering, in the order of the invitations."""
        return [
            one.details["motestid"]
            for plan in self.plans.values()
            if plan.opened.care_plan == care_plan
            for _, one in plan.happened
            if one.what == "inbjudanSkickad"
        ]

    def active_in_samsa(self, records: Collection[str]) -> list[str]:
        return sorted({sip for record in records for sip in self.in_samsa.get(record, ())})

    def apply(self, event: Event) -> None:
        match read_fact(event, KINDS):
            case PlanOpened() as opened:
                self.plans[opened.plan] = JointPlan(opened=opened, since=event.at)
            case PlanHappening() as happening:
                plan = self.plans[happening.plan]
                plan.happened.append((event.at, happening))
                plan.phase = Phase(happening.phase)
            case SamsaSipNoticed() as told:
                self._hear(told)

    def _hear(self, told: SamsaSipNoticed) -> None:
        """In whatever order they come: an end is never undone."""
        self.heard.add(told.message)
        if not told.is_active:
            self.over_in_samsa.add(told.sip)
        active = self.in_samsa.setdefault(told.person, set())
        if told.sip in self.over_in_samsa:
            active.discard(told.sip)
        else:
            active.add(told.sip)
