"""The rules of the catalogue that a world can replace, and the parameters they need."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

import msgspec

from harness.kernel.landscape import PlanRow, Unit
from harness.kernel.parameters import Parameter
from harness.kernel.policies import Policy

HABILITERING = "habilitering"
ChoiceRule = Literal["alla", "sjukhuset", "kommunen"]

CHOICE_RULE: Parameter[ChoiceRule] = Parameter(
    "systemval_regel", ChoiceRule, 'ett av "alla", "sjukhuset" och "kommunen"'
)
KOMMUN_LIVE: Parameter[Mapping[str, date]] = Parameter(
    "kommun_driftsatt_fran", dict[str, date], "en tabell från kommunkod till dag (ÅÅÅÅ-MM-DD)"
)
PRIMARVARD_GROUP: Parameter[Mapping[str, int]] = Parameter(
    "vc_grupp", dict[str, int], "en tabell från vårdcentralens HSA-id till primärvårdsgrupp"
)
OTHER_PRIMARVARD_GROUP: Parameter[int] = Parameter(
    "vc_grupp_annars", int, "ett heltal, gruppen för en vårdcentral som inte står i vc_grupp"
)


class UnitChange(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What happens to a unit during the plan: from when it has a new name, and from when it is closed."""

    nytt_namn: str | None = None
    namn_fran: date | None = None
    nedlagd_fran: date | None = None


UNIT_CHANGES: Parameter[Mapping[str, UnitChange]] = Parameter(
    "enhetsandringar", dict[str, UnitChange], "en tabell från HSA-id till nytt_namn, namn_fran och nedlagd_fran"
)
PARAMETERS = (CHOICE_RULE, KOMMUN_LIVE, PRIMARVARD_GROUP, OTHER_PRIMARVARD_GROUP, UNIT_CHANGES)


