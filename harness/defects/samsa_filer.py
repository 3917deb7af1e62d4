"""Defects of files, roles and the read log in SAMSA."""

from __future__ import annotations

from harness.defects.defect import Defect, replace
from harness.systems.samsa.files.policies import HARMFUL, KEEPS, LOOKS_LIKE, MAY_READ, TOO_BIG
from harness.systems.samsa.log.policies import LOGS, What
from harness.systems.samsa.roles import MAY_DO, Doing, Limited

_SYSTEM = "SAMSA"


def _never(*_asked: object) -> bool:
    return False


def _whatever_it_says(_kind: str, _content: bytes) -> bool:
    return True


def _but_not_files(what: What) -> bool:
    return what is not What.FIL


def _readers_write(role: str, doing: Doing, limited: Limited) -> bool:
    reads_only = tuple(limited.get(role, ())) == (Doing.LASA,)
    return MAY_DO.function(role, doing, limited) or (doing is not Doing.LOGG and reads_only)


def _closers_write(role: str, doing: Doing, limited: Limited) -> bool:
    return MAY_DO.function(role, doing, limited) or (doing is Doing.SKRIVA and Doing.AVSLUTA in limited.get(role, ()))


def _reviewers_read(role: str, doing: Doing, limited: Limited) -> bool:
    return MAY_DO.function(role, doing, limited) or (doing is Doing.LASA and Doing.LOGG in limited.get(role, ()))


def _always(*_asked: object) -> bool:
    return True


def _last_byte_lost(content: bytes) -> bytes:
    return content[:-1]


def list_defects() -> tuple[Defect, ...]:
    return (
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
            _readers_write,
            id="samsa-lasroll-skriver",
            system=_SYSTEM,
            krav=("AK-BEH-05",),
            description="SAMSA låter den som bara får läsa skicka och kvittera.",
        ),
        replace(
            MAY_READ,
            _always,
            id="samsa-fil-oppen-for-alla",
            system=_SYSTEM,
            krav=("AK-FIL-01",),
            description="SAMSA låter också den som inte är part öppna filerna.",
        ),
        replace(
            MAY_READ,
            _never,
            id="samsa-fil-gar-inte-att-oppna",
            system=_SYSTEM,
            krav=(
                "AK-FIL-01",
                "AK-BEH-10",
            ),
            description="SAMSA låter ingen öppna filerna.",
        ),
        replace(
            KEEPS,
            _last_byte_lost,
            id="samsa-fil-kortas",
            system=_SYSTEM,
            krav=(
                "AK-FIL-03",
                "AK-BEH-10",
            ),
            description="SAMSA tappar filens sista byte.",
        ),
        replace(
            HARMFUL,
            _never,
            id="samsa-skadlig-fil-tas-emot",
            system=_SYSTEM,
            krav=("AK-FIL-04",),
            description="SAMSA tar emot en fil med skadlig kod.",
        ),
        replace(
            MAY_DO,
            _closers_write,
            id="samsa-arendeavslutare-skriver",
            system=_SYSTEM,
            krav=("AK-BEH-06",),
            description="SAMSA låter den som bara avslutar ärenden skicka meddelanden.",
        ),
        replace(
            MAY_DO,
            _reviewers_read,
            id="samsa-loggranskare-laser",
            system=_SYSTEM,
            krav=("AK-BEH-07",),
            description="SAMSA låter loggranskaren läsa patientens meddelanden.",
        ),
    )
