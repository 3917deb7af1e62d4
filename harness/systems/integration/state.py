"""What lies on the integration platform right now."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

import msgspec

from harness.kernel.decisions import Envelope
from harness.kernel.events import Event, read_fact
from harness.kernel.faults import LinkFault
from harness.systems.integration.facts import (
    KINDS,
    DeliveryFailed,
    FaultLifted,
    FaultPlanned,
    MessageAccepted,
    MessageDelivered,
    MessageSentAgain,
    MessageSetAside,
)


@dataclass(slots=True, kw_only=True)
class Waiting:
    """A message on its way. ``attempts`` are those made; ``repeats`` says that it has come through once already."""

    envelope: Envelope
    attempts: int = 0
    repeats: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadLetter:
    envelope: Envelope
    reason: str
    since: datetime


@dataclass(slots=True)
class IntegrationState:
    """Messages on their way and dead letters by message id, in the order they came; faults on links by number."""

    waiting: dict[str, Waiting] = field(default_factory=dict)
    set_aside: dict[str, DeadLetter] = field(default_factory=dict)
    faults: dict[int, LinkFault] = field(default_factory=dict)
    last_fault: int = 0

    def apply(self, event: Event) -> None:
        match read_fact(event, KINDS):
            case MessageAccepted() as accepted:
                envelope = Envelope(
                    id=accepted.id,
                    sender=accepted.sender,
                    recipient=accepted.recipient,
                    kind=accepted.message,
                    body=accepted.body,
                    text=accepted.text,
                )
                self.waiting[accepted.id] = Waiting(envelope=envelope)
            case DeliveryFailed(id=id):
                self.waiting[id].attempts += 1
            case MessageDelivered(id=id, again=again):
                if again:
                    self.waiting[id].attempts += 1
                    self.waiting[id].repeats = True
                else:
                    del self.waiting[id]
            case MessageSetAside(id=id, reason=reason):
                envelope = self.waiting.pop(id).envelope
                self.set_aside[id] = DeadLetter(envelope=envelope, reason=reason, since=event.at)
            case MessageSentAgain(id=id):
                self.waiting[id] = Waiting(envelope=self.set_aside.pop(id).envelope)
            case FaultPlanned(number=number, fault=fault):
                self.faults[number] = msgspec.convert(fault, LinkFault)
                self.last_fault = number
            case FaultLifted(number=number):
                del self.faults[number]
