"""What must hold in a case before most acts. Pure."""

from __future__ import annotations

from harness.kernel.calendar import stockholm_day
from harness.kernel.decisions import Circumstances
from harness.systems.samsa.case import Case
from harness.systems.samsa.policies import CASE_GOES_ON
from harness.systems.samsa.refusal import ForbiddenError, RefusedError
from harness.systems.samsa.words import CaseState

_OVER = (CaseState.UTSKRIVEN, CaseState.AVSLUTAD, CaseState.AVBRUTEN)


def require_process(case: Case) -> None:
    if case.state in _OVER:
        raise RefusedError("fel_lage", f"Ärende {case.number} är {case.state.lower()} och tar inte emot fler steg.")


def require_still_here(case: Case, circumstances: Circumstances) -> None:
    """A case stays in the system it started in (AK-SYS-10)."""
    hospital = circumstances.landscape.units[case.hospital_unit]
    goes_on = circumstances.policies.use(CASE_GOES_ON)
    if not goes_on(hospital, circumstances.landscape.plan, stockholm_day(case.admitted_at), circumstances.today):
        raise RefusedError("hor_till_samvy", f"Ärende {case.number} hör till Samvy sedan {hospital.name} driftsatts.")


def require_after_admission(case: Case, circumstances: Circumstances) -> None:
    """What is registered afterwards happened in the case (AK-DRI-03)."""
    if circumstances.now < case.admitted_at:
        raise RefusedError("fore_inskrivningen", f"Ärende {case.number} fanns inte vid den tiden.")


def is_party(case: Case, unit: str) -> bool:
    """Whether *unit* admitted the patient or takes part."""
    return unit == case.hospital_unit or unit in case.parties.values()


def require_party(case: Case, unit: str) -> None:
    """
    Raises:
        ForbiddenError: *unit* neither admitted the patient nor takes part.
    """
    if not is_party(case, unit):
        raise ForbiddenError("ej_part", f"{unit} är inte part i ärende {case.number}.")


def require_informed(case: Case) -> list[str]:
    informed = case.informed()
    if not informed:
        raise RefusedError("inskrivningsmeddelande_saknas", f"Inget inskrivningsmeddelande är skickat i {case.number}.")
    return informed
