"""The persona catalogue with the columns of a population, and what happens to its people."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from testdata.model import Part
from testdata.organisation.enheter import find_vardcentral, unit_of_kommun
from testdata.people.age import age_on
from testdata.people.personas.catalogue import GUARDIAN, LISTED, Persona, personas
from testdata.people.personas.lives import happenings
from testdata.people.personas.person import person_of
from testdata.people.protection import MARKED, PROTECTED
from testdata.population.columns import COLUMNS
from testdata.population.future import Wish
from testdata.population.households import HomeRole

if TYPE_CHECKING:
    import pyarrow as pa

_ADULT = 18
_INTERPRETER = "tolk "


def named_people(wish: Wish) -> pa.Table:
    """Every persona, in the order of the catalogue. Of *wish* only the day counts."""
    import pyarrow as pa

    homes = {home: number for number, home in enumerate(dict.fromkeys(map(_home, personas())))}
    ids, rows = _ids(), [_row(persona, wish) for persona in personas()]
    for number, (persona, row) in enumerate(zip(personas(), rows, strict=True)):
        row["person"] = ids[persona.given_name]
        row["hushall"] = f"H{homes[_home(persona)]:08}"
        row["vardnadshavare_1"], row["vardnadshavare_2"], *_ = [
            *(ids[guardian] for guardian in persona.around.get(GUARDIAN, ())),
            "",
            "",
        ]
        row["telefon"] = f"000-{number:08}"
        row["epost"] = f"p{number:08}@provtryck.example"
    fields = [(name, pa.date32() if name == "fodd" else pa.string()) for name in COLUMNS]
    return pa.Table.from_pylist(rows, schema=pa.schema(fields))


def happening_rows() -> Iterator[dict[str, str]]:
    """What happens to them, a row each: who, what, to what, the day it holds from and the moment it is registered."""
    ids = _ids()
    for one in happenings():
        yield {
            "person": ids[one.persona.given_name],
            "fornamn": one.persona.given_name,
            "handelse": one.words,
            "uppgift": one.detail,
            "giltig": one.event.valid.isoformat(),
            "registrerad": one.event.registered.isoformat(),
        }


def _ids() -> dict[str, str]:
    """What the files call each of them. A given name would tell of the protected, and is no FHIR id if it has an å."""
    return {persona.given_name: f"P{number:08}" for number, persona in enumerate(personas())}


def _home(persona: Persona) -> tuple[str, str]:
    """Personas of one family name and kommun share an address, and so a household."""
    return persona.family_name, persona.kommun.kod


def _row(persona: Persona, wish: Wish) -> dict[str, Any]:
    person = person_of(persona)
    [listed_at] = persona.around.get(LISTED, ("",))
    unit = find_vardcentral(listed_at) if listed_at else unit_of_kommun(persona.kommun, Part.OPPENVARD)
    languages = [trait.removeprefix(_INTERPRETER) for trait in persona.traits if trait.startswith(_INTERPRETER)]
    return {
        "roll": _role(persona, wish),
        "oid": persona.identity.oid,
        "identitet": persona.identity.value,
        "slag": persona.kind.value,
        "bevis": persona.proof.kind.value,
        "fodd": persona.born,
        "kon": persona.sex.value,
        "fornamn": persona.given_name,
        "efternamn": persona.family_name,
        "adress": person.address,
        "postnummer": person.postal_code,
        "ort": person.place,
        "kommunkod": persona.kommun.kod,
        "listad_pa": unit.hsa_id,
        "skydd": next((kind for kind in (PROTECTED, MARKED) if kind in persona.traits), ""),
        "tolksprak": languages[0] if languages else "",
    }


def _role(persona: Persona, wish: Wish) -> HomeRole:
    if GUARDIAN in persona.around and age_on(persona.born, wish.reference) < _ADULT:
        return HomeRole.TWIN if "tvilling" in persona.traits else HomeRole.CHILD
    is_guardian = any(persona.given_name in other.around.get(GUARDIAN, ()) for other in personas())
    return HomeRole.PARENT if is_guardian else HomeRole.SINGLE
