"""Nationellt reservnummer (NRID): validation and reading."""

from __future__ import annotations

import re

from testdata.identity.luhn import check_digit
from testdata.identity.value import Identity, Kind, calendar_day, identity_fault, sex_of

LAST_SERIES = ("97", "98")
"""The last series of the 1900s and the 2000s; assumed not reached by anyone (D12, proof 4)."""

_LETTER = "A-HJ-NPR-UX-Z"
_SHAPE = re.compile(rf"\d{{8}}[{_LETTER}]{{2}}[0-9{_LETTER}]\d")
_UNKNOWN_DATE = "00"
_FIRST_SERIES, _LAST_SERIES = 22, 98
_KRAV = "AK-RES-03"
_FORM = "XXÅÅMMDDNNGK: två bokstäver utan I O Q V W på plats 9–10, siffra eller bokstav på plats 11"


def parse_nrid(text: str) -> Identity:
    """Read *text* as an NRID.

    Shape: ``XXYYMMDDNNGC``, with or without ``-`` after the date; small letters and space are read
    too. XX is the century plus 3, 6, ... 78 (22-98), and the date exists; or XX is 00, then MM is
    20-99 and DD 40-59 and no date is known. NN are letters without I O Q V W. G is a digit (odd
    man, even kvinna) or such a letter when the sex is unknown. C is a Luhn digit over the eleven
    characters before it, a letter being one value, its ASCII code. The list of forbidden three-letter
    words is not checked: it is only partly published.

    Raises:
        Specifikationsfel: one of these is broken.

    Source:
        AK-RES-03. Nationellt ReservID, specifikation 1.0, as carried on the wiki page Nationellt
        Reservidformat. Class B.
    """
    value = "".join(text.split()).upper()
    if len(value) == 13 and value[8] == "-":
        value = value[:8] + value[9:]
    if _SHAPE.fullmatch(value) is None:
        raise _fault(text, "formen stämmer inte", _FORM)
    series, month, day = value[:2], value[4:6], value[6:8]
    if series == _UNKNOWN_DATE:
        born = None
        if not (20 <= int(month) <= 99 and 40 <= int(day) <= 59):
            raise _fault(text, "löpnumret för okänt datum stämmer inte", "plats 5–6 är 20–99 och 7–8 är 40–59")
    elif not _FIRST_SERIES <= int(series) <= _LAST_SERIES:
        raise _fault(text, f"serien {series} används inte", "22–98, eller 00 när födelsedatum är okänt")
    else:
        century = (int(series) - 19) % 3 + 19
        born = calendar_day(f"{century}{value[2:4]}", month, day)
        if born is None:
            raise _fault(text, "datumet finns inte", "ett datum som finns i kalendern")
    if int(value[11]) != nrid_check_digit(value[:11]):
        raise _fault(text, "kontrollsiffran stämmer inte", "rätt kontrollsiffra")
    sex = sex_of(value[10]) if value[10].isdigit() else None
    return Identity(kind=Kind.NRID, value=value, born=born, sex=sex)


def nrid_check_digit(payload: str) -> int:
    """The check digit after the eleven characters of *payload*."""
    return check_digit([int(c) if c.isdigit() else ord(c) for c in payload])


def _fault(text: str, reason: str, expected: str) -> Exception:
    step = "Rätta numret, eller ta ut ett nytt nationellt reservnummer."
    return identity_fault(Kind.NRID, text, reason, expected=expected, krav=_KRAV, next_step=step)
