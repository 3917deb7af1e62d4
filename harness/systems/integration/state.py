"""What lies on the integration platform right now."""

from __future__ import annotations

from dataclasses import dataclass, field

from harness.kernel.decisions import Envelope
from harness.kernel.events import Event, read_fact
from harness.systems.integration.facts import (
    KINDS,
    MessageAccepted,
    MessageDelivered,
    MessageSetAside,
)


@dataclass(slots=True)
class IntegrationState:
    """Messages on their way and dead letters, both by message id in the order they came."""

    waiting: dict[str, Envelope] = field(default_factory=dict)
    set_aside: dict[str, Envelope] = field(default_factory=dict)

    def apply(self, event: Event) -> None:
        match read_fact(event, KINDS):
            case MessageAccepted() as accepted:
                self.waiting[accepted.id] = Envelope(
                    id=accepted.id,
                    sender=accepted.sender,
                    recipient=accepted.recipient,
                    kind=accepted.message,
                    body=accepted.body,
                    text=accepted.text,
                )
            case MessageDelivered(id=id):
                del self.waiting[id]
            case MessageSetAside(id=id):
                self.set_aside[id] = self.waiting.pop(id)
