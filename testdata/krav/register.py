"""All acceptance criteria, by id: the 219 of the agreed list, and those that law and documents imply besides.

The text of the list stands as it was agreed, but where it was wrong; what was changed or added says why.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from types import MappingProxyType

from testdata.faults import Specifikationsfel
from testdata.spelling import unknown_name
from testdata.tables import read_table

_FOLDER = Path(__file__).parent
_COLUMNS = ("id", "text", "omrade", "testtyp", "kalla", "klass", "parameter", "ej_testat", "andrat")


class WaitsFor(StrEnum):
    """What a criterion without a scenario waits for."""

    STEP = "steg"
    SYSTEM = "system"
    PERSON = "person"
    DECISION = "beslut"
    SELF_TEST = "sjalvtest"


@dataclass(frozen=True, slots=True, kw_only=True)
class Untested:
    """Why nobody tests a criterion yet: what it waits for, and the reason in Swedish."""

    waits_for: WaitsFor
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Krav:
    """One criterion.

    ``area`` is its heading in the list ("Kommunernas betaldagar"), ``test_type`` one of the tags in
    :data:`testdata.scenario.TEST_TYPES`. ``source`` names the rule, law, page or document it comes
    from, ``trust`` is B law or written specification, C stated in a document, D assumption, and ``parameters``
    are those of antaganden.toml that serve it. ``changed`` says why it is not as in the agreed list, or not in it.
    """

    id: str
    text: str
    area: str
    test_type: str
    source: str
    trust: str
    parameters: tuple[str, ...]
    untested: Untested | None
    changed: str

    @property
    def assumed(self) -> bool:
        """Whether it rests on a decision that no source gives."""
        return self.trust == "D"

    @property
    def code(self) -> str:
        """The letters of its area: INUT in AK-INUT-02."""
        return self.id.split("-")[1]


@cache
def all_krav() -> Mapping[str, Krav]:
    """Every criterion by its id, area by area."""
    found = {
        row["id"]: Krav(
            id=row["id"],
            text=row["text"],
            area=row["omrade"],
            test_type=row["testtyp"],
            source=row["kalla"],
            trust=row["klass"],
            parameters=tuple(row["parameter"].split()),
            untested=_untested(row["ej_testat"], row["id"]),
            changed=row["andrat"],
        )
        for table in sorted(_FOLDER.glob("*.csv"))
        for row in read_table(table, _COLUMNS)
    }
    return MappingProxyType(found)


def krav(krav_id: str) -> Krav:
    """The criterion with id *krav_id* ("AK-INUT-02").

    Raises:
        Specifikationsfel: there is none; the nearest ids are suggested.
    """
    if krav_id in all_krav():
        return all_krav()[krav_id]
    raise unknown_name(
        krav_id,
        all_krav(),
        subject="Kravet",
        expected=f"id för ett av de {len(all_krav())} acceptanskriterierna, till exempel AK-INUT-02",
        krav=krav_id,
    )


def _untested(cell: str, krav_id: str) -> Untested | None:
    """What the column ``ej_testat`` says: what is waited for, a colon, and why."""
    if not cell:
        return None
    kind, _, why = cell.partition(": ")
    if kind not in set(WaitsFor) or not why:
        raise Specifikationsfel(
            f"Kolumnen ej_testat för {krav_id} går inte att läsa.",
            expected=f"något av {', '.join(WaitsFor)}, kolon och ett skäl",
            actual=cell,
            where="testdata/krav",
            krav=krav_id,
            next_step="Skriv till exempel »steg: betaldagarna räknas inte än«.",
        )
    return Untested(waits_for=WaitsFor(kind), why=why)
