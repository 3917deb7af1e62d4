"""How the integration platform handles what passes it. Pure functions."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from harness.kernel.clock import Timer
from harness.kernel.decisions import Alarm, Answer, Circumstances, Decision, Envelope
from harness.kernel.events import Crossing, Draft
from harness.systems.integration.facts import (
    AnswerRelayed,
    MessageAccepted,
    MessageDelivered,
    MessageSetAside,
    QuestionRelayed,
)
from harness.systems.integration.policies import DELAY_S, FORWARDS
from harness.systems.integration.state import IntegrationState

NAME = "integration"
DELIVERY = "leverans"


def relay_question(sender: str, recipient: str, question: str, body: Mapping[str, Any], text: str) -> Draft:
    return Draft(QuestionRelayed(question=question, body=dict(body)), Crossing(sender, recipient, text))


def relay_answer(sender: str, recipient: str, question: str, answer: Answer) -> Draft:
    return Draft(AnswerRelayed(question=question), Crossing(recipient, sender, answer.text))


def accept(state: IntegrationState, envelope: Envelope, circumstances: Circumstances) -> Decision:
    """Take a message and see to it that it is delivered, after the delay of the world.

    A message that still waits under the same id is not taken twice.
    """
    if envelope.id in state.waiting:
        return Decision()
    accepted = MessageAccepted(
        id=envelope.id,
        sender=envelope.sender,
        recipient=envelope.recipient,
        message=envelope.kind,
        body=envelope.body,
        text=envelope.text,
    )
    due = circumstances.now + timedelta(seconds=circumstances.parameters.read(DELAY_S))
    return Decision(
        drafts=(Draft(accepted, Crossing(envelope.sender, NAME, envelope.text)),),
        alarms=(Alarm(due=due, name=DELIVERY, body={"id": envelope.id}),),
    )


def deliver(state: IntegrationState, timer: Timer, circumstances: Circumstances) -> Decision:
    """Hand over the message that *timer* was set for."""
    envelope = state.waiting[timer.body["id"]]
    if not circumstances.policies.use(FORWARDS)(envelope):
        return Decision(drafts=(Draft(MessageSetAside(id=envelope.id)),))
    crossing = Crossing(NAME, envelope.recipient, envelope.text)
    return Decision(
        drafts=(Draft(MessageDelivered(id=envelope.id), crossing),),
        deliveries=(envelope,),
    )
