"""Västra Götalandsregionens local reservnummer (the VGR format): validation and reading."""

from __future__ import annotations

import re

from testdata.identity.luhn import check_digit
from testdata.identity.value import Identity, Kind, Sex, calendar_day, identity_fault

_SHAPE = re.compile(r"(?:18|19|20)\d{6}[KMX]\d{3}")
_LETTER_VALUES = {"K": 5, "M": 7, "X": 8}
_SEX = {"K": Sex.KVINNA, "M": Sex.MAN, "X": None}
_KNOWN_SERIALS = range(6, 80)
_UNKNOWN_SERIALS = range(80, 90)
_FORM = "ååååmmddGggK med G = K, M eller X"
_STEP = "Rätta numret, eller ta ut ett nytt reservnummer."


def parse_vgr(text: str) -> Identity:
    """Read *text* as a VGR reservnummer.

    Shape: ``yyyymmddGggC``, with or without ``-`` after the date; small letters and space are read
    too. The date exists; G is K (kvinna), M (man) or X (unknown); gg is 06-79, odd for M and even
    for K, or 80-89 for X; C is a Luhn digit over positions 3-11 with K=5, M=7, X=8.

    Raises:
        Specifikationsfel: one of these is broken.

    Source:
        AK-RES-01, AK-RES-02. Inera, Lokala Reservidn 1.2, whose corrected examples leave the century
        out of the sum; the older ones are refused. Class B.
    """
    value = "".join(text.split()).upper()
    if len(value) == 13 and value[8] == "-":
        value = value[:8] + value[9:]
    if _SHAPE.fullmatch(value) is None:
        raise _fault(text, "formen stämmer inte", _FORM, "AK-RES-01")
    born = calendar_day(value[:4], value[4:6], value[6:8])
    if born is None:
        raise _fault(text, "datumet finns inte", "ett datum som finns i kalendern", "AK-RES-01")
    letter, serial = value[8], int(value[9:11])
    if not _serial_fits(letter, serial):
        allowed = "06–79, udda för M och jämnt för K; 80–89 för X"
        raise _fault(text, f"löpnumret {serial:02} gäller inte för {letter}", allowed, "AK-RES-01")
    if int(value[11]) != vgr_check_digit(value[:11]):
        expected = "kontrollsiffra räknad utan århundrade, på plats 3–11"
        raise _fault(text, "kontrollsiffran stämmer inte", expected, "AK-RES-02")
    return Identity(kind=Kind.VGR, value=value, born=born, sex=_SEX[letter])


def vgr_check_digit(payload: str) -> int:
    """The check digit after the eleven characters of *payload*; the century does not count."""
    return check_digit([_LETTER_VALUES.get(c) or int(c) for c in payload[2:11]])


def _serial_fits(letter: str, serial: int) -> bool:
    if letter == "X":
        return serial in _UNKNOWN_SERIALS
    return serial in _KNOWN_SERIALS and serial % 2 == (1 if letter == "M" else 0)


def _fault(text: str, reason: str, expected: str, krav: str) -> Exception:
    return identity_fault(Kind.VGR, text, reason, expected=expected, krav=krav, next_step=_STEP)
