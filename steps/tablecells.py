"""A row of a table, taken apart as it is written."""

from __future__ import annotations


def split_cells(row: str) -> tuple[list[str], str]:
    """The cells of *row*, escapes and all; and what stands after the last ``|``, which Gherkin drops.

    A ``|`` after a backslash belongs to its cell, unless that backslash is itself escaped.
    """
    parts = [""]
    escaped = False
    for sign in row.strip():
        if sign == "|" and not escaped:
            parts.append("")
        else:
            parts[-1] += sign
        escaped = sign == "\\" and not escaped
    return [part.strip() for part in parts[1:-1]], parts[-1].strip()
