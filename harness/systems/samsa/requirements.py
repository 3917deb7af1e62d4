"""What must hold in a case before most acts. Pure."""

from __future__ import annotations

from harness.systems.samsa.refusal import RefusedError
from harness.systems.samsa.state import Case
from harness.systems.samsa.words import CaseState

_OVER = (CaseState.UTSKRIVEN, CaseState.AVSLUTAD)


def require_process(case: Case) -> None:
    if case.state in _OVER:
        raise RefusedError(
            "fel_lage", f"Ärende {case.number} är {case.state.lower()} och tar inte emot fler steg."
        )


def require_informed(case: Case) -> list[str]:
    informed = case.informed()
    if not informed:
        raise RefusedError(
            "inskrivningsmeddelande_saknas", f"Inget inskrivningsmeddelande är skickat i {case.number}."
        )
    return informed
