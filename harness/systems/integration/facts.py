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


class MessageDelivered(Fact, frozen=True):
    kind = "meddelande-levererat"
    id: str


class MessageSetAside(Fact, frozen=True):
    """A dead letter: accepted, and never delivered."""

    kind = "meddelande-lagt-at-sidan"
    id: str


KINDS = fact_kinds(QuestionRelayed, AnswerRelayed, MessageAccepted, MessageDelivered, MessageSetAside)
