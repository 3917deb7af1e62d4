"""Noting that a record was opened, and reading those notes."""

from __future__ import annotations

from datetime import datetime

from msgspec import Struct

from harness.kernel.calendar import STOCKHOLM
from harness.kernel.decisions import Decision
from harness.kernel.events import Draft
from harness.kernel.landscape import Employee
from harness.kernel.world import World
from harness.systems.samvy.access.facts import RecordOpened
from harness.systems.samvy.access.policies import KEEPS_OPENING, MAY_REVIEW, OPENS_CARE, REVIEWERS, View
from harness.systems.samvy.state import SamvyState
from harness.systems.samvy.vocabulary import NAME
from harness.systems.samvy.worker import Denied


class Atkomst(Struct, frozen=True):
    """Who, where, when and what; nothing of what stood there (AK-BEH-07)."""

    tid: datetime
    enhet: str
    medarbetare: str
    namn: str
    roll: str
    vy: str


def open_record(world: World, worker: Employee, person: str, view: View) -> Denied | None:
    """Let *worker* open *view* of the record, which is noted; or why she may not."""
    circumstances = world.circumstances()
    reviewers = circumstances.parameters.read(REVIEWERS)
    if not circumstances.policies.use(OPENS_CARE)(worker.role, reviewers):
        return Denied("roll_racker_inte", f"Rollen {worker.role} läser åtkomstloggen, inte patientens uppgifter.", 403)
    _note(world, worker, person, view)
    return None


def list_openings(world: World, worker: Employee, person: str) -> list[Atkomst] | Denied:
    """Who has opened the person's record, under any of her identities, oldest first. The reading is noted too."""
    circumstances = world.circumstances()
    reviewers = circumstances.parameters.read(REVIEWERS)
    if not circumstances.policies.use(MAY_REVIEW)(worker.role, reviewers):
        return Denied("ej_granskare", f"Rollen {worker.role} får inte läsa åtkomstloggen.", 403)
    state = world.state(SamvyState)
    openings = state.access.of(state.combining.records(person))
    _note(world, worker, person, View.ATKOMSTER)
    return [
        Atkomst(at.astimezone(STOCKHOLM), one.unit, one.worker, one.name, one.role, one.view) for at, one in openings
    ]


def _note(world: World, worker: Employee, person: str, view: View) -> None:
    if not world.circumstances().policies.use(KEEPS_OPENING)(view):
        return
    fact = RecordOpened(
        person=person, unit=worker.unit, worker=worker.hsa_id, name=worker.name, role=worker.role, view=view
    )
    world.commit(NAME, Decision(drafts=(Draft(fact),)))
