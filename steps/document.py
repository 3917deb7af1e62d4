"""The text of a feature file, read and parsed; and what its author is told when it cannot be."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from gherkin.errors import CompositeParserException, ParserException
from gherkin.parser import Parser

from steps.unreadable import Unreadable, explain_all
from testdata.faults import Specifikationsfel

Document = dict[str, Any]
"""A parsed feature file, as gherkin-official gives it."""


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
    document = parse_or_explain(text)
    if isinstance(document, dict):
        return document
    first = document[0]
    lines = text.split("\n")
    raise Specifikationsfel(
        f"Filen {path} går inte att läsa som Gherkin. {first.sentence}",
        expected="ett nyckelord (Egenskap, Regel, Scenario, Givet, När, Så, Och, Men, Exempel) eller en tabellrad",
        actual=f"rad {first.line}: {lines[first.line - 1].strip() if first.line <= len(lines) else 'filens slut'}",
        where=f"{path}:{first.line}",
        next_step=first.remedy,
    )


def parse_or_explain(text: str) -> Document | list[Unreadable]:
    """The parsed text, or everything that makes it no Gherkin."""
    try:
        return dict(Parser().parse(text))  # the parser's own TypedDict
    except (CompositeParserException, ParserException) as fault:
        return explain_all(fault, text.split("\n"))
