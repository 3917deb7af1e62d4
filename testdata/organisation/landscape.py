"""The landscape document: the frozen organisation that every world is an overlay on."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from testdata.faults import Specifikationsfel
from testdata.organisation.enheter import units
from testdata.organisation.kommuner import kommuner
from testdata.organisation.medarbetare import employees
from testdata.organisation.options import check_tables
from testdata.organisation.plan import PlanRow, rows_in_force
from testdata.parameters import landscape_parameters, parameter

SCHEMA = 1

# Free text is plan data too, and is in force nowhere.
_SIMULATED = ("sjukhus:", "primarvard:", "habilitering")


@dataclass(frozen=True, slots=True)
class Landscape:
    """The canonical bytes of the document and their sha256, which is its address.

    Canonical: UTF-8 JSON, keys sorted, no spaces.
    """

    body: bytes
    sha256: str

    def document(self) -> dict[str, Any]:
        """A fresh copy to read or change."""
        copy: dict[str, Any] = json.loads(self.body)
        return copy


@cache
def landscape() -> Landscape:
    """The landscape with the plan rows in force.

    Raises:
        Specifikationsfel: a row of antaganden.toml that no source gives means nothing.
    """
    check_tables()
    return build_landscape(rows_in_force())


def assumed_landscape(values: Mapping[str, Any]) -> Landscape:
    """The landscape where undecided parameters have other *values*, by their ids. They are still assumptions.

    Raises:
        Specifikationsfel: there is no such parameter, or no system is given it.
    """
    document = landscape().document()
    given: dict[str, dict[str, Any]] = document["parametrar"]
    for name, value in values.items():
        if parameter(name).id not in given:
            raise Specifikationsfel(
                f"Parametern {name} läses inte av något system än.",
                expected="en parameter som de simulerade systemen får",
                actual=name,
                where="antaganden.toml",
                next_step="Välj en av dem som provtryck antaganden visar att scenarier vilar på.",
            )
        given[name]["varde"] = value
    return freeze(document)


def build_landscape(plan: Iterable[PlanRow]) -> Landscape:
    """The landscape under another *plan* (AK-SYS-09). Rows without a day are left out."""
    document = {
        "schema": SCHEMA,
        "kommuner": [{"kod": k.kod, "namn": k.namn, "delregion": k.delregion, "omrade": k.omrade} for k in kommuner()],
        "enheter": [
            {
                "hsa_id": unit.hsa_id,
                "namn": unit.name,
                "part": str(unit.part),
                "kommunkod": unit.kommunkod,
                "omrade": unit.omrade,
                "plan": unit.plan,
            }
            for unit in units()
        ],
        "medarbetare": [
            {"hsa_id": e.hsa_id, "namn": e.name, "roll": e.role, "enhet": e.unit, "kod": e.code} for e in employees()
        ],
        "utrullningsplan": [
            {"etapp": row.etapp, "omrade": row.omrade, "datum": row.day.isoformat(), "vad": row.what}
            for row in plan
            if row.day is not None and row.what.startswith(_SIMULATED)
        ],
        "parametrar": landscape_parameters(),
    }
    return freeze(document)


def freeze(document: dict[str, Any]) -> Landscape:
    """Give *document* its canonical bytes and address."""
    text = json.dumps(document, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    body = text.encode("utf-8")
    return Landscape(body, hashlib.sha256(body).hexdigest())
