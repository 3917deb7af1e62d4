"""Identities that could be somebody's, in the text and in what examples put together (architecture D12)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from steps.finding import Finding
from steps.hygiene.source import Source
from steps.pickles import Pickle
from testdata.identity.written import mask
from testdata.scanner import find_invalid, find_unproved

# Every token has six figures in a row: no day and no time has.
_SUSPECT = re.compile(r"\d{6}")
_REMEDY = "Använd ett alias (Astrid): då får patienten ett testnummer. Ska själva numret prövas, ta ett ur rollistan."


def check_identities(source: Source, pickles: Iterable[Pickle], today: date) -> Iterator[Finding]:
    """Errors for numbers without proof, warnings for what only looks like a number."""
    written: set[str] = set()
    if _SUSPECT.search(source.text):
        for number, line in enumerate(source.lines, start=1):
            if _SUSPECT.search(line):
                yield from _judge(line, number, "", source, today, written)
    for pickle in pickles:
        if not pickle.example:
            continue  # its steps are in the text as they are
        for text in _filled_in(pickle):
            if _SUSPECT.search(text):
                yield from _judge(text, pickle.line, ", när exempelraden fylls i,", source, today, written)


def _judge(text: str, line: int, when: str, source: Source, today: date, written: set[str]) -> Iterator[Finding]:
    for found in find_unproved(text, today):
        if when and found.token in written:
            continue
        written.add(found.token)
        yield source.finding(
            "personnummer",
            line,
            f"{found.shown} är{when} ett giltigt {found.kind}, och det finns inget bevis för att det inte är någons.",
            _REMEDY,
        )
    for token in find_invalid(text):
        if when and token in written:
            continue
        written.add(token)
        yield source.finding(
            "ogiltigt-nummer",
            line,
            f"{mask(token)} ser{when} ut som ett personnummer, men datumet eller kontrollsiffran stämmer inte.",
            "Är det meningen att numret är fel behöver du inte göra något. Använd annars ett alias.",
        )


def hide_identities(findings: Sequence[Finding], today: date) -> list[Finding]:
    """The findings, fit to print: no number that could be somebody's is told on."""
    if not any(f.rule == "personnummer" for f in findings):
        return list(findings)
    return [
        replace(
            f,
            text=hide_numbers(f.text, today),
            sentence=hide_numbers(f.sentence, today),
            remedy=hide_numbers(f.remedy, today),
        )
        for f in findings
    ]


def hide_numbers(text: str, today: date) -> str:
    """*text* fit to print."""
    if not _SUSPECT.search(text):
        return text
    for found in find_unproved(text, today):
        text = text.replace(found.token, found.shown)
    return text


def _filled_in(pickle: Pickle) -> Iterator[str]:
    for step in pickle.steps:
        yield step.text
        for row in step.datatable or ():
            yield from row
        if step.docstring:
            yield from step.docstring.split("\n")
