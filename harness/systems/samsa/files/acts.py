"""What somebody does with the files of a case, whether it comes over the API or from a page.

Every act raises RefusedError when a rule says no, and that is remembered; UnknownCaseError when there is no such
case, message or file.
"""

from __future__ import annotations

from harness.kernel.calendar import STOCKHOLM
from harness.kernel.world import World
from harness.systems.samsa.desk import Caller, in_case
from harness.systems.samsa.files import rules, wire
from harness.systems.samsa.files.policies import KEEPS
from harness.systems.samsa.files.state import AttachedFile, FileShelf
from harness.systems.samsa.log.acts import note_reading
from harness.systems.samsa.log.policies import What
from harness.systems.samsa.roles import Doing
from harness.systems.samsa.state import SamsaState
from harness.systems.samsa.words import NAME


def attach(world: World, caller: Caller, number: str, new: wire.NyFil) -> int:
    """Returns the file's number in the case."""
    shelf = _shelf(world)
    with in_case(world, caller, number) as (case, actor):
        world.execute(NAME, lambda c: rules.attach(shelf, case, new, actor=actor, circumstances=c))
    return len(shelf.of(number))


def list_files(world: World, caller: Caller, number: str) -> list[wire.Fil]:
    with in_case(world, caller, number, Doing.LASA) as (case, actor):
        rules.require_reader(case, actor, world.circumstances())
        note_reading(world, actor, case.patient, What.FILLISTA, case.number)
        return [_show(file) for file in _shelf(world).of(case.number)]


def open_file(world: World, caller: Caller, number: str, file: int) -> wire.FilMedInnehall:
    """The bytes are those that came in (AK-FIL-03)."""
    shelf = _shelf(world)
    with in_case(world, caller, number, Doing.LASA) as (case, actor):
        keeps = world.circumstances().policies.use(KEEPS)
        found = rules.find_file(shelf, case, file, actor=actor, circumstances=world.circumstances())
        note_reading(world, actor, case.patient, What.FIL, case.number)
        return wire.FilMedInnehall(_show(found), keeps(shelf.contents[found.about.sha256]))


def _shelf(world: World) -> FileShelf:
    return world.state(SamsaState).files


def _show(file: AttachedFile) -> wire.Fil:
    about = file.about
    return wire.Fil(
        fil=about.file,
        namn=about.name,
        typ=about.type,
        storlek=about.size,
        sha256=about.sha256,
        meddelande=None if about.message is None else f"{about.case}/{about.message}",
        enhet=about.unit,
        medarbetare=about.person,
        uppladdare=about.person_name,
        tid=file.at.astimezone(STOCKHOLM),
    )
