"""Reservnummer as a service would hand them out: a serial in, a number out, and never the same for two serials.

Personnummer and samordningsnummer are never made, only chosen; see :mod:`proof`.
"""

from __future__ import annotations

from datetime import date

from testdata.faults import Specifikationsfel
from testdata.identity.nrid import LAST_SERIES, nrid_check_digit
from testdata.identity.value import Identity, Kind, Sex
from testdata.identity.vgr import vgr_check_digit

_LETTERS = "ABCDEFGHJKLMNPRSTUXYZ"
_CONSONANTS = "BCDFGHJKLMNPRSTXZ"
_SERIES = dict(zip((19, 20), LAST_SERIES, strict=True))
_VGR_KNOWN, _VGR_UNKNOWN = range(6, 80), range(80, 90)
_UNKNOWN_DATES = 100 * 80 * 20
"""YY 00-99, MM 20-99 and DD 40-59, which mean nothing when the birth date is unknown."""

NRID_WITH_SEX = len(_LETTERS) ** 2 * 5
"""How many NRID there are for one birth date and sex."""

NRID_WITHOUT_SEX = len(_CONSONANTS) ** 3 - len(_CONSONANTS)
"""How many we make for one birth date and unknown sex."""

VGR_WITH_SEX, VGR_WITHOUT_SEX = len(_VGR_KNOWN) // 2, len(_VGR_UNKNOWN)
"""How many numbers in VGR-format there are for one birth date: so few that two systems soon make the same."""


def issue_nrid(serial: int, *, born: date | None, sex: Sex | None) -> Identity:
    """NRID number *serial* (from 0) for *born* and *sex*, both None when unknown, of the last series (97, 98).

    Three letters in a row could be a word, and the official list of forbidden ones is only partly published. With
    unknown sex we therefore use consonants only, not three alike: our own, stricter rule. A number for an unknown date
    has no series, so another may have it: it has no proof, and is for simulators only.

    Raises:
        Specifikationsfel: *serial* is beyond what there is, or *born* is not of the 1900s or 2000s.

    Source:
        AK-RES-03. Nationellt ReservID, specifikation 1.0. That the last series is not reached is class D.
    """
    letters = _letters(serial, sex, born)
    if born is None:
        number = serial // _per_date(sex)
        front = f"00{number % 100:02}{number // 100 % 80 + 20:02}{number // 8000 + 40:02}"
    elif born.year // 100 in _SERIES:
        front = f"{_SERIES[born.year // 100]}{born:%y%m%d}"
    else:
        raise _beyond(Kind.NRID, f"födda {born}", "födda 1900–2099")
    payload = front + letters
    return Identity(kind=Kind.NRID, value=f"{payload}{nrid_check_digit(payload)}", born=born, sex=sex)


def issue_vgr(serial: int, *, born: date, sex: Sex | None) -> Identity:
    """Number *serial* (from 0) in VGR-format for *born* and *sex* (None when unknown).

    They are handed out from the lowest: two systems that both begin there make the same ones (domain rules 4.10).

    Raises:
        Specifikationsfel: *serial* is beyond the 37 of a date and sex, or the 10 of an unknown sex.

    Source:
        AK-RES-01, AK-RES-15. Inera, Lokala Reservidn 1.2. Class B.
    """
    serials = _VGR_UNKNOWN if sex is None else [n for n in _VGR_KNOWN if n % 2 == (sex is Sex.MAN)]
    if not 0 <= serial < len(serials):
        raise _beyond(Kind.VGR, f"nummer {serial + 1}", f"{len(serials)} för samma dag och kön")
    letter = {Sex.KVINNA: "K", Sex.MAN: "M", None: "X"}[sex]
    payload = f"{born:%Y%m%d}{letter}{serials[serial]:02}"
    return Identity(kind=Kind.VGR, value=f"{payload}{vgr_check_digit(payload)}", born=born, sex=sex)


def _per_date(sex: Sex | None) -> int:
    return NRID_WITHOUT_SEX if sex is None else NRID_WITH_SEX


def _letters(serial: int, sex: Sex | None, born: date | None) -> str:
    """Positions 9 to 11."""
    per_date = _per_date(sex)
    most = per_date * (_UNKNOWN_DATES if born is None else 1)
    if not 0 <= serial < most:
        raise _beyond(Kind.NRID, f"nummer {serial + 1}", f"{most}" + (" för samma dag" if born else ""))
    within = serial % per_date
    if sex is None:
        first, rest = divmod(within, len(_CONSONANTS) ** 2 - 1)
        second, third = divmod(rest + (rest >= first * (len(_CONSONANTS) + 1)), len(_CONSONANTS))
        return _CONSONANTS[first] + _CONSONANTS[second] + _CONSONANTS[third]
    pair, digit = divmod(within, 5)
    first, second = divmod(pair, len(_LETTERS))
    return f"{_LETTERS[first]}{_LETTERS[second]}{2 * digit + (sex is Sex.MAN)}"


def _beyond(kind: Kind, wanted: str, most: str) -> Specifikationsfel:
    return Specifikationsfel(
        f"Det finns inget {kind} för {wanted}.",
        expected=f"högst {most}",
        actual=wanted,
        krav="AK-RES-01" if kind is Kind.VGR else "AK-RES-03",
        next_step="Välj en annan födelsedag, eller ta ut färre nummer.",
    )
