"""The output folder of one run: every file name in one place, and the right to empty it."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from testdata.faults import Specifikationsfel
from testdata.scenario import TEST_TYPES

_MARK = ".provtryck"
_OWN_FILES = ("insamlade*.jsonl", "bortvalda*.jsonl", "rader.jsonl", "miljo.json", "slut.json")
_OWN_RESULTS = ("sammanfattning.json", "junit.xml", "pytest.log")
_OWN_FOLDERS = ("allure", *(f"allure-{test_type}" for test_type in TEST_TYPES), "allure-results", "journaler")


@dataclass(frozen=True, slots=True)
class OutputFolder:
    """Where one run leaves what it found. ``root`` is absolute."""

    root: Path

    def collected(self, worker: str = "") -> Path:
        """The planned rows as one process collected them; *worker* is xdist's ``gw0``."""
        return self.root / f"insamlade{_suffix(worker)}.jsonl"

    def deselected(self, worker: str = "") -> Path:
        return self.root / f"bortvalda{_suffix(worker)}.jsonl"

    def all_collected(self) -> list[Path]:
        return sorted(self.root.glob("insamlade*.jsonl"))

    def all_deselected(self) -> list[Path]:
        return sorted(self.root.glob("bortvalda*.jsonl"))

    @property
    def rows(self) -> Path:
        return self.root / "rader.jsonl"

    @property
    def end(self) -> Path:
        return self.root / "slut.json"

    @property
    def surroundings(self) -> Path:
        return self.root / "miljo.json"

    @property
    def journals(self) -> Path:
        return self.root / "journaler"

    @property
    def results(self) -> Path:
        return self.root / "allure-results"

    def report(self, test_type: str = "") -> Path:
        """The folder of the joint report, or of that of one test type."""
        return self.root / (f"allure-{test_type}" if test_type else "allure")

    def page(self, test_type: str = "") -> Path:
        return self.report(test_type) / "index.html"

    @property
    def summary(self) -> Path:
        return self.root / "sammanfattning.json"

    @property
    def junit(self) -> Path:
        return self.root / "junit.xml"

    @property
    def log(self) -> Path:
        return self.root / "pytest.log"

    def prepare(self) -> None:
        """Make the folder, or empty it of what an earlier run made.

        Raises:
            Specifikationsfel: the folder holds files and no run has marked it as its own.
        """
        mark = self.root / _MARK
        if self.root.exists() and not mark.exists() and _holds_anything(self.root):
            raise Specifikationsfel(
                f"Mappen {self.root} är inte tom och kommer inte från en tidigare körning.",
                expected="en tom mapp, en mapp som inte finns eller en mapp från en tidigare körning",
                actual=f"innehåller bland annat {_some_names(self.root)}",
                where="flaggan --ut",
                next_step="Ange en annan mapp med --ut, eller flytta undan filerna.",
            )
        self.root.mkdir(parents=True, exist_ok=True)
        mark.write_text("Mappen töms av nästa körning.\n", encoding="utf-8")
        _remove(self._own_paths())

    def withdraw(self) -> bool:
        """Take away what people and programs read as the result of a run, when a run was refused before it began.

        A green summary of an earlier run must not be taken for this one's. What the runs themselves compare with,
        the rows that were planned and how they ended, stays: so ``--senast-roda`` still knows what was red, and
        the next run what is gone. A folder that no run has marked is left alone.

        Returns:
            Whether there was anything to take away.
        """
        if not (self.root / _MARK).exists():
            return False
        found = list(self._paths(_OWN_RESULTS))
        _remove(found)
        return bool(found)

    def _own_paths(self) -> Iterator[Path]:
        yield from self._paths((*_OWN_FILES, *_OWN_RESULTS))

    def _paths(self, patterns: Iterable[str]) -> Iterator[Path]:
        """Our own folders, and the files of *patterns*."""
        for pattern in patterns:
            yield from list(self.root.glob(pattern))
        yield from (self.root / name for name in _OWN_FOLDERS if (self.root / name).exists())


def _remove(paths: Iterable[Path]) -> None:
    for path in paths:
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink()


def _suffix(worker: str) -> str:
    return f"-{worker}" if worker else ""


def _holds_anything(folder: Path) -> bool:
    return not folder.is_dir() or any(folder.iterdir())


def _some_names(folder: Path) -> str:
    if not folder.is_dir():
        return "en fil med det namnet"
    return ", ".join(sorted(path.name for path in folder.iterdir())[:3])
