"""What else happens in a case: somebody opens a message, or the patient leaves to ÖPT or ÖRV."""

from __future__ import annotations

from harness.kernel.events import Fact, fact_kinds


class MessageRead(Fact, frozen=True):
    """Somebody at a receiving unit has opened the message for the first time."""

    kind = "meddelande-last"
    case: str
    number: int
    unit: str
    name: str
    role: str


class CareFormSet(Fact, frozen=True):
    """``form`` is ÖPT or ÖRV."""

    kind = "vardform-satt"
    case: str
    form: str


KINDS = fact_kinds(MessageRead, CareFormSet)
