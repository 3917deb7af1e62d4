"""The vårdplaneringar of a world. A plan is its happenings; what can be worked out from them is not kept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime

from harness.kernel.events import Event, read_fact
from harness.systems.samvy.access.facts import KINDS as ACCESS_KINDS
from harness.systems.samvy.access.state import AccessLog
from harness.systems.samvy.combining.facts import KINDS as COMBINING_KINDS
from harness.systems.samvy.combining.state import Combination, Combinations
from harness.systems.samvy.deviations.facts import KINDS as DEVIATION_KINDS
from harness.systems.samvy.deviations.state import DeviationBook
from harness.systems.samvy.facts import (
    KINDS,
    AccessDenied,
    Happened,
    IdentityTold,
    PlanStarted,
    PostAcknowledged,
    PostDelivered,
    PostTaken,
    SamsaNoticed,
)
from harness.systems.samvy.identities import IdentityNotices
from harness.systems.samvy.posts.facts import KINDS as POST_KINDS
from harness.systems.samvy.posts.facts import PostOpened, PostPassedOn, PostReturned
from harness.systems.samvy.posts.state import apply_to_post
from harness.systems.samvy.sip.facts import KINDS as SIP_KINDS
from harness.systems.samvy.sip.state import SipBoard
from harness.systems.samvy.vocabulary import PostStatus, Role, Slag, Status


@dataclass(slots=True, kw_only=True)
class Post:
    """A besked as it lies in one inbox.

    ``acknowledged`` is name, role and moment; ``taken`` is name, unit and moment of whoever took it for all who share.
    """

    unit: str
    status: PostStatus = PostStatus.SKICKAD
    acknowledged: tuple[str, str, datetime] | None = None
    taken: tuple[str, str, datetime] | None = None


@dataclass(slots=True, kw_only=True)
class Happening:
    id: str
    at: datetime
    registered: datetime
    fact: Happened
    posts: list[Post]
    handled: list[tuple[datetime, PostOpened | PostReturned | PostPassedOn]] = field(default_factory=list)

    @property
    def slag(self) -> Slag | None:
        return None if self.fact.slag is None else Slag(self.fact.slag)

    def post_to(self, unit: str) -> Post | None:
        return next((post for post in self.posts if post.unit == unit), None)

    def require_post(self, unit: str) -> Post:
        """*unit* must have got it."""
        return next(post for post in self.posts if post.unit == unit)

    def deliver_to(self, unit: str) -> None:
        """One more has it: it was passed on."""
        self.posts.append(Post(unit=unit, status=PostStatus.LEVERERAD))


@dataclass(slots=True, kw_only=True)
class Plan:
    """``parties`` has one unit in each role, ``beside`` those that were added, ``joined`` when a unit came later."""

    id: str
    person: str
    unit: str
    started: datetime
    parties: dict[Role, str]
    beside: list[tuple[Role, str]] = field(default_factory=list)
    joined: dict[str, datetime] = field(default_factory=dict)
    status: Status = Status.INSKRIVEN
    happenings: list[Happening] = field(default_factory=list)

    def named(self, what: str) -> Iterator[Happening]:
        return (happening for happening in self.happenings if happening.fact.what == what)

    def notices(self) -> Iterator[Happening]:
        """Those that sent a besked."""
        return (happening for happening in self.happenings if happening.slag is not None)

    def parts(self) -> list[tuple[Role, str]]:
        return [*self.parties.items(), *self.beside]

    def units(self) -> list[str]:
        """Each unit that takes part, once."""
        return list(dict.fromkeys(unit for _, unit in self.parts()))

    def informed(self) -> list[str]:
        """The parts that have an inskrivningsmeddelande and have not sent it back."""
        here = self.units()
        posts = [
            post.unit
            for sent in self.named("inskrivningsmeddelande")
            for post in sent.posts
            if post.unit in here and post.status is not PostStatus.ATERFORD
        ]
        return list(dict.fromkeys(posts))

    def change_part(self, role: Role, unit: str, at: datetime, *, is_added: bool) -> None:
        if is_added:
            self.beside.append((role, unit))
        else:
            self.parties[role] = unit
        self.joined[unit] = at

    def planned_discharge(self) -> date | None:
        days = [happening.fact.planned for happening in self.happenings if happening.fact.planned]
        return date.fromisoformat(days[-1]) if days else None


@dataclass(slots=True, kw_only=True)
class SamsaNotices:
    """What SAMSA has told. A message counts once, and a case that has closed stays closed."""

    seen: set[str] = field(default_factory=set)
    open: dict[str, set[str]] = field(default_factory=dict)
    closed: set[str] = field(default_factory=set)

    def note(self, fact: SamsaNoticed) -> None:
        self.seen.add(fact.message)
        if fact.is_open and fact.case not in self.closed:
            self.open.setdefault(fact.person, set()).add(fact.case)
        if not fact.is_open:
            self.closed.add(fact.case)
            self.open.get(fact.person, set()).discard(fact.case)


@dataclass(slots=True)
class SamvyState:
    """Plans by id, oldest first; denials by person as (moment, fact); the samordnade planer."""

    plans: dict[str, Plan] = field(default_factory=dict)
    denied: dict[str, list[tuple[datetime, AccessDenied]]] = field(default_factory=dict)
    samsa: SamsaNotices = field(default_factory=SamsaNotices)
    identities: IdentityNotices = field(default_factory=IdentityNotices)
    sip: SipBoard = field(default_factory=SipBoard)
    combining: Combinations = field(default_factory=Combinations)
    access: AccessLog = field(default_factory=AccessLog)
    deviations: DeviationBook = field(default_factory=DeviationBook)

    def plans_of(self, person: str) -> list[Plan]:
        """Under any of her combined records."""
        records = self.combining.records(person)
        return [plan for plan in self.plans.values() if plan.person in records]

    def plans_to_choose_among(self, combination: Combination) -> list[str]:
        """The running samordnade planer that *combination* brought together, while there are two."""
        running = [id for id in combination.fact.plans if not self.sip.plans[id].is_over]
        return running if len(running) > 1 and not combination.is_dissolved else []

    def choice_before(self, plan: str) -> list[str]:
        """Among which one must choose before anything more happens in *plan*; empty when there is no such choice."""
        choices = (self.plans_to_choose_among(one) for one in self.combining.made.values())
        return next((waiting for waiting in choices if plan in waiting), [])

    def apply(self, event: Event) -> None:
        if (event.kind, event.version) in SIP_KINDS:
            self.sip.apply(event)
            return
        if (event.kind, event.version) in POST_KINDS:
            apply_to_post(self.plans, event)
            return
        if (event.kind, event.version) in ACCESS_KINDS:
            self.access.apply(event)
            return
        if (event.kind, event.version) in DEVIATION_KINDS:
            self.deviations.apply(event)
            return
        if (event.kind, event.version) in COMBINING_KINDS:
            self.combining.apply(event)
            return
        match read_fact(event, KINDS):
            case PlanStarted() as started:
                self.plans[started.plan] = Plan(
                    id=started.plan,
                    person=started.person,
                    unit=started.unit,
                    started=event.at,
                    parties={Role(role): unit for role, unit in started.parties.items()},
                )
            case Happened() as fact:
                plan = self.plans[fact.plan]
                posts = [Post(unit=unit) for unit in fact.recipients]
                plan.happenings.append(
                    Happening(
                        id=f"{plan.id}.{fact.seq}", at=event.at, registered=event.registered, fact=fact, posts=posts
                    )
                )
                plan.status = Status(fact.status)
                if fact.what == "partAndrad":
                    is_added = fact.details["Läggs till"] == "ja"
                    plan.change_part(Role(fact.details["Roll"]), fact.details["Enhet"], event.at, is_added=is_added)
            case PostDelivered() as delivered:
                self._post(delivered.plan, delivered.seq, delivered.unit).status = PostStatus.LEVERERAD
            case PostAcknowledged() as by:
                post = self._post(by.plan, by.seq, by.unit)
                post.status = PostStatus.KVITTERAD
                post.acknowledged = (by.name, by.role, event.at)
                self.plans[by.plan].status = Status(by.status)
            case PostTaken() as by:
                self._post(by.plan, by.seq, by.unit).taken = (by.name, by.by_unit, event.at)
            case AccessDenied() as denied:
                self.denied.setdefault(denied.person, []).append((event.at, denied))
            case SamsaNoticed() as noticed:
                self.samsa.note(noticed)
            case IdentityTold() as told:
                self.identities.note(told)

    def _post(self, plan: str, seq: int, unit: str) -> Post:
        return next(post for post in self.plans[plan].happenings[seq - 1].posts if post.unit == unit)
