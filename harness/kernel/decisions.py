"""What a rule is given and what it gives back. Rules are pure: everything they may look at is here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from harness.kernel.calendar import stockholm_day
from harness.kernel.events import Draft
from harness.kernel.landscape import Landscape
from harness.kernel.parameters import ParameterSet
from harness.kernel.policies import PolicySet


@dataclass(frozen=True, slots=True, kw_only=True)
class Circumstances:
    """What surrounds a decision. ``now`` is care time in UTC."""

    now: datetime
    policies: PolicySet
    parameters: ParameterSet
    landscape: Landscape

    @property
    def today(self) -> date:
        return stockholm_day(self.now)


@dataclass(frozen=True, slots=True, kw_only=True)
class Envelope:
    """An asynchronous message. ``id`` is the sender's and is the same if the message is sent again."""

    id: str
    sender: str
    recipient: str
    kind: str
    body: dict[str, Any]
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Alarm:
    """A timer that a system wants set."""

    due: datetime
    name: str
    body: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to a synchronous request, and its short Swedish text for the message picture."""

    body: Any
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What is to happen, all or nothing.

    ``outgoing`` is handed to the integration platform, ``deliveries`` (by the platform alone) to
    the systems that are to receive them.
    """

    drafts: tuple[Draft, ...] = ()
    outgoing: tuple[Envelope, ...] = ()
    deliveries: tuple[Envelope, ...] = ()
    alarms: tuple[Alarm, ...] = ()

    def then(self, other: Decision) -> Decision:
        """This, and *other* after it, still all or nothing."""
        return Decision(
            drafts=self.drafts + other.drafts,
            outgoing=self.outgoing + other.outgoing,
            deliveries=self.deliveries + other.deliveries,
            alarms=self.alarms + other.alarms,
        )
