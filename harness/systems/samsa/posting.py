"""Recording what is done in a case, and sending its messages, which arrive at once. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from harness.kernel.decisions import Decision
from harness.kernel.events import Crossing, Draft, Fact
from harness.systems.samsa.actor import Actor
from harness.systems.samsa.case import Case
from harness.systems.samsa.facts import CaseStateChanged, MessageDelivered, MessageSent
from harness.systems.samsa.words import NAME, CaseState, MessageType


def post(
    case: Case,
    what: MessageType,
    recipients: Sequence[str],
    content: Mapping[str, str],
    *,
    actor: Actor,
    late_minutes: int | None = None,
    also: Sequence[Fact] = (),
) -> tuple[Draft, ...]:
    """The drafts of one message to *recipients* (HSA-ids), and of what follows with it."""
    number = len(case.messages) + 1
    sent = MessageSent(
        case=case.number,
        number=number,
        message=what,
        sender=actor.unit,
        content=dict(content),
        recipients=list(recipients),
        late_minutes=late_minutes,
    )
    text = f"{what.label} {case.number}/{number}"
    late = f", försenat {late_minutes} min" if late_minutes else ""
    return (
        Draft(sent, Crossing(actor.unit, NAME, text + late)),
        *(
            Draft(
                MessageDelivered(case=case.number, number=number, unit=unit),
                Crossing(NAME, unit, what.label),
            )
            for unit in recipients
        ),
        *(Draft(fact) for fact in also),
    )


def enter(case: Case, state: CaseState) -> CaseStateChanged:
    return CaseStateChanged(case=case.number, state=state)


def record(case: Case, fact: Fact, actor: Actor, what: str, *, also: Sequence[Fact] = ()) -> Decision:
    """An act that sends nothing. *what* is its Swedish name in the message picture."""
    crossing = Crossing(actor.unit, NAME, f"{what} {case.number}")
    return Decision(drafts=(Draft(fact, crossing), *(Draft(more) for more in also)))
