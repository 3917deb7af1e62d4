"""Readings, as they are kept."""

from __future__ import annotations

from harness.kernel.events import Fact, fact_kinds


class PatientRead(Fact, frozen=True):
    """``what`` is what was read, in Swedish; ``case`` is None when it was more than one case's."""

    kind = "journal-last"
    oid: str
    id: str
    unit: str
    person: str
    name: str
    role: str
    what: str
    case: str | None = None


KINDS = fact_kinds(PatientRead)
