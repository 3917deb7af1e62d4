"""What is kept of avvikelser."""

from __future__ import annotations

from harness.kernel.events import Fact, fact_kinds


class DeviationReported(Fact, frozen=True):
    """``unit`` is who reports, ``counterpart`` whom it is about (HSA-ids), ``case`` a vårdplanering or samordnad plan.

    Nobody's name stands in it (AK-AVV-05). ``happened`` is ISO 8601.
    """

    kind = "avvikelse.rapporterad"
    report: str
    person: str
    case: str
    notice: str | None
    shortcoming: str
    text: str
    unit: str
    counterpart: str
    happened: str
    severity: str
    is_automatic: bool
    is_coexistence: bool


class DeviationReceived(Fact, frozen=True):
    """The avvikelsesystem has it, as *number*."""

    kind = "avvikelse.mottagen"
    report: str
    number: str


KINDS = fact_kinds(DeviationReported, DeviationReceived)
