"""Defects the other way: a system that is stricter, earlier or more talkative than the rule says.

A scenario about what is let through is worth something only if it turns red when it is not.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from harness.defects.defect import Defect, replace
from harness.kernel.landscape import Unit
from harness.systems.millenniumenheter import policies as units
from harness.systems.samsa import correspondence_policies as samsa_letters
from harness.systems.samsa import policies as samsa
from harness.systems.samsa.handling import policies as samsa_handling
from harness.systems.samsa.sip import policies as samsa_sip
from harness.systems.samsa.words import MessageType
from harness.systems.samvy import policies as samvy
from harness.systems.samvy.beside import policies as samvy_beside
from harness.systems.samvy.posts import policies as samvy_posts
from harness.systems.samvy.sip import policies as samvy_sip


def _an_hour_less(admitted: datetime, judged: datetime, hours: int) -> datetime:
    return samsa.DEADLINE.function(admitted, judged, hours - 1)


def _an_hour_less_in_samvy(started: datetime, judged: datetime, sent: datetime, hours: int) -> timedelta | None:
    return samvy.LATENESS.function(started, judged, sent, hours - 1)


def _never(*_asked: object) -> bool:
    return False


def _always(*_asked: object) -> bool:
    return True


def _by_video(_form: str) -> str:
    return "video"


def _by_video_in_samvy(_form: str) -> str:
    return "videomote"


def _a_relative(_by: str) -> str:
    return "närstående"


def _anything(_text: str) -> bool:
    return True


def _capitals_and_digits(text: str) -> bool:
    return units.HSA_ID.function(text) and text == text.upper() and 16 <= len(text) < 31


def _someone(_unit: str, _named: object) -> str:
    return "Någon"


def _always_a_joint_plan(_form: str | None) -> str:
    return "samordnad vårdplan"


def _to_nobody_else(_sender: Unit, _recipient: Unit) -> bool:
    return False


def _whoever_writes(_kind: MessageType, _is_hospital: bool) -> bool:
    return True


def list_defects() -> tuple[Defect, ...]:
    return tuple(_all())


def _all() -> Iterator[Defect]:
    yield replace(
        samsa.DEADLINE,
        _an_hour_less,
        id="samsa-frist-23h",
        system="SAMSA",
        krav=("AK-INUT-02", "AK-INUT-03"),
        description="SAMSA märker inskrivningsmeddelandet som försenat redan efter 23 timmar.",
    )
    yield replace(
        samvy.LATENESS,
        _an_hour_less_in_samvy,
        id="samvy-frist-23h",
        system="Samvy",
        krav=("AK-INUT-02", "AK-INUT-03"),
        description="Samvy märker inskrivningsmeddelandet som försenat redan efter 23 timmar.",
    )
    yield replace(
        samsa_sip.MEETING_FORM,
        _by_video,
        id="samsa-alltid-videomote",
        system="SAMSA",
        krav=("AK-SIP-16",),
        description="SAMSA skriver videomöte hur mötet än hölls.",
    )
    yield replace(
        samvy_sip.MEETING_FORM,
        _by_video_in_samvy,
        id="samvy-alltid-videomote",
        system="Samvy",
        krav=("AK-SIP-16",),
        description="Samvy skriver videomöte hur mötet än hölls.",
    )
    for name, title, rules in (("samsa", "SAMSA", samsa_sip), ("samvy", "Samvy", samvy_sip)):
        yield replace(
            rules.KEEPS_REQUEST,
            _a_relative,
            id=f"{name}-alltid-narstaende",
            system=title,
            krav=("AK-SIP-18",),
            description=f"{title} skriver att en närstående begärde SIP, vem det än var.",
        )
    yield replace(
        units.HSA_ID,
        _anything,
        id="enheter-godtar-vad-som-helst",
        system="Millenniumenheter",
        krav=("AK-INK-07",),
        description="Katalogen godtar vilken text som helst som HSA-id.",
    )
    yield replace(
        units.HSA_ID,
        _capitals_and_digits,
        id="enheter-hsa-id-for-strangt",
        system="Millenniumenheter",
        krav=("AK-INK-07",),
        description="Katalogen avvisar HSA-id med gemener och de längsta och kortaste.",
    )
    yield replace(
        samsa_letters.INFORMATION_IN_TIME,
        _never,
        id="samsa-informationen-alltid-sen",
        system="SAMSA",
        krav=("AK-INUT-15",),
        description="SAMSA märker utskrivningsinformationen som sen när den än kom.",
    )
    yield replace(
        samvy_beside.INFORMED_IN_TIME,
        _never,
        id="samvy-informationen-alltid-sen",
        system="Samvy",
        krav=("AK-INUT-15",),
        description="Samvy märker utskrivningsinformationen som sen när den än kom.",
    )
    yield replace(
        samsa_handling.IS_WAITING,
        _always,
        id="samsa-avslutas-aldrig-utan-orsak",
        system="SAMSA",
        krav=("AK-INUT-20",),
        description="SAMSA tycker att kvittenser återstår fast alla har kvitterat.",
    )
    yield replace(
        samvy_posts.HANDLED,
        _never,
        id="samvy-avslutas-aldrig-utan-orsak",
        system="Samvy",
        krav=("AK-INUT-20",),
        description="Samvy tycker att kvittenser återstår fast alla har kvitterat.",
    )
    yield replace(
        samvy_beside.CONTACT_KEPT,
        _someone,
        id="samvy-hittar-pa-vardkontakt",
        system="Samvy",
        krav=("AK-INUT-08",),
        description="Samvy låter någon stå kvar som vårdkontakt fast ingen fanns.",
    )
    yield replace(
        samsa_letters.PLAN_AFTER,
        _always_a_joint_plan,
        id="samsa-alltid-samordnad-vardplan",
        system="SAMSA",
        krav=("AK-INUT-18",),
        description="I SAMSA blir planen en samordnad vårdplan också utan tvångsvård.",
    )
    yield replace(
        samsa_handling.SAME_ORGANISATION,
        _to_nobody_else,
        id="samsa-vidaresander-aldrig",
        system="SAMSA",
        krav=("AK-INUT-11",),
        description="SAMSA nekar vidaresändning också inom den egna organisationen.",
    )
    yield replace(
        samvy_posts.PASSES_ON,
        _to_nobody_else,
        id="samvy-vidaresander-aldrig",
        system="Samvy",
        krav=("AK-INUT-11",),
        description="Samvy nekar vidaresändning också inom den egna organisationen.",
    )
    yield replace(
        samsa_letters.MAY_WRITE,
        _whoever_writes,
        id="samsa-kommunen-skickar-utskrivningsinformation",
        system="SAMSA",
        krav=("AK-INUT-15",),
        description="SAMSA låter kommunen skicka utskrivningsinformationen i slutenvårdens ställe.",
    )
