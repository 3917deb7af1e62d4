"""What the robot has left to do for an admission, and how its work is noted. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from harness.kernel.calendar import moment_text
from harness.kernel.decisions import Circumstances, Decision, Envelope
from harness.kernel.events import Crossing, Draft
from harness.systems.samsa.actor import Actor
from harness.systems.samsa.case import Case, Patient
from harness.systems.samsa.policies import PARTIES_FOR
from harness.systems.samsa.rpa.facts import AdmissionLeft, RunStarted, StepDone, StepFailed
from harness.systems.samsa.rpa.policies import IS_DONE
from harness.systems.samsa.rpa.state import Step
from harness.systems.samsa.rpa.wire import Handed
from harness.systems.samsa.state import SamsaState
from harness.systems.samsa.words import NAME, CaseState, MessageType, Need

MELIOR = "melior"
_STEPS = {
    "inskrivningsmeddelande": (Step.ARENDE, Step.BEHOV, Step.INSKRIVNING),
    "utskrivningsinformation": (Step.INFORMATION,),
}
_LAST = {Step.INSKRIVNING: "inskrivningsmeddelande", Step.INFORMATION: "utskrivningsinformation"}


def start(number: str, handed: Sequence[Handed], *, actor: Actor) -> Decision:
    fact = RunStarted(
        run=number, unit=actor.unit, person=actor.person, admissions=[one.vardtillfalle for one in handed]
    )
    return Decision(drafts=(Draft(fact, Crossing(actor.unit, NAME, f"Roboten startas ({number})")),))


def steps_of(handed: Handed) -> list[Step]:
    return [step for task in handed.uppgifter for step in _STEPS[task]]


def find_case(state: SamsaState, admission: str, patient: Patient, unit: str, admitted: datetime) -> Case | None:
    """The case of *admission*: the one the robot has used, else one that somebody at the hospital made by hand.

    By hand is one that is open, or was opened since she was *admitted*, and is no other admission's.
    """
    known = state.rpa.cases.get(admission)
    if known is not None:
        return state.cases[known]
    over = (CaseState.AVSLUTAD, CaseState.AVBRUTEN)
    others = set(state.rpa.cases.values())
    by_hand = [
        case
        for case in state.cases_of(patient)
        if case.hospital_unit == unit
        and case.number not in others
        and (case.state not in over or case.admitted_at >= admitted)
    ]
    return by_hand[-1] if by_hand else None


def is_done(
    state: SamsaState,
    admission: str,
    step: Step,
    case: Case | None,
    needs: Sequence[Need] | None,
    circumstances: Circumstances,
) -> bool:
    """*needs* are those that Melior has; None when it is not asked."""
    there = set() if case is None else _in_case(case, needs, circumstances)
    return circumstances.policies.use(IS_DONE)(step, state.rpa.done.get(admission, set()), there)


def note_done(run: str, admission: str, step: Step, case: str, *, was_there: bool) -> Decision:
    """The last step of a task is receipted to Melior, each time: an earlier receipt may have been lost."""
    fact = StepDone(run=run, admission=admission, step=step, case=case, was_there=was_there)
    task = _LAST.get(step)
    how = "fanns redan" if was_there else "överfört"
    draft = Draft(fact, Crossing(MELIOR, NAME, f"Roboten: {step} {how} ({admission}, {case})"))
    if task is None:
        return Decision(drafts=(draft,))
    receipt = Envelope(
        id=f"{NAME}:{run}:{admission}:{task}",
        sender=NAME,
        recipient=MELIOR,
        kind="rpa-kvittens",
        body={"vardtillfalle": admission, "uppgift": task},
        text=f"Kvittens: {task} ({admission})",
    )
    return Decision(drafts=(draft,), outgoing=(receipt,))


def note_failed(run: str, handed: Handed, step: Step, code: str, reason: str) -> Decision:
    fact = StepFailed(
        run=run,
        admission=handed.vardtillfalle,
        step=step,
        oid=handed.oid,
        id=handed.id,
        admitted=moment_text(handed.inskriven),
        code=code,
        reason=reason,
    )
    text = f"Roboten misslyckades: {step} ({handed.vardtillfalle}). {reason}"
    return Decision(drafts=(Draft(fact, Crossing(NAME, NAME, text)),))


def note_left(run: str, admissions: Sequence[Handed]) -> Decision:
    return Decision(drafts=tuple(Draft(AdmissionLeft(run=run, admission=one.vardtillfalle)) for one in admissions))


def _in_case(case: Case, needs: Sequence[Need] | None, circumstances: Circumstances) -> set[Step]:
    """The steps that the case shows to be done, whoever did them."""
    parties_for = circumstances.policies.use(PARTIES_FOR)
    concerned = {unit for need in case.needs for role in parties_for(need) for unit in case.parties.of(role)}
    found = {Step.ARENDE}
    if case.needs and (needs is None or set(needs) <= set(case.needs)):
        found.add(Step.BEHOV)
    if concerned and concerned <= set(case.informed()):
        found.add(Step.INSKRIVNING)
    if any(case.of_type(MessageType.UTSKRIVNINGSINFORMATION)):
        found.add(Step.INFORMATION)
    return found
