"""Lines that Gherkin takes for descriptions: what an author meant as a step or a block and misspelt.

A scenario, a Bakgrund or an Exempel may be described only after »Beskrivning:«. Under Egenskap and Regel
prose is free, as long as no line of it looks like a keyword.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from steps.finding import Finding
from steps.hygiene.source import Source
from steps.keywords import (
    Meant,
    is_block,
    is_capitalised_step,
    is_marker,
    is_step,
    lost_block,
    meant_step,
    without_markup,
)
from steps.pickles import KEYWORDS
from steps.registry import Registry

_FREE = (
    "Börja raden med Givet, När, Så, Och eller Men. En förklaring skrivs som kommentar med # först, "
    "eller efter en rad »Beskrivning:«."
)


def described_lines(node: Mapping[str, Any], source: Source) -> Iterator[int]:
    """The numbers of the lines that make up the description of *node*."""
    awaited = [line.strip() for line in (node.get("description") or "").split("\n") if line.strip()]
    number = node["location"]["line"]
    for text in awaited:
        number += 1
        while number <= len(source.lines) and source.line(number).strip() != text:
            number += 1
        yield number


def check_free_prose(node: Mapping[str, Any], registry: Registry, source: Source) -> Iterator[Finding]:
    """Under Egenskap and Regel."""
    below_lost_block = False
    for number in described_lines(node, source):
        line = source.line(number).strip()
        # Below a block that was lost, what it holds is lost with it: that is said once.
        if below_lost_block and (is_block(line) or not lost_block(line)):
            continue
        if meant := lost_block(line):
            below_lost_block = True
            yield _keyword(source, number, line, meant)
        elif _is_step_in_prose(line, registry):
            yield source.finding(
                "steg-utanfor-scenario",
                number,
                f"Raden »{line}« ser ut som ett steg, men står i beskrivningen av {node['keyword']} och körs aldrig.",
                "Skriv »Scenario: …« ovanför steget, eller börja raden med ett annat ord.",
            )


def _is_step_in_prose(line: str, registry: Registry) -> bool:
    """A line that begins as a step, also behind a bullet, or that is a whole sentence of ours without keyword."""
    bare = without_markup(line)
    if line.startswith("* ") or is_capitalised_step(bare):
        return True
    sentences = (bare, *(meant.rest for meant in meant_step(bare)))
    return any(registry.readings(kind, text) for kind in KEYWORDS for text in sentences)


def check_marked_prose(node: Mapping[str, Any], source: Source) -> Iterator[Finding]:
    """In a scenario, a Bakgrund or an Exempel."""
    marked, last = False, node["location"]["line"]
    for number in described_lines(node, source):
        line = source.line(number).strip()
        if marked and any(not source.line(between).strip() for between in range(last + 1, number)):
            marked = False
        last = number
        if is_marker(line):
            marked = True
            line = line.partition(":")[2].strip()
            if not line:
                continue
        meant = lost_block(line) or meant_step(without_markup(line))
        if meant:
            yield _keyword(source, number, line, meant, marked=marked)
        elif not marked:
            yield source.finding("fri-text", number, f"Raden »{line}« läses inte som ett steg och körs aldrig.", _FREE)


def loses_steps(findings: list[Finding]) -> bool:
    """Whether some line of a description was meant to be more: then what the scenario lacks follows from it."""
    return any(f.rule == "okant-nyckelord" for f in findings)


def _keyword(source: Source, number: int, line: str, meant: tuple[Meant, ...], *, marked: bool = False) -> Finding:
    right = meant[0]
    if (is_block(line) if right.is_block else is_step(line)) and not marked:
        remedy = f"Flytta raden: {right.keyword} kan inte stå här. En förklaring får inte börja med ett nyckelord."
    else:
        shown = " eller ".join(f"»{m.line}«" for m in meant[:2])
        remedy = f"Menade du {shown}? En förklaring får inte börja med ett nyckelord."
    return source.finding(
        "okant-nyckelord", number, f"Raden »{line}« läses inte som {_what(right)}, och körs aldrig.", remedy
    )


def _what(meant: Meant) -> str:
    return f"början på {meant.keyword}" if meant.is_block else "ett steg"
