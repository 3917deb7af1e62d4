"""Proof 3 (rollista): 331 published test numbers for people of the ages that scenarios need.

The table ``rollista.csv`` holds figures from Skatteverket's open data on test personnummer and test
samordningsnummer (dataportal.se, 6_67959/testpersonnummer). The whole list is not kept here.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from testdata.identity.value import Kind, Sex
from testdata.tables import read_table

SOURCE = "Skatteverkets öppna data: testpersonnummer och testsamordningsnummer"

_TABLE = Path(__file__).with_name("rollista.csv")
_COLUMNS = ("slag", "nummer", "fodelsear", "kon")


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """One number of the list; ``birth_year`` and ``sex`` are as the number itself says."""

    kind: Kind
    number: str
    birth_year: int
    sex: Sex


@cache
def rollista() -> tuple[Role, ...]:
    """All of it, in the order of the table."""
    return tuple(
        Role(
            kind=Kind(row["slag"]),
            number=row["nummer"],
            birth_year=int(row["fodelsear"]),
            sex=Sex(row["kon"]),
        )
        for row in read_table(_TABLE, _COLUMNS)
    )
