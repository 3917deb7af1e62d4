"""The check digit that all four kinds of identity share; only the values they feed it differ."""

from __future__ import annotations

from collections.abc import Sequence


def check_digit(values: Sequence[int]) -> int:
    """The Luhn digit after *values* (non-negative, check digit excluded, left to right).

    The weight is 2 for the last value and alternates with 1 leftwards; a doubled value counts with
    the sum of its digits. A value may have several digits: a letter of an NRID is one value.
    """
    total = 0
    for place, value in enumerate(reversed(values)):
        weighted = value * 2 if place % 2 == 0 else value
        total += sum(int(digit) for digit in str(weighted))
    return -total % 10
