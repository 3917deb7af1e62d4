"""Every kind of happening in a vårdplanering, in one table."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from harness.kernel.decisions import Circumstances
from harness.systems.samvy import conditions
from harness.systems.samvy.beside.said import ANSWER, CONTACT, INFORMED, PART_CHANGED
from harness.systems.samvy.state import Plan
from harness.systems.samvy.vocabulary import Slag, Status
from harness.systems.samvy.worker import Denied

Condition = Callable[[Plan, Circumstances], Denied | None]
Recipients = Callable[[Plan, Circumstances], list[str]]


def _nobody(_plan: Plan, _circumstances: Circumstances) -> list[str]:
    return []


def _informed(plan: Plan, _circumstances: Circumstances) -> list[str]:
    return plan.informed()


def _all_parts(plan: Plan, _circumstances: Circumstances) -> list[str]:
    return plan.units()


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One kind of happening: who may report it, what must hold, who is told, and the status it gives.

    The hospital reports, and nobody else, unless ``by_parts`` says whoever takes part. ``is_late`` may come when the
    person has left.
    """

    by_parts: bool = False
    is_late: bool = False
    by_doctor: bool = False
    conditions: tuple[Condition, ...] = ()
    slag: Slag | None = None
    recipients: Recipients = _nobody
    status: Status | None = None


STEPS: Mapping[str, Step] = {
    "behovBedomt": Step(by_doctor=True),
    "inskrivningsmeddelande": Step(
        conditions=(conditions.judged, conditions.someone_left),
        slag=Slag.INSKRIVNING,
        recipients=conditions.uninformed_units,
    ),
    "planeradUtskrivningAndrad": Step(
        conditions=(conditions.someone_informed,),
        slag=Slag.NY_PLANERAD_UTSKRIVNING,
        recipients=_informed,
    ),
    "utskrivningsklarBedomd": Step(by_doctor=True),
    "utskrivningsklarMeddelad": Step(
        conditions=(conditions.not_ready_yet, conditions.someone_informed, conditions.judged_ready),
        slag=Slag.UTSKRIVNINGSKLAR,
        recipients=_informed,
        status=Status.UTSKRIVNINGSKLAR,
    ),
    "utskrivningsklarAtertagen": Step(
        conditions=(conditions.ready_now,),
        slag=Slag.ATERTAGEN,
        recipients=_all_parts,
        status=Status.ATERTAGEN,
    ),
    "utskriven": Step(slag=Slag.UTSKRIVNING, recipients=_informed, status=Status.UTSKRIVEN),
    "avslutad": Step(status=Status.AVSLUTAD),
    CONTACT: Step(by_parts=True),
    ANSWER: Step(by_parts=True),
    INFORMED: Step(
        conditions=(conditions.someone_informed,),
        slag=Slag.UTSKRIVNINGSINFORMATION,
        recipients=_informed,
        is_late=True,
    ),
    PART_CHANGED: Step(),
    "planeringsmeddelande": Step(by_parts=True, slag=Slag.PLANERING),
    "planeringsunderlag": Step(slag=Slag.UNDERLAG),
    "administrativtMeddelande": Step(by_parts=True, slag=Slag.ADMINISTRATIVT, is_late=True),
    "direktmeddelande": Step(by_parts=True, slag=Slag.DIREKT, is_late=True),
    "lptUnderrattelse": Step(
        by_doctor=True,
        conditions=(conditions.not_ready_yet, conditions.someone_informed),
        slag=Slag.LPT,
        recipients=_informed,
        status=Status.UTSKRIVNINGSKLAR,
    ),
    "vardformBeslutad": Step(by_doctor=True),
    "avbruten": Step(slag=Slag.AVBRUTEN, recipients=_informed, status=Status.AVBRUTEN),
}
