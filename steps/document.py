"""The text of a feature file, read and parsed; and what its author is told when it cannot be."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from gherkin.errors import CompositeParserException, ParserException
from gherkin.parser import Parser

from testdata.faults import Specifikationsfel
from testdata.spelling import nearest

Document = dict[str, Any]
"""A parsed feature file, as gherkin-official gives it."""

KEYWORDS = ("Egenskap", "Regel", "Bakgrund", "Scenario", "Scenariomall", "Exempel", "Givet", "När", "Så", "Och", "Men")


def relative_path(file: Path, root: Path) -> str:
    """*file* seen from *root* with slashes, or its whole path when it lies elsewhere."""
    file = file.resolve()
    return file.relative_to(root).as_posix() if file.is_relative_to(root) else file.as_posix()


def read_text(file: Path, path: str) -> str:
    """The text of *file*, without a byte order mark. Raises as :func:`read_pickles`."""
    try:
        return file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as fault:
        raise Specifikationsfel(
            f"Filen {path} är inte sparad som UTF-8.",
            expected="en textfil i UTF-8",
            actual=f"en byte som inte är UTF-8 på plats {fault.start}",
            where=path,
            next_step="Spara filen på nytt och välj teckenkodningen UTF-8.",
        ) from fault


def parse_text(text: str, path: str) -> Document:
    """Parse the text of one feature file. Raises as :func:`read_pickles`."""
    try:
        document: Document = dict(Parser().parse(text))  # the parser's own TypedDict
    except (CompositeParserException, ParserException) as fault:
        lines = text.splitlines()
        line, _ = next(parse_errors(fault))
        shown = lines[line - 1].strip() if line <= len(lines) else "filens slut"
        raise Specifikationsfel(
            f"Filen {path} går inte att läsa som Gherkin.",
            expected="ett nyckelord (Egenskap, Regel, Scenario, Givet, När, Så, Och, Men, Exempel) eller en tabellrad",
            actual=f"rad {line}: {shown}",
            where=f"{path}:{line}",
            next_step=_remedy(shown, text),
        ) from fault
    return document


def parse_errors(fault: CompositeParserException | ParserException) -> Iterator[tuple[int, str]]:
    """The lines at which the parser stopped, with its own (English) explanation."""
    errors = fault.errors if isinstance(fault, CompositeParserException) else [fault]
    for error in errors:
        yield error.location["line"], str(error)


def _remedy(shown: str, text: str) -> str:
    """What the author of an unreadable line most likely has to do."""
    if not re.search(r"^\s*#\s*language:\s*sv\b", text, re.MULTILINE):
        return "Skriv »# language: sv« på filens första rad: utan den väntas engelska nyckelord."
    if shown.startswith("|"):
        return "Raden i tabellen ska börja och sluta med | och ha lika många celler som rubrikraden."
    word = re.split(r"[\s:]", shown, maxsplit=1)[0]
    meant = nearest(word, KEYWORDS)
    if meant and word not in KEYWORDS:
        return f"Menade du »{meant[0]}«? Rätta nyckelordet."
    return "Rätta raden, eller gör den till en kommentar med # först."
