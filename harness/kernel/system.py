"""What a system has to offer to be part of a world."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from starlette.responses import Response
from starlette.routing import BaseRoute

from harness.kernel.clock import Timer
from harness.kernel.decisions import Answer, Circumstances, Decision, Envelope
from harness.kernel.document import Identity, Person, WorldDocument
from harness.kernel.events import Draft, Event
from harness.kernel.faults import LinkFault
from harness.kernel.parameters import Parameter
from harness.kernel.policies import Policy, Replacement


class State(Protocol):
    """The state of one system in one world: changed by events, and by nothing else."""

    def apply(self, event: Event) -> None: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Platform:
    """What makes a system the integration platform: it sees everything that passes between systems.

    ``stops_question`` says why a question does not get through, or nothing. ``faults`` are those there are, by number.
    """

    relay_question: Callable[[str, str, str, Mapping[str, Any], str], Draft]
    relay_answer: Callable[[str, str, str, Answer], Draft]
    accept: Callable[[Any, Envelope, Circumstances], Decision]
    stops_question: Callable[[Any, str, str, str, Circumstances], str]
    question_stopped: Callable[[str, str, str, str], Draft]
    plan_fault: Callable[[Any, LinkFault], Decision]
    lift_fault: Callable[[int], Decision]
    faults: Callable[[Any], Mapping[int, LinkFault]]


@dataclass(frozen=True, slots=True, kw_only=True)
class System:
    """A simulated system as a world sees it. ``title`` is Swedish and stands in the message picture.

    ``answers`` are synchronous questions from other systems, ``receives`` asynchronous messages,
    ``timers`` what it is woken for, ``people`` whom it keeps a register of, ``registers`` what the control plane may
    tell it of a new person, ``lives`` what it may tell of an event (JSON) in the life of whoever has an identity.
    ``unreachable`` is how its API answers when it must ask a neighbour, named by title, that cannot be reached.
    ``routes`` are its API and ``pages`` what people see, both below ``/v/{world}/{name}``; the pages also
    below ``/v/{world}/p/{seat}/{name}``, so that two people can share a browser.
    """

    name: str
    title: str
    create_state: Callable[[WorldDocument], State]
    routes: Sequence[BaseRoute] = ()
    pages: Sequence[BaseRoute] = ()
    parameters: tuple[Parameter[Any], ...] = ()
    policies: tuple[Policy[Any], ...] = ()
    answers: Mapping[str, Callable[[Any, Mapping[str, Any], Circumstances], Answer]] = field(default_factory=dict)
    receives: Mapping[str, Callable[[Any, Envelope, Circumstances], Decision]] = field(default_factory=dict)
    timers: Mapping[str, Callable[[Any, Timer, Circumstances], Decision]] = field(default_factory=dict)
    people: Callable[[Any], Iterable[Person]] | None = None
    registers: Callable[[Any, Person, Circumstances], Decision] | None = None
    lives: Callable[[Any, Identity, bytes, Circumstances], Decision] | None = None
    unreachable: Callable[[str], Response] | None = None
    platform: Platform | None = None


class Assembly:
    """The systems that are put together, and the defects that can be switched on in them."""

    def __init__(self, systems: Sequence[System], defects: Mapping[str, Replacement]) -> None:
        self.systems = {system.name: system for system in systems}
        self.defects = defects
        platforms = [(system.name, system.platform) for system in systems if system.platform is not None]
        if len(platforms) != 1:
            raise ValueError("exactly one system is the integration platform")
        [(self.platform_name, self.platform)] = platforms
        self.needed = tuple((system.title, p) for system in systems for p in system.parameters)
        self.titles = {system.name: system.title for system in systems}
