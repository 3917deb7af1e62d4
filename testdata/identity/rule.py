"""Proof 2 (regel): the test personnummer that a rule gives, each verified to be in Skatteverket's list."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

from testdata.identity.luhn import check_digit
from testdata.identity.value import calendar_day

_BOTH_EVERY_DAY = range(1991, 1994)
_EVEN_FIRST = {**dict.fromkeys([*range(1994, 2002), 2013, 2015], (238, 239)),
               **dict.fromkeys([2014, 2016, 2019], (239, 238)),
               **dict.fromkeys([*range(1890, 1895), 1896, 1899], (980, 981))}  # fmt: skip
# These days follow the rule but their numbers are not in the published list.
_NEVER = frozenset({date(1999, 1, 1), date(2000, 12, 18), date(2001, 3, 3), date(2014, 3, 17), date(2016, 10, 26)})


YEARS = frozenset({*_BOTH_EVERY_DAY, *_EVEN_FIRST})
"""The birth years that the rule covers."""


@cache
def rule_numbers() -> frozenset[str]:
    """All 9 492 numbers of proof 2, twelve digits each."""
    return frozenset(_number(day, serial) for year in YEARS for day in _days(year) for serial in _serials(day))


def follows_rule(number: str) -> bool:
    """Whether the twelve digits of *number* are one of :func:`rule_numbers`, without making them all."""
    if len(number) != 12 or not (number.isascii() and number.isdigit()):
        return False
    day = calendar_day(number[:4], number[4:6], number[6:8])
    if day is None or day.year not in YEARS:
        return False
    return any(_number(day, serial) == number for serial in _serials(day))


def _serials(day: date) -> tuple[int, ...]:
    """The serials of *day*: both, or the one that the parity of its proleptic ordinal picks."""
    if day in _NEVER:
        return ()
    if day.year in _BOTH_EVERY_DAY:
        return 238, 239
    even, odd = _EVEN_FIRST[day.year]
    return (odd,) if day.toordinal() % 2 else (even,)


def _days(year: int) -> Iterator[date]:
    day = date(year, 1, 1)
    while day.year == year:
        yield day
        day += timedelta(days=1)


def _number(day: date, serial: int) -> str:
    payload = f"{day:%Y%m%d}{serial}"
    return f"{payload}{check_digit([int(c) for c in payload[2:]])}"
