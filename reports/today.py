"""The technical clock's day: which day the run takes place on. Care time is something else."""

from __future__ import annotations

from datetime import date

import pytest

from testdata.machineday import machine_day

_OPTION = "--provtryck-idag"


def add_today(group: pytest.OptionGroup) -> None:
    group.addoption(_OPTION, metavar="ÅÅÅÅ-MM-DD", help="dagen som @vantar räknas mot (annars datorns)")


def settle_today(config: pytest.Config) -> date:
    """The day of this run, kept as an option so that workers are given the same.

    Raises:
        pytest.UsageError: what was given is no day.
    """
    given: str | None = config.getoption(_OPTION)
    try:
        today = date.fromisoformat(given) if given else machine_day()
    except ValueError as fault:
        raise pytest.UsageError(f"»{given}« är ingen dag. Skriv den som ÅÅÅÅ-MM-DD.") from fault
    config.option.provtryck_idag = today.isoformat()
    return today


def today_of(config: pytest.Config) -> date:
    """The day that :func:`settle_today` settled."""
    return date.fromisoformat(config.getoption(_OPTION))
