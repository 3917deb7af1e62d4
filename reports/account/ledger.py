"""Reads everything that an account is drawn up from: feature files, row files and Allure results."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec

from reports.account.account import Counts, Ending
from reports.account.compiled import CompiledPickle, compile_pickles
from reports.account.written import read_written
from reports.folder import OutputFolder
from reports.row import DeselectedRow, FinishedRow, Run, read_lines, run_of
from reports.sessionend import read_end
from testdata.scenario import PlannedRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """A path as it was given: a file or folder, and the line after the colon or None."""

    path: Path
    line: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Texts:
    """What stands in the chosen feature files, read twice in two ways.

    ``outside`` is what chosen lines leave out; ``lost`` are chosen lines where no scenario stands.
    """

    written: tuple[str, ...]
    pickles: tuple[CompiledPickle, ...]
    outside: frozenset[Run]
    lost: tuple[str, ...]
    repetitions: int = 1

    @property
    def planned(self) -> list[Run]:
        return _runs_of(self.pickles, self.repetitions)


def read_texts(chosen: Sequence[Chosen], root: Path, *, repetitions: int = 1) -> Texts:
    """Read every feature file that *chosen* touches; places are relative to *root*.

    ``repetitions`` is how many times everything will be run.
    """
    written: list[str] = []
    pickles: list[CompiledPickle] = []
    outside: list[Run] = []
    lost: list[str] = []
    for file, lines in _lines_by_file(chosen).items():
        path = relative(file, root)
        # Bytes that are not UTF-8 are for hygiene to refuse; a count must not stop at them.
        text = file.read_text(encoding="utf-8-sig", errors="replace")
        written += (f"{path}:{line}" for line in read_written(text))
        found = compile_pickles(text, path)
        pickles += found
        if lines is not None:
            outside += _runs_of([p for p in found if not lines & p.lines], repetitions)
            lost += (f"{path}:{line}" for line in sorted(lines) if not any(line in p.lines for p in found))
    return Texts(
        written=tuple(written),
        pickles=tuple(pickles),
        outside=frozenset(outside),
        lost=tuple(lost),
        repetitions=repetitions,
    )


def read_rows(folder: OutputFolder) -> list[FinishedRow]:
    return list(read_lines(folder.rows, FinishedRow))


def read_counts(folder: OutputFolder, texts: Texts, rows: Sequence[FinishedRow]) -> Counts:
    """What the run left behind, beside what the texts say it should have."""
    collected = {run_of(row): None for path in folder.all_collected() for row in read_lines(path, PlannedRow)}
    reported, damaged = read_results(folder.results)
    end = read_end(folder)
    return Counts(
        written=texts.written,
        compiled=[pickle.place for pickle in texts.pickles],
        planned=texts.planned,
        outside=texts.outside,
        collected=list(collected),
        deselected=read_deselected(folder),
        endings=[Ending(run=row.run, outcome=row.outcome, reason=row.reason) for row in rows],
        reported=reported,
        damaged=damaged,
        ended=end.in_order,
        stopped=end.stopped,
    )


def read_deselected(folder: OutputFolder) -> dict[Run, str]:
    return {row.run: row.reason for path in folder.all_deselected() for row in read_lines(path, DeselectedRow)}


def read_results(results: Path) -> tuple[list[Run], list[str]]:
    """The runs that have an Allure result, one for each file, and the files that cannot be read.

    Results of tests that are no scenarios have no place and are not counted.
    """
    reported: list[Run] = []
    damaged: list[str] = []
    decoder = msgspec.json.Decoder(_Result)
    for path in sorted(results.glob("*-result.json*")):
        try:
            labels = {label.name: label.value for label in decoder.decode(path.read_bytes()).labels}
            repetition = int(labels.get("omgang", "1"))
        except (msgspec.DecodeError, ValueError):
            damaged.append(path.name)
            continue
        if "plats" in labels:
            reported.append(Run(labels["plats"], labels.get("kanal", ""), repetition))
    return reported, damaged


class _Label(msgspec.Struct):
    name: str
    value: str


class _Result(msgspec.Struct):
    """``status`` and ``stop`` are what a half-written result lacks."""

    status: str
    stop: int
    labels: list[_Label]


def feature_files(path: Path) -> list[Path]:
    """*path* itself, or every feature file below it, in order. Absolute, links followed."""
    path = path.resolve()
    return sorted(path.rglob("*.feature")) if path.is_dir() else [path]


def relative(file: Path, root: Path) -> str:
    """*file* seen from *root* with slashes, or its whole path when it lies elsewhere."""
    file = file.resolve()
    return file.relative_to(root).as_posix() if file.is_relative_to(root) else file.as_posix()


def chosen_files(chosen: Sequence[Chosen]) -> list[Path]:
    """Every feature file that *chosen* touches, once."""
    return list(_lines_by_file(chosen))


def _lines_by_file(chosen: Sequence[Chosen]) -> dict[Path, frozenset[int] | None]:
    """The lines that were asked for in each file; None when some choice takes the whole file."""
    lines: dict[Path, frozenset[int] | None] = {}
    for choice in chosen:
        for file in feature_files(choice.path):
            before = lines.get(file, frozenset())
            lines[file] = None if before is None or choice.line is None else before | {choice.line}
    return lines


def _runs_of(pickles: Sequence[CompiledPickle], repetitions: int) -> list[Run]:
    return [
        Run(pickle.place, channel, repetition)
        for repetition in range(1, repetitions + 1)
        for pickle in pickles
        for channel in pickle.channels
    ]
