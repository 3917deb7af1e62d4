"""A world: the state of every system, one clock, one journal, on one frozen landscape.

Everything that happens goes the same way: a pure rule decides, the events are appended to the
journal, and only then do they change state.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from typing import Any, TypeVar, cast

import msgspec

from harness.kernel.calendar import moment_text, to_utc
from harness.kernel.chronicle import (
    WORLD,
    Chronicle,
    LeanedOn,
    TimeMoved,
    TimerFired,
    TimerSet,
    WorldBranched,
    WorldCreated,
)
from harness.kernel.clock import CareClock, Timer
from harness.kernel.decisions import Circumstances, Decision
from harness.kernel.document import WorldDocument
from harness.kernel.events import Draft, Event, decode_event, encode_event, make_event
from harness.kernel.journal import Journal
from harness.kernel.landscape import Landscape
from harness.kernel.links import Links, UnreachableError
from harness.kernel.parameters import ParameterSet
from harness.kernel.policies import Leanings, PolicySet
from harness.kernel.sessions import Sessions
from harness.kernel.system import Assembly, State
from harness.kernel.terms import Terms

A = TypeVar("A")
S = TypeVar("S")
Staged = list[tuple[str, Draft]]

# A world is looked into when something went wrong, and that is at its end.
_TRAFFIC_KEPT = 10_000


class World:
    """One world. :class:`~harness.kernel.worlds.Worlds` makes them; ``id`` is what it calls itself."""

    def __init__(
        self,
        world_id: str,
        document: WorldDocument,
        *,
        terms: Terms,
        landscape: Landscape,
        assembly: Assembly,
        journal: Journal,
    ) -> None:
        self.id = world_id
        self.landscape = landscape
        self.defects = document.defects
        self.assembly = assembly
        self._journal = journal
        self._next_number = 1
        self._happened: datetime | None = None
        # Technical memory: not state, and not journalled.
        self.sessions = Sessions()
        self.traffic: deque[tuple[str, str, int]] = deque(maxlen=_TRAFFIC_KEPT)
        leanings = Leanings()
        self.chronicle = Chronicle(CareClock(to_utc(document.start)), leanings)
        self._policies = PolicySet(terms.replaced, leanings)
        self._parameters = ParameterSet(terms.values, terms.classes, leanings)
        self.states: dict[str, State] = {
            name: system.create_state(document) for name, system in assembly.systems.items()
        }
        self._links = Links(assembly, self.states)
        self._by_type: dict[type[object], object] = {type(state): state for state in self.states.values()}

    @property
    def now(self) -> datetime:
        """Care time in UTC."""
        return self.chronicle.clock.now

    @property
    def leaned_on(self) -> Mapping[str, str]:
        """Policies and parameters used so far, by id, with their class of trust."""
        leanings = self.chronicle.leanings
        return dict(sorted((leanings.known | leanings.fresh).items()))

    @property
    def titles(self) -> Mapping[str, str]:
        """The Swedish names of the systems."""
        return self.assembly.titles

    @property
    def parameters(self) -> Mapping[str, tuple[object, str]]:
        """Value and class of trust of every parameter that a system reads, by id."""
        return self._parameters.everything()

    def state(self, kind: type[S]) -> S:
        """The state of the system whose state has type *kind*. To be read only: events change it."""
        return cast(S, self._by_type[kind])

    def lines(self) -> tuple[bytes, ...]:
        """The journal, one canonical JSON object a line, oldest first."""
        return self._journal.read()

    def events(self) -> Iterable[Event]:
        return map(decode_event, self.lines())

    def circumstances(self, now: datetime | None = None) -> Circumstances:
        """What a rule may look at, *now* (default: care time now, or when it happened: :meth:`as_of`)."""
        return Circumstances(
            now=now or self._happened or self.now,
            policies=self._policies,
            parameters=self._parameters,
            landscape=self.landscape,
        )

    @contextmanager
    def as_of(self, moment: datetime | None) -> Iterator[None]:
        """What is done inside happened at *moment*, and is registered only now (None: it happens now)."""
        self._happened = moment
        try:
            yield
        finally:
            self._happened = None

    def execute(self, system: str, decide: Callable[[Circumstances], Decision]) -> None:
        """Let a rule decide for *system*, then :meth:`commit` what it decided."""
        self.commit(system, decide(self.circumstances()))

    def commit(self, system: str, decision: Decision) -> None:
        """Journal and apply what *system* has decided, then fire what is due at once."""
        if self._happened is not None:
            drafts = tuple(replace(draft, happened=self._happened) for draft in decision.drafts)
            decision = replace(decision, drafts=drafts)
        self._append(self._stage(system, decision, self.circumstances(self.now)), self.now)
        self._fire_until(self.now)

    def ask(
        self,
        sender: str,
        recipient: str,
        question: str,
        body: Mapping[str, Any],
        *,
        text: str,
        expects: type[A],
    ) -> A:
        """Ask another system over the integration platform and wait for the answer.

        Both crossings stand in the journal. ``text`` is the question in the message picture;
        ``expects`` is what the asker reads out of the answer.

        Raises:
            UnreachableError: it did not get through; that too stands in the journal.
        """
        circumstances = self.circumstances(self.now)
        try:
            answer, crossings = self._links.request(
                sender, recipient, question, body, text=text, circumstances=circumstances
            )
        except UnreachableError as stopped:
            self._append([(self._links.platform, stopped.record)], circumstances.now)
            raise
        self._append([(self._links.platform, draft) for draft in crossings], circumstances.now)
        return msgspec.convert(answer.body, expects)

    def advance(self, until: datetime) -> None:
        """Move care time to *until* and fire every timer on the way, in (time, sequence) order.

        Raises:
            ValueError: *until* lies before care time now.
        """
        until = to_utc(until)
        if until < self.now:
            raise ValueError("care time never goes back")
        self._fire_until(until)
        if until > self.now:
            self._append([(WORLD, Draft(TimeMoved(moment=moment_text(until))))], until)

    def begin(self, document: WorldDocument) -> None:
        """Write the first line of an empty journal."""
        created = WorldCreated(world=self.id, document=msgspec.to_builtins(document))
        self._append([(WORLD, Draft(created))], self.now)

    def note_branch(self, source: str) -> None:
        """Write that what is behind happened in the world at *source*."""
        self._append([(WORLD, Draft(WorldBranched(source=source)))], self.now)

    def replay(self, events: Iterable[Event]) -> None:
        """Apply what a journal says. Rules are not asked. Then fire what was due when it ended."""
        for event in events:
            self._apply(event)
        self._fire_until(self.now)

    def _fire_until(self, until: datetime) -> None:
        while (timer := self.chronicle.clock.next_due(until)) is not None:
            self._fire(timer)

    def _fire(self, timer: Timer) -> None:
        # A timer that was due while nobody looked fires now: time never goes back.
        at = max(timer.due, self.now)
        circumstances = self.circumstances(at)
        staged: Staged = [(WORLD, Draft(TimerFired(timer=timer.number)))]
        if at > self.now:
            staged.insert(0, (WORLD, Draft(TimeMoved(moment=moment_text(at)))))
        act = self.assembly.systems[timer.system].timers[timer.name]
        decision = act(self.states[timer.system], timer, circumstances)
        self._append(staged + self._stage(timer.system, decision, circumstances), at)

    def _stage(self, system: str, decision: Decision, circumstances: Circumstances) -> Staged:
        """Everything that *decision* makes happen in any system, as drafts in order."""
        staged: Staged = [(system, draft) for draft in decision.drafts]
        for alarm in decision.alarms:
            due = moment_text(alarm.due)
            timer = TimerSet(due=due, system=system, name=alarm.name, body=alarm.body)
            staged.append((WORLD, Draft(timer)))
        for envelope in decision.outgoing:
            accepted = self._links.accept(envelope, circumstances)
            staged += self._stage(self._links.platform, accepted, circumstances)
        for envelope in decision.deliveries:
            received = self._links.receive(envelope, circumstances)
            staged += self._stage(envelope.recipient, received, circumstances)
        return staged

    def _append(self, staged: Staged, at: datetime) -> None:
        if grounds := self.chronicle.leanings.take_fresh():
            staged = [*staged, (WORLD, Draft(LeanedOn(grounds=grounds)))]
        if not staged:
            return
        care_time = moment_text(at)
        events = [
            make_event(draft, number=number, care_time=care_time, system=system)
            for number, (system, draft) in enumerate(staged, self._next_number)
        ]
        self._journal.append([encode_event(event) for event in events])
        for event in events:
            self._apply(event)

    def _apply(self, event: Event) -> None:
        self._next_number = event.number + 1
        state = self.chronicle if event.system == WORLD else self.states[event.system]
        state.apply(event)
