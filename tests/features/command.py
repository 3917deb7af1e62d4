"""Runs the command line as a user does, and reads what it left."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True)
class Ended:
    """A run of ``testa`` that has ended: exit code, what was printed, what was written."""

    code: int
    text: str
    folder: Path

    @property
    def summary(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads((self.folder / "sammanfattning.json").read_text())
        return found

    @property
    def rows(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in (self.folder / "rader.jsonl").read_text().splitlines()]

    def journals(self) -> dict[str, bytes]:
        return {file.name: file.read_bytes() for file in sorted((self.folder / "journaler").iterdir())}


def run_testa(folder: Path, *arguments: str, **environment: str) -> Ended:
    """``provtryck testa`` with its output in *folder*."""
    result = subprocess.run(
        [sys.executable, "-m", "harness.cli", "testa", "--ut", str(folder), *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", **environment},
        timeout=300,
    )
    return Ended(result.returncode, result.stdout + result.stderr, folder)
