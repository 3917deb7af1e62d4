"""Reading of the tables (CSV with semicolons, UTF-8) that lie beside the modules of this room."""

from __future__ import annotations

import csv
from pathlib import Path

from testdata.faults import Specifikationsfel


def read_table(path: Path, columns: tuple[str, ...]) -> list[dict[str, str]]:
    """Every row of *path* as a mapping from column to text without surrounding space.

    Raises:
        Specifikationsfel: the header is not exactly *columns*, or a row has too few or too many cells.
    """
    with path.open(encoding="utf-8", newline="") as file:
        lines = list(csv.reader(file, delimiter=";"))
    header = tuple(lines[0]) if lines else ()
    if header != columns:
        raise Specifikationsfel(
            f"Tabellen {path.name} har fel kolumner.",
            expected=";".join(columns),
            actual=";".join(header) or "en tom fil",
            where=path.name,
            next_step="Rätta tabellens första rad.",
        )
    rows = []
    for number, cells in enumerate(lines[1:], start=2):
        if len(cells) != len(columns):
            raise Specifikationsfel(
                f"Tabellen {path.name} har fel antal värden på rad {number}.",
                expected=f"{len(columns)} värden: {', '.join(columns)}",
                actual=f"{len(cells)} värden: {';'.join(cells)}",
                where=f"{path.name}, rad {number}",
                next_step="Rätta raden. Ett värde med semikolon i skrivs inom citattecken.",
            )
        rows.append(dict(zip(columns, (cell.strip() for cell in cells), strict=True)))
    return rows
