"""What is wrong with a number that somebody comes with. Pure.

Source:
    AK-RES-01 to AK-RES-05, AK-RES-08; domain rules 4.1–4.7.
"""

from __future__ import annotations

import re
from datetime import date
from enum import Enum, auto

from harness.systems.pu.numbers.luhn import luhn_digit
from harness.systems.pu.numbers.nrid import LETTERS


class Wrong(Enum):
    """Which part of a number."""

    DATE = auto()
    SERIAL = auto()
    SEX = auto()
    CONTROL = auto()
    SIGNS = auto()
    SERIES = auto()


_TWELVE = re.compile(r"[0-9A-Z]{12}")
_VGR = re.compile(r"[0-9]{8}[KMX][0-9]{3}")
_NRID = re.compile(rf"[0-9]{{8}}[{LETTERS}]{{2}}[0-9{LETTERS}][0-9]")
_DIGITS = re.compile(r"[0-9]{12}")
_SEX_SERIALS = range(6, 80)
_SEXLESS_SERIALS = range(80, 90)
_DATED_SERIES = range(22, 99)


def is_twelve_signs(number: str) -> bool:
    """Twelve figures and capital letters, and nothing between them."""
    return _TWELVE.fullmatch(number) is not None


def has_vgr_form(number: str) -> bool:
    """``ååååmmddGggK``, whatever the parts say. What has not is an old reserv-id (GRID)."""
    return _VGR.fullmatch(number) is not None


def vgr_fault(number: str) -> Wrong | None:
    """What is wrong before the check digit of eight figures, a letter and three figures; None when nothing is."""
    if not _is_day(number[:8]):
        return Wrong.DATE
    letter, serial = number[8], int(number[9:11])
    if letter not in "KMX":
        return Wrong.SEX
    if serial not in (_SEXLESS_SERIALS if letter == "X" else _SEX_SERIALS):
        return Wrong.SERIAL
    return Wrong.SEX if letter != "X" and (letter == "M") is not bool(serial % 2) else None


def nrid_fault(number: str) -> Wrong | None:
    """What is wrong before the check digit; None when nothing is."""
    if _NRID.fullmatch(number) is None:
        return Wrong.SIGNS
    series, year, month, day = (int(number[at : at + 2]) for at in (0, 2, 4, 6))
    if series == 0:
        return None if month >= 20 and 40 <= day <= 59 else Wrong.DATE
    if series not in _DATED_SERIES:
        return Wrong.SERIES
    return None if _is_day(f"{(series - 19) % 3 + 19:02}{year:02}{month:02}{day:02}") else Wrong.DATE


def snr_fault(number: str) -> Wrong | None:
    """The day is written 60 too high. The date need not exist and the month may be 00: PU 5.1 says so."""
    if _DIGITS.fullmatch(number) is None:
        return Wrong.SIGNS
    if int(number[4:6]) > 12 or not 60 <= int(number[6:8]) <= 91:
        return Wrong.DATE
    return None if luhn_digit(map(int, number[2:11])) == int(number[11]) else Wrong.CONTROL


def _is_day(eight: str) -> bool:
    try:
        date(int(eight[:4]), int(eight[4:6]), int(eight[6:]))
    except ValueError:
        return False
    return True
