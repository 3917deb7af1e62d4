"""Defects of inkorgar: shared, watched and counted ones, and of the catalogue of units."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import timedelta

from harness.defects.defect import Defect, replace
from harness.systems.millenniumenheter import policies as units
from harness.systems.samsa import watch as samsa_watch
from harness.systems.samvy import sharing
from harness.systems.samvy import watch as samvy_watch


def _the_unit_alone(unit: str, _shared: Iterable[Collection[str]]) -> frozenset[str]:
    return frozenset({unit})


def _always(*_asked: object) -> bool:
    return True


def _never(*_asked: object) -> bool:
    return False


def _a_day_later(waited: timedelta, hours: int) -> bool:
    return waited > timedelta(hours=hours + 24)


def _at_the_limit(waited: timedelta, hours: int) -> bool:
    return waited >= timedelta(hours=hours)


def _with_swedish_letters(text: str) -> bool:
    return units.HSA_ID.function(text.translate(str.maketrans("åäöÅÄÖ", "aaoAAO")))


def _of_any_length(text: str) -> bool:
    return units.HSA_ID.function(text[:31])


def list_defects() -> tuple[Defect, ...]:
    return (
        replace(
            sharing.SEEN_BY,
            _the_unit_alone,
            id="samvy-delad-inkorg-syns-for-en",
            system="Samvy",
            krav=("AK-INK-04",),
            description="Det som har kommit till en av dem som delar inkorg syns inte för de andra.",
        ),
        replace(
            sharing.MAY_TAKE,
            _always,
            id="samvy-flera-tar-samma-meddelande",
            system="Samvy",
            krav=("AK-INK-04",),
            description="Den som kommer sedan tar över det som någon annan redan har tagit.",
        ),
        replace(
            samsa_watch.WAITS,
            _always,
            id="samsa-raknar-kvitterat-som-okvitterat",
            system="SAMSA",
            krav=("AK-INK-05", "AK-INK-06"),
            description="SAMSA räknar också det som är kvitterat som okvitterat.",
        ),
        replace(
            samvy_watch.WAITS,
            _always,
            id="samvy-raknar-kvitterat-som-okvitterat",
            system="Samvy",
            krav=("AK-INK-05", "AK-INK-06"),
            description="Samvy räknar också det som är kvitterat som okvitterat.",
        ),
        replace(
            samsa_watch.UNWATCHED,
            _at_the_limit,
            id="samsa-obevakat-pa-gransen",
            system="SAMSA",
            krav=("AK-INK-06",),
            description="SAMSA visar det som obevakat när tiden är precis ute.",
        ),
        replace(
            samvy_watch.UNWATCHED,
            _a_day_later,
            id="samvy-obevakat-ett-dygn-for-sent",
            system="Samvy",
            krav=("AK-INK-06",),
            description="Samvy visar det obevakade ett dygn för sent.",
        ),
        replace(
            units.HSA_ID,
            _with_swedish_letters,
            id="enheter-hsa-id-med-svenska-bokstaver",
            system="Millenniumenheter",
            krav=("AK-INK-07",),
            description="Katalogen godtar å, ä och ö i HSA-id.",
        ),
        replace(
            units.HSA_ID,
            _of_any_length,
            id="enheter-hsa-id-hur-langt-som-helst",
            system="Millenniumenheter",
            krav=("AK-INK-07",),
            description="Katalogen godtar HSA-id som är längre än 31 tecken.",
        ),
        replace(
            units.CLOSED,
            _never,
            id="enheter-nedlagd-enhet-gar-att-valja",
            system="Millenniumenheter",
            krav=("AK-INK-08",),
            description="En nedlagd enhet är synlig, valbar och får nya ärenden.",
        ),
    )
