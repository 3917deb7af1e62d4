"""What hygiene costs beside only parsing the same feature files, in one run.

400 valid scenarios of 10 of our own sentences, in 20 files; no two scenarios have the same values, so that
nothing remembered makes it look cheap. In the process: ``steps.hygiene.check`` against gherkin-official's
parse, and parse with compile. As whole processes: ``granska`` against one that only parses. They take turns.

    python benchmarks/granska.py [--rounds 7]
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

from gherkin.parser import Parser
from gherkin.pickles.compiler import Compiler

from steps.hygiene import check

ROOT = Path(__file__).resolve().parent.parent
FILES, SCENARIOS = 20, 20
TODAY = date(2026, 1, 31)
KOMMUNER = ("Borås", "Mark", "Mölndal", "Göteborg", "Skövde")
PARSE_ONLY = """
import sys
from pathlib import Path
from gherkin.parser import Parser
for file in sorted(Path(sys.argv[1]).glob("*.feature")):
    Parser().parse(file.read_text(encoding="utf-8"))
"""


def feature_text(number: int) -> str:
    lines = ["# language: sv", "@anvandaracceptans @krav:AK-INUT-13", f"Egenskap: Egenskap {number}"]
    lines += ["  Som kommun", "  vill vi få besked", "  så att vi kan planera.", ""]
    for scenario in range(SCENARIOS):
        kommun = KOMMUNER[scenario % len(KOMMUNER)]
        day, minute = f"2022-{number % 12 + 1:02}-{scenario + 1:02}", f"{number % 60:02}"
        lines += [
            f"  Scenario: Scenario {scenario}",
            f"    Givet patienten Astrid från {kommun}",
            f"    Och att SÄS har skrivit in Astrid i SAMSA den {day} kl. 08.{minute}",
            f"    Och att läkaren på SÄS har bedömt att Astrid behöver socialtjänst den {day} kl. 08.{minute}",
            f"    Och att SÄS har skickat inskrivningsmeddelande för Astrid den {day} kl. 09.{minute}",
            f"    Och att läkaren på SÄS har bedömt Astrid som utskrivningsklar den {day} kl. 09.{minute}",
            f"    När SÄS underrättar om att Astrid är utskrivningsklar den {day} kl. 10.{minute}",
            f"    Så har underrättelsen om utskrivningsklar för Astrid nått {kommun} socialtjänst i SAMSA",
            f"    Och har underrättelsen om utskrivningsklar för Astrid inte nått {kommun} hemsjukvård i SAMSA",
            f"    Och har underrättelsen om utskrivningsklar för Astrid inte nått VC {kommun} i SAMSA",
            '    Och är läget för Astrid "Utskrivningsklar" i SAMSA',
            "",
        ]
    return "\n".join(lines)


def lay_out(folder: Path) -> list[Path]:
    files = [folder / f"f{number:02}.feature" for number in range(FILES)]
    for number, file in enumerate(files):
        file.write_text(feature_text(number), encoding="utf-8")
    return files


def in_this_process(files: list[Path], folder: Path) -> dict[str, Callable[[], object]]:
    def parse() -> None:
        for file in files:
            Parser().parse(file.read_text(encoding="utf-8"))

    def parse_and_compile() -> None:
        for file in files:
            Compiler().compile({**Parser().parse(file.read_text(encoding="utf-8")), "uri": file.name})

    def granska() -> None:
        found = check(files, folder, today=TODAY)
        assert found == [], found  # noqa: S101  # a text that is refused early would be cheap

    return {"tolka": parse, "tolka och kompilera": parse_and_compile, "steps.hygiene.check": granska}


def as_processes(folder: Path) -> dict[str, Callable[[], object]]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "", "PYTHONUTF8": "1"}

    def run(*words: str) -> Callable[[], object]:
        command = [sys.executable, "-P", *words]
        return lambda: subprocess.run(command, check=True, capture_output=True, cwd=ROOT, env=environment)

    return {
        "process som bara tolkar": run("-c", PARSE_ONLY, str(folder)),
        "provtryck granska": run("-m", "harness.cli", "granska", str(folder)),
        "provtryck granska, en fil": run("-m", "harness.cli", "granska", str(folder / "f00.feature")),
    }


def take_turns(contestants: Mapping[str, Callable[[], object]], rounds: int) -> dict[str, list[float]]:
    """Seconds of each in each round, after one round of warming up."""
    seconds: dict[str, list[float]] = {name: [] for name in contestants}
    for number in range(rounds + 1):
        for name, contestant in contestants.items():
            started = time.perf_counter()
            contestant()
            if number:
                seconds[name].append(time.perf_counter() - started)
    return seconds


def show(seconds: Mapping[str, list[float]]) -> None:
    base = next(iter(seconds.values()))
    for name, measured in seconds.items():
        ratio = statistics.median(s / b for s, b in zip(measured, base, strict=True))
        print(f"{name:28} {statistics.median(measured):7.3f} s {ratio:6.2f} x")


def main() -> None:
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("--rounds", type=int, default=7)
    rounds = words.parse_args().rounds
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        files = lay_out(folder)
        print(f"{FILES * SCENARIOS} scenarier, {FILES} filer, median av {rounds} omgångar")
        show(take_turns(in_this_process(files, folder), rounds))
        show(take_turns(as_processes(folder), rounds))


if __name__ == "__main__":
    main()
