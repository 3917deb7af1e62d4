"""The check digit of a reservnummer."""

from __future__ import annotations

from collections.abc import Iterable


def luhn_digit(values: Iterable[int]) -> int:
    """The digit that makes the sum even tens. Every second of *values* is doubled, the last one first; figures are
    added one by one, so a value may be above nine.
    """
    weight, total = 2, 0
    for value in reversed(list(values)):
        product = value * weight
        while product:
            product, figure = divmod(product, 10)
            total += figure
        weight = 3 - weight
    return (10 - total % 10) % 10
