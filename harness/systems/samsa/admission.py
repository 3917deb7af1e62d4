"""Opening a case: does it belong in SAMSA? Pure."""

from __future__ import annotations

from collections.abc import Mapping

from harness.kernel.decisions import Circumstances, Decision, Envelope
from harness.kernel.events import Crossing, Draft
from harness.kernel.landscape import Landscape
from harness.systems.samsa.actor import HOSPITAL_PART, Actor
from harness.systems.samsa.answers import Choice
from harness.systems.samsa.case import Case, Patient
from harness.systems.samsa.facts import CaseOpened
from harness.systems.samsa.policies import STOPS_CASES_OF_SAMVY, TELLS_SAMVY
from harness.systems.samsa.refusal import ForbiddenError, MalformedError, RefusedError
from harness.systems.samsa.state import SamsaState
from harness.systems.samsa.words import NAME, CaseState, PartyRole

PARTS = {
    PartyRole.KOMMUNAL_HSV: "kommunal hälso- och sjukvård",
    PartyRole.SOCIALTJANST: "socialtjänst",
    PartyRole.OPPENVARD: "regional öppenvård",
}


def check_parties(landscape: Landscape, parties: Mapping[PartyRole, str]) -> None:
    """
    Raises:
        MalformedError: a unit is unknown or is another part than it is said to be.
    """
    for role, hsa_id in parties.items():
        unit = landscape.units.get(hsa_id)
        if unit is None:
            raise MalformedError("okand_enhet", f"Ingen enhet har HSA-id {hsa_id} (parter.{role}).")
        if unit.part != PARTS[role]:
            raise MalformedError("fel_part", f"{unit.name} är {unit.part} och kan inte vara parter.{role}.")


def require_hospital_unit(actor: Actor) -> None:
    """
    Raises:
        ForbiddenError: the actor's unit is not slutenvård.
    """
    if actor.part != HOSPITAL_PART:
        raise ForbiddenError("fel_enhet", f"Bara slutenvården skriver in; {actor.unit} är {actor.part}.")


def require_no_open_case(state: SamsaState, patient: Patient) -> None:
    """
    Raises:
        RefusedError: the patient, by this identity, has one.
    """
    for case in state.cases_of(patient):
        if case.state not in (CaseState.AVSLUTAD, CaseState.AVBRUTEN):
            raise RefusedError("oppet_arende_finns", f"Patienten har redan ärende {case.number} öppet.")


def open_case(
    state: SamsaState,
    patient: Patient,
    parties: Mapping[PartyRole, str],
    *,
    actor: Actor,
    choice: Choice,
    circumstances: Circumstances,
) -> Decision:
    """Open a case for an admitted patient.

    Args:
        choice: what Millenniumenheter answered.

    Raises:
        RefusedError: SAMSA is locked, or the case belongs in Samvy.

    Source:
        Domain rules 6.3 and 6.4; AK-SYS-04, AK-AVL-05. That SAMSA refuses what belongs in Samvy is
        class D (``samsa_stoppar_arende_for_samvy``).
    """
    locked = choice.samsa_last_fran
    if locked is not None and locked <= circumstances.today:
        raise RefusedError("samsa_last", f"SAMSA tar inte emot nya ärenden sedan {locked}. Använd Samvy.")
    if choice.nedlagda:
        raise RefusedError("enhet_nedlagd", f"{', '.join(choice.nedlagda)} är nedlagd och tar inte emot något nytt.")
    if choice.system == "Samvy" and circumstances.parameters.read(STOPS_CASES_OF_SAMVY):
        raise RefusedError("hor_till_samvy", f"Ärendet hör till Samvy. {choice.motivering}")
    number = f"S-{len(state.cases) + 1}"
    opened = CaseOpened(
        case=number,
        oid=patient.oid,
        id=patient.id,
        hospital_unit=actor.unit,
        parties={str(role): unit for role, unit in parties.items()},
    )
    return Decision(
        drafts=(Draft(opened, Crossing(actor.unit, NAME, f"Inskrivning, ärende {number}")),),
        outgoing=notice(number, patient, is_open=True, circumstances=circumstances),
    )


def notice(number: str, patient: Patient, *, is_open: bool, circumstances: Circumstances) -> tuple[Envelope, ...]:
    """What Samvy is told about a case (AK-INT-01, AK-INT-02)."""
    if not circumstances.policies.use(TELLS_SAMVY)(is_open):
        return ()
    what = "pågår" if is_open else "avslutat"
    return (
        Envelope(
            id=f"{NAME}:{number}:{what}",
            sender=NAME,
            recipient="samvy",
            kind="samsa-arende",
            body={"arende": number, "oid": patient.oid, "id": patient.id, "pagar": is_open},
            text=f"SAMSA-ärende {what} ({number})",
        ),
    )


def close_notice(case: Case, circumstances: Circumstances) -> tuple[Envelope, ...]:
    return notice(case.number, case.patient, is_open=False, circumstances=circumstances)
