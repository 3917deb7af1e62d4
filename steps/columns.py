"""Where the columns of a Scenariomall stand in a step that is filled in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

_COLUMN = re.compile(r"<([^<>]+)>")


@dataclass(frozen=True, slots=True)
class Column:
    """``<name>`` in a step, and its value in this row: from ``start`` to ``end`` of the filled-in text."""

    name: str
    value: str
    start: int
    end: int


def columns_of(written: str, example: Mapping[str, str]) -> Iterator[Column]:
    """The columns of a step as it is *written*, in order."""
    gained = 0  # how much longer the text has become before this place
    for match in _COLUMN.finditer(written):
        name = match[1]
        if name in example:
            start = match.start() + gained
            yield Column(name, example[name], start, start + len(example[name]))
            gained += len(example[name]) - len(match.group())
