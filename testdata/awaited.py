"""A known red with an end date: the tag ``@vantar:ÅÅÅÅ-MM-DD`` (architecture D18)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import Final

from testdata.faults import Specifikationsfel

AWAITED_TAG: Final = "vantar"

# fromisoformat takes more than is meant here: 20260301, and weeks.
_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}")


def read_awaited(tags: Iterable[str], today: date) -> date | None:
    """The last day on which a deviation is awaited of a scenario with *tags*; None when none is.

    Raises:
        Specifikationsfel: the day is missing, is no day or is past, or two tags name different days.
    """
    named = dict.fromkeys(tag for tag in tags if tag.partition(":")[0] == AWAITED_TAG)
    if not named:
        return None
    shown = " och ".join(f"@{tag}" for tag in named)
    if len(named) > 1:
        raise _fault(f"Scenariot har mer än en sista dag: {shown}.", shown, "Behåll en av taggarna.")
    until = read_day(next(iter(named)).partition(":")[2])
    if until is None:
        raise _fault(
            f"Taggen {shown} har ingen dag som finns.",
            shown,
            f"Skriv @{AWAITED_TAG}: och den sista dag då avvikelsen får finnas kvar, som ÅÅÅÅ-MM-DD.",
        )
    if until < today:
        raise _fault(
            f"Taggen {shown} har gått ut.",
            f"sista dagen var {until}, och i dag är det {today}",
            "Ta bort taggen, eller bestäm en ny sista dag om avvikelsen ska få finnas kvar.",
        )
    return until


def read_day(text: str) -> date | None:
    """The day that *text* says as ÅÅÅÅ-MM-DD; None when there is no such day."""
    if not _DAY.fullmatch(text):
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _fault(sentence: str, actual: str, next_step: str) -> Specifikationsfel:
    return Specifikationsfel(
        sentence,
        expected=f"en tagg @{AWAITED_TAG}:ÅÅÅÅ-MM-DD vars dag inte har passerat",
        actual=actual,
        next_step=next_step,
    )
