"""The day of the machine: the technical clock. Care time never comes from here, only what a tag sets a date for."""

from __future__ import annotations

from datetime import date, datetime

from testdata.model import STOCKHOLM


def machine_day() -> date:
    """Today in Stockholm. Asked for where a run begins, and passed on as a value."""
    return datetime.now(STOCKHOLM).date()  # noqa: TID251  # the one place: everybody else is given the day
