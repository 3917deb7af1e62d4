"""Runs pytest on stub scenarios in a process of its own and reads what the reports left."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reports.folder import OutputFolder
from reports.row import FinishedRow, read_lines
from reports.runevents import RunEvent, read_event

ROOT = Path(__file__).resolve().parents[2]
# Plugins that have nothing to do here, and are slow to import in every process.
_WITHOUT = ("schemathesis", "hypothesispytest", "faker", "anyio")
_PLUGINS = ("reports.hooks", "reports.rows", "reports.allure.plugin", "stubscenarios")


@dataclass(frozen=True, slots=True)
class StubRun:
    folder: OutputFolder
    code: int
    output: str

    @property
    def rows(self) -> dict[str, FinishedRow]:
        return {row.name: row for row in read_lines(self.folder.rows, FinishedRow)}

    @property
    def events(self) -> list[RunEvent]:
        return [event for line in self.output.splitlines() if (event := read_event(line))]

    @property
    def results(self) -> dict[str, dict[str, Any]]:
        """Allure results by the name of their scenario."""
        read = [json.loads(path.read_text("utf-8")) for path in self.folder.results.glob("*-result.json")]
        return {result["name"].partition(" (")[0]: result for result in read}

    def attachment(self, source: str) -> str:
        return (self.folder.results / source).read_text(encoding="utf-8")


def run_stubs(folder: Path, scenarios: dict[str, str], *options: str, plugins: tuple[str, ...] = _PLUGINS) -> StubRun:
    """Run ``{name: ending}`` in *folder* with further pytest *options*."""
    lines = [f"{name}: {ending}" for name, ending in scenarios.items()]
    (folder / "stub.prov").write_text("\n".join(lines), encoding="utf-8")
    output = folder / "ut"
    paths = f"sys.path[:0] = [{str(ROOT)!r}, {str(Path(__file__).parent)!r}]"
    code = f"import sys; {paths}; import pytest; sys.exit(pytest.main(sys.argv[1:]))"
    words = [word for name in (*plugins, *(f"no:{name}" for name in _WITHOUT)) for word in ("-p", name)]
    (folder / "conftest.py").write_text(f"import sys\n{paths}\n", encoding="utf-8")  # workers of xdist
    ended = subprocess.run(
        [
            sys.executable,
            "-c",
            code,
            *words,
            "-p",
            "no:cacheprovider",
            "--rootdir",
            str(folder),
            str(folder),
            "--provtryck-ut",
            str(output),
            *options,
        ],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    return StubRun(OutputFolder(output), ended.returncode, ended.stdout + ended.stderr)
