"""Reservnummer in VGR-format, ``ååååmmddGggK``.

Source:
    AK-RES-01, AK-RES-02. Inera, Lokala Reservidn 1.2.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from harness.systems.pu.numbers.luhn import luhn_digit

# Letter, first and last serial, and step; the serials of a sex are every other one.
_PLACES = {"kvinna": ("K", 6, 78, 2), "man": ("M", 7, 79, 2), None: ("X", 80, 89, 1)}
_CENTURIES = (18, 19, 20)
_VALUES = {"K": 5, "M": 7, "X": 8}


def vgr_numbers(born: date, sex: str | None, *, start: int) -> Iterator[str]:
    """The numbers of a birth date and sex ("kvinna", "man", None when unknown) from place *start* on, lowest first.

    There are 37 for a date and sex, and 10 for unknown sex.

    Raises:
        ValueError: *born* is not of the 1800s to the 2000s, which is all that the format has room for.
    """
    if born.year // 100 not in _CENTURIES:
        raise ValueError("the format has no such century")
    letter, first, last, step = _PLACES[sex]
    return (_number(f"{born:%Y%m%d}{letter}{serial:02}") for serial in range(first, last + 1, step)[start:])


def _number(eleven: str) -> str:
    return f"{eleven}{vgr_check(eleven)}"


def vgr_check(eleven: str) -> int:
    """The century is not in the sum."""
    return luhn_digit(_VALUES[sign] if sign in _VALUES else int(sign) for sign in eleven[2:])
