"""Defects of what stands between the systems: Millenniumenheter and the integration platform."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from harness.defects.defect import Defect, replace
from harness.kernel.decisions import Envelope
from harness.kernel.landscape import PlanRow, Unit
from harness.systems.integration.policies import FORWARDS, TRIES_AGAIN
from harness.systems.millenniumenheter.policies import (
    DECIDING_PARTS,
    IS_LIVE,
    KOMMUN_LIVE_FROM,
    MOTIVE,
    OPPENVARD_LIVE,
    Candidate,
    ChoiceRule,
)


def _hospital_only(_rule: ChoiceRule, parts: Sequence[Candidate]) -> Sequence[Candidate]:
    return DECIDING_PARTS.function("sjukhuset", parts)


def _kommun_only(_rule: ChoiceRule, parts: Sequence[Candidate]) -> Sequence[Candidate]:
    return DECIDING_PARTS.function("kommunen", parts)


def _the_day_after(live_from: date | None, day: date) -> bool:
    return IS_LIVE.function(live_from, day - timedelta(days=1))


def _etapp_1_from_march(live_from: date | None, day: date) -> bool:
    """The whole of etapp 1 (8 March to 5 April 2022) counts from the first of March."""
    is_etapp_1 = live_from is not None and live_from <= date(2022, 4, 5)
    return IS_LIVE.function(date(2022, 3, 1) if is_etapp_1 else live_from, day)


def _with_primarvard(unit: Unit, plan: Sequence[PlanRow], own_days: Mapping[str, date]) -> date | None:
    as_vardcentral = OPPENVARD_LIVE.function(unit, plan, 1)
    return own_days.get(unit.kommunkod or "", as_vardcentral)


def _first_live(parts: Sequence[Candidate]) -> Candidate:
    """The part that mattered least; of equals the last, so that the answer is wrong there too."""
    return min(reversed(parts), key=lambda part: part.lateness)


def _loses_closings(envelope: Envelope) -> bool:
    return envelope.kind != "samsa-arende" or bool(envelope.body["pagar"])


def _never_again(_attempts: int, _most: int) -> bool:
    return False


def list_defects() -> tuple[Defect, ...]:
    return (
        replace(
            DECIDING_PARTS,
            _hospital_only,
            id="enheter-bara-sjukhuset",
            system="Millenniumenheter",
            krav=("AK-SYS-05", "AK-SYS-07", "AK-SYS-08"),
            description="Millenniumenheter väljer Samvy så snart sjukhuset är driftsatt.",
        ),
        replace(
            DECIDING_PARTS,
            _kommun_only,
            id="enheter-bara-kommunen",
            system="Millenniumenheter",
            krav=("AK-SYS-03", "AK-SYS-05", "AK-SYS-06", "AK-SYS-08"),
            description="Millenniumenheter väljer Samvy så snart kommunen är driftsatt.",
        ),
        replace(
            IS_LIVE,
            _the_day_after,
            id="enheter-driftstart-dagen-efter",
            system="Millenniumenheter",
            krav=("AK-SYS-02", "AK-SYS-03", "AK-SYS-12", "AK-INK-02"),
            description="Millenniumenheter räknar en enhet som driftsatt först dagen efter driftstarten.",
        ),
        replace(
            IS_LIVE,
            _etapp_1_from_march,
            id="enheter-etapp-1-fran-mars",
            system="Millenniumenheter",
            krav=("AK-SYS-01", "AK-SYS-02", "AK-SYS-08", "AK-SYS-12", "AK-INK-02"),
            description="Millenniumenheter räknar hela etapp 1 som driftsatt från den 1 mars 2022.",
        ),
        replace(
            KOMMUN_LIVE_FROM,
            _with_primarvard,
            id="enheter-kommunen-foljer-primarvarden",
            system="Millenniumenheter",
            krav=("AK-SYS-08", "AK-SYS-12", "AK-INK-09"),
            description="Millenniumenheter driftsätter kommunerna med primärvårdens första grupp.",
        ),
        replace(
            MOTIVE,
            _first_live,
            id="enheter-fel-motivering",
            system="Millenniumenheter",
            krav=("AK-SYS-08",),
            description="Millenniumenheter anger fel enhet och fel dag som avgörande.",
        ),
        replace(
            FORWARDS,
            _loses_closings,
            id="integration-flagga-slacks-aldrig",
            system="Integrationen",
            krav=("AK-INT-02",),
            description="Beskedet att ett SAMSA-ärende är avslutat når aldrig Samvy.",
        ),
        replace(
            TRIES_AGAIN,
            _never_again,
            id="integration-ger-upp-genast",
            system="Integrationen",
            krav=("AK-DRI-05", "AK-INT-14"),
            description="Integrationen ger upp ett meddelande efter det första försöket.",
        ),
    )
