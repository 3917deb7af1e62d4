"""The columns of a table, made to stand under each other."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from steps.tablecells import split_cells


def align(rows: Sequence[str]) -> list[str]:
    """*rows* of one table, without indentation, with columns as wide as their widest cell.

    A table in which rows differ in length, or a row lacks its last ``|``, is left as it is: what it means is
    for its author to say.
    """
    split = [split_cells(row) for row in rows]
    if any(lost for _, lost in split) or len({len(cells) for cells, _ in split}) != 1 or not split[0][0]:
        return [row.strip() for row in rows]
    widths = [max(map(_width, column)) for column in zip(*(cells for cells, _ in split), strict=True)]
    return [
        "| " + " | ".join(c + " " * (w - _width(c)) for c, w in zip(cells, widths, strict=True)) + " |"
        for cells, _ in split
    ]


def _width(cell: str) -> int:
    return sum(1 for sign in cell if not unicodedata.combining(sign))
