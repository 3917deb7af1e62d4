"""Allure results of made-up scenarios, written as the product writes them, and pages read back."""

from __future__ import annotations

import base64
import json
import re
import shutil
from collections.abc import Sequence
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from pytest_bdd.parser import Step

from reports.allure import drawing
from reports.allure.recording import Recording
from reports.allure.results import ResultFolder
from reports.allure.shelf import write_categories, write_environment
from reports.folder import OutputFolder
from reports.row import ShownFault
from reports.verdict import PASSED, Verdict
from testdata.scenario import PlannedRow

Evidence = tuple[str, str, bytes]
"""Name, media type and body."""

needs_allure = pytest.mark.skipif(
    not (Path(drawing.__file__).parent / "node" / "node_modules" / "allure").exists() or not shutil.which("node"),
    reason="Allure is not installed here; the launcher says why",
)
CHROMIUM = next(filter(None, map(shutil.which, ("chromium-headless-shell", "chromium", "google-chrome"))), None)
needs_chromium = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine")


def a_row(
    name: str, test_type: str = "oberoende", channel: str = "api", *, rule: str = "En regel", feature: str = "Kvittens"
) -> PlannedRow:
    return PlannedRow(
        nodeid=name,
        place=f"features/in_utskrivning/x.feature:{name}",
        channel=channel,
        scenario_id=name,
        name=f"Fall {name}",
        feature=feature,
        rule=rule,
        tags=(test_type, "krav:AK-INUT-02"),
    )


def a_fault(kind: str) -> ShownFault:
    return ShownFault(kind=kind, parts={"Fel": "Inkorgen var tom.", "Faktiskt": "inget"})


class Results:
    """The results of one run in ``folder``."""

    def __init__(self, root: Path) -> None:
        self.folder = OutputFolder(root)
        self._written = ResultFolder(self.folder.results)
        self._now = count(1_700_000_000_000)
        write_categories(self._written)
        write_environment(self._written, {"Konto": "stämmer, 3 körda", "Miljö": "simulator"})

    def add(
        self,
        row: PlannedRow,
        verdict: Verdict = PASSED,
        *,
        step_evidence: Sequence[Evidence] = (),
        evidence: Sequence[Evidence] = (),
    ) -> PlannedRow:
        recording = Recording(row, self._written, lambda: next(self._now), counted=True)
        recording.begin_step(Step(name="det händer", type="when", indent=0, line_number=1, keyword="När"))
        for shown in step_evidence:
            recording.attach(*shown)
        recording.close()
        for kept in evidence:
            recording.keep_evidence(*kept)
        recording.conclude(verdict)
        recording.write(worker="", krav_texts={})
        return row


def page_data(page: Path) -> dict[str, bytes]:
    """The documents that a page carries, by name: ``widgets/tree.json``."""
    found = re.findall(r'd\("([^"]+)","([A-Za-z0-9+/=]*)"\)', page.read_text("utf-8"))
    return {name: base64.b64decode(body) for name, body in found}


def tree_of(page: Path, channel: str = "") -> dict[str, Any]:
    """The tree of a page as ``{group: {group: [name of scenario]}}``, leaves that stand alone under ``""``."""
    tree = json.loads(page_data(page)[f"widgets/{channel}{'/' if channel else ''}tree.json"])

    def branch(group: dict[str, Any]) -> dict[str, Any]:
        groups = (tree["groupsById"][name] for name in group.get("groups", []))
        leaves = sorted(tree["leavesById"][name]["name"] for name in group.get("leaves", []))
        return {**{inner["name"]: branch(inner) for inner in groups}, **({"": leaves} if leaves else {})}

    return branch(tree["root"])
