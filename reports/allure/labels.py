"""What a result is filed under: process, feature, rule, krav, test type."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from html import escape
from typing import Any, Final

from reports.allure.kravpage import krav_address
from reports.allure.processes import process_title
from reports.row import turn_word
from testdata.scenario import TEST_TYPES, PlannedRow

_SEVERITIES: Final = {"risk:hog": "critical"}
_STRUCTURED: Final = ("krav:", "kanal:", "id:", "vantar:")

Label = dict[str, str]


def identity(row: PlannedRow) -> dict[str, str]:
    """The names by which Allure knows a scenario again.

    All of them come from the scenario's id, channel and repetition, so that they stay the same between runs,
    and no repetition is taken for a retry of another.
    """
    turn = [f"omgång {row.repetition}"] if row.repetition > 1 else []
    case, history = _digest(row.scenario_id, *turn), _digest(row.scenario_id, row.channel, *turn)
    return {
        "uuid": f"{history[:8]}-{history[8:12]}-{history[12:16]}-{history[16:20]}-{history[20:]}",
        "historyId": history,
        "testCaseId": case,
        "fullName": f"{row.place} ({row.channel}{turn_word(row.repetition, ', ')})",
    }


def labels_of(row: PlannedRow, worker: str) -> list[Label]:
    """The account counts results by ``plats``, ``kanal`` and ``omgang``; pages show by ``testtyp`` and ``kanal``.

    A scenario without a Regel stands under its Egenskap in the tree, and not beside all rules.
    """
    process, test_type = process_title(row.place), TEST_TYPES.get(row.test_type, "Utan testtyp")
    pairs = [
        ("plats", row.place),
        ("kanal", row.channel),
        ("omgang", str(row.repetition) if row.repetition > 1 else ""),
        ("scenario_id", row.scenario_id),
        ("epic", process),
        ("feature", row.feature),
        ("story", row.rule or row.feature),
        ("testtyp", test_type),
        ("parentSuite", test_type),
        ("suite", process),
        ("subSuite", row.feature),
        ("framework", "pytest-bdd"),
        ("language", "sv"),
        ("thread", worker or "main"),
        *(("krav", krav) for krav in row.krav),
        *(("severity", _SEVERITIES[tag]) for tag in row.tags if tag in _SEVERITIES),
        *(("tag", tag) for tag in row.tags if not tag.startswith(_STRUCTURED)),
    ]
    return [{"name": name, "value": value} for name, value in pairs if value]


def parameters_of(row: PlannedRow) -> list[dict[str, Any]]:
    """One for each example column, the channel, and which time it was when it is run several times."""
    turns = [("Omgång", f"{row.repetition} av {row.repetitions}")] if row.repetitions > 1 else []
    pairs: Iterable[tuple[str, str]] = (*row.example, ("kanal", row.channel), *turns)
    return [{"name": name, "value": value} for name, value in pairs]


def links_of(row: PlannedRow) -> list[dict[str, str]]:
    """One for each krav, to the page beside the report: it is read without a network."""
    return [{"type": "tms", "name": krav, "url": krav_address(krav)} for krav in row.krav]


def title_path(row: PlannedRow) -> list[str]:
    return [title for title in (process_title(row.place), row.feature, row.rule) if title]


def krav_words(row: PlannedRow, texts: Mapping[str, str]) -> str:
    """The krav of a scenario in words, as HTML; empty when it claims none.

    The links beside it lead to the same words on the report's own page of krav. Paragraphs and no table:
    Allure lets a table run out of its box.
    """
    unknown = "texten finns inte i kravlistan"
    return "".join(f"<p><b>{escape(krav)}</b> {escape(texts.get(krav, unknown))}</p>" for krav in row.krav)


def _digest(*parts: str) -> str:
    # Not for security: an id of the length that Allure itself uses.
    return hashlib.md5("\n".join(parts).encode(), usedforsecurity=False).hexdigest()
