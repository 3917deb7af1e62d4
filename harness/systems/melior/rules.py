"""Writing in Melior, and what the robot is handed and receipts. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec

from harness.kernel.calendar import moment_text
from harness.kernel.decisions import Answer, Circumstances, Decision, Envelope
from harness.kernel.events import Crossing, Draft
from harness.kernel.landscape import Landscape
from harness.systems.melior import wire
from harness.systems.melior.policies import HANDS_OUT
from harness.systems.melior.state import (
    ADMISSION,
    INFORMATION,
    Admission,
    AdmissionWritten,
    InformationWritten,
    MeliorState,
    Receipted,
)

NAME = "melior"


class RefusedError(Exception):
    """Melior does not do what it was asked. ``text`` is Swedish."""

    def __init__(self, code: str, text: str, status: int = 409) -> None:
        super().__init__(text)
        self.code = code
        self.text = text
        self.status = status


def require_hospital_staff(landscape: Landscape, unit_id: str, person: str) -> str:
    """The role of *person* at *unit_id* (HSA-ids).

    Raises:
        RefusedError: she does not work there, or it is no slutenvård.
    """
    unit = landscape.units.get(unit_id)
    if unit is None:
        raise RefusedError("okand_enhet", f"Enheten {unit_id or '(ingen angiven)'} finns inte.", 403)
    employee = landscape.staff.get((person, unit_id))
    if employee is None:
        raise RefusedError("ej_anstalld", f"{person or '(ingen angiven)'} har inget uppdrag på {unit.name}.", 403)
    if unit.part != "slutenvård":
        raise RefusedError("fel_enhet", f"Melior är slutenvårdens; {unit.name} är {unit.part}.", 403)
    return employee.role


def write_admission(
    state: MeliorState, body: wire.NyttVardtillfalle, unit: str, person: str, landscape: Landscape
) -> Decision:
    """The läkare admits and judges whose insatser may be needed (LUS 2 kap. 1 §)."""
    if require_hospital_staff(landscape, unit, person).casefold() != "läkare":
        raise RefusedError("kraver_lakare", "Behovet bedöms av läkare.", 403)
    fact = AdmissionWritten(
        admission=f"M-{len(state.admissions) + 1}",
        unit=unit,
        doctor=person,
        oid=body.patient.oid,
        id=body.patient.id,
        parties=msgspec.to_builtins(body.parter),
        needs=list(dict.fromkeys(body.behov)),
        planned=body.beraknad_utskrivning.isoformat(),
    )
    return Decision(drafts=(Draft(fact, Crossing(unit, NAME, f"Inskrivning i Melior ({fact.admission})")),))


def write_information(
    state: MeliorState, number: str, text: str, unit: str, person: str, landscape: Landscape
) -> Decision:
    """Once for each admission: what has been handed out is not rewritten."""
    require_hospital_staff(landscape, unit, person)
    admission = state.admissions.get(number)
    if admission is None or admission.written.unit != unit:
        raise RefusedError("finns_inte", f"Enheten har inget vårdtillfälle {number} i Melior.", 404)
    if admission.information is not None:
        raise RefusedError("redan_skriven", f"Utskrivningsinformationen i {number} är redan skriven.")
    fact = InformationWritten(admission=number, author=person, text=text)
    return Decision(drafts=(Draft(fact, Crossing(unit, NAME, f"Utskrivningsinformation i Melior ({number})")),))


def unreceipted(admission: Admission, circumstances: Circumstances) -> list[str]:
    return circumstances.policies.use(HANDS_OUT)(admission.tasks(), admission.receipted)


def hand_out(state: MeliorState, body: Mapping[str, Any], circumstances: Circumstances) -> Answer:
    """What a unit has that SAMSA is not known to have, oldest first."""
    rows = []
    for number, admission in state.admissions.items():
        written, information = admission.written, admission.information
        tasks = unreceipted(admission, circumstances)
        if written.unit != body["enhet"] or not tasks:
            continue
        rows.append(
            {
                "vardtillfalle": number,
                "oid": written.oid,
                "id": written.id,
                "parter": written.parties,
                "behov": written.needs,
                "beraknad_utskrivning": written.planned,
                "lakare": written.doctor,
                "inskriven": moment_text(admission.at),
                "uppgifter": tasks,
                "information": {"text": information.text, "skribent": information.author} if information else None,
            }
        )
    return Answer({"vardtillfallen": rows}, f"{len(rows)} vårdtillfällen att föra över")


def receive_receipt(state: MeliorState, envelope: Envelope, _circumstances: Circumstances) -> Decision:
    """The same receipt twice changes nothing."""
    number, task = envelope.body["vardtillfalle"], envelope.body["uppgift"]
    if task not in (ADMISSION, INFORMATION) or number not in state.admissions:
        return Decision()
    if task in state.admissions[number].receipted:
        return Decision()
    return Decision(drafts=(Draft(Receipted(admission=number, task=task)),))
