"""Defects of what happens beside the process in Samvy."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from harness.defects.defect import Defect, replace
from harness.kernel.landscape import Unit
from harness.systems.samvy.beside.policies import (
    AFTER_INTERRUPTION,
    ANSWER_MISSING,
    CALLS_FOR_RECEIPT,
    CONTACT_KEPT,
    CONTACT_MISSING,
    CONTACT_NAMED_BY,
    INFORMATION,
    INFORMED_IN_TIME,
    LPT_COUNTS,
    PARTS_CHANGED_BY,
    PLAN_FOR,
)
from harness.systems.samvy.posts.policies import HANDLED, PASSES_ON
from harness.systems.samvy.vocabulary import PostStatus, Role, Status

_SYSTEM = "Samvy"


def _every_part() -> tuple[Role, ...]:
    return tuple(Role)


def _forgets(_unit: str, _named: Iterable[tuple[str, str]]) -> None:
    return None


def _never(*_asked: object) -> bool:
    return False


def _a_day_more(left: date, sent: Iterable[date], today: date) -> bool:
    return INFORMED_IN_TIME.function(left + timedelta(days=1), sent, today)


def _without_contact(told: Mapping[str, str]) -> dict[str, str]:
    return {what: text for what, text in INFORMATION.function(told).items() if what != "Fast vårdkontakt"}


def _anywhere(_sender: Unit, _recipient: Unit) -> bool:
    return True


def _returned_too(status: PostStatus) -> bool:
    return status is PostStatus.ATERFORD or HANDLED.function(status)


def _whoever_takes_part(hospital: str, parts: Sequence[str]) -> Sequence[str]:
    return [hospital, *parts]


def _goes_on() -> Status:
    return Status.INSKRIVEN


def _always_a_sip(_care_form: str | None) -> str:
    return "sip"


def list_defects() -> tuple[Defect, ...]:
    return (
        replace(
            CONTACT_NAMED_BY,
            _every_part,
            id="samvy-alla-utser-vardkontakt",
            system=_SYSTEM,
            krav=("AK-INUT-07",),
            description="Samvy låter vilken samverkanspart som helst utse fast vårdkontakt.",
        ),
        replace(
            CONTACT_MISSING,
            _never,
            id="samvy-ingen-varning-utan-vardkontakt",
            system=_SYSTEM,
            krav=("AK-INUT-07",),
            description="Samvy varnar inte när personen skrivs ut utan fast vårdkontakt.",
        ),
        replace(
            CONTACT_KEPT,
            _forgets,
            id="samvy-glommer-vardkontakt",
            system=_SYSTEM,
            krav=("AK-INUT-08",),
            description="Samvy minns inte den fasta vårdkontakten från tidigare vårdplaneringar.",
        ),
        replace(
            ANSWER_MISSING,
            _never,
            id="samvy-ingen-varning-utan-sip-svar",
            system=_SYSTEM,
            krav=("AK-SIP-02",),
            description="Samvy varnar inte när personen skrivs ut utan svar på erbjudandet om samordnad plan.",
        ),
        replace(
            INFORMED_IN_TIME,
            _a_day_more,
            id="samvy-information-dagen-efter",
            system=_SYSTEM,
            krav=("AK-INUT-15",),
            description="Samvy godtar utskrivningsinformation som skickas dagen efter utskrivningen.",
        ),
        replace(
            INFORMATION,
            _without_contact,
            id="samvy-information-utan-vardkontakt",
            system=_SYSTEM,
            krav=("AK-INUT-16",),
            description="Samvy lämnar ut informationen utan den fasta vårdkontakten.",
        ),
        replace(
            AFTER_INTERRUPTION,
            _goes_on,
            id="samvy-avbrott-stoppar-inget",
            system=_SYSTEM,
            krav=("AK-INUT-19",),
            description="Samvy låter vårdplaneringen gå vidare efter ett avbrott.",
        ),
        replace(
            PASSES_ON,
            _anywhere,
            id="samvy-skickar-vidare-overallt",
            system=_SYSTEM,
            krav=("AK-INUT-11",),
            description="Samvy skickar besked vidare också till en annan organisation.",
        ),
        replace(
            HANDLED,
            _returned_too,
            id="samvy-aterfort-ar-hanterat",
            system=_SYSTEM,
            krav=("AK-INUT-10",),
            description="Samvy räknar ett återfört besked som hanterat när vårdplaneringen avslutas.",
        ),
        replace(
            PARTS_CHANGED_BY,
            _whoever_takes_part,
            id="samvy-alla-byter-part",
            system=_SYSTEM,
            krav=("AK-INUT-12",),
            description="Samvy låter vilken samverkanspart som helst ändra vilka som deltar.",
        ),
        replace(
            CALLS_FOR_RECEIPT,
            _never,
            id="samvy-avslutar-okvitterat",
            system=_SYSTEM,
            krav=("AK-INUT-10", "AK-INUT-20"),
            description="Samvy avslutar vårdplaneringen fast parterna inte har kvitterat.",
        ),
        replace(
            LPT_COUNTS,
            _never,
            id="samvy-lpt-raknas-inte",
            system=_SYSTEM,
            krav=("AK-INUT-17",),
            description="Samvy räknar inte underrättelsen enligt LPT som utskrivningsklar.",
        ),
        replace(
            PLAN_FOR,
            _always_a_sip,
            id="samvy-tvangsvard-far-sip",
            system=_SYSTEM,
            krav=("AK-INUT-18",),
            description="Samvy ger också den som skrivs ut till öppen tvångsvård en SIP.",
        ),
    )
