"""What one run of a scenario costs when defects are tried, beside the run that makes a report, in one run.

Every scenario that the channel api carries, as whole processes: ``testa --kanal api`` in one process and in two,
then ``defekter`` and ``defekter --alla``. They take turns. A run is one scenario in a world of its own.

    python benchmarks/defekter.py [--rounds 3]
"""

from __future__ import annotations

import argparse
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from harness.cli.campaign import robot_pickles

ROOT = Path(__file__).resolve().parent.parent
CONTESTANTS: Mapping[str, Sequence[str]] = {
    "testa, en process": ("testa", "--kanal", "api", "-n", "1"),
    "testa, två processer": ("testa", "--kanal", "api", "-n", "2"),
    "defekter": ("defekter",),
    "defekter --alla": ("defekter", "--alla"),
}
_RUNS = re.compile(r"defekter i (\d+) körningar")


@dataclass(frozen=True, slots=True)
class Measured:
    seconds: float
    runs: int

    @property
    def each(self) -> float:
        return self.seconds / self.runs


def run(words: Sequence[str], output: Path, scenarios: int) -> Measured:
    """
    Raises:
        RuntimeError: it did not finish. Powerless scenarios and survivors (code 1) are a finding, not a fault.
    """
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "", "PYTHONUTF8": "1"}
    command = [sys.executable, "-P", "-m", "harness.cli", *words, "--ut", str(output)]
    began = time.perf_counter()
    ended = subprocess.run(command, check=False, capture_output=True, encoding="utf-8", cwd=ROOT, env=environment)
    seconds = time.perf_counter() - began
    tried = _RUNS.search(ended.stdout)
    if ended.returncode not in (0, 1) or (words[0] == "defekter" and tried is None):
        raise RuntimeError(f"{' '.join(words)}: {ended.stdout}{ended.stderr}")
    # Before any defect, every scenario is run as the systems are.
    return Measured(seconds, scenarios + (int(tried[1]) if tried else 0))


def main() -> None:
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("--rounds", type=int, default=3)
    rounds = words.parse_args().rounds
    scenarios = len(robot_pickles(ROOT))
    measured: dict[str, list[Measured]] = {name: [] for name in CONTESTANTS}
    with tempfile.TemporaryDirectory() as folder:
        for _ in range(rounds):
            for number, (name, command) in enumerate(CONTESTANTS.items()):
                measured[name].append(run(command, Path(folder, str(number)), scenarios))
    base = measured["testa, en process"]
    print(f"{scenarios} scenarier i kanalen api, median av {rounds} omgångar")
    for name, rounds_of in measured.items():
        seconds = statistics.median(one.seconds for one in rounds_of)
        ratio = statistics.median(one.each / other.each for one, other in zip(rounds_of, base, strict=True))
        print(f"{name:22} {seconds:7.1f} s {rounds_of[0].runs:6} körningar {ratio:6.2f} x per körning")


if __name__ == "__main__":
    main()
