"""The lines by which a run tells the command line how far it has come."""

from __future__ import annotations

from typing import Final

import msgspec

from reports.outcome import Outcome
from reports.row import FinishedRow

_PREFIX: Final = "@@provtryck "


class Started(msgspec.Struct, frozen=True, kw_only=True, tag_field="handelse", tag="start", rename={"total": "totalt"}):
    """The scenarios that will be run are known."""

    total: int


class RowFinished(
    msgspec.Struct,
    frozen=True,
    kw_only=True,
    tag_field="handelse",
    tag="rad",
    omit_defaults=True,
    rename={
        "number": "nr",
        "place": "plats",
        "channel": "kanal",
        "name": "namn",
        "outcome": "utfall",
        "repetition": "omgang",
    },
):
    """One scenario is finished; ``number`` counts from one."""

    number: int
    place: str
    channel: str
    name: str
    outcome: Outcome
    repetition: int = 1


class Stopped(
    msgspec.Struct,
    frozen=True,
    kw_only=True,
    tag_field="handelse",
    tag="klar",
    omit_defaults=True,
    rename={"done": "klara", "early": "i_fortid"},
):
    """The run has ended of itself, after ``done`` scenarios; ``early`` when a rule of its own stopped it, as -x."""

    done: int
    early: bool = False


RunEvent = Started | RowFinished | Stopped


def event_line(event: RunEvent) -> str:
    return _PREFIX + msgspec.json.encode(event).decode()


def row_event(row: FinishedRow, number: int) -> RowFinished:
    return RowFinished(
        number=number,
        place=row.place,
        channel=row.channel,
        name=row.name,
        outcome=row.outcome,
        repetition=row.repetition,
    )


def read_event(line: str) -> RunEvent | None:
    """The event in a line of output; None for any other line.

    pytest may have left something unfinished on the line, such as a percentage.
    """
    _, found, text = line.partition(_PREFIX)
    if not found:
        return None
    try:
        event: RunEvent = msgspec.json.decode(text, type=RunEvent)
    except msgspec.DecodeError:
        return None
    return event
