"""Defects of how the personuppgiftstjänst reads numbers."""

from __future__ import annotations

from collections.abc import Collection

from harness.defects.defect import Defect, replace
from harness.kernel.document import Identity
from harness.systems.pu import formats
from harness.systems.pu.numbers import validity
from harness.systems.pu.numbers.luhn import luhn_digit
from harness.systems.pu.policies import MATCHES

_SYSTEM = "Personuppgiftstjänsten"
_VGR_VALUES = {"K": 5, "M": 7, "X": 8}


def _whatever_stands_between(number: str) -> bool:
    return validity.is_twelve_signs(number.replace("-", "").replace(" ", ""))


def _any_letter(_number: str) -> bool:
    return True


def _but(forgiven: validity.Wrong) -> formats.Fault:
    """One fault in VGR-format is let through."""

    def fault(number: str) -> validity.Wrong | None:
        found = validity.vgr_fault(number)
        return None if found == forgiven else found

    return fault


def _with_the_century(eleven: str) -> int:
    """As the earlier edition of Lokala Reservidn had it."""
    return luhn_digit(_VGR_VALUES[sign] if sign in _VGR_VALUES else int(sign) for sign in eleven)


def _letters_as_places(eleven: str) -> int:
    """A is 10, as in many other numbers."""
    return luhn_digit(int(sign, 36) for sign in eleven)


def _without_months(number: str) -> validity.Wrong | None:
    found = validity.nrid_fault(number)
    return None if found == validity.Wrong.DATE else found


def _a_calendar_day(number: str) -> validity.Wrong | None:
    return validity.Wrong.DATE if int(number[6:8]) > 31 else validity.snr_fault(number)


def _whatever_the_day(number: str) -> validity.Wrong | None:
    found = validity.snr_fault(number)
    return None if found == validity.Wrong.DATE else found


def _by_number_alone(known: Collection[Identity], wanted: Identity) -> Identity | None:
    return next((one for one in known if one.id == wanted.id), None)


def list_defects() -> tuple[Defect, ...]:
    return (
        replace(
            formats.TWELVE,
            _whatever_stands_between,
            id="pu-nummer-med-skiljetecken",
            system=_SYSTEM,
            krav=("AK-RES-04",),
            description="PU tar emot nummer som är skrivna med bindestreck eller mellanslag.",
        ),
        replace(
            MATCHES,
            _by_number_alone,
            id="pu-bortser-fran-oid",
            system=_SYSTEM,
            krav=("AK-RES-04",),
            description="PU hittar en person på numret fast det kommer under fel OID.",
        ),
        replace(
            formats.VGR_FORM,
            _any_letter,
            id="pu-grid-utan-uppmaning",
            system=_SYSTEM,
            krav=("AK-RES-08",),
            description="PU säger inte att ett gammalt reserv-id ska ersättas, bara att en bokstav är fel.",
        ),
        *(
            replace(
                formats.VGR_PARTS,
                _but(forgiven),
                id=id,
                system=_SYSTEM,
                krav=("AK-RES-01",),
                description=description,
            )
            for forgiven, id, description in (
                (validity.Wrong.DATE, "pu-vgr-utan-datum", "PU godtar ett VGR-reservnummer vars datum inte finns."),
                (validity.Wrong.SEX, "pu-vgr-fel-bokstav", "PU godtar ett VGR-reservnummer med fel könsbokstav."),
                (validity.Wrong.SERIAL, "pu-vgr-alla-lopnummer", "PU godtar alla löpnummer i VGR-format."),
            )
        ),
        replace(
            formats.VGR_CONTROL,
            _with_the_century,
            id="pu-vgr-kontrollsiffra-med-arhundrade",
            system=_SYSTEM,
            krav=("AK-RES-01", "AK-RES-02"),
            description="PU räknar kontrollsiffran i VGR-format som i den äldre utgåvan, med århundradet.",
        ),
        replace(
            formats.NRID_CONTROL,
            _letters_as_places,
            id="pu-nrid-bokstaver-fran-tio",
            system=_SYSTEM,
            krav=("AK-RES-03",),
            description="PU räknar A som 10 i kontrollsiffran för nationella reservnummer.",
        ),
        replace(
            formats.NRID_PARTS,
            _without_months,
            id="pu-nrid-utan-datum",
            system=_SYSTEM,
            krav=("AK-RES-03",),
            description="PU godtar ett nationellt reservnummer vars datum inte finns.",
        ),
        replace(
            formats.SNR_PARTS,
            _a_calendar_day,
            id="pu-samordningsnummer-som-datum",
            system=_SYSTEM,
            krav=("AK-RES-05",),
            description="PU avvisar samordningsnummer, eftersom dagen är över 31.",
        ),
        replace(
            formats.SNR_PARTS,
            _whatever_the_day,
            id="pu-samordningsnummer-utan-sextio",
            system=_SYSTEM,
            krav=("AK-RES-05",),
            description="PU godtar ett samordningsnummer vars dag inte är höjd med 60.",
        ),
    )
