"""Personnummer: validation and reading. Numbers are never made here, only judged."""

from __future__ import annotations

from datetime import date

from testdata.identity.luhn import check_digit
from testdata.identity.value import Identity, Kind, calendar_day, identity_fault, sex_of
from testdata.identity.written import mask, twelve_digits

_KRAV = "AK-RES-04"
_STEP = "Rätta numret, eller använd ett alias och låt ramverket dela ut ett testnummer."


def parse_personnummer(text: str, *, today: date | None = None) -> Identity:
    """Read *text* as a personnummer.

    Shape: ``YYYYMMDDNNGC``, also as ten digits with ``-`` or ``+`` when *today* is given. The date
    exists and is not after *today*; NNG is not 000; C is a Luhn digit over YYMMDDNNG (the century
    is not in the sum). G is odd for a man, even for a kvinna. The sign in a twelve-digit number is
    not judged. That the number is in use or free is not known here; see :mod:`proof`.

    Raises:
        Specifikationsfel: one of these is broken. The text never tells the right check digit.

    Source:
        AK-RES-04. Skatteverket's published test numbers, which all follow it. Class B.
    """
    value = twelve_digits(text, Kind.PERSONNUMMER, _born, today=today, krav=_KRAV)
    born = _born(value)
    if born is None:
        raise _fault(value, "datumet finns inte", "ett datum som finns i kalendern")
    if today is not None and born > today:
        raise _fault(value, "datumet har inte varit än", f"ett datum senast {today}")
    if value[8:11] == "000":
        raise _fault(value, "födelsenumret är 000", "ett födelsenummer från 001")
    if int(value[11]) != check_digit([int(c) for c in value[2:11]]):
        raise _fault(value, "kontrollsiffran stämmer inte", "rätt kontrollsiffra")
    return Identity(kind=Kind.PERSONNUMMER, value=value, born=born, sex=sex_of(value[10]))


def _born(value: str) -> date | None:
    return calendar_day(value[:4], value[4:6], value[6:8])


def _fault(value: str, reason: str, expected: str) -> Exception:
    return identity_fault(Kind.PERSONNUMMER, mask(value), reason, expected=expected, krav=_KRAV, next_step=_STEP)
