"""Defects of the pages of Samvy and of Millenniumenheter: the systems do right, and what a user sees is wrong."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import partial

import msgspec

from harness.defects.defect import Defect, replace
from harness.systems.millenniumenheter.pages.policies import SHOWN_CHOICE, SHOWN_UNIT
from harness.systems.millenniumenheter.wire import Enhet, Systemval
from harness.systems.samvy import wire
from harness.systems.samvy.pages.policies import (
    DAYS_TEXT,
    LATENESS_TEXT,
    RECEIPT,
    SAMSA_NOTICE,
    SHOWN_INBOXES,
    SHOWN_PLANS,
    SHOWN_POSTS,
    STATUS_WORD,
)

_samvy = partial(replace, system="Samvy", on_pages_only=True)
_enheter = partial(replace, system="Millenniumenheter", on_pages_only=True)
_HALF_AN_HOUR = timedelta(minutes=30)


def _kept_for_half_an_hour(found: Sequence[wire.Vardplanering], now: datetime) -> Sequence[wire.Vardplanering]:
    return [plan for plan in found if now - plan.start >= _HALF_AN_HOUR]


def _without_the_newest(posts: Sequence[wire.Inkorgspost]) -> Sequence[wire.Inkorgspost]:
    return posts[:-1]


def _without_socialtjanst(inboxes: Sequence[wire.Inkorg]) -> Sequence[wire.Inkorg]:
    return [inbox for inbox in inboxes if not inbox.benamning.endswith(" socialtjänst")]


def _never_said(_is_running: bool) -> bool:
    return False


def _hours_only(minutes: int | None) -> str:
    return LATENESS_TEXT.function(None if minutes is None else minutes // 60 * 60)


def _one_day_more(number: int | None) -> str:
    return DAYS_TEXT.function(None if number is None else number + 1)


def _somebody(given: wire.KvitteradAv | None) -> wire.KvitteradAv | None:
    return given and msgspec.structs.replace(given, namn="Okänd")


def _no_further_than_planning(name: str) -> str:
    return STATUS_WORD.function("planering" if name in ("utskrivningsklar", "utskriven") else name)


def _in_samsa(entry: Enhet) -> Enhet:
    return msgspec.structs.replace(entry, system="SAMSA", inkorg=f"SAMSA-{entry.hsa_id}")


def _the_other_system(choice: Systemval) -> Systemval:
    return msgspec.structs.replace(choice, system="SAMSA" if choice.system == "Samvy" else "Samvy")


def _without_a_day(choice: Systemval) -> Systemval:
    return msgspec.structs.replace(choice, driftsatt_fran=None)


def list_defects() -> tuple[Defect, ...]:
    return (
        _samvy(
            SHOWN_PLANS,
            _kept_for_half_an_hour,
            id="samvy-sida-visar-planeringen-for-sent",
            krav=("AK-SYS-02", "AK-SYS-03", "AK-SYS-05", "AK-SYS-06", "AK-SYS-07"),
            description="Personens sida sparas en halvtimme, så en nyss startad vårdplanering syns inte.",
        ),
        _samvy(
            SHOWN_POSTS,
            _without_the_newest,
            id="samvy-sida-inkorg-utan-det-nyaste",
            krav=("AK-INUT-01", "AK-INUT-05", "AK-INUT-06", "AK-INUT-13", "AK-INUT-14"),
            description="Inkorgens sida visar inte det besked som kom sist.",
        ),
        _samvy(
            SHOWN_INBOXES,
            _without_socialtjanst,
            id="samvy-sida-inkorgar-utan-socialtjanst",
            krav=("AK-INK-02", "AK-INK-09"),
            description="Sidan med inkorgar visar inte socialtjänstens, fast de är driftsatta.",
        ),
        _samvy(
            SAMSA_NOTICE,
            _never_said,
            id="samvy-sida-utan-samsa-upplysning",
            krav=("AK-INT-01",),
            description="Personens sida säger aldrig att ett SAMSA-ärende pågår.",
        ),
        _samvy(
            LATENESS_TEXT,
            _hours_only,
            id="samvy-sida-forsening-i-hela-timmar",
            krav=("AK-INUT-02", "AK-INUT-03"),
            description="Sidan visar förseningen i hela timmar och tappar minuterna.",
        ),
        _samvy(
            DAYS_TEXT,
            _one_day_more,
            id="samvy-sida-ett-dygn-for-mycket",
            krav=("AK-INUT-14",),
            description="Sidan visar ett dygn för mycket.",
        ),
        _samvy(
            RECEIPT,
            _somebody,
            id="samvy-sida-kvittens-utan-namn",
            krav=("AK-INUT-09",),
            description="Sidan visar inte namnet på den som har kvitterat.",
        ),
        _samvy(
            STATUS_WORD,
            _no_further_than_planning,
            id="samvy-sida-status-stannar",
            krav=("AK-INUT-13", "AK-INUT-14"),
            description="Sidan visar Planering också när patienten är utskrivningsklar eller utskriven.",
        ),
        _enheter(
            SHOWN_UNIT,
            _in_samsa,
            id="enheter-sida-alltid-samsa",
            krav=("AK-INK-02", "AK-SYS-12"),
            description="Katalogens sida hänvisar varje enhet till SAMSA.",
        ),
        _enheter(
            SHOWN_CHOICE,
            _the_other_system,
            id="enheter-sida-fel-system",
            krav=("AK-SYS-01", "AK-SYS-02", "AK-SYS-03", "AK-SYS-08"),
            description="Systemvalets sida visar fel system.",
        ),
        _enheter(
            SHOWN_CHOICE,
            _without_a_day,
            id="enheter-sida-utan-driftstart",
            krav=("AK-SYS-08",),
            description="Systemvalets sida visar inte driftstarten för den enhet som avgjorde.",
        ),
    )
