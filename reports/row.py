"""The finished row of one scenario in one channel, as it is kept in rader.jsonl."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Final, NamedTuple, TypeVar

import msgspec

from reports.outcome import Outcome
from testdata.scenario import PlannedRow

Case = tuple[str, str]
"""What is chosen and compared: a place (``features/x.feature:12``) and a channel."""


class Run(NamedTuple):
    """One planned run: a case, and which time it is run when it is run several times."""

    place: str
    channel: str
    repetition: int = 1

    @property
    def case(self) -> Case:
        return self.place, self.channel


BY_PYTEST: Final = "valdes bort av pytest"
"""Why a row was chosen away by no flag of ``testa``: by ``-k`` in PYTEST_ADDOPTS, or by a plugin."""


class ShownFault(msgspec.Struct, frozen=True, kw_only=True):
    """A fault as people read it: which of the three it is, and its six parts by their Swedish names."""

    kind: str
    parts: dict[str, str]

    @property
    def text(self) -> str:
        """The kind and the sentence, then a line for each of the other parts."""
        (_, sentence), *named = self.parts.items()
        width = max(len(name) for name in self.parts) + 1
        return "\n".join((f"{self.kind}: {sentence}", *(f"  {name + ':':<{width}} {text}" for name, text in named)))


class FinishedRow(
    msgspec.Struct,
    frozen=True,
    kw_only=True,
    omit_defaults=True,
    rename={
        "place": "plats",
        "channel": "kanal",
        "name": "namn",
        "outcome": "utfall",
        "reason": "orsak",
        "fault": "fel",
        "test_type": "testtyp",
        "weakest": "klass",
        "leaned_on": "forlitar",
        "duration_s": "tid_s",
        "until": "sista_dag",
        "repetition": "omgang",
    },
):
    """What one planned row came to. ``duration_s`` is set-up, steps and teardown in seconds.

    ``reason`` says why it was not run, or why a deviation is no red; ``weakest`` is the weakest class in
    ``leaned_on``; ``until`` is the last day on which a deviation is awaited.
    """

    place: str
    channel: str
    nodeid: str
    scenario_id: str
    name: str
    outcome: Outcome
    reason: str | None
    fault: ShownFault | None
    krav: tuple[str, ...]
    test_type: str
    weakest: str | None
    leaned_on: Mapping[str, str]
    duration_s: float
    until: date | None = None
    repetition: int = 1

    @property
    def run(self) -> Run:
        return Run(self.place, self.channel, self.repetition)


class DeselectedRow(
    msgspec.Struct,
    frozen=True,
    kw_only=True,
    omit_defaults=True,
    rename={"place": "plats", "channel": "kanal", "reason": "orsak", "repetition": "omgang"},
):
    """A collected row that was chosen away before the run, and why."""

    place: str
    channel: str
    reason: str
    repetition: int = 1

    @property
    def run(self) -> Run:
        return Run(self.place, self.channel, self.repetition)


def case_word(case: Case) -> str:
    """A case as one word of a command line: ``features/x.feature:12@webb``."""
    return "@".join(case)


def read_case(word: str) -> Case:
    """The case that :func:`case_word` wrote."""
    place, _, channel = word.rpartition("@")
    return place, channel


def run_of(row: PlannedRow) -> Run:
    return Run(row.place, row.channel, row.repetition)


def turn_word(repetition: int, before: str = " ") -> str:
    """``omgång 2`` after *before*; nothing for the first, which is the only one unless somebody asked for more."""
    return f"{before}omgång {repetition}" if repetition > 1 else ""


_Line = TypeVar("_Line", PlannedRow, FinishedRow, DeselectedRow)


def read_lines(path: Path, kind: type[_Line]) -> Iterator[_Line]:
    """The lines of a JSON lines file, in order. A missing file has none.

    A line that was cut off when its writer died is left out: what it stood for is then missed by
    the account, which is where it must be noticed.
    """
    if not path.exists():
        return
    decoder = msgspec.json.Decoder(kind)
    for line in path.read_bytes().splitlines():
        try:
            yield decoder.decode(line)
        except msgspec.DecodeError:
            continue
