"""What happens on the integration platform."""

from __future__ import annotations

from typing import Any

from harness.kernel.events import Fact, fact_kinds


class QuestionRelayed(Fact, frozen=True):
    kind = "fraga-formedlad"
    question: str
    body: dict[str, Any]


class AnswerRelayed(Fact, frozen=True):
    """The answer itself is not kept: it follows from the journal. Its text stands in the picture."""

    kind = "svar-formedlat"
    question: str


class MessageAccepted(Fact, frozen=True):
    kind = "meddelande-mottaget"
    id: str
    sender: str
    recipient: str
    message: str
    body: dict[str, Any]
    text: str


class QuestionStopped(Fact, frozen=True):
    """A question that did not get through."""

    kind = "fraga-stoppad"
    question: str


class DeliveryFailed(Fact, frozen=True):
    """An attempt that did not succeed; the message still waits. ``reason`` is Swedish."""

    kind = "leverans-misslyckad"
    id: str
    reason: str


class MessageDelivered(Fact, frozen=True):
    """``again`` says that the receipt was lost: the message will be delivered once more."""

    kind = "meddelande-levererat"
    id: str
    again: bool = False


class MessageSetAside(Fact, frozen=True):
    """A dead letter: accepted, and not delivered. ``reason`` is Swedish."""

    kind = "meddelande-lagt-at-sidan"
    id: str
    reason: str = ""


class MessageSentAgain(Fact, frozen=True):
    """Somebody has taken a dead letter and sent it once more."""

    kind = "meddelande-omsant"
    id: str


class FaultPlanned(Fact, frozen=True):
    """``fault`` is as on the wire."""

    kind = "fel-lagt"
    number: int
    fault: dict[str, Any]


class FaultLifted(Fact, frozen=True):
    kind = "fel-havt"
    number: int


KINDS = fact_kinds(
    QuestionRelayed,
    AnswerRelayed,
    QuestionStopped,
    MessageAccepted,
    DeliveryFailed,
    MessageDelivered,
    MessageSetAside,
    MessageSentAgain,
    FaultPlanned,
    FaultLifted,
)
