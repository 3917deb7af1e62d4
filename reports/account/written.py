"""Counts the scenarios of a feature file by reading its lines, without any Gherkin library.

The count is worth something only because it shares nothing with the parser that the run uses.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

_SCENARIOS: Final = ("Scenario:", "Scenariomall:", "Abstrakt Scenario:")
_EXAMPLES: Final = "Exempel:"
_BACKGROUND: Final = "Bakgrund:"
_BODILESS: Final = ("Egenskap:", "Regel:")
_STEPS: Final = ("Givet ", "När ", "Så ", "Och ", "Men ", "* ")
_FENCES: Final = ('"""', "```")


class _Scenario:
    """A scenario being read: its own line, and the lines of its example rows once there is a table."""

    def __init__(self, line: int) -> None:
        self.line = line
        self.examples: list[int] | None = None

    @property
    def runs(self) -> list[int]:
        return [self.line] if self.examples is None else self.examples


def read_written(text: str) -> list[int]:
    """The line of every scenario that *text* holds: of the example row where there is one.

    A template whose tables are empty gives nothing; a template without tables counts as one
    scenario, as it is run. Fences open a docstring under a step only, as in Gherkin.
    """
    return [line for scenario in _scenarios(text) for line in scenario.runs]


def _scenarios(text: str) -> Iterator[_Scenario]:
    current: _Scenario | None = None
    takes_steps = after_step = in_examples = header_seen = False
    fence = ""
    for number, raw in enumerate(text.removeprefix("\ufeff").split("\n"), start=1):
        line = raw.strip()
        if fence:
            fence = "" if line.startswith(fence) else fence
        elif after_step and line.startswith(_FENCES):
            fence = line[:3]
        elif line.startswith(_SCENARIOS):
            if current:
                yield current
            current = _Scenario(number)
            takes_steps, after_step, in_examples = True, False, False
        elif line.startswith(_EXAMPLES) and current:
            current.examples = current.examples or []
            takes_steps, after_step, in_examples, header_seen = False, False, True, False
        elif line.startswith((*_BODILESS, _BACKGROUND)):
            takes_steps = line.startswith(_BACKGROUND)
            after_step = in_examples = False
        elif line.startswith(_STEPS) and takes_steps:
            after_step = True
        elif line.startswith("|") and in_examples and current and current.examples is not None:
            if header_seen:
                current.examples.append(number)
            header_seen = True
    if current:
        yield current
