"""The 49 kommuner of Västra Götaland, each with delregion and FVM-område."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from testdata.spelling import unknown_name
from testdata.tables import read_table

_TABLE = Path(__file__).with_name("kommuner.csv")
_COLUMNS = ("kod", "namn", "delregion", "omrade", "sakerhet", "grund")
_SUFFIX = " kommun"


@dataclass(frozen=True, slots=True, kw_only=True)
class Kommun:
    """One kommun.

    ``omrade`` is södra, västra, norra or östra. ``sakerhet`` says how sure the placement is
    (belagd, stödd, allmän kunskap or osäker) and ``grund`` why; nothing here checks it.
    """

    kod: str
    namn: str
    delregion: str
    omrade: str
    sakerhet: str
    grund: str


@cache
def kommuner() -> tuple[Kommun, ...]:
    """All 49, in the order of their codes (AK-SYS-15)."""
    rows = read_table(_TABLE, _COLUMNS)
    return tuple(sorted((Kommun(**row) for row in rows), key=lambda kommun: kommun.kod))


def find_kommun(name: str) -> Kommun:
    """The kommun called *name*: "Borås" and "Borås kommun" are the same.

    Raises:
        Specifikationsfel: there is no such kommun; the nearest names are suggested.
    """
    wanted = " ".join(name.split()).removesuffix(_SUFFIX)
    for kommun in kommuner():
        if kommun.namn == wanted:
            return kommun
    raise unknown_name(
        name,
        (kommun.namn for kommun in kommuner()),
        subject="Kommunen",
        expected="en av de 49 kommunerna i Västra Götaland",
        krav="AK-SYS-15",
    )


def kommun_with_code(code: str) -> Kommun:
    """The kommun with kommunkod *code* (four digits).

    Raises:
        Specifikationsfel: no kommun of Västra Götaland has that code.
    """
    for kommun in kommuner():
        if kommun.kod == code:
            return kommun
    raise unknown_name(
        code,
        (kommun.kod for kommun in kommuner()),
        subject="Kommunkoden",
        expected="kommunkoden (fyra siffror) för en av de 49 kommunerna i Västra Götaland",
        krav="AK-SYS-15",
    )
