"""The robot's run, and what people see of it. It does what a person would do, as who wrote it in Melior (class D)."""

from __future__ import annotations

from harness.kernel.calendar import STOCKHOLM, parse_moment
from harness.kernel.links import UnreachableError
from harness.kernel.world import World
from harness.systems.samsa import acts, wire
from harness.systems.samsa.admission import require_hospital_unit
from harness.systems.samsa.case import Case, Patient
from harness.systems.samsa.desk import Caller, who
from harness.systems.samsa.refusal import MalformedError, RefusedError
from harness.systems.samsa.roles import Doing
from harness.systems.samsa.rpa import rules
from harness.systems.samsa.rpa.facts import AdmissionLeft, StepDone, StepFailed
from harness.systems.samsa.rpa.policies import GOES_ON, HAPPENED, SHOWS
from harness.systems.samsa.rpa.state import Step
from harness.systems.samsa.rpa.wire import Handed, HandedOut, Korning, Rad, Robotfel
from harness.systems.samsa.state import SamsaState
from harness.systems.samsa.words import NAME


def run(world: World, caller: Caller) -> str:
    """Carry what the caller's unit has in Melior and SAMSA is not known to have. Returns the number of the run."""
    actor = who(world, caller, Doing.SKRIVA)
    require_hospital_unit(actor)
    asked = world.ask(
        NAME,
        rules.MELIOR,
        "att-overfora",
        {"enhet": actor.unit},
        text="Vad finns att föra över?",
        expects=HandedOut,
    )
    handed = asked.vardtillfallen
    number = f"K-{len(world.state(SamsaState).rpa.runs) + 1}"
    world.commit(NAME, rules.start(number, handed, actor=actor))
    for place, one in enumerate(handed, 1):
        if not _carry(world, number, one, actor.unit) and not world.circumstances().parameters.read(GOES_ON):
            world.commit(NAME, rules.note_left(number, handed[place:]))
            break
    return number


def list_runs(world: World, caller: Caller) -> list[Korning]:
    """The runs of the caller's unit, oldest first."""
    actor = who(world, caller, Doing.LASA)
    return [
        Korning(one.number, one.at.astimezone(STOCKHOLM), one.person, [_show(row) for row in one.rows])
        for one in world.state(SamsaState).rpa.runs.values()
        if one.unit == actor.unit
    ]


def list_failures(world: World, caller: Caller) -> list[Robotfel]:
    """What the robot could not do for the caller's unit and nobody has done since (AK-INT-04)."""
    actor = who(world, caller, Doing.LASA)
    state, circumstances = world.state(SamsaState), world.circumstances()
    rows = []
    for admission, failure in state.rpa.failures.items():
        fact, patient = failure.fact, Patient(failure.fact.oid, failure.fact.id)
        case = rules.find_case(state, admission, patient, failure.unit, parse_moment(fact.admitted))
        is_done = rules.is_done(state, admission, Step(fact.step), case, None, circumstances)
        if failure.unit == actor.unit and circumstances.policies.use(SHOWS)(is_done):
            rows.append(
                Robotfel(
                    vardtillfalle=admission,
                    patient=wire.Patient(fact.oid, fact.id),
                    arende=case.number if case else None,
                    steg=fact.step,
                    kod=fact.code,
                    orsak=fact.reason,
                    tid=failure.at.astimezone(STOCKHOLM),
                )
            )
    return rows


def _carry(world: World, number: str, handed: Handed, unit: str) -> bool:
    """Whether everything of one admission is in SAMSA now."""
    state, patient, admission = world.state(SamsaState), Patient(handed.oid, handed.id), handed.vardtillfalle
    for step in rules.steps_of(handed):
        case = rules.find_case(state, admission, patient, unit, handed.inskriven)
        was_there = rules.is_done(state, admission, step, case, handed.behov, world.circumstances())
        if case is None or not was_there:
            try:
                case = _do(world, handed, step, case, unit)
            except (RefusedError, MalformedError) as no:
                world.commit(NAME, rules.note_failed(number, handed, step, no.code, str(no)))
                return False
            except UnreachableError as stopped:
                reason = f"{stopped.neighbour} svarar inte."
                world.commit(NAME, rules.note_failed(number, handed, step, "granne_svarar_inte", reason))
                return False
        world.commit(NAME, rules.note_done(number, admission, step, case.number, was_there=was_there))
    return True


def _do(world: World, handed: Handed, step: Step, case: Case | None, unit: str) -> Case:
    """Do one step as who wrote it in Melior. Returns the case."""
    state, caller = world.state(SamsaState), Caller(unit, handed.lakare)
    written = world.circumstances().policies.use(HAPPENED)(handed.inskriven, world.now)
    if step is Step.ARENDE or case is None:
        with world.as_of(written):
            return state.cases[acts.open_case(world, caller, Patient(handed.oid, handed.id), handed.parter)]
    match step:
        case Step.BEHOV:
            with world.as_of(max(written, case.admitted_at)):
                acts.assess_needs(world, caller, case.number, handed.behov)
        case Step.INSKRIVNING:
            acts.send_message(world, caller, case.number, wire.Inskrivningsmeddelande(handed.beraknad_utskrivning))
        case Step.INFORMATION if handed.information is not None:
            writer = Caller(unit, handed.information.skribent)
            letter = wire.Utskrivningsinformation(text=handed.information.text)
            acts.send_message(world, writer, case.number, letter)
    return case


def _show(row: StepDone | StepFailed | AdmissionLeft) -> Rad:
    match row:
        case StepDone():
            return Rad(row.admission, row.step, "fanns_redan" if row.was_there else "overfort", row.case, None, None)
        case StepFailed():
            return Rad(row.admission, row.step, "misslyckades", None, row.code, row.reason)
        case AdmissionLeft():
            return Rad(row.admission, None, "ej_paborjat", None, None, None)
