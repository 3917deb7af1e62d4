"""Defects of SAMSA's pages: the system does right, and what a user sees is wrong."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import partial

from harness.defects.defect import Defect, replace
from harness.systems.samsa import wire
from harness.systems.samsa.pages.policies import (
    DAYS,
    LATENESS,
    RECEIPT,
    SHOWN_CASES,
    SHOWN_INBOX,
    SHOWN_RECIPIENTS,
    STATE,
)

_page = partial(replace, system="SAMSA", on_pages_only=True)
_HALF_AN_HOUR = timedelta(minutes=30)


def _kept_for_half_an_hour(found: Sequence[wire.Arende], now: datetime) -> Sequence[wire.Arende]:
    return [case for case in found if now - case.inskriven >= _HALF_AN_HOUR]


def _without_the_newest(items: Sequence[wire.InkorgPost]) -> Sequence[wire.InkorgPost]:
    return items[:-1]


def _without_vardcentraler(rows: Sequence[wire.ValbarMottagare]) -> Sequence[wire.ValbarMottagare]:
    return [row for row in rows if not row.namn.startswith("VC ")]


def _not_marked(_minutes: int | None) -> str:
    return ""


def _days_that_stay(number: int | None) -> str:
    return DAYS.function(number or 0)


def _nobody(_given: wire.Kvittens | None) -> None:
    return None


def _as_admitted(_state: str) -> str:
    return "Inskriven"


def list_defects() -> tuple[Defect, ...]:
    return (
        _page(
            SHOWN_CASES,
            _kept_for_half_an_hour,
            id="samsa-sida-visar-arendet-for-sent",
            krav=(
                *("AK-INT-01", "AK-SYS-01", "AK-SYS-02", "AK-SYS-03"),
                *("AK-SYS-05", "AK-SYS-06", "AK-SYS-07"),
            ),
            description="Patientens sida sparas en halvtimme, så ett nyss öppnat ärende syns inte.",
        ),
        _page(
            SHOWN_INBOX,
            _without_the_newest,
            id="samsa-sida-inkorg-utan-det-nyaste",
            krav=("AK-INUT-01", "AK-INUT-05", "AK-INUT-06", "AK-INUT-13", "AK-INUT-14", "AK-SYS-10"),
            description="Inkorgens sida visar inte det meddelande som kom sist.",
        ),
        _page(
            SHOWN_RECIPIENTS,
            _without_vardcentraler,
            id="samsa-sida-mottagare-utan-vardcentraler",
            krav=("AK-INK-01",),
            description="Mottagarnas sida visar inga vårdcentraler.",
        ),
        _page(
            LATENESS,
            _not_marked,
            id="samsa-sida-utan-forsening",
            krav=("AK-INUT-02", "AK-INUT-03"),
            description="Ett försenat meddelande är inte märkt på sidan.",
        ),
        _page(
            DAYS,
            _days_that_stay,
            id="samsa-sida-dygn-som-star-kvar",
            krav=("AK-INUT-14",),
            description="Sidan visar noll dygn när inga dygn räknas.",
        ),
        _page(
            RECEIPT,
            _nobody,
            id="samsa-sida-utan-kvittens",
            krav=("AK-INUT-09",),
            description="Sidan visar inte vem som har kvitterat.",
        ),
        _page(
            STATE,
            _as_admitted,
            id="samsa-sida-lage-fran-borjan",
            krav=("AK-INT-02", "AK-INUT-09", "AK-INUT-13", "AK-INUT-14", "AK-SYS-10"),
            description="Sidan visar läget Inskriven vad som än har hänt.",
        ),
    )
