"""The arrows of the architecture (D1), and proof that each contract can break."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
CONTRACTS = [
    c["name"] for c in tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
]

# One import that each contract must refuse: file, line to add, and the contract that says no.
VIOLATIONS = {
    "testdata is the shared vocabulary and knows no other room": ("testdata/tables.py", "import fixtures.settings"),
    "the kernel knows no room of ours": ("harness/kernel/clock.py", "import testdata.model"),
    "a simulated system never knows that a test exists": ("harness/systems/pu/rules.py", "import testdata.model"),
    "the simulated systems are strangers to each other": (
        "harness/systems/samsa/state.py",
        "import harness.systems.pu.state",
    ),
    "defects replace policies and know nothing else": ("harness/defects/__init__.py", "import testdata.model"),
    "a sentence never names an address or a button": ("steps/definitions/setting.py", "import requests"),
    "the domain language knows drivers only by their promises": (
        "steps/dsl/world.py",
        "import fixtures.drivers.control",
    ),
    "collection and stage never reach a driver or a simulated system": (
        "steps/stage.py",
        "import fixtures.transport.http",
    ),
    "drivers are strangers to each other": ("fixtures/drivers/pu_api.py", "import fixtures.drivers.samsa_api"),
    "a driver translates and knows nothing of tests": ("fixtures/drivers/control.py", "import pytest"),
    "a driver of pages makes no call to an API": (
        "fixtures/drivers/samvy_webb/driver.py",
        "import fixtures.transport.http",
    ),
    "only the environment starts the simulator, and on the wire": ("fixtures/settings.py", "import harness.kernel"),
    "fixtures never reach up to sentences or over to reports": ("fixtures/wiring.py", "import steps.pickles"),
    "reports read what is handed over and ask nobody": ("reports/hooks.py", "import steps.pickles"),
    "nobody imports the command line": ("harness/serve.py", "import harness.cli"),
}


def lint(root: Path) -> subprocess.CompletedProcess[str]:
    program = Path(sys.executable).with_name("lint-imports")
    return subprocess.run(
        [str(program), "--no-cache"],
        cwd=root,
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(root)},
    )


def test_every_contract_is_kept() -> None:
    result = lint(ROOT)

    assert result.returncode == 0, result.stdout
    assert f"{len(CONTRACTS)} kept, 0 broken" in result.stdout


def test_every_contract_has_a_violation_that_proves_it() -> None:
    assert sorted(VIOLATIONS) == sorted(CONTRACTS)


@pytest.mark.parametrize("contract", VIOLATIONS)
def test_the_contract_breaks_on_a_planted_import(contract: str, tmp_path: Path) -> None:
    for room in ("steps", "fixtures", "testdata", "harness", "reports"):
        shutil.copytree(
            ROOT / room, tmp_path / room, ignore=shutil.ignore_patterns("out", "node", "__pycache__", "*.csv")
        )
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    file, line = VIOLATIONS[contract]
    target = tmp_path / file
    target.write_text(f"{target.read_text()}\n\n{line}\n")

    result = lint(tmp_path)

    assert result.returncode != 0
    assert f"{contract} BROKEN" in " ".join(result.stdout.split()), result.stdout
