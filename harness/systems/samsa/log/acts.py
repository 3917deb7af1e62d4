"""Noting that a patient's data was read, and reviewing what has been noted."""

from __future__ import annotations

from msgspec import Struct

from harness.kernel.calendar import STOCKHOLM
from harness.kernel.decisions import Decision
from harness.kernel.events import Draft
from harness.kernel.world import World
from harness.systems.samsa.actor import Actor
from harness.systems.samsa.case import Patient
from harness.systems.samsa.desk import Caller, about
from harness.systems.samsa.log.facts import PatientRead
from harness.systems.samsa.log.policies import LOGS, What
from harness.systems.samsa.log.state import Reading
from harness.systems.samsa.roles import Doing
from harness.systems.samsa.state import SamsaState
from harness.systems.samsa.words import NAME


class Lasning(Struct, frozen=True):
    """One row: who, where, when and what, and nothing of what was read (AK-BEH-07)."""

    tid: str
    enhet: str
    medarbetare: str
    namn: str
    roll: str
    vad: str
    arende: str | None


def note_reading(world: World, actor: Actor, patient: Patient, what: What, case: str | None = None) -> None:
    """Source: PDL 4 kap. 3 §; AK-BEH-10."""
    if not world.circumstances().policies.use(LOGS)(what):
        return
    fact = PatientRead(
        oid=patient.oid,
        id=patient.id,
        unit=actor.unit,
        person=actor.person,
        name=actor.name,
        role=actor.role,
        what=what,
        case=case,
    )
    world.commit(NAME, Decision(drafts=(Draft(fact),)))


def review(world: World, caller: Caller, patient: Patient, person: str | None) -> list[Lasning]:
    """The readings of the patient's data, oldest first, of one employee (HSA-id) or of all; the review is one too.

    A sammanslagen patient is one patient, whichever identity was read.
    """
    with about(world, caller, patient, Doing.LOGG) as actor:
        state = world.state(SamsaState)
        found = [
            reading
            for identity in state.same_patient(patient)
            for reading in state.log.by_patient.get((identity.oid, identity.id), ())
            if person is None or reading.about.person == person
        ]
        note_reading(world, actor, patient, What.LOGG)
        return [_show(reading) for reading in sorted(found, key=lambda reading: reading.at)]


def _show(reading: Reading) -> Lasning:
    about, at = reading.about, reading.at.astimezone(STOCKHOLM)
    return Lasning(at.isoformat(), about.unit, about.person, about.name, about.role, about.what, about.case)
