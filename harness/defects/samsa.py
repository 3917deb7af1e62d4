"""Defects of SAMSA."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from harness.defects.defect import Defect, replace
from harness.kernel.landscape import PlanRow, Unit
from harness.systems.samsa.case import ReadyPeriod
from harness.systems.samsa.policies import (
    CASE_GOES_ON,
    COUNT_DAYS,
    COUNTS_FROM,
    DEADLINE,
    MAY_ANNOUNCE,
    PARTIES_FOR,
    PARTIES_OF_CHANGE,
    SEES_RECEIPT,
    TELLS_SAMVY,
)
from harness.systems.samsa.words import Need, PartyRole


def _one_hour_more(admitted_at: datetime, judged_at: datetime, hours: int) -> datetime:
    return DEADLINE.function(admitted_at, judged_at, hours) + timedelta(hours=1)


def _without_oppenvard(need: Need) -> Sequence[PartyRole]:
    if need is Need.KOMMUNAL_HSV:
        return (PartyRole.KOMMUNAL_HSV,)
    return PARTIES_FOR.function(need)


def _kommun_only(informed: Sequence[PartyRole]) -> Sequence[PartyRole]:
    return [role for role in informed if role is not PartyRole.OPPENVARD]


def _always(_is_assessed: bool) -> bool:
    return True


def _from_the_first(periods: Sequence[ReadyPeriod], until: date, _sum_periods: bool) -> int | None:
    return (until - periods[0].began).days if periods else None


def _not_to_the_sender(viewer: str, sender: str) -> bool:
    return viewer != sender


def _never(_is_open: bool) -> bool:
    return False


def _everyone(_need: Need) -> Sequence[PartyRole]:
    return tuple(PartyRole)


def _until_the_hospital_is_live(hospital: Unit, plan: Sequence[PlanRow], admitted: date, today: date) -> bool:
    live_from = min((row.day for row in plan if row.what == hospital.plan), default=date.max)
    return not admitted < live_from <= today


def _when_registered(_happened: datetime, registered: datetime) -> datetime:
    return registered


def list_defects() -> tuple[Defect, ...]:
    return (
        replace(
            PARTIES_FOR,
            _everyone,
            id="samsa-meddelar-alla-parter",
            system="SAMSA",
            krav=("AK-INUT-01",),
            description="SAMSA skickar inskrivningsmeddelandet till alla parter, vad läkaren än har bedömt.",
        ),
        replace(
            CASE_GOES_ON,
            _until_the_hospital_is_live,
            id="samsa-slapper-arenden-vid-driftstart",
            system="SAMSA",
            krav=("AK-SYS-10",),
            description="SAMSA nekar allt i ett påbörjat ärende när sjukhuset har driftsatts.",
        ),
        replace(
            DEADLINE,
            _one_hour_more,
            id="samsa-frist-25h",
            system="SAMSA",
            krav=("AK-INUT-02", "AK-INUT-03"),
            description="SAMSA markerar inskrivningsmeddelandet som försenat först efter 25 timmar.",
        ),
        replace(
            PARTIES_FOR,
            _without_oppenvard,
            id="samsa-hsv-utan-oppenvard",
            system="SAMSA",
            krav=("AK-INUT-05",),
            description="SAMSA skickar inte inskrivningsmeddelandet till öppenvården när bara kommunal "
            "hälso- och sjukvård behövs.",
        ),
        replace(
            PARTIES_OF_CHANGE,
            _kommun_only,
            id="samsa-andring-bara-till-kommun",
            system="SAMSA",
            krav=("AK-INUT-06",),
            description="SAMSA meddelar ändrad beräknad utskrivning bara till kommunens enheter.",
        ),
        replace(
            MAY_ANNOUNCE,
            _always,
            id="samsa-klar-utan-bedomning",
            system="SAMSA",
            krav=("AK-INUT-13",),
            description="SAMSA skickar underrättelse om utskrivningsklar utan läkarens bedömning.",
        ),
        replace(
            COUNT_DAYS,
            _from_the_first,
            id="samsa-aterta-nollstaller-ej",
            system="SAMSA",
            krav=("AK-INUT-14",),
            description="SAMSA räknar dygn från den första underrättelsen trots att den är återtagen.",
        ),
        replace(
            SEES_RECEIPT,
            _not_to_the_sender,
            id="samsa-kvittens-utan-avsandarinsyn",
            system="SAMSA",
            krav=("AK-INUT-09",),
            description="SAMSA visar inte avsändaren vem som har kvitterat.",
        ),
        replace(
            TELLS_SAMVY,
            _never,
            id="samsa-flagga-skickas-inte",
            system="SAMSA",
            krav=("AK-INT-01",),
            description="SAMSA lämnar inget besked till Samvy om att ett ärende pågår.",
        ),
        replace(
            COUNTS_FROM,
            _when_registered,
            id="samsa-glommer-verklig-tid",
            system="SAMSA",
            krav=("AK-DRI-03", "AK-DRI-07"),
            description="SAMSA räknar det som gjordes med reservrutin från när det registrerades.",
        ),
    )