_FORM_OF_HSA_ID = re.compile(r"SE[0-9]{10}-[A-Za-z0-9]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A part that may decide where a case belongs. ``live_from`` is None when the plan gives no day."""

    unit: Unit
    live_from: date | None

    @property
    def lateness(self) -> date:
        """For comparing: a part without a day is later than every part with one."""
        return self.live_from or date.max


def _earliest(days: Sequence[date]) -> date | None:
    return min(days, default=None)


def _closed(from_day: date | None, day: date) -> bool:
    return from_day is not None and from_day <= day


def _has_the_form_of_hsa_id(text: str) -> bool:
    return len(text) <= 31 and _FORM_OF_HSA_ID.fullmatch(text) is not None


def hospital_live_from(unit: Unit, plan: Sequence[PlanRow]) -> date | None:
    """The plan row of the hospital itself."""
    return _earliest([row.day for row in plan if row.what == unit.plan])


def oppenvard_live_from(unit: Unit, plan: Sequence[PlanRow], group: int) -> date | None:
    """The row of the vårdcentral's group in its område."""
    wanted = f"primarvard:{group}"
    return _earliest([row.day for row in plan if row.area == unit.area and row.what == wanted])


def habilitering_live_from(plan: Sequence[PlanRow]) -> date | None:
    """The one row of Habilitering & Hälsa, the same in every område."""
    return _earliest([row.day for row in plan if row.what == HABILITERING])


def kommun_live_from(unit: Unit, plan: Sequence[PlanRow], stated: Mapping[str, date]) -> date | None:
    """The day stated for the kommun, else the first hospital of its område."""
    if unit.kommunkod is not None and unit.kommunkod in stated:
        return stated[unit.kommunkod]
    return _earliest([row.day for row in plan if row.area == unit.area and row.what.startswith("sjukhus:")])


def deciding_parts(rule: ChoiceRule, parts: Sequence[Candidate]) -> Sequence[Candidate]:
    """The parts that must be live for a case to belong in Samvy."""
    if rule == "sjukhuset":
        return [part for part in parts if part.unit.part == "slutenvård"]
    if rule == "kommunen":
        return [part for part in parts if part.unit.plan == "kommun"]
    return parts


def is_live(live_from: date | None, day: date) -> bool:
    """A unit works in Samvy from and with the day of its plan row; without a row, never."""
    return live_from is not None and live_from <= day


def last_live(parts: Sequence[Candidate]) -> Candidate:
    """The part that goes live last, or never; the first of them in the given order."""
    return max(parts, key=lambda part: part.lateness)


def lock_day(plan: Sequence[PlanRow]) -> date | None:
    """The day the last row of the plan comes into force: from then SAMSA takes no new cases."""
    return max((row.day for row in plan), default=None)


HOSPITAL_LIVE: Policy[Callable[[Unit, Sequence[PlanRow]], date | None]] = Policy(
    id="millenniumenheter.driftsatt.slutenvard",
    function=hospital_live_from,
    source="Utrullningsplanen (FVM och privata vårdgivare, möte 4, 2020-11-04); domänregel 6.2",
    trust="C",
    description="Ett sjukhus är driftsatt från sin egen rad i utrullningsplanen.",
)
OPPENVARD_LIVE: Policy[Callable[[Unit, Sequence[PlanRow], int], date | None]] = Policy(
    id="millenniumenheter.driftsatt.oppenvard",
    function=oppenvard_live_from,
    source="Utrullningsplanen; domänregel 6.2; AK-SYS-12",
    trust="C",
    description="En vårdcentral är driftsatt från sin primärvårdsgrupps rad i sitt område.",
)
HABILITERING_LIVE: Policy[Callable[[Sequence[PlanRow]], date | None]] = Policy(
    id="millenniumenheter.driftsatt.habilitering",
    function=habilitering_live_from,
    source="Utrullningsplanen; domänregel 6.2; AK-SYS-13",
    trust="C",
    description="Habilitering & Hälsa är driftsatt i hela regionen från sin egen rad, i etapp 1.",
)
KOMMUN_LIVE_FROM: Policy[Callable[[Unit, Sequence[PlanRow], Mapping[str, date]], date | None]] = Policy(
    id="millenniumenheter.driftsatt.kommun",
    function=kommun_live_from,
    source="AK-SYS-07, AK-SYS-12; planen ger inget datum per kommun",
    trust="D",
    description="Kommunens enheter är driftsatta från angiven dag, annars från områdets första sjukhus.",
)
DECIDING_PARTS: Policy[Callable[[ChoiceRule, Sequence[Candidate]], Sequence[Candidate]]] = Policy(
    id="millenniumenheter.systemval.parter",
    function=deciding_parts,
    source="Domänregel 6.4; AK-SYS-05, AK-SYS-06, AK-SYS-07",
    trust="D",
    description="Samvy väljs bara om varje part som regeln räknar är driftsatt den dag ärendet börjar.",
)
HSA_ID: Policy[Callable[[str], bool]] = Policy(
    id="millenniumenheter.hsa_id",
    function=_has_the_form_of_hsa_id,
    source="Inera, HSA-id; domänregel 5.5; AK-INK-07",
    trust="C",
    description="Ett HSA-id är SE, tio siffror, bindestreck och A–Z a–z 0–9, högst 31 tecken; å, ä och ö godtas inte.",
)
CLOSED: Policy[Callable[[date | None, date], bool]] = Policy(
    id="millenniumenheter.nedlagd",
    function=_closed,
    source="AK-INK-08",
    trust="D",
    description="En nedlagd enhet får inga nya ärenden från och med den dagen; det som redan finns står kvar.",
)
IS_LIVE: Policy[Callable[[date | None, date], bool]] = Policy(
    id="millenniumenheter.driftsatt.dag",
    function=is_live,
    source="Utrullningsplanen; domänregel 6.3 och 6.4; AK-SYS-01, AK-SYS-02, AK-SYS-03, AK-INK-09",
    trust="C",
    description="En enhet är driftsatt från och med den dag som planen anger.",
)
MOTIVE: Policy[Callable[[Sequence[Candidate]], Candidate]] = Policy(
    id="millenniumenheter.systemval.motiv",
    function=last_live,
    source="Domänregel 6.4; AK-SYS-08",
    trust="D",
    description="Den part som driftsätts sist, eller aldrig, är den som avgjorde.",
)
LOCK_DAY: Policy[Callable[[Sequence[PlanRow]], date | None]] = Policy(
    id="millenniumenheter.samsa_last",
    function=lock_day,
    source="Domänregel 6.3; AK-SYS-04",
    trust="C",
    description="SAMSA tar inte emot nya ärenden när planens sista rad har trätt i kraft.",
)
POLICIES = (
    HSA_ID,
    CLOSED,
    HOSPITAL_LIVE,
    OPPENVARD_LIVE,
    HABILITERING_LIVE,
    KOMMUN_LIVE_FROM,
    IS_LIVE,
    DECIDING_PARTS,
    MOTIVE,
    LOCK_DAY,
)
