"""What makes an avvikelse, by itself or by hand, and its export. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from harness.kernel.calendar import STOCKHOLM, moment_text
from harness.kernel.decisions import Circumstances, Decision, Envelope
from harness.kernel.events import Crossing, Draft
from harness.kernel.landscape import Employee
from harness.systems.samvy.deviations import wire
from harness.systems.samvy.deviations.facts import DeviationReceived, DeviationReported
from harness.systems.samvy.deviations.policies import (
    COEXISTENCE,
    EXPORTS,
    NAMES_SOMEBODY,
    PATIENT_RELATED,
    SEVERITY,
    SUGGESTS,
)
from harness.systems.samvy.deviations.state import DeviationBook
from harness.systems.samvy.deviations.vocabulary import Severity, Shortcoming
from harness.systems.samvy.state import Happening, Plan, SamvyState
from harness.systems.samvy.vocabulary import NAME
from harness.systems.samvy.worker import Denied


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """An avvikelse before it is registered. ``happened`` is in UTC."""

    person: str
    case: str
    notice: str | None
    shortcoming: Shortcoming
    text: str
    unit: str
    counterpart: str
    happened: datetime
    severity: Severity
    is_automatic: bool
    is_coexistence: bool


def register(book: DeviationBook, seen: Seen, circumstances: Circumstances) -> Decision:
    """Keep it, and export it (AK-AVV-02)."""
    fact = DeviationReported(
        report=f"AR-{len(book.reports) + 1}",
        person=seen.person,
        case=seen.case,
        notice=seen.notice,
        shortcoming=seen.shortcoming,
        text=seen.text,
        unit=seen.unit,
        counterpart=seen.counterpart,
        happened=moment_text(seen.happened),
        severity=seen.severity,
        is_automatic=seen.is_automatic,
        is_coexistence=seen.is_coexistence,
    )
    draft = Draft(fact, Crossing(seen.unit, NAME, f"Avvikelse {fact.report} ({seen.case})"))
    exported = (_export(fact),) if circumstances.policies.use(EXPORTS)() else ()
    return Decision(drafts=(draft,), outgoing=exported)


def suggest(state: SamvyState, plan: Plan, notice: Happening, unit: str, circumstances: Circumstances) -> wire.Forslag:
    """AK-AVV-01: the case, the other party, the time and the shortcoming, from a besked."""
    use = circumstances.policies.use
    statuses = [post.status for post in notice.posts if unit in (notice.fact.unit, post.unit)]
    shortcoming = use(SUGGESTS)(notice.fact.late_minutes is not None, statuses)
    return wire.Forslag(
        vardplanering=plan.id,
        besked=notice.id,
        motpart=_other_party(notice, unit),
        intraffade=notice.at.astimezone(STOCKHOLM),
        brist=shortcoming,
        allvar=use(SEVERITY)(shortcoming),
        samexistens=is_coexistence(state, plan.person, notice.registered != notice.at, circumstances),
    )


def by_hand(
    state: SamvyState, plan: Plan, new: wire.NyAvvikelse, worker: Employee, circumstances: Circumstances
) -> Decision | Denied:
    """AK-AVV-01, AK-AVV-05."""
    start = None
    if new.besked is not None:
        notice = next((one for one in plan.notices() if one.id == new.besked), None)
        if notice is None:
            return Denied("finns_inte", f"{plan.id} har inget besked {new.besked}.", 404)
        start = suggest(state, plan, notice, worker.unit, circumstances)
    shortcoming = new.brist or (Shortcoming(start.brist) if start else None)
    counterpart = new.motpart or (start.motpart if start else None)
    if shortcoming is None or counterpart is None:
        return Denied("fel_begaran", "Utan besked behövs både brist och motpart.", 422)
    units = [plan.unit, *plan.units()]
    if counterpart not in units or counterpart == worker.unit:
        return Denied("ej_samverkanspart", f"{counterpart} är ingen annan part i {plan.id}.")
    names = {
        name for one in circumstances.landscape.staff.values() if one.unit in units for name in (one.name, one.hsa_id)
    }
    if circumstances.policies.use(NAMES_SOMEBODY)(new.beskrivning, names):
        return Denied("namner_person", "Beskriv vad som hände, inte vem som gjorde det: ta bort namnet.")
    seen = Seen(
        person=plan.person,
        case=plan.id,
        notice=new.besked,
        shortcoming=shortcoming,
        text=new.beskrivning,
        unit=worker.unit,
        counterpart=counterpart,
        happened=start.intraffade if start else circumstances.now,
        severity=new.allvar or circumstances.policies.use(SEVERITY)(shortcoming),
        is_automatic=False,
        is_coexistence=is_coexistence(state, plan.person, False, circumstances) or bool(start and start.samexistens),
    )
    return register(state.deviations, seen, circumstances)


def deny_without_case(new: wire.NyAvvikelse, circumstances: Circumstances) -> Denied | None:
    """AK-AVV-03."""
    if circumstances.policies.use(PATIENT_RELATED)(new.vardplanering):
        return None
    return Denied("ej_patientrelaterad", "Det gäller ingen vårdplanering: rapportera det i avvikelsesystemet.")


def is_coexistence(state: SamvyState, person: str, afterwards: bool, circumstances: Circumstances) -> bool:
    """AK-AVV-08. *afterwards*: it was registered later than it happened."""
    records = state.combining.records(person)
    in_samsa = any(state.samsa.open.get(record) for record in records) or bool(state.sip.active_in_samsa(records))
    return circumstances.policies.use(COEXISTENCE)(in_samsa, afterwards)


def hear_receipt(book: DeviationBook, envelope: Envelope) -> Decision:
    """The avvikelsesystem has it. The same receipt twice changes nothing."""
    report, number = envelope.body["rapport"], envelope.body["nummer"]
    if report not in book.reports or report in book.received_as:
        return Decision()
    return Decision(drafts=(Draft(DeviationReceived(report=report, number=number)),))


def _other_party(notice: Happening, unit: str) -> str:
    """The sender; to the sender whoever has not acknowledged, or else the first who got it."""
    if unit != notice.fact.unit:
        return notice.fact.unit
    waiting = [post.unit for post in notice.posts if post.acknowledged is None]
    return [*waiting, *(post.unit for post in notice.posts)][0]


def _export(fact: DeviationReported) -> Envelope:
    body = {
        "rapport": fact.report,
        "person": fact.person,
        "arende": fact.case,
        "brist": fact.shortcoming,
        "beskrivning": fact.text,
        "enhet": fact.unit,
        "motpart": fact.counterpart,
        "intraffade": fact.happened,
        "allvar": fact.severity,
        "samexistens": fact.is_coexistence,
    }
    return Envelope(
        id=f"{NAME}:avvikelse:{fact.report}",
        sender=NAME,
        recipient="avvikelser",
        kind="avvikelserapport",
        body=body,
        text=f"Avvikelserapport {fact.report}",
    )
