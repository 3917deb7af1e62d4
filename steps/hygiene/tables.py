"""Example tables: columns that are used, parameters that have a column, rows that are rows."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from steps.finding import Finding
from steps.hygiene.scenarios import Node
from steps.hygiene.source import Source
from steps.tablecells import split_cells

_PARAMETER = re.compile(r"<([^<>\n]+)>")
_TEMPLATES = ("Scenariomall", "Abstrakt Scenario")
# The compiler looks for <name> as a regular expression: with these signs it finds something else, or nothing.
_UNSAFE = re.compile(r"[\\.^$*+?{}\[\]|()]")


def check_background_tables(background: Node, source: Source) -> Iterator[Finding]:
    """A Bakgrund is not filled in from the examples of the scenarios below it."""
    yield from _row_ends(background, source)
    yield from _empty_cells(background, source)
    for name, place in _parameters(background).items():
        yield source.finding(
            "parameter-utan-exempel",
            place,
            f"Bakgrunden använder <{name}>, men värden ur Exempel fylls bara i i scenariots egna steg.",
            "Skriv ut värdet, eller flytta steget till scenariomallen.",
        )


def check_tables(scenario: Node, source: Source) -> Iterator[Finding]:
    yield from _row_ends(scenario, source)
    yield from _empty_cells(scenario, source)
    used = _parameters(scenario)
    examples = scenario["examples"]
    line = scenario["location"]["line"]
    if not examples:
        if scenario["keyword"] in _TEMPLATES:
            yield source.finding(
                "mall-utan-exempel",
                line,
                f"Scenariomallen »{scenario['name']}« har inga Exempel.",
                "Lägg till »Exempel:« med en tabell, eller skriv Scenario och skriv ut värdena.",
            )
            return
        for name, place in used.items():
            yield source.finding(
                "parameter-utan-exempel",
                place,
                f"Steget använder <{name}>, men scenariot har inga Exempel.",
                "Skriv ut värdet, eller gör scenariot till en Scenariomall med »Exempel:«.",
            )
    for table in examples:
        yield from _check_table(table, used, source)


def _check_table(table: Node, used: dict[str, int], source: Source) -> Iterator[Finding]:
    header = table.get("tableHeader")
    if not header or not table.get("tableBody"):
        what = "inga rader under rubrikraden" if header else "ingen tabell"
        yield source.finding(
            "exempel-utan-rader",
            table["location"]["line"],
            f"Exempel har {what}, och inget körs.",
            "Skriv en rubrikrad med parametrarnas namn och minst en rad med värden.",
        )
        return
    line = header["location"]["line"]
    columns = [cell["value"] for cell in header["cells"]]
    yield from _check_header(columns, line, source)
    for unknown in (name for name in used if name not in columns):
        yield source.finding(
            "okand-kolumn",
            line,
            f"Parametern <{unknown}> används på rad {used[unknown]} men är ingen kolumn i tabellen.",
            f"Lägg till kolumnen {unknown}, eller rätta namnet i steget.",
        )
    for unused in dict.fromkeys(c for c in columns if c and c not in used):
        yield source.finding(
            "oanvand-kolumn",
            line,
            f"Kolumnen {unused} används inte i något steg.",
            f"Ta bort kolumnen, eller skriv <{unused}> i ett steg.",
        )
    yield from _check_rows(table["tableBody"], columns, used, source)


def _check_header(columns: Sequence[str], line: int, source: Source) -> Iterator[Finding]:
    for name, count in Counter(columns).items():
        if not name:
            yield source.finding(
                "kolumn-utan-namn", line, "En kolumn saknar namn.", "Skriv parameterns namn i rubriken."
            )
        elif count > 1:
            yield source.finding(
                "samma-kolumn",
                line,
                f"Kolumnen {name} finns {count} gånger, så bara den första gäller.",
                "Ta bort en av dem, eller ge dem olika namn.",
            )
        elif _UNSAFE.search(name):
            yield source.finding(
                "kolumn-tecken",
                line,
                f"Kolumnen {name} har tecken som gör att värdet aldrig fylls i.",
                "Använd bara bokstäver, siffror, mellanslag och bindestreck i kolumnnamn.",
            )


def _check_rows(
    rows: Sequence[Node], columns: Sequence[str], used: dict[str, int], source: Source
) -> Iterator[Finding]:
    seen: dict[tuple[str, ...], int] = {}
    for row in rows:
        line, values = row["location"]["line"], tuple(cell["value"] for cell in row["cells"])
        if values in seen:
            yield source.finding(
                "samma-rad", line, f"Raden är likadan som rad {seen[values]}.", "Ta bort raden, eller ändra ett värde."
            )
        seen.setdefault(values, line)
        if "" in values:
            for name in (c for c, value in zip(columns, values, strict=True) if not value and c in used):
                yield source.finding(
                    "tom-cell", line, f"Cellen i kolumnen {name} är tom.", "Skriv ett värde, eller ta bort raden."
                )


def _row_ends(holder: Node, source: Source) -> Iterator[Finding]:
    """Every row ends with ``|``: gherkin drops what comes after the last one without a word."""
    tables = [step["dataTable"]["rows"] for step in holder["steps"] if "dataTable" in step]
    tables += [
        [examples["tableHeader"], *examples["tableBody"]]
        for examples in holder.get("examples", ())
        if examples.get("tableHeader")
    ]
    for row in (row for rows in tables for row in rows):
        line = row["location"]["line"]
        _, lost = split_cells(source.line(line))
        if lost:
            yield source.finding(
                "tabellrad-slut", line, f"Raden slutar inte med |, så »{lost}« försvinner.", "Skriv | sist på raden."
            )


def _empty_cells(holder: Node, source: Source) -> Iterator[Finding]:
    """The table of a step says something in every cell."""
    for row in (row for step in holder["steps"] if "dataTable" in step for row in step["dataTable"]["rows"]):
        if any(not cell["value"] for cell in row["cells"]):
            yield source.finding(
                "tom-datacell",
                row["location"]["line"],
                "En cell i stegets tabell är tom, så raden säger inte vad som väntas.",
                "Skriv uppgiften eller värdet i cellen, eller ta bort raden.",
            )


def _parameters(scenario: Node) -> dict[str, int]:
    """Every parameter of the steps, with the line that first uses it."""
    found: dict[str, int] = {}
    for step in scenario["steps"]:
        for text in _texts(step):
            if "<" in text:
                for name in _PARAMETER.findall(text):
                    if f"</{name}>" not in text:  # XML in a docstring
                        found.setdefault(name, step["location"]["line"])
    return found


def _texts(step: Node) -> Iterator[str]:
    yield step["text"]
    if "dataTable" in step:
        for row in step["dataTable"]["rows"]:
            for cell in row["cells"]:
                yield cell["value"]
    if "docString" in step:
        yield step["docString"]["content"]
