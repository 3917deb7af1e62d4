"""Age in whole years, as everybody counts it."""

from __future__ import annotations

from datetime import date


def age_on(born: date, day: date) -> int:
    """Birthdays that somebody born on *born* has had on *day*; negative before the birth."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))
