"""Defects of what SAMSA does beside the process: contact, parts, forwarding, letters, closing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from harness.defects.defect import Defect, replace
from harness.kernel.landscape import Unit
from harness.systems.samsa.correspondence_policies import INFORMATION_IN_TIME, LPT_COUNTS, PLAN_AFTER, SUMMARY
from harness.systems.samsa.handling.policies import (
    IS_WAITING,
    KEEPS_CONTACT,
    MAY_CHANGE_PARTY,
    MAY_NAME_CONTACT,
    SAME_ORGANISATION,
    STATE_AFTER_INTERRUPTION,
    WARNS_OF_CONTACT,
    WARNS_OF_OFFER,
)
from harness.systems.samsa.handling.state import CareContact
from harness.systems.samsa.words import CaseState, DeliveryState, MessageType

_SYSTEM = "SAMSA"


def _never(*_asked: object) -> bool:
    return False


def _day_after_too(discharged: date, sent: Sequence[date], today: date) -> bool:
    return today <= discharged or any((day - discharged).days <= 1 for day in sent)


def _anywhere(_sender: Unit, _recipient: Unit) -> bool:
    return True


def _always(*_asked: object) -> bool:
    return True


def _nobody(_unit: str, _earlier: Sequence[CareContact]) -> None:
    return None


def _returned_is_handled(kind: MessageType, state: DeliveryState) -> bool:
    return state is not DeliveryState.FELSAND and IS_WAITING.function(kind, state)


def _still_going_on() -> CaseState:
    return CaseState.INSKRIVEN


def _always_a_sip(_care_form: str | None) -> str:
    return "SIP"


def _without_contact(facts: Mapping[str, str]) -> Mapping[str, str]:
    return SUMMARY.function({label: text for label, text in facts.items() if label != "Fast vårdkontakt"})


def list_defects() -> tuple[Defect, ...]:
    return (
        replace(
            WARNS_OF_CONTACT,
            _never,
            id="samsa-ingen-varning-utan-vardkontakt",
            system=_SYSTEM,
            krav=("AK-INUT-07",),
            description="SAMSA varnar inte när patienten skrivs ut utan fast vårdkontakt.",
        ),
        replace(
            WARNS_OF_OFFER,
            _never,
            id="samsa-ingen-varning-utan-sip-svar",
            system=_SYSTEM,
            krav=("AK-SIP-02",),
            description="SAMSA varnar inte när patienten skrivs ut utan att ha svarat på om hon vill ha en SIP.",
        ),
        replace(
            SAME_ORGANISATION,
            _anywhere,
            id="samsa-vidaresander-overallt",
            system=_SYSTEM,
            krav=("AK-INUT-11",),
            description="SAMSA vidaresänder också till en annan organisation.",
        ),
        replace(
            INFORMATION_IN_TIME,
            _day_after_too,
            id="samsa-information-dagen-efter",
            system=_SYSTEM,
            krav=("AK-INUT-15",),
            description="SAMSA godtar utskrivningsinformation som skickas dagen efter utskrivningen.",
        ),
        replace(
            LPT_COUNTS,
            _never,
            id="samsa-lpt-raknas-inte",
            system=_SYSTEM,
            krav=("AK-INUT-17",),
            description="SAMSA räknar inte en underrättelse enligt LPT som underrättelse om utskrivningsklar.",
        ),
        replace(
            MAY_NAME_CONTACT,
            _always,
            id="samsa-alla-utser-vardkontakt",
            system=_SYSTEM,
            krav=("AK-INUT-07",),
            description="SAMSA låter vilken part som helst utse fast vårdkontakt.",
        ),
        replace(
            KEEPS_CONTACT,
            _nobody,
            id="samsa-glommer-vardkontakt",
            system=_SYSTEM,
            krav=("AK-INUT-08",),
            description="SAMSA minns inte den fasta vårdkontakten från tidigare ärenden.",
        ),
        replace(
            IS_WAITING,
            _returned_is_handled,
            id="samsa-felsant-ar-hanterat",
            system=_SYSTEM,
            krav=("AK-INUT-10",),
            description="SAMSA räknar ett felsänt meddelande som hanterat när ärendet avslutas.",
        ),
        replace(
            IS_WAITING,
            _never,
            id="samsa-avslutar-okvitterat",
            system=_SYSTEM,
            krav=(
                "AK-INUT-10",
                "AK-INUT-20",
            ),
            description="SAMSA avslutar ärendet fast parterna inte har kvitterat.",
        ),
        replace(
            MAY_CHANGE_PARTY,
            _always,
            id="samsa-alla-byter-part",
            system=_SYSTEM,
            krav=("AK-INUT-12",),
            description="SAMSA låter vilken part som helst byta medverkande part.",
        ),
        replace(
            STATE_AFTER_INTERRUPTION,
            _still_going_on,
            id="samsa-avbrott-stoppar-inget",
            system=_SYSTEM,
            krav=("AK-INUT-19",),
            description="SAMSA låter processen gå vidare efter ett avbrott.",
        ),
        replace(
            PLAN_AFTER,
            _always_a_sip,
            id="samsa-tvangsvard-far-sip",
            system=_SYSTEM,
            krav=("AK-INUT-18",),
            description="SAMSA ger också den som skrivs ut till öppen tvångsvård en SIP.",
        ),
        replace(
            SUMMARY,
            _without_contact,
            id="samsa-sammanfattning-utan-vardkontakt",
            system=_SYSTEM,
            krav=("AK-INUT-16",),
            description="SAMSA lämnar ut sammanfattningen utan den fasta vårdkontakten.",
        ),
    )
