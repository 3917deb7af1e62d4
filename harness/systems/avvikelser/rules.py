"""Registering an avvikelse, by hand or from a system, and listing them. Pure."""

from __future__ import annotations

from datetime import datetime

from harness.kernel.calendar import STOCKHOLM, moment_text, parse_moment
from harness.kernel.decisions import Circumstances, Decision, Envelope
from harness.kernel.events import Crossing, Draft
from harness.kernel.landscape import Employee, Landscape
from harness.systems.avvikelser import wire
from harness.systems.avvikelser.policies import IS_NEW, MAY_REPORT, NAMES_SOMEBODY, PRIORITY
from harness.systems.avvikelser.state import DeviationRegistered, DeviationState

NAME = "avvikelser"
BY_HAND = "manuell"


class RefusedError(Exception):
    """The avvikelsesystem does not do what it was asked. ``text`` is Swedish."""

    def __init__(self, code: str, text: str, status: int = 409) -> None:
        super().__init__(text)
        self.code = code
        self.text = text
        self.status = status


def sign_in(landscape: Landscape, unit: str, person: str, card: str) -> Employee:
    """Whoever shows a SITHS-kort with its legitimeringskod (*card*), at one of her units (AK-AVV-07).

    Raises:
        RefusedError: the unit, the person or the code is wrong.
    """
    if unit not in landscape.units:
        raise RefusedError("okand_enhet", f"Enheten {unit or '(ingen angiven)'} finns inte.", 403)
    employee = landscape.staff.get((person, unit))
    if employee is None:
        raise RefusedError("ej_anstalld", f"{person or '(ingen angiven)'} har inget uppdrag på {unit}.", 403)
    if employee.code != card:
        raise RefusedError("fel_legitimering", "SITHS-kortet gick inte att legitimera. Kontrollera koden.", 403)
    return employee


def register(state: DeviationState, new: wire.NyRapport, worker: Employee, circumstances: Circumstances) -> Decision:
    """
    Raises:
        RefusedError: the worker may not report, the counterpart is unknown, it lies ahead, or a person is named.

    Source:
        Domain rule 5.10; AK-AVV-05, AK-AVV-07.
    """
    landscape, use = circumstances.landscape, circumstances.policies.use
    if not use(MAY_REPORT)(landscape.units[worker.unit].part):
        raise RefusedError("far_inte_rapportera", f"{landscape.units[worker.unit].name} rapporterar inte.", 403)
    if new.motpart not in landscape.units:
        raise RefusedError("fel_begaran", f"Motparten {new.motpart} är ingen enhet.", 422)
    if new.intraffade > circumstances.now:
        raise RefusedError("tid_har_inte_varit", "Händelsen ligger framåt i tiden.")
    staff = [one for one in landscape.staff.values() if one.unit in (worker.unit, new.motpart)]
    if use(NAMES_SOMEBODY)(new.beskrivning, {name for one in staff for name in (one.name, one.hsa_id)}):
        raise RefusedError("namner_person", "Beskriv vad som hände, inte vem som gjorde det: ta bort namnet.")
    fact = DeviationRegistered(
        number=_next_number(state),
        origin=BY_HAND,
        reference=None,
        message=None,
        shortcoming=new.brist,
        text=new.beskrivning,
        reporter=worker.unit,
        counterpart=new.motpart,
        happened=moment_text(new.intraffade),
        severity=new.allvar,
        case=new.arende,
        is_coexistence=False,
    )
    return Decision(drafts=(Draft(fact, Crossing(worker.unit, NAME, f"Avvikelse {fact.number}: {new.brist}")),))


def receive_report(state: DeviationState, envelope: Envelope, circumstances: Circumstances) -> Decision:
    """What another system exports. It is answered each time it comes, and registered once (AK-AVV-02)."""
    body = envelope.body
    if not circumstances.policies.use(IS_NEW)(envelope.id, state.messages):
        number = next(one.number for one in state.registered if one.message == envelope.id)
        return Decision(outgoing=(_receipt(envelope, number),))
    fact = DeviationRegistered(
        number=_next_number(state),
        origin=envelope.sender,
        reference=body["rapport"],
        message=envelope.id,
        shortcoming=body["brist"],
        text=body["beskrivning"],
        reporter=body["enhet"],
        counterpart=body["motpart"],
        happened=body["intraffade"],
        severity=body["allvar"],
        case=body["arende"],
        is_coexistence=body["samexistens"],
    )
    crossing = Crossing(envelope.sender, NAME, f"Avvikelse {fact.number}: {fact.shortcoming}")
    return Decision(drafts=(Draft(fact, crossing),), outgoing=(_receipt(envelope, fact.number),))


def list_for(state: DeviationState, unit: str, circumstances: Circumstances) -> list[wire.Rapport]:
    """What *unit* has reported or is the counterpart of, the gravest first (AK-AVV-06)."""
    priority = circumstances.policies.use(PRIORITY)
    seen = [_show(one) for one in state.registered if unit in (one.reporter, one.counterpart)]
    return sorted(seen, key=lambda one: (priority(one.allvar), one.intraffade))


def _receipt(envelope: Envelope, number: str) -> Envelope:
    report = envelope.body["rapport"]
    return Envelope(
        id=f"{NAME}:{envelope.id}:mottagen",
        sender=NAME,
        recipient=envelope.sender,
        kind="avvikelserapport-mottagen",
        body={"rapport": report, "nummer": number},
        text=f"Avvikelserapport {report} mottagen som {number}",
    )


def _next_number(state: DeviationState) -> str:
    return f"AV-{len(state.registered) + 1}"


def _show(one: DeviationRegistered) -> wire.Rapport:
    happened: datetime = parse_moment(one.happened)
    return wire.Rapport(
        nummer=one.number,
        kalla=one.origin,
        rapport=one.reference,
        brist=one.shortcoming,
        beskrivning=one.text,
        rapporterad_av=one.reporter,
        motpart=one.counterpart,
        intraffade=happened.astimezone(STOCKHOLM),
        allvar=wire.Severity(one.severity),
        arende=one.case,
        samexistens=one.is_coexistence,
    )
