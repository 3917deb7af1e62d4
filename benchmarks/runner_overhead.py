"""What our runner costs beside behave and plain pytest-bdd, on the same scenarios, in one run.

500 scenarios of 10 steps in 25 Swedish features, with 30 step definitions of which 10 are used, and
again with 300. Every runner writes what it needs for an Allure report, but the plain pytest-bdd one,
which cannot show steps. The figures are ratios to behave with allure-behave; runs are interleaved, so
that a slow moment of the machine hits all of them.

    python benchmarks/runner_overhead.py [--rounds 5]

behave lives in an environment of its own, made from ``benchmarks/rivals.lock``.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FEATURES, SCENARIOS, STEPS = 25, 20, 10
KEYWORDS = ["Givet"] * 4 + ["När"] * 3 + ["Så"] * 3
DECORATORS = {"Givet": "given", "När": "when", "Så": "then"}


def feature_text(number: int) -> str:
    lines = ["# language: sv", "@oberoende @krav:AK-RAM-03", f"Egenskap: Egenskap {number}", ""]
    for scenario in range(SCENARIOS):
        lines.append(f"  Scenario: Scenario {scenario}")
        for step in range(STEPS):
            value = number * 10_000 + scenario * 100 + step
            lines.append(f"    {KEYWORDS[step]} steg {step} tar talet {value} och gör ingenting")
        lines.append("")
    return "\n".join(lines)


def definitions(total: int, argument: str, parse: str, imports: str) -> str:
    """*total* definitions, the first ten of which the features use."""
    lines = [imports, ""]
    for number in range(total):
        decorator = DECORATORS[KEYWORDS[number % STEPS]]
        pattern = f"steg {number} tar talet {{tal:d}} och gör ingenting"
        lines += [f"@{decorator}({parse.format(pattern)})", f"def step_{number}({argument}, tal):", "    pass", ""]
    return "\n".join(lines)


def lay_out(folder: Path, total: int) -> None:
    """One folder for each runner, with the same features."""
    pytest_bdd = "from pytest_bdd import given, parsers, then, when"
    ours, stock, behave = folder / "provtryck", folder / "pytest-bdd", folder / "behave"
    for project in (ours, stock, behave):
        (project / "features").mkdir(parents=True)
        for number in range(FEATURES):
            (project / "features" / f"f{number:02}.feature").write_text(feature_text(number))
    plugins = ["reports.hooks", "reports.rows", "reports.allure.plugin", "fixtures.wiring", "steps.stage"]
    (ours / "conftest.py").write_text(f"pytest_plugins = {[*plugins, 'steps.collection', 'noop_steps']}\n")
    (ours / "noop_steps.py").write_text(definitions(total, "stage", 'parsers.parse("{}")', pytest_bdd))
    (stock / "conftest.py").write_text(
        definitions(total, "stage", 'parsers.parse("{}")', pytest_bdd + "\nimport pytest")
        + "\n@pytest.fixture\ndef stage():\n    return None\n"
    )
    (stock / "test_features.py").write_text("from pytest_bdd import scenarios\n\nscenarios('features')\n")
    (stock / "pytest.ini").write_text("[pytest]\nfilterwarnings = ignore\n")
    (ours / "pytest.ini").write_text("[pytest]\npythonpath = .\n")
    (behave / "features" / "steps").mkdir()
    (behave / "features" / "steps" / "noop_steps.py").write_text(
        definitions(total, "context", '"{}"', "from behave import given, then, when")
    )


def commands(folder: Path, behave_python: Path) -> dict[str, tuple[list[str], Path]]:
    pytest = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "pytest_bdd.plugin"]
    lean = ["logging", "threadexception", "unraisableexception", "doctest"]
    pytest += [word for name in lean for word in ("-p", f"no:{name}")]  # as ``testa`` starts it
    behave = [str(behave_python), "-m", "behave", "--no-capture", "-q", "features"]
    allure = ["-f", "allure_behave.formatter:AllureFormatter", "-o", "resultat"]
    return {
        "behave + allure-behave": ([*behave, *allure], folder / "behave"),
        "behave utan Allure": ([*behave, "-f", "progress"], folder / "behave"),
        "Provtryck, med Allure": ([*pytest, "features", "--provtryck-ut", "resultat"], folder / "provtryck"),
        "Provtryck utan Allure": ([*pytest, "features"], folder / "provtryck"),
        "pytest-bdd utan Allure": ([*pytest, "test_features.py"], folder / "pytest-bdd"),
        "pytest-bdd + allure-pytest": (
            [*pytest, "test_features.py", "-p", "allure_pytest.plugin", "--alluredir", "resultat"],
            folder / "pytest-bdd",
        ),
    }


def run_once(command: list[str], folder: Path) -> float:
    shutil.rmtree(folder / "resultat", ignore_errors=True)
    ours = {"PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "", "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}
    environment = {**os.environ, **ours, "PYTHONUTF8": "1"}
    start = time.perf_counter()
    result = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True)
    wall = time.perf_counter() - start
    if result.returncode != 0:
        raise SystemExit(f"{command} failed:\n{result.stdout[-2000:]}{result.stderr[-2000:]}")
    return wall


def measure(total: int, rounds: int, behave_python: Path) -> dict[str, float]:
    """Median wall seconds of each runner."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        lay_out(folder, total)
        todo = commands(folder, behave_python)
        times: dict[str, list[float]] = {name: [] for name in todo}
        for number in range(rounds + 1):
            for name, (command, where) in todo.items():
                wall = run_once(command, where)
                if number:  # the first round only warms up
                    times[name].append(wall)
        written = len(list((folder / "provtryck" / "resultat" / "allure-results").glob("*-result.json")))
        if written not in (0, FEATURES * SCENARIOS):
            raise SystemExit(f"{written} results, not {FEATURES * SCENARIOS}")
    return {name: statistics.median(found) for name, found in times.items()}


def behave_environment(folder: Path) -> Path:
    subprocess.run([sys.executable, "-m", "uv", "venv", "-q", str(folder)], check=True)
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    lock = ROOT / "benchmarks" / "rivals.lock"
    install = ["pip", "install", "-q", "--require-hashes", "-r", str(lock), "--python", str(python)]
    subprocess.run([sys.executable, "-m", "uv", *install], check=True)
    return python


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    rounds = parser.parse_args().rounds
    figures = {}
    with tempfile.TemporaryDirectory() as place:
        python = behave_environment(Path(place) / "venv")
        for total in (30, 300):
            figures[total] = measure(total, rounds, python)
    for total, found in figures.items():
        base = found["behave + allure-behave"]
        print(f"\n{FEATURES * SCENARIOS} scenarios x {STEPS} steps, {total} step definitions, median of {rounds}")
        for name, wall in sorted(found.items(), key=lambda item: item[1]):
            print(f"  {name:28} {wall:6.2f} s   {wall / base:5.2f} of behave + allure-behave")
    print("\n" + json.dumps(figures, ensure_ascii=False))


if __name__ == "__main__":
    main()
