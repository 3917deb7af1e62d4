"""Does what a page of the handbook tells its reader to do, in a copy of the product, and sees what she is told to see.

A page is read from the top. Hidden notes (HTML comments) say what its prose says in words:

* ``<!-- fil: features/eget/x.feature -->``: the next block is the content of this file;
  with ``fil+:`` it is added at its end.
* ``<!-- byt i features/x.feature: "a" -> "b" -->``: the reader changes this; ``b`` may be empty.
* ``<!-- kör: testa features/eget -->``: the reader runs this. A block of ``python3 provtryck …`` is run as well.
* ``<!-- skriv: features/eget/x.feature`` and then the content of the file, which the reader does not see.
* ``<!-- syns: "text" -->``: this line was printed, though the page does not show it.
* ``<!-- körs inte: why -->``: the next block is neither run nor compared.

A block without a language is what was printed last: its lines must be there in this order, ``…`` standing for
anything.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
_PART = re.compile(
    r"<!-- (?P<note>fil\+?|byt i|körs inte|kör|skriv|syns):? ?(?P<said>.*?)\s-->"
    r"|^```(?P<language>\w*)\n(?P<body>.*?)^```$",
    re.DOTALL | re.MULTILINE,
)
_SWAP = re.compile(r'(?P<file>\S+): "(?P<old>.*)" -> "(?P<new>.*)"', re.DOTALL)
_COMMAND = "python3 provtryck "
_LEFT_OUT = ("reports/out", "node_modules", ".venv", ".git", "__pycache__", ".mypy_cache", ".ruff_cache", ".hypothesis")


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that the page has its reader do or see. ``line`` is where the page says so."""

    line: int
    note: str
    said: str
    body: str


def read_steps(page: Path) -> Iterator[Step]:
    """Everything on *page* that is done or seen; a block that a note excuses is left out."""
    text = page.read_text(encoding="utf-8")
    note, said = "", ""
    for match in _PART.finditer(text):
        line = text.count("\n", 0, match.start()) + 1
        if match["note"] in ("byt i", "kör", "skriv", "syns"):
            yield Step(line, match["note"], match["said"], "")
        elif match["note"]:
            note, said = match["note"], match["said"]
        else:
            if note in ("fil", "fil+"):
                yield Step(line, note, said, match["body"])
            elif not note and not match["language"]:
                commands = match["body"].startswith(_COMMAND)
                yield Step(line, "kommandon" if commands else "utskrift", "", match["body"])
            note, said = "", ""


@dataclass
class Reader:
    """Somebody who does what the page says, in *home*: a copy of the product that is hers alone."""

    home: Path
    printed: str = ""
    ran: list[str] = field(default_factory=list)

    def follow(self, step: Step) -> None:
        """Do *step*. Raises AssertionError when what it promises is not so."""
        if step.note in ("fil", "fil+"):
            file = self.home / step.said
            file.parent.mkdir(parents=True, exist_ok=True)
            before = file.read_text(encoding="utf-8") + "\n" if step.note == "fil+" else ""
            file.write_text(before + step.body, encoding="utf-8")
        elif step.note == "byt i":
            swap = _SWAP.fullmatch(step.said)
            assert swap, f"rad {step.line}: {step.said}"
            file = self.home / swap["file"]
            text = file.read_text(encoding="utf-8")
            assert swap["old"] in text, f"rad {step.line}: »{swap['old']}« finns inte i {swap['file']}"
            file.write_text(text.replace(swap["old"], swap["new"], 1), encoding="utf-8")
        elif step.note == "skriv":
            name, _, content = step.said.partition("\n")
            file = self.home / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(content + "\n", encoding="utf-8")
        elif step.note == "syns":
            self.require(step.said.strip('"'), step)
        elif step.note == "kör":
            self.run(step.said)
        elif step.note == "kommandon":
            for command in step.body.splitlines():
                self.run(command.removeprefix(_COMMAND))
        else:
            self.require(step.body, step)

    def require(self, promised: str, step: Step) -> None:
        missing = first_missing(promised, self.printed)
        assert not missing, f"rad {step.line}: »{missing}« skrevs inte ut av {self.ran[-1:]}:\n{self.printed}"

    def run(self, words: str) -> None:
        self.ran.append(words)
        ended = subprocess.run(
            [sys.executable, "-P", "-m", "harness.cli", *shlex.split(words)],
            cwd=self.home,
            env={**os.environ, "PYTHONPATH": str(self.home), "PYTHONUTF8": "1"},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            timeout=300,
        )
        self.printed = ended.stdout.replace(f"{self.home}/", "")


def first_missing(promised: str, printed: str) -> str:
    """The first line of *promised* that does not follow in *printed*; empty when all do."""
    at = 0
    lines = printed.splitlines()
    for line in filter(str.strip, promised.splitlines()):
        expression = re.compile(".*".join(map(re.escape, line.strip().split("…"))))
        found = next((i for i in range(at, len(lines)) if expression.fullmatch(lines[i].strip())), None)
        if found is None:
            return line
        at = found + 1
    return ""


def copy_product(home: Path) -> None:
    """The product without what a run or a set-up has made; node's packages are shared."""
    shutil.copytree(ROOT, home, ignore=_leave_out, symlinks=True)
    packages = Path("reports", "allure", "node", "node_modules")
    if (ROOT / packages).exists():
        (home / packages).symlink_to((ROOT / packages).resolve())


def _leave_out(folder: str, names: list[str]) -> set[str]:
    here = Path(folder).relative_to(ROOT).as_posix()
    return {name for name in names if name in _LEFT_OUT or f"{here}/{name}" in _LEFT_OUT}
