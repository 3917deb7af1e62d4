"""The assumptions (antaganden) and other parameters, with class of trust and who decides.

A value that a feature states literally overrides the default here and becomes class C.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from testdata.faults import Specifikationsfel
from testdata.spelling import unknown_name

_TABLE = Path(__file__).with_name("antaganden.toml")


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """One named rule parameter.

    ``trust`` is A verified against a real environment, B written specification or law, C stated in
    a document, D assumption. ``in_landscape`` says that the simulated systems are given it.
    """

    id: str
    default: Any
    alternatives: tuple[Any, ...]
    trust: str
    why: str
    decided_by: str
    source: str
    in_landscape: bool


@cache
def parameters() -> Mapping[str, Parameter]:
    """Every parameter by its id, in the order of the file."""
    found = {
        key: Parameter(
            id=key,
            default=row["standard"],
            alternatives=tuple(row["alternativ"]),
            trust=row["klass"],
            why=row["varfor"],
            decided_by=row["besluta"],
            source=row["kalla"],
            in_landscape=row["i_landskapet"],
        )
        for key, row in _document()["parameter"].items()
    }
    return MappingProxyType(found)


def parameter(name: str) -> Parameter:
    """The parameter with id *name*.

    Raises:
        Specifikationsfel: there is no such parameter; the nearest ids are suggested.
    """
    if name in parameters():
        return parameters()[name]
    raise unknown_name(
        name, parameters(), subject="Parametern", expected="en parameter i antaganden.toml", where=_TABLE.name
    )


def landscape_parameters() -> dict[str, dict[str, Any]]:
    """What a landscape says of parameters: ``{id: {"varde": default, "klass": A-D}}``."""
    return {p.id: {"varde": p.default, "klass": p.trust} for p in parameters().values() if p.in_landscape}


def belopp_per_vardygn(year: int) -> int:
    """Kronor per vårddygn that a kommun pays, as set for *year*.

    Raises:
        Specifikationsfel: no amount is known for that year (AK-BET-12). Years are never filled in.

    Source:
        Domain rules 1.20; each year's source is in antaganden.toml.
    """
    table: dict[str, dict[str, Any]] = _document()["belopp_per_vardygn"]
    if str(year) in table:
        kronor: int = table[str(year)]["kronor"]
        return kronor
    raise Specifikationsfel(
        f"Beloppet per vårddygn för {year} saknas.",
        expected=f"ett belopp för {year}",
        actual=f"belopp finns för {', '.join(sorted(table))}",
        where=_TABLE.name,
        krav="AK-BET-12",
        next_step=f"Lägg in beloppet för {year} med källa i {_TABLE.name}, eller välj ett år som finns.",
    )


@cache
def _document() -> dict[str, Any]:
    return tomllib.loads(_TABLE.read_text(encoding="utf-8"))
