"""Defects of the robot between Melior and SAMSA."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from harness.defects.defect import Defect, replace
from harness.systems.melior.policies import HANDS_OUT
from harness.systems.samsa.rpa.policies import HAPPENED, IS_DONE, SHOWS
from harness.systems.samsa.rpa.state import Step


def _does_it_again(_step: Step, _carried: Collection[Step], _there: Collection[Step]) -> bool:
    return False


def _knows_only_its_own(step: Step, carried: Collection[Step], _there: Collection[Step]) -> bool:
    return step in carried


def _when_it_was_carried(_written: datetime, now: datetime) -> datetime:
    return now


def _never(_is_done: bool) -> bool:
    return False


def _nothing_twice(written: Collection[str], receipted: Collection[str]) -> list[str]:
    return [] if receipted else list(written)


def list_defects() -> tuple[Defect, ...]:
    return (
        replace(
            IS_DONE,
            _does_it_again,
            id="rpa-dubblerar-vid-omkorning",
            system="SAMSA",
            krav=("AK-INT-03",),
            description="Roboten gör om allt som den får från Melior, även det som redan finns i SAMSA.",
        ),
        replace(
            IS_DONE,
            _knows_only_its_own,
            id="rpa-ser-inte-det-som-gjorts-for-hand",
            system="SAMSA",
            krav=("AK-INT-03", "AK-INT-04"),
            description="Roboten gör om det som någon har slutfört för hand, och felet står kvar.",
        ),
        replace(
            HAPPENED,
            _when_it_was_carried,
            id="rpa-flyttar-fristen",
            system="SAMSA",
            krav=("AK-INT-03",),
            description="Fristen räknas från robotens körning i stället för från bedömningen i Melior.",
        ),
        replace(
            SHOWS,
            _never,
            id="rpa-tyst-fel",
            system="SAMSA",
            krav=("AK-INT-04",),
            description="Det som roboten inte kunde föra över syns inte för någon.",
        ),
        replace(
            HANDS_OUT,
            _nothing_twice,
            id="melior-glommer-utskrivningsinformation",
            system="Melior",
            krav=("AK-INT-04",),
            description="Melior lämnar inte ut utskrivningsinformationen när inskrivningen redan är kvitterad.",
        ),
    )
