"""What stands beside the results: how reds and skipped ones are sorted, and what the run leans on."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Final

from reports.allure.results import ResultFolder
from reports.verdict import AWAITED, SKIP_REASONS
from testdata.scenario import BROWSER_MISSING, NOT_BUILT

# A kind stands first in the message of its fault. [\s\S] and not a flag: the pattern is read by
# JavaScript in one version of Allure and by Java, which demands a whole match, in another.
_CATEGORIES: Final = (
    ("Avvikelse: systemet bröt en regel, verksamheten agerar", "failed", r"Avvikelse:[\s\S]*"),
    ("Miljöfel: systemet gick inte att fråga, driften agerar", "broken", r"Miljöfel:[\s\S]*"),
    (
        "Specifikationsfel: texten eller datat är omöjligt, författaren agerar",
        "broken",
        r"Specifikationsfel:[\s\S]*",
    ),
    (
        "Övriga fel: testprogrammet självt, utvecklaren agerar",
        "broken",
        r"(?!Miljöfel:|Specifikationsfel:)[\s\S]*",
    ),
    ("Väntad röd: känd avvikelse med sista dag, verksamheten agerar", "skipped", rf"{AWAITED}[\s\S]*"),
    ("Ej körbar: webbläsare saknas, den som kör agerar", "skipped", SKIP_REASONS[BROWSER_MISSING]),
    ("Ej byggd: stegen finns inte än, utvecklaren agerar", "skipped", rf"{NOT_BUILT}[\s\S]*"),
)


def write_categories(results: ResultFolder) -> None:
    categories = [
        {"name": name, "matchedStatuses": [status], "messageRegex": pattern} for name, status, pattern in _CATEGORIES
    ]
    results.write_text("categories.json", json.dumps(categories, ensure_ascii=False, indent=1))


def write_environment(results: ResultFolder, surroundings: Mapping[str, str]) -> None:
    """``environment.properties``: one ``name = text`` a line. A name may hold no white space there."""
    lines = [f"{_escaped(name.replace(' ', '_'))} = {_escaped(text)}\n" for name, text in surroundings.items()]
    results.write_text("environment.properties", "".join(lines))


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("\n", "\\n")
