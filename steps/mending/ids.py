"""A stable ``@id`` for every scenario that has none: what it is known by when its name changes."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from itertools import count
from typing import Any

from steps.document import Document

_TAG = re.compile(r"@id:([^\s@]+)")
_LENGTH = 7


def ids_in(text: str) -> set[str]:
    """Every id that stands in *text*, also in one that cannot be parsed."""
    return {found for line in text.split("\n") if line.lstrip().startswith("@") for found in _TAG.findall(line)}


def set_ids(text: str, document: Document, path: str, taken: set[str]) -> tuple[str, int]:
    """*text* with a tag line above each scenario without id, and how many. New ids are added to *taken*.

    An id comes from the file, the Regel and the name that the scenario has now, and stays when they change.
    """
    lines = text.split("\n")
    added = 0
    for rule, scenario in reversed(list(_scenarios(document.get("feature") or {}, ""))):
        if any(tag["name"].startswith("@id:") for tag in scenario["tags"]):
            continue
        place = scenario["location"]["line"] - 1
        indent = lines[place][: len(lines[place]) - len(lines[place].lstrip())]
        lines.insert(place, f"{indent}@id:{_new(path, rule, scenario['name'], taken)}")
        added += 1
    return "\n".join(lines), added


def _new(path: str, rule: str, name: str, taken: set[str]) -> str:
    """A short id that no other scenario has. It begins with a letter, so that it is no number of anything."""
    digests = (hashlib.sha256("\n".join((path, rule, name, str(attempt))).encode()).hexdigest() for attempt in count())
    found = next(short for short in (f"s{digest[:_LENGTH]}" for digest in digests) if short not in taken)
    taken.add(found)
    return found


def _scenarios(holder: Mapping[str, Any], rule: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    for child in holder.get("children", ()):
        if "rule" in child:
            yield from _scenarios(child["rule"], child["rule"]["name"])
        elif "scenario" in child:
            yield rule, child["scenario"]
