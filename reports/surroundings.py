"""What a run leans on, by Swedish name, kept beside its rows: environment, identities, version."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec
import pytest

from reports.folder import OutputFolder


def gather_surroundings(config: pytest.Config) -> dict[str, str]:
    """What the wiring tells, with the seed when the run has one. Empty texts are left out."""
    told: Mapping[str, str] = config.hook.pytest_provtryck_surroundings(config=config) or {}
    seed = config.getoption("--provtryck-fro", default=None)
    given = {"Frö": "" if seed is None else str(seed), **told}
    return {name: text for name, text in given.items() if text}


def keep_surroundings(folder: OutputFolder, surroundings: Mapping[str, str]) -> None:
    folder.surroundings.write_bytes(msgspec.json.encode(dict(surroundings)))
