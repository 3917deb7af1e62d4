"""Defects of what SAMSA does beside the process: contact, forwarding, letters, files, roles, log.

They are not in the catalogue: everything there must be found by a scenario, and no scenario is about these yet.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from harness.defects.defect import Defect, replace
from harness.kernel.landscape import Unit
from harness.systems.samsa.correspondence_policies import INFORMATION_IN_TIME, LPT_COUNTS
from harness.systems.samsa.files.policies import LOOKS_LIKE, TOO_BIG
from harness.systems.samsa.handling.policies import SAME_ORGANISATION, WARNS_OF_CONTACT, WARNS_OF_OFFER
from harness.systems.samsa.log.policies import LOGS, What
from harness.systems.samsa.roles import MAY_DO, Doing, Limited

_SYSTEM = "SAMSA"


def _never(*_asked: object) -> bool:
    return False


def _day_after_too(discharged: date, sent: Sequence[date], today: date) -> bool:
    return today <= discharged or any((day - discharged).days <= 1 for day in sent)


def _anywhere(_sender: Unit, _recipient: Unit) -> bool:
    return True


def _whatever_it_says(_kind: str, _content: bytes) -> bool:
    return True


def _but_not_files(what: What) -> bool:
    return what is not What.FIL


def _readers_acknowledge(role: str, doing: Doing, limited: Limited) -> bool:
    return MAY_DO.function(role, doing, limited) or (doing is Doing.SKRIVA and Doing.LASA in limited.get(role, ()))


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
            TOO_BIG,
            _never,
            id="samsa-fil-utan-grans",
            system=_SYSTEM,
            krav=("AK-FIL-04",),
            description="SAMSA tar emot filer som är större än gränsen.",
        ),
        replace(
            LOOKS_LIKE,
            _whatever_it_says,
            id="samsa-tror-pa-filtypen",
            system=_SYSTEM,
            krav=("AK-FIL-04",),
            description="SAMSA tror på den uppgivna filtypen och ser inte efter i filen.",
        ),
        replace(
            LOGS,
            _but_not_files,
            id="samsa-loggar-inte-filer",
            system=_SYSTEM,
            krav=("AK-BEH-10",),
            description="SAMSA loggar inte vem som öppnar en bifogad fil.",
        ),
        replace(
            MAY_DO,
            _readers_acknowledge,
            id="samsa-lasroll-skriver",
            system=_SYSTEM,
            krav=("AK-BEH-05", "AK-BEH-06"),
            description="SAMSA låter den som bara får läsa skicka och kvittera.",
        ),
    )
