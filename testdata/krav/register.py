"""All 219 acceptance criteria, by id.

The tables are a faithful copy of the agreed list: the text is never edited here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

from testdata.spelling import unknown_name
from testdata.tables import read_table

_FOLDER = Path(__file__).parent
_COLUMNS = ("id", "text", "omrade", "testtyp", "kalla", "antagande")


@dataclass(frozen=True, slots=True, kw_only=True)
class Krav:
    """One criterion.

    ``area`` is its heading in the list ("Kommunernas betaldagar"), ``test_type`` one of the tags in
    :data:`testdata.scenario.TEST_TYPES`. ``source`` names the rule, law, page or document it comes
    from. ``assumed`` says that it rests on a decision that no source gives.
    """

    id: str
    text: str
    area: str
    test_type: str
    source: str
    assumed: bool


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
            assumed=row["antagande"] == "ja",
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
