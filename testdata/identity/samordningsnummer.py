"""Samordningsnummer: validation and reading. Numbers are never made here, only judged."""

from __future__ import annotations

from datetime import date

from testdata.identity.luhn import check_digit
from testdata.identity.value import Identity, Kind, calendar_day, identity_fault, sex_of
from testdata.identity.written import mask, twelve_digits

_KRAV = "AK-RES-05"
_STEP = "Rätta numret, eller använd ett alias och låt ramverket dela ut ett testnummer."
_DAY_OFFSET = 60
_DAYS = range(60, 92)
_MONTHS = range(13)


def parse_samordningsnummer(text: str, *, today: date | None = None) -> Identity:
    """Read *text* as a samordningsnummer.

    Shape: as a personnummer with 60 added to the day; DD is 60-91 and MM 00-12, and the date need
    not exist (month 00, day 60 and 30 February + 60 have been issued), so ``born`` may be None.
    Luhn as for a personnummer. The serial is not judged, nor is the identity's level of assurance.

    Raises:
        Specifikationsfel: one of these is broken. The text never tells the right check digit.

    Source:
        AK-RES-05. RIV-TA person 5.1 (MM 00-12, DD 60-91); Skatteverket's published test numbers. Class B.
    """
    value = twelve_digits(text, Kind.SAMORDNINGSNUMMER, _born, today=today, krav=_KRAV)
    if int(value[4:6]) not in _MONTHS:
        raise _fault(value, "månaden är inte 00–12", "en månad 00–12")
    if int(value[6:8]) not in _DAYS:
        raise _fault(value, "dagen är inte 60–91", "födelsedagen plus 60, alltså 60–91")
    born = _born(value)
    if today is not None and (int(value[:4]) > today.year or (born is not None and born > today)):
        raise _fault(value, "datumet har inte varit än", f"ett datum senast {today}")
    if int(value[11]) != check_digit([int(c) for c in value[2:11]]):
        raise _fault(value, "kontrollsiffran stämmer inte", "rätt kontrollsiffra")
    return Identity(kind=Kind.SAMORDNINGSNUMMER, value=value, born=born, sex=sex_of(value[10]))


def _born(value: str) -> date | None:
    return calendar_day(value[:4], value[4:6], str(int(value[6:8]) - _DAY_OFFSET))


def _fault(value: str, reason: str, expected: str) -> Exception:
    return identity_fault(Kind.SAMORDNINGSNUMMER, mask(value), reason, expected=expected, krav=_KRAV, next_step=_STEP)
