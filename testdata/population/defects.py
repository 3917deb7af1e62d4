"""Faults put into a population on purpose, and the key (facit) that says which.

A receiving system should find them. None of them makes a number that could be somebody's: a number gets
a wrong check digit, or is one that the population already has.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from testdata.population.draws import draw_below, draw_share

if TYPE_CHECKING:
    import pyarrow as pa


@dataclass(frozen=True, slots=True)
class Fault:
    """One kind: its column, what is wrong, and what should notice it. ``spoil`` takes the row and the one before."""

    column: str
    what: str
    found_by: str
    spoil: Callable[[Mapping[str, Any], Mapping[str, Any]], Any]


def _wrong_check_digit(row: Mapping[str, Any], _: Mapping[str, Any]) -> str:
    number: str = row["identitet"]
    return f"{number[:-1]}{(int(number[-1]) + 5) % 10}"


FAULTS: Mapping[str, Fault] = {
    "kontrollsiffra": Fault(
        "identitet", "numrets kontrollsiffra är fel", "validering av personnumret", _wrong_check_digit
    ),
    "dubblett": Fault(
        "identitet", "två personer har samma nummer", "unik nyckel", lambda _, before: before["identitet"]
    ),
    "kon": Fault(
        "kon",
        "könet stämmer inte med numret",
        "jämförelse av kön och nummer",
        lambda row, _: "man" if row["kon"] == "kvinna" else "kvinna",
    ),
    "fodd": Fault(
        "fodd",
        "födelsedagen stämmer inte med numret",
        "jämförelse av födelsedag och nummer",
        lambda row, _: row["fodd"].replace(year=row["fodd"].year - 1, day=min(row["fodd"].day, 28)),
    ),
    "efternamn": Fault("efternamn", "efternamnet saknas", "obligatoriskt fält", lambda *_: ""),
    "kommunkod": Fault("kommunkod", "kommunen finns inte", "uppslag i kommunregistret", lambda *_: "9999"),
    "blanksteg": Fault(
        "identitet",
        "ett blanksteg efter numret",
        "tolv tecken utan skiljetecken",
        lambda row, _: row["identitet"] + " ",
    ),
    "tecken": Fault(
        "ort", "å, ä och ö i fel teckenkodning", "kontroll av teckenkodning", lambda row, _: _wrong_letters(row["ort"])
    ),
}
"""By the word for each; the key of a file names them so."""


def _wrong_letters(text: str) -> str:
    """*text* as UTF-8 read as Latin-1; a text without å ä ö gets one first."""
    spoiled = text.encode("utf-8").decode("latin-1")
    return spoiled if spoiled != text else f"Ã¶{text}"


def put_faults(table: pa.Table, seed: int, first: int, share: float) -> tuple[pa.Table, list[dict[str, str]]]:
    """*table* with a fault in about *share* of its rows, at most one each, and the key: a mapping for each.

    The key has ``person``, ``fel`` (a word of :data:`FAULTS`), ``kolumn``, ``ratt``, ``skrivet``, ``beskrivning``
    and ``upptacks_av``. The first row of a table is never spoiled, nor is one just after another.
    """
    import pyarrow as pa

    numbers = np.arange(len(table), dtype=np.int64) + first
    hit = draw_share(seed, "fel", numbers) < share
    hit[:1] = False
    hit[1:] &= ~hit[:-1]  # a doubled number is that of the row before, so that row must have its own
    kinds = draw_below(seed, "felslag", numbers, len(FAULTS))
    words = tuple(FAULTS)
    key: list[dict[str, str]] = []
    changed: dict[str, dict[int, Any]] = {}
    for row_number in np.flatnonzero(hit).tolist():
        word = words[kinds[row_number]]
        fault = FAULTS[word]
        row, before = (table.slice(n, 1).to_pylist()[0] for n in (row_number, row_number - 1))
        written = fault.spoil(row, before)
        changed.setdefault(fault.column, {})[row_number] = written
        key.append(
            {
                "person": row["person"],
                "fel": word,
                "kolumn": fault.column,
                "ratt": str(row[fault.column]),
                "skrivet": str(written),
                "beskrivning": fault.what,
                "upptacks_av": fault.found_by,
            }
        )
    for column, values in changed.items():
        cells = table[column].to_pylist()
        for row_number, value in values.items():
            cells[row_number] = value
        place = table.column_names.index(column)
        table = table.set_column(place, table.schema.field(column), pa.array(cells, table.schema.field(column).type))
    return table, key
