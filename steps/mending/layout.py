"""Indentation, blanks and tables in our own style. The text says the same before and after."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from steps.linekinds import LineKind, line_kinds
from steps.mending.cells import align

_STEP = 2  # blanks for each level
_RULE, _FEATURE, _EXAMPLES = "Regel:", "Egenskap:", "Exempel:"


def lay_out(text: str) -> str:
    """*text*, whose lines end with LF, in our style. Comments, docstrings and cells keep every letter."""
    lines = text.split("\n")
    kinds = line_kinds(lines)
    indents = list(_indents(lines, kinds))
    tables = dict(_aligned(lines, kinds))
    out: list[str] = []
    opened: tuple[int, int] | None = None  # the indentation of an open fence, before and now
    prose = (0, 0)
    for number, (line, kind, indent) in enumerate(zip(lines, kinds, indents, strict=True)):
        if kind is LineKind.DOCSTRING and opened:
            out.append(_moved(line, *opened))
        elif kind is LineKind.FENCE:
            opened = None if opened else (_indent_of(line), indent)
            out.append(" " * indent + line.strip())
        elif kind is LineKind.BLANK:
            out.append("")
        elif kind is LineKind.COMMENT:
            out.append(" " * indent + line.lstrip())
        elif kind is LineKind.CELL:
            out.append(" " * indent + tables[number])
        elif kind is LineKind.TEXT:
            # A list in a description keeps its own indentation under the first line.
            if number == 0 or kinds[number - 1] is not LineKind.TEXT:
                prose = (_indent_of(line), indent)
            out.append(" " * max(indent, indent + _indent_of(line) - prose[0]) + line.strip())
        else:
            bare = line.strip()
            only_keyword = kind is LineKind.STEP and " " not in bare  # its blank is what makes it a step
            out.append(" " * indent + bare + " " * only_keyword)
    return "\n".join(out).rstrip("\n") + "\n"


def _indents(lines: Sequence[str], kinds: Sequence[LineKind]) -> Iterator[int]:
    """How far each line is moved in: by the block it is in; tags and comments by the line that they stand above."""
    own: list[int | None] = []
    block, inside, argument = 0, 0, 0
    in_rule = False
    for line, kind in zip(lines, kinds, strict=True):
        bare = line.strip()
        if kind is LineKind.BLOCK:
            if bare.startswith(_FEATURE):
                block, in_rule = 0, False
                inside = block + _STEP
                own.append(block)
            elif bare.startswith(_RULE):
                block, in_rule = _STEP, True
                inside = block + _STEP
                own.append(block)
            elif bare.startswith(_EXAMPLES):
                own.append(block + _STEP)
                inside = block + 2 * _STEP
            else:
                block = 2 * _STEP if in_rule else _STEP
                inside = block + _STEP
                own.append(block)
            argument = inside
        elif kind is LineKind.STEP:
            own.append(inside)
            argument = inside + _STEP
        elif kind in (LineKind.CELL, LineKind.FENCE, LineKind.DOCSTRING):
            own.append(argument)
        elif kind is LineKind.TEXT:
            own.append(inside)
        else:
            own.append(None)
    return iter(_from_below(own))


def _from_below(indents: Sequence[int | None]) -> list[int]:
    """Each None as the first number below it; at the end, as the last number above."""
    last = next((indent for indent in reversed(indents) if indent is not None), 0)
    filled: list[int] = []
    for indent in reversed(indents):
        last = last if indent is None else indent
        filled.append(last)
    return filled[::-1]


def _aligned(lines: Sequence[str], kinds: Sequence[LineKind]) -> Iterator[tuple[int, str]]:
    """The rows of every table by their place, in columns. A comment does not end a table."""
    group: list[int] = []
    for number, kind in enumerate([*kinds, LineKind.TEXT]):
        if kind is LineKind.CELL:
            group.append(number)
        elif kind not in (LineKind.COMMENT, LineKind.BLANK) and group:
            yield from zip(group, align([lines[n] for n in group]), strict=True)
            group = []


def _indent_of(line: str) -> int:
    return len(line) - len(line.lstrip())


def _moved(line: str, before: int, now: int) -> str:
    """A line of a docstring moved with its fence: what Gherkin takes for its content stays the same."""
    content = line[before:] if before <= _indent_of(line + "\n") else line.lstrip()
    return " " * now + content if content else ""
