"""What each line of a feature is, judged by itself: also in a file that cannot be parsed."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, auto

from steps.keywords import is_block, is_step, meant_step

FENCES = ('"""', "```")


class LineKind(Enum):
    BLANK = auto()
    COMMENT = auto()
    TAG = auto()
    CELL = auto()
    FENCE = auto()
    DOCSTRING = auto()
    BLOCK = auto()
    STEP = auto()
    TEXT = auto()  # prose, or a keyword that is misspelt


def line_kinds(lines: Sequence[str]) -> list[LineKind]:
    """The kind of each of *lines*. A fence opens under a step only, also a misspelt one."""
    kinds: list[LineKind] = []
    fence, after_step = "", False
    for raw in lines:
        line = raw.strip()
        if fence:
            closes = line.startswith(fence)
            kinds.append(LineKind.FENCE if closes else LineKind.DOCSTRING)
            fence = "" if closes else fence
            continue
        kind = LineKind.FENCE if after_step and line.startswith(FENCES) else _kind(line)
        if kind is LineKind.FENCE:
            fence = line[:3]
        elif kind in (LineKind.BLOCK, LineKind.TAG):
            after_step = False
        elif kind is LineKind.STEP or (kind is LineKind.TEXT and meant_step(line)):
            after_step = True
        kinds.append(kind)
    return kinds


def unclosed_fence(lines: Sequence[str]) -> int | None:
    """The number of the line that opens a docstring which is never closed."""
    opened = None
    for number, kind in enumerate(line_kinds(lines), start=1):
        if kind is LineKind.FENCE:
            opened = number if opened is None else None
    return opened


def _kind(line: str) -> LineKind:
    if not line:
        return LineKind.BLANK
    first = line[0]
    if first == "#":
        return LineKind.COMMENT
    if first == "@":
        return LineKind.TAG
    if first == "|":
        return LineKind.CELL
    if is_step(line):
        return LineKind.STEP
    return LineKind.BLOCK if is_block(line) else LineKind.TEXT
