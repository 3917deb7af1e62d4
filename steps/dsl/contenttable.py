"""The table of a sentence about what a message says: an uppgift and its värde in each row."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from testdata.faults import Specifikationsfel

_HEADING = ["uppgift", "värde"]


def read_content_table(table: Sequence[Sequence[str]]) -> list[tuple[str, str]]:
    """The rows below the heading.

    Raises:
        Specifikationsfel: the table is not two columns under the heading, has no rows below it, or an empty cell:
            it would compare nothing.
    """
    shaped = len(table) > 1 and all(len(row) == len(_HEADING) for row in table)
    if not shaped or [c.lower() for c in table[0]] != _HEADING or not all(c.strip() for row in table for c in row):
        raise Specifikationsfel(
            "Tabellen har fel form.",
            expected="rubrikraden | uppgift | värde | och sedan en uppgift per rad, utan tomma celler",
            actual=" / ".join(" | ".join(row) for row in table) or "ingen tabell",
            next_step="Rätta tabellen under steget. En tom uppgift skrivs »tomt«, en som inte finns »saknas«.",
        )
    return [(field, value) for field, value in table[1:]]


def agrees(content: Mapping[str, str], field: str, value: str) -> bool:
    """Whether the message has *field* and it is as the table says, or lacks it where the table says ``saknas``."""
    if field not in content or value == "saknas":
        return field not in content and value == "saknas"
    shown = content[field]
    if value in ("ifyllt", "tomt"):
        return bool(shown.strip()) is (value == "ifyllt")
    return shown == value
