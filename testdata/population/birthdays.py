"""Birth dates and personnummer of the framtidsvärld: no collision, and nothing remembered (D12, proof 5)."""

from __future__ import annotations

import math
from datetime import date

import numpy as np

from testdata.population.columns import Characters, beside, digits
from testdata.population.draws import Whole, permute
from testdata.population.households import BLOCK, Place, places

SHIFT = date(2400, 1, 1) - date(2000, 1, 1)
"""Four hundred years: the same weekdays and leap years, and numbers that nobody can have been given."""

_DAYS_IN_YEAR = 365.2425


def largest_population() -> int:
    """How many people there are numbers for; beyond that one place of the composition runs out."""
    return BLOCK * min(len(days_before(place)) * place.serials for place in places())


def birthdays(seed: int, place: int, blocks: Whole, reference: date) -> tuple[Whole, Whole]:
    """Birth dates (days since 1970) and serials of those who have *place* in *blocks*.

    A permutation of every (date, serial) that the place owns decides, so two never meet. Ages count on *reference*.
    """
    listed = places()
    own, lender = listed[place], listed[place]
    at = place
    if own.twin_of is not None:
        at, lender = own.twin_of, listed[own.twin_of]
    ages = days_before(lender)
    days = len(ages)
    slot = permute(seed, f"fodelse {at}", blocks, days * lender.serials)
    latest = np.datetime64(reference, "D").astype(np.int64) - ages.start
    index = slot // days + own.first_serial
    return latest - slot % days, 2 * index + (2 if own.sex == "kvinna" else 3)


def personnummer(days: Whole, serials: Whole) -> Characters:
    """Twelve characters each: date, serial and check digit (Luhn without the century)."""
    dates = days.astype("datetime64[D]")
    years = dates.astype("datetime64[Y]").astype(np.int64) + 1970
    months = dates.astype("datetime64[M]").astype(np.int64) % 12 + 1
    of_month = (dates - dates.astype("datetime64[M]")).astype(np.int64) + 1
    payload = beside(digits(years, 4), digits(months, 2), digits(of_month, 2), digits(serials, 3))
    values = payload[:, 2:].astype(np.int64) - ord("0")
    values[:, ::2] *= 2
    sums = (values // 10 + values % 10).sum(axis=1)
    return beside(payload, digits(-sums % 10, 1))


def days_before(place: Place) -> range:
    """How many days before the day that ages count on those of *place* can be born."""
    youngest = math.ceil(place.youngest * _DAYS_IN_YEAR)
    return range(youngest, youngest + round((place.oldest - place.youngest) * _DAYS_IN_YEAR))
