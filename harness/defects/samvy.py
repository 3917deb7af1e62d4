"""Defects of Samvy."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta

from harness.defects.defect import Defect, replace
from harness.systems.samvy.access.policies import KEEPS_OPENING, View
from harness.systems.samvy.policies import (
    ACCEPTS_UNIT,
    CONCERNED,
    COUNTED_FROM,
    DAYS_READY,
    JUDGEMENT_STANDS,
    LATENESS,
    SHOWS_INBOX,
    ReadyLog,
)
from harness.systems.samvy.vocabulary import Role


def _one_hour_more(started: datetime, judged: datetime, sent: datetime, hours: int) -> timedelta | None:
    return LATENESS.function(started, judged, sent, hours + 1)


def _as_judged(insatser: Iterable[Role]) -> set[Role]:
    return set(insatser)


def _always(_names: Sequence[str]) -> bool:
    return True


def _from_the_first(log: ReadyLog, until: date, _add_up: bool) -> int | None:
    return (until - log[0][0]).days if log else None


def _any_unit(_live_from: date | None, _today: date) -> bool:
    return True


def _everyone(_insatser: Iterable[Role]) -> set[Role]:
    return set(Role)


def _when_registered(_happened: datetime, registered: datetime) -> datetime:
    return registered


def _not_care(view: View) -> bool:
    return view is not View.VARDPLANERINGAR


def list_defects() -> tuple[Defect, ...]:
    return (
        replace(
            CONCERNED,
            _everyone,
            id="samvy-meddelar-alla-parter",
            system="Samvy",
            krav=("AK-INUT-01",),
            description="Samvy skickar inskrivningsmeddelandet till alla parter, vad läkaren än har bedömt.",
        ),
        replace(
            LATENESS,
            _one_hour_more,
            id="samvy-frist-25h",
            system="Samvy",
            krav=("AK-INUT-02", "AK-INUT-03"),
            description="Samvy markerar inskrivningsmeddelandet som försenat först efter 25 timmar.",
        ),
        replace(
            CONCERNED,
            _as_judged,
            id="samvy-hsv-utan-oppenvard",
            system="Samvy",
            krav=("AK-INUT-05",),
            description="Samvy skickar inte inskrivningsmeddelandet till öppenvården när bara kommunal "
            "hälso- och sjukvård behövs.",
        ),
        replace(
            JUDGEMENT_STANDS,
            _always,
            id="samvy-klar-utan-bedomning",
            system="Samvy",
            krav=("AK-INUT-13",),
            description="Samvy meddelar utskrivningsklar utan att en läkares bedömning gäller.",
        ),
        replace(
            DAYS_READY,
            _from_the_first,
            id="samvy-aterta-nollstaller-ej",
            system="Samvy",
            krav=("AK-INUT-14",),
            description="Samvy räknar dygn från det första beskedet trots att det är återtaget.",
        ),
        replace(
            SHOWS_INBOX,
            _any_unit,
            id="samvy-visar-ej-driftsatt",
            system="Samvy",
            krav=("AK-INK-01", "AK-INK-09"),
            description="Samvy visar inkorgar för enheter som inte är driftsatta.",
        ),
        replace(
            ACCEPTS_UNIT,
            _any_unit,
            id="samvy-tar-emot-ej-driftsatt",
            system="Samvy",
            krav=("AK-INK-03", "AK-SYS-05"),
            description="Samvy startar vårdplaneringar med enheter som inte är driftsatta.",
        ),
        replace(
            COUNTED_FROM,
            _when_registered,
            id="samvy-glommer-handelsetid",
            system="Samvy",
            krav=("AK-DRI-03", "AK-DRI-07"),
            description="Samvy räknar det som gjordes med reservrutin från när det registrerades.",
        ),
        replace(
            KEEPS_OPENING,
            _not_care,
            id="samvy-loggar-inte-oppningar",
            system="Samvy",
            krav=("AK-BEH-10",),
            description="Samvy skriver inte i åtkomstloggen när någon öppnar patientens vårdplaneringar.",
        ),
    )
