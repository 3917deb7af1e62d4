"""Openings, as they are kept."""

from __future__ import annotations

from harness.kernel.events import Fact, fact_kinds


class RecordOpened(Fact, frozen=True):
    """``person`` is ``oid|id``; ``view`` is what of her record was opened."""

    kind = "journal.oppnad"
    person: str
    unit: str
    worker: str
    name: str
    role: str
    view: str


KINDS = fact_kinds(RecordOpened)
