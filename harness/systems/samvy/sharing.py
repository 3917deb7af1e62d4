"""Delade inkorgar: what has come to one of several units is seen by all of them, and one of them takes it (AK-INK-04).

Which units share is undecided (domain rules 5.3): a parameter, class D.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable

from harness.kernel.decisions import Circumstances, Decision
from harness.kernel.events import Crossing, Draft
from harness.kernel.landscape import Employee
from harness.kernel.parameters import Parameter
from harness.kernel.policies import Policy
from harness.systems.samvy.facts import PostTaken
from harness.systems.samvy.state import Happening, Plan
from harness.systems.samvy.vocabulary import NAME
from harness.systems.samvy.worker import Denied

SHARED: Parameter[dict[str, list[str]]] = Parameter(
    "delade_inkorgar", dict[str, list[str]], "en tabell från inkorgens namn till enheternas HSA-id"
)


def _all_members(unit: str, shared: Iterable[Collection[str]]) -> frozenset[str]:
    return frozenset({unit}.union(*(units for units in shared if unit in units)))


def _by_nobody_yet(taken_by: str | None) -> bool:
    return taken_by is None


SEEN_BY: Policy[Callable[[str, Iterable[Collection[str]]], frozenset[str]]] = Policy(
    id="samvy.inkorg.delad",
    function=_all_members,
    source="Domänregel 5.3, GITS slutrapport 2025-02-18; AK-INK-04",
    trust="D",
    description="Alla enheter som delar en inkorg ser det som har kommit till någon av dem.",
)
MAY_TAKE: Policy[Callable[[str | None], bool]] = Policy(
    id="samvy.inkorg.tagen",
    function=_by_nobody_yet,
    source="Domänregel 5.3, GITS slutrapport 2025-02-18; AK-INK-04",
    trust="D",
    description="En tar ett besked i en delad inkorg; den som kommer sedan får veta vem.",
)
POLICIES = (SEEN_BY, MAY_TAKE)


def sharing(unit: str, circumstances: Circumstances) -> frozenset[str]:
    """The units that share an inkorg with *unit*, and itself."""
    shared = circumstances.parameters.read(SHARED).values()
    return circumstances.policies.use(SEEN_BY)(unit, shared) if shared else frozenset({unit})


def handles(notice: Happening, unit: str, worker: Employee) -> bool:
    """Whether *worker* may handle what has come to *unit*: there, or at the unit where somebody has taken it for it."""
    post = notice.post_to(unit)
    taken_at = post.taken[1] if post and post.taken else unit
    return worker.unit in (unit, taken_at)


def take(plan: Plan, notice: Happening, unit: str, worker: Employee, circumstances: Circumstances) -> Decision | Denied:
    """Somebody at one of the units takes what has come to *unit*; the others see who."""
    post = notice.post_to(unit)
    if post is None:
        return Denied("ej_mottagare", f"{notice.id} har inte kommit till {unit}.")
    if worker.unit not in sharing(unit, circumstances):
        return Denied("annan_enhet", f"{worker.unit} delar inte inkorg med {unit}.", 403)
    name, at_unit = post.taken[:2] if post.taken else (None, "")
    if not circumstances.policies.use(MAY_TAKE)(name):
        return Denied("redan_tagen", f"{notice.id} är redan tagen av {name} på {at_unit}.")
    fact = PostTaken(plan=plan.id, seq=notice.fact.seq, unit=unit, name=worker.name, by_unit=worker.unit)
    return Decision(drafts=(Draft(fact, Crossing(worker.unit, NAME, f"{worker.name} tar {notice.id}")),))
