"""The parameters that nobody has decided (class D), the krav that they serve and the scenarios that leaned on them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from reports.row import FinishedRow
from testdata.krav.register import all_krav
from testdata.parameters import Parameter, parameters
from testdata.spelling import fold

ASSUMED = "D"


@dataclass(frozen=True, slots=True, kw_only=True)
class Assumption:
    """One undecided parameter, and what a run says of it.

    ``leaning`` are the rows whose worlds read its default; ``stating`` those whose scenario states a value of its own.
    """

    parameter: Parameter
    krav: tuple[str, ...]
    leaning: tuple[FinishedRow, ...]
    stating: tuple[FinishedRow, ...]


def choose_assumptions(words: str, *, krav: str = "") -> tuple[Parameter, ...]:
    """Those of class D that have every one of *words* somewhere and serve *krav*; empty asks nothing.

    The exact name of one chooses that one alone, though the names of others hold it.
    """
    assumed = [p for p in parameters().values() if p.trust == ASSUMED and (not krav or krav in krav_of(p))]
    if any(p.id == words for p in assumed):
        return tuple(p for p in assumed if p.id == words)
    wanted = fold(words).split()
    return tuple(
        p for p in assumed if all(word in fold(" ".join((p.id, p.why, p.source, p.decided_by))) for word in wanted)
    )


def krav_of(parameter: Parameter) -> tuple[str, ...]:
    """The krav whose row in the register names *parameter*."""
    return tuple(entry.id for entry in all_krav().values() if parameter.id in entry.parameters)


def measure(parameter: Parameter, rows: Iterable[FinishedRow]) -> Assumption:
    """What *rows* say of *parameter*: measured in the worlds, not read out of the texts."""
    read = [row for row in rows if parameter.id in row.leaned_on]
    return Assumption(
        parameter=parameter,
        krav=krav_of(parameter),
        leaning=tuple(row for row in read if row.leaned_on[parameter.id] == ASSUMED),
        stating=tuple(row for row in read if row.leaned_on[parameter.id] != ASSUMED),
    )
