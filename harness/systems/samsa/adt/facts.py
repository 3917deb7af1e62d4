"""What is kept of ADT about admissions."""

from __future__ import annotations

from harness.kernel.events import Fact, fact_kinds


class AdmissionTold(Fact, frozen=True):
    """``person`` is ``oid|id``. Of two about the same ``plan``, the one with the higher ``number`` holds."""

    kind = "adt-vardtillfalle"
    message: str
    event: str
    plan: str
    person: str
    unit: str
    number: int
    planned: str | None


KINDS = fact_kinds(AdmissionTold)
