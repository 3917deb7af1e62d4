"""Nationella reservnummer, ``XXÅÅMMDDNNGK``.

Source:
    AK-RES-03. Nationellt ReservID, specifikation 1.0.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import product

from harness.systems.pu.numbers.luhn import luhn_digit

LETTERS = "ABCDEFGHJKLMNPRSTUXYZ"
# A number must not have a word in it, and the list of words is only partly published: no vowel, no letter twice, and
# none of these, leaves less than there is (class D).
_VOWELS = frozenset("AEUY")
_INITIALS = frozenset({"GHB", "KGB", "LSD", "PMS", "TBC", "XTC"})
_SPELT = tuple(letter for letter in LETTERS if letter not in _VOWELS)
_SEXLESS = tuple(
    word for word in map("".join, product(_SPELT, repeat=3)) if len(set(word)) == len(word) and word not in _INITIALS
)
_CENTURIES = (19, 20)
_PAIRS = tuple(map("".join, product(LETTERS, repeat=2)))
_UNDATED = tuple(product(range(40, 60), range(20, 100), range(100)))


def nrid_numbers(born: date | None, sex: str | None, series: int, *, start: int) -> Iterator[str]:
    """The NRID of a birth date and sex (None when unknown) from place *start* on, each once, in an order that stands.

    Args:
        sex: "kvinna" or "man".
        series: 1 to 26; a birth date that is not known has none.

    Raises:
        ValueError: *born* is of a century that has no series.
    """
    if born is not None and born.year // 100 not in _CENTURIES:
        raise ValueError("no series for that century")
    per_date = len(_SEXLESS) if sex is None else 5 * len(_PAIRS)
    places = range(start, per_date * (len(_UNDATED) if born is None else 1))
    return (_number(place, per_date, born, sex, series) for place in places)


def _number(place: int, per_date: int, born: date | None, sex: str | None, series: int) -> str:
    turn, within = divmod(place, per_date)
    if born is None:
        day, month, year = _UNDATED[turn]
        front = f"00{year:02}{month:02}{day:02}"
    else:
        front = f"{born.year // 100 + 3 * series:02}{born:%y%m%d}"
    if sex is None:
        tail = _SEXLESS[within]
    else:
        pair, half = divmod(within, 5)
        tail = f"{_PAIRS[pair]}{2 * half + (sex == 'man')}"
    return front + tail + str(nrid_check(front + tail))


def nrid_check(eleven: str) -> int:
    """A letter counts as one value, its ASCII code."""
    return luhn_digit(int(sign) if sign.isdigit() else ord(sign) for sign in eleven)
