"""How the integration platform handles what passes it. Pure functions.

At least once: what has been accepted is delivered, waits, or lies among the dead letters. Nothing says in which order
messages come, nor that one comes only once.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import timedelta
from typing import Any

import msgspec

from harness.kernel.clock import Timer
from harness.kernel.decisions import Alarm, Answer, Circumstances, Decision, Envelope
from harness.kernel.events import Crossing, Draft
from harness.kernel.faults import FaultKind, LinkFault, on_link
from harness.systems.integration.facts import (
    AnswerRelayed,
    DeliveryFailed,
    FaultLifted,
    FaultPlanned,
    MessageAccepted,
    MessageDelivered,
    MessageSentAgain,
    MessageSetAside,
    QuestionRelayed,
    QuestionStopped,
)
from harness.systems.integration.policies import DELAY_S, DELAYS, FORWARDS, MOST_ATTEMPTS, RETRY_S, TRIES_AGAIN
from harness.systems.integration.state import IntegrationState, Waiting

NAME = "integration"
DELIVERY = "leverans"

_REASONS: Mapping[FaultKind, str] = {
    FaultKind.NERE: "länken är nere",
    FaultKind.TAPP: "meddelandet tappades på vägen",
    FaultKind.FORVANSKNING: "innehållet kom fram förvanskat",
}


def relay_question(sender: str, recipient: str, question: str, body: Mapping[str, Any], text: str) -> Draft:
    return Draft(QuestionRelayed(question=question, body=dict(body)), Crossing(sender, recipient, text))


def relay_answer(sender: str, recipient: str, question: str, answer: Answer) -> Draft:
    return Draft(AnswerRelayed(question=question), Crossing(recipient, sender, answer.text))


def stops_question(
    state: IntegrationState, sender: str, recipient: str, question: str, circumstances: Circumstances
) -> str:
    """Why *question* does not get through, or nothing. Whoever asks may ask again; nobody does it for her."""
    for fault in on_link(state.faults.values(), _REASONS, sender, recipient, circumstances.now):
        if fault.strikes(f"{question}|{circumstances.now.isoformat()}", 1):
            return f"({_REASONS[fault.slag]})"
    return ""


def question_stopped(sender: str, recipient: str, question: str, text: str) -> Draft:
    return Draft(QuestionStopped(question=question), Crossing(sender, NAME, f"Inget svar: {text}"))


def accept(state: IntegrationState, envelope: Envelope, circumstances: Circumstances) -> Decision:
    """Take a message and see to it that it is delivered, after the delay of the world and of the link's faults.

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
    delays = _on_link(state, envelope, (FaultKind.FORDROJNING, FaultKind.OMKASTNING), circumstances)
    later = sum(fault.delay_s(envelope.id) for fault in delays if fault.strikes(envelope.id, 1))
    delay = circumstances.parameters.read(DELAYS.get(envelope.kind, DELAY_S))
    return Decision(
        drafts=(Draft(accepted, Crossing(envelope.sender, NAME, envelope.text)),),
        alarms=(_try_in(delay + later, envelope, circumstances),),
    )


def deliver(state: IntegrationState, timer: Timer, circumstances: Circumstances) -> Decision:
    """Try to hand over the message that *timer* was set for."""
    waiting = state.waiting[timer.body["id"]]
    envelope = waiting.envelope
    if not circumstances.policies.use(FORWARDS)(envelope):
        return Decision(drafts=(Draft(MessageSetAside(id=envelope.id, reason="förmedlades inte")),))
    attempt = waiting.attempts + 1
    for fault in _on_link(state, envelope, _REASONS, circumstances):
        if fault.strikes(envelope.id, attempt):
            return _failed(waiting, _REASONS[fault.slag], circumstances)
    repeats = not waiting.repeats and any(
        fault.strikes(envelope.id, attempt) for fault in _on_link(state, envelope, (FaultKind.DUBBLETT,), circumstances)
    )
    text = f"{envelope.text} (kommer igen)" if waiting.repeats else envelope.text
    return Decision(
        drafts=(Draft(MessageDelivered(id=envelope.id, again=repeats), Crossing(NAME, envelope.recipient, text)),),
        deliveries=(envelope,),
        alarms=(_try_in(circumstances.parameters.read(RETRY_S), envelope, circumstances),) if repeats else (),
    )


def send_again(state: IntegrationState, id: str, circumstances: Circumstances) -> Decision:
    """Take the dead letter *id* and try at once."""
    envelope = state.set_aside[id].envelope
    draft = Draft(MessageSentAgain(id=id), Crossing(NAME, NAME, f"Sänds om: {envelope.text}"))
    return Decision(drafts=(draft,), alarms=(_try_in(0, envelope, circumstances),))


def plan_fault(state: IntegrationState, fault: LinkFault) -> Decision:
    return Decision(drafts=(Draft(FaultPlanned(number=state.last_fault + 1, fault=msgspec.to_builtins(fault))),))


def lift_fault(number: int) -> Decision:
    return Decision(drafts=(Draft(FaultLifted(number=number)),))


def _failed(waiting: Waiting, reason: str, circumstances: Circumstances) -> Decision:
    envelope, attempts = waiting.envelope, waiting.attempts + 1
    failed = Draft(DeliveryFailed(id=envelope.id, reason=reason))
    most = circumstances.parameters.read(MOST_ATTEMPTS)
    if circumstances.policies.use(TRIES_AGAIN)(attempts, most):
        return Decision(
            drafts=(failed,), alarms=(_try_in(circumstances.parameters.read(RETRY_S), envelope, circumstances),)
        )
    told = f"{reason}, efter {attempts} försök"
    aside = Draft(MessageSetAside(id=envelope.id, reason=told), Crossing(NAME, NAME, f"Olevererat: {envelope.text}"))
    return Decision(drafts=(failed, aside))


def _try_in(seconds: int, envelope: Envelope, circumstances: Circumstances) -> Alarm:
    return Alarm(due=circumstances.now + timedelta(seconds=seconds), name=DELIVERY, body={"id": envelope.id})


def _on_link(
    state: IntegrationState, envelope: Envelope, kinds: Iterable[FaultKind], circumstances: Circumstances
) -> Iterable[LinkFault]:
    return on_link(state.faults.values(), kinds, envelope.sender, envelope.recipient, circumstances.now)
