"""People of today: every one has a published test number (D12, proofs 1-3), so there are only so many.

A population is the beginning of one long list that seed and day decide, household by household and parents
first: a larger one changes nobody in a smaller.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

from testdata.identity import rollista
from testdata.identity.personnummer import parse_personnummer
from testdata.identity.proof import ProofKind
from testdata.identity.rule import rule_numbers
from testdata.identity.value import OID, Kind, Sex
from testdata.model import Part
from testdata.organisation.enheter import unit_of_kommun
from testdata.organisation.kommuner import Kommun, kommuner
from testdata.people.age import age_on
from testdata.people.namelists import family_names, given_names, streets
from testdata.people.streams import stream_seed
from testdata.population.columns import COLUMNS
from testdata.population.future import Wish
from testdata.population.households import HomeRole

if TYPE_CHECKING:
    import pyarrow as pa

_OLDEST, _ADULT = 105, 18
_YOUNGEST_PARENT, _OLDEST_PARENT = 18, 46
_BETWEEN_SIBLINGS = 300
"""Days: nobody has two children closer than that, unless they are twins, and twins here are personas."""


@dataclass(frozen=True, slots=True)
class _Someone:
    number: str
    born: date
    sex: Sex
    proof: str


@lru_cache(maxsize=2)
def present_people(wish: Wish) -> pa.Table:
    """Everybody there is for *wish*, with the columns of :data:`columns.COLUMNS`."""
    import pyarrow as pa

    rows = [row for number, home in enumerate(_homes(wish)) for row in _rows_of(wish, number, home)]
    for number, row in enumerate(rows):
        row["telefon"] = f"000-{number:08}"
        row["epost"] = f"p{number:08}@provtryck.example"
        row["person"] = f"P{number:08}"
    ids = {row["identitet"]: row["person"] for row in rows}
    for row in rows:
        row["vardnadshavare_1"] = ids.get(row["vardnadshavare_1"], "")
    fields = [(name, pa.date32() if name == "fodd" else pa.string()) for name in COLUMNS]
    return pa.Table.from_pylist(rows, schema=pa.schema(fields))


def _homes(wish: Wish) -> list[list[_Someone]]:
    """Every household, parents first, in the order that the seed gives them."""
    everyone = sorted(_numbers(wish.reference), key=lambda s: stream_seed(wish.seed, "ordning", s.number))
    adults = [s for s in everyone if age_on(s.born, wish.reference) >= _ADULT]
    mothers = [s for s in adults if s.sex is Sex.KVINNA]
    homes: dict[str, list[_Someone]] = {s.number: [s] for s in adults}
    for child in everyone:
        if age_on(child.born, wish.reference) < _ADULT:
            mother = _mother(wish, child, mothers, homes)
            if mother is not None:
                homes[mother.number].append(child)
    return list(homes.values())


def _mother(wish: Wish, child: _Someone, mothers: list[_Someone], homes: dict[str, list[_Someone]]) -> _Someone | None:
    start = stream_seed(wish.seed, "moder", child.number) % len(mothers)
    for mother in mothers[start:] + mothers[:start]:
        years = age_on(mother.born, child.born)
        siblings = homes[mother.number][1:]
        apart = all(abs((sibling.born - child.born).days) >= _BETWEEN_SIBLINGS for sibling in siblings)
        if _YOUNGEST_PARENT <= years <= _OLDEST_PARENT and apart:
            return mother
    return None


def _rows_of(wish: Wish, household: int, home: list[_Someone]) -> list[dict[str, Any]]:
    head = home[0]
    families, kommun = family_names(wish.style), _kommun(wish, head)
    street = streets()[stream_seed(wish.seed, "gata", head.number) % len(streets())]
    door = stream_seed(wish.seed, "gatunummer", head.number) % 120 + 1
    shared = {
        "hushall": f"H{household:08}",
        "oid": OID[Kind.PERSONNUMMER],
        "slag": Kind.PERSONNUMMER.value,
        "efternamn": families[stream_seed(wish.seed, "efternamn", head.number) % len(families)],
        "adress": f"{street} {door}",
        "postnummer": f"0{kommun.kod}",
        "ort": kommun.namn,
        "kommunkod": kommun.kod,
        "listad_pa": unit_of_kommun(kommun, Part.OPPENVARD).hsa_id,
        "vardnadshavare_2": "",
        "skydd": "",
        "tolksprak": "",
    }
    return [
        {
            **shared,
            "roll": _role(home, someone),
            "identitet": someone.number,
            "bevis": someone.proof,
            "fodd": someone.born,
            "kon": someone.sex.value,
            "fornamn": _given(wish, someone),
            "vardnadshavare_1": head.number if someone is not head else "",
        }
        for someone in home
    ]


def _role(home: list[_Someone], someone: _Someone) -> str:
    if someone is not home[0]:
        return HomeRole.CHILD
    return HomeRole.PARENT if len(home) > 1 else HomeRole.SINGLE


def _given(wish: Wish, someone: _Someone) -> str:
    names = given_names(someone.sex)
    return names[stream_seed(wish.seed, "fornamn", someone.number) % len(names)]


def _kommun(wish: Wish, head: _Someone) -> Kommun:
    return kommuner()[stream_seed(wish.seed, "kommun", head.number) % len(kommuner())]


def _numbers(reference: date) -> Iterable[_Someone]:
    return (s for s in _known() if s.born <= reference and age_on(s.born, reference) < _OLDEST)


@cache
def _known() -> tuple[_Someone, ...]:
    listed = [(number, ProofKind.REGEL) for number in sorted(rule_numbers())]
    by_list = (role.number for role in rollista.rollista() if role.kind is Kind.PERSONNUMMER)
    listed += [(number, ProofKind.ROLLISTA) for number in by_list if number not in rule_numbers()]
    found = []
    for number, proof in listed:
        identity = parse_personnummer(number)
        if identity.born is not None and identity.sex is not None:
            found.append(_Someone(number, identity.born, identity.sex, proof.value))
    return tuple(found)
