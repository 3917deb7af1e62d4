"""The avvikelser of a world."""

from __future__ import annotations

from dataclasses import dataclass, field

from harness.kernel.events import Event, Fact, fact_kinds, read_fact


class DeviationRegistered(Fact, frozen=True):
    """``reporter`` and ``counterpart`` are HSA-ids, ``happened`` ISO 8601; ``message`` is what brought it, if any."""

    kind = "avvikelse-registrerad"
    number: str
    origin: str
    reference: str | None
    message: str | None
    shortcoming: str
    text: str
    reporter: str
    counterpart: str
    happened: str
    severity: str
    case: str | None
    is_coexistence: bool


KINDS = fact_kinds(DeviationRegistered)


@dataclass(slots=True)
class DeviationState:
    """In the order they were registered, and the messages that brought them."""

    registered: list[DeviationRegistered] = field(default_factory=list)
    messages: set[str] = field(default_factory=set)

    def apply(self, event: Event) -> None:
        fact = read_fact(event, KINDS)
        if isinstance(fact, DeviationRegistered):
            self.registered.append(fact)
            if fact.message is not None:
                self.messages.add(fact.message)
