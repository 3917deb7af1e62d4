"""Moments and days of care time.

Moments are UTC inside, so that adding hours is right over a DST night; people and the wire see
Europe/Stockholm.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

_OF_AGE = 18
STOCKHOLM = ZoneInfo("Europe/Stockholm")


def to_utc(moment: datetime) -> datetime:
    """*moment* in UTC.

    Raises:
        ValueError: *moment* has no offset, so nobody can say when it is.
    """
    if moment.tzinfo is None:
        raise ValueError("a moment needs an offset")
    return moment.astimezone(UTC)


def moment_text(moment: datetime) -> str:
    """ISO 8601 with the offset of Stockholm, as on the wire."""
    return moment.astimezone(STOCKHOLM).isoformat()


def parse_moment(text: str) -> datetime:
    """The moment that an ISO 8601 text with offset names, in UTC.

    Raises:
        ValueError: not ISO 8601, or without offset.
    """
    return to_utc(datetime.fromisoformat(text))


def stockholm_day(moment: datetime) -> date:
    """The calendar day in Stockholm at *moment*."""
    return moment.astimezone(STOCKHOLM).date()


def is_repeated(moment: datetime) -> bool:
    """Does the clock in Stockholm show this time for the second time, the night it is set back?"""
    return moment.astimezone(STOCKHOLM).fold == 1


def age_on(born: date, day: date) -> int:
    """Years of age on *day*; who is born on 29 February becomes older on 1 March."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def is_minor(born: date, day: date) -> bool:
    """Source: FB (1949:381) 9 kap. 1 §."""
    return age_on(born, day) < _OF_AGE
