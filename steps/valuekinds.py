"""The kinds of values that the fields of our sentences hold, and what a field is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum


class ValueKind(StrEnum):
    """Fields of one kind can hold each other's values."""

    NAME = "namn"
    KOMMUN = "kommun"
    UNIT = "enhet"
    SYSTEM = "system"
    DAY = "dag"
    CLOCK = "klockslag"
    DURATION = "tid"
    NUMBER = "tal"
    COUNT = "antal"
    NEEDS = "behov"
    MESSAGE = "meddelande"
    STATE = "läge"
    ROLE = "roll"
    REASON = "skäl"
    WANTED = "urval"
    LETTER = "brev"
    CARE_FORM = "vårdform"
    PLAN = "plan"
    REMARK = "anmärkning"
    DELIVERY = "leveransläge"
    FILE = "fil"
    READ = "läst"
    SHORTCOMING = "brist"
    UNITS = "enheter"
    SIP_STATE = "läge för SIP"
    MEETING_FORM = "mötesform"
    CONSENTING = "den som samtycker"
    REQUESTING = "den som begär"
    GAP = "lucka"
    NUMBER_KIND = "slag av nummer"
    REFERRING = "hänvisning"
    TEXT = "text"


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A field by its name in the sentences.

    ``allowed`` says in Swedish what may stand there; ``words`` gives every possible value, in order, and
    nothing where the values are endless.
    """

    name: str
    kind: ValueKind
    allowed: str
    example: str
    words: Callable[[], Sequence[str]] = tuple
