"""The framtidsvärld: coherent people in any number, four hundred years ahead (D12, proof 5).

For volume files only: no number of it can have been given to anybody, but no reservnummer and no rule about
holidays can be tried with it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from testdata.faults import Specifikationsfel
from testdata.identity.proof import ProofKind
from testdata.identity.value import OID, Kind, Sex
from testdata.model import Part
from testdata.organisation.enheter import unit_of_kommun
from testdata.organisation.kommuner import kommuner
from testdata.people.namelists import NameStyle, family_names, given_names, streets
from testdata.people.protection import HIDDEN_ADDRESS, MARKED, PROTECTED
from testdata.population.birthdays import SHIFT, birthdays, personnummer
from testdata.population.columns import COLUMNS, Characters, as_text, beside, choose, digits
from testdata.population.draws import Whole, draw_below, draw_share
from testdata.population.households import BLOCK, places
from testdata.tables import read_table

if TYPE_CHECKING:
    import pyarrow as pa

LANGUAGES = ("arabiska", "dari", "engelska", "finska", "persiska", "polska", "somaliska", "sorani", "tigrinja")

REFERENCE_YEARS = range(1990, 2101)
"""With an earlier day the oldest of the framtidsvärld would be born in our own time, and could be somebody."""

# Shares of households (class D: round figures that give a test enough of each, no statistics).
_PROTECTED, _MARKED, _INTERPRETED = 0.001, 0.003, 0.04
_WEIGHTS = Path(__file__).with_name("kommunvikter.csv")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What decides every byte of a population, except how many there are.

    ``reference`` is the day in our time on which ages count; the people live four hundred years later.
    """

    seed: int
    reference: date
    style: NameStyle = NameStyle.RECOGNISABLE

    def __post_init__(self) -> None:
        """
        Raises:
            Specifikationsfel: *reference* is so early that people four hundred years later could be alive today.
        """
        if not REFERENCE_YEARS.start <= self.reference.year < REFERENCE_YEARS.stop:
            raise Specifikationsfel(
                f"Åldrar kan inte räknas på {self.reference}.",
                expected=f"en dag {REFERENCE_YEARS.start}–{REFERENCE_YEARS.stop - 1}",
                actual=str(self.reference),
                krav="AK-RAM-05",
                next_step="Välj en dag under eller nära planen, till exempel 2022-04-05.",
            )


def future_people(wish: Wish, first: int, count: int) -> pa.Table:
    """People number *first* up to *first* + *count*, with the columns of :data:`columns.COLUMNS`.

    *first* is a multiple of :data:`households.BLOCK`. A household that *count* cuts keeps its parents.
    """
    import pyarrow as pa

    blocks = np.arange(first // BLOCK, -(-(first + count) // BLOCK), dtype=np.int64)
    seats = _seat(wish.seed, blocks)
    place = seats.place.reshape(-1)
    block = np.repeat(blocks, BLOCK)
    household = block * seats.households + seats.household_of[place]
    born, serial = _births(wish, blocks, place)
    numbers = np.arange(len(place), dtype=np.int64) + first
    columns = {
        "person": as_text(_person_id(numbers)),
        "hushall": as_text(beside("H", digits(household, 8))),
        "roll": choose(tuple(p.role.value for p in places()), place),
        "identitet": as_text(personnummer(born, serial)),
        "fodd": pa.array(born.astype(np.int32)).cast(pa.int32()).view(pa.date32()),
        **_same_for_all(len(place)),
        **_names(wish, place, numbers, household),
        **_home(wish.seed, household),
        **_guardians(seats, numbers),
    }
    columns |= _contact(numbers, columns["skydd"])
    return pa.table({name: columns[name] for name in COLUMNS}).slice(0, count)


@dataclass(frozen=True, slots=True)
class _Seats:
    """Which place of the composition each one of a block has, in the order of the file."""

    place: Whole
    seat_of: Whole
    household_of: Whole
    households: int


def _seat(seed: int, blocks: Whole) -> _Seats:
    """The households of every block in an order of its own; within one the order stays."""
    listed = places()
    household_of = np.array([p.household for p in listed], dtype=np.int64)
    order = np.array([p.order for p in listed], dtype=np.int64)
    sizes = np.bincount(household_of)
    households = len(sizes)
    each = (blocks[:, None] * households + np.arange(households)).reshape(-1)
    turn = np.argsort(draw_share(seed, "hushallens ordning", each).reshape(-1, households), axis=1, kind="stable")
    ends = np.cumsum(sizes[turn], axis=1)
    starts = np.empty_like(turn)
    np.put_along_axis(starts, turn, ends - sizes[turn], axis=1)
    seat_of = starts[:, household_of] + order
    place = np.argsort(seat_of, axis=1, kind="stable")
    return _Seats(place, seat_of, household_of, households)


def _births(wish: Wish, blocks: Whole, place: Whole) -> tuple[Whole, Whole]:
    born, serial = np.empty(len(place), dtype=np.int64), np.empty(len(place), dtype=np.int64)
    by_place = np.argsort(place, kind="stable").reshape(BLOCK, -1)
    for number in range(BLOCK):
        days, serials = birthdays(wish.seed, number, blocks, wish.reference + SHIFT)
        born[by_place[number]], serial[by_place[number]] = days, serials
    return born, serial


def _same_for_all(count: int) -> dict[str, pa.Array[Any]]:
    everyone = np.zeros(count, dtype=np.int64)
    return {
        "oid": choose((OID[Kind.PERSONNUMMER],), everyone),
        "slag": choose((Kind.PERSONNUMMER.value,), everyone),
        "bevis": choose((ProofKind.FRAMTID.value,), everyone),
    }


def _names(wish: Wish, place: Whole, numbers: Whole, household: Whole) -> dict[str, pa.Array[Any]]:
    women, men, families = given_names(Sex.KVINNA), given_names(Sex.MAN), family_names(wish.style)
    is_man = np.array([p.sex is Sex.MAN for p in places()])[place]
    chosen = draw_below(wish.seed, "fornamn", numbers, min(len(women), len(men)))
    return {
        "kon": choose((Sex.KVINNA.value, Sex.MAN.value), is_man.astype(np.int64)),
        "fornamn": choose((*women, *men), chosen + is_man * len(women)),
        "efternamn": choose(families, draw_below(wish.seed, "efternamn", household, len(families))),
    }


def _home(seed: int, household: Whole) -> dict[str, pa.Array[Any]]:
    """Where the household lives. One with skyddad folkbokföring has no address that says where."""
    import pyarrow as pa
    import pyarrow.compute as pc

    where, shielded = _kommun_of(seed, household), draw_share(seed, "skydd", household)
    protected = shielded < _PROTECTED
    street = choose(streets(), draw_below(seed, "gata", household, len(streets())))
    number = pa.array(draw_below(seed, "gatunummer", household, 120) + 1).cast(pa.string())
    address = pc.binary_join_element_wise(street, number, " ")
    codes, towns = tuple(k.kod for k in kommuner()), tuple(k.namn for k in kommuner())
    clinics = tuple(unit_of_kommun(k, Part.OPPENVARD).hsa_id for k in kommuner())
    hidden = pa.array(protected)
    talks = draw_share(seed, "tolk", household) < _INTERPRETED
    language = draw_below(seed, "tolksprak", household, len(LANGUAGES))
    return {
        "adress": pc.if_else(hidden, HIDDEN_ADDRESS[0], address),
        "postnummer": pc.if_else(hidden, HIDDEN_ADDRESS[1], choose(tuple(f"0{code}" for code in codes), where)),
        "ort": pc.if_else(hidden, HIDDEN_ADDRESS[2], choose(towns, where)),
        "kommunkod": choose(codes, where),
        "listad_pa": choose(clinics, where),
        "skydd": choose((PROTECTED, MARKED), np.where(protected, 0, np.where(shielded < _PROTECTED + _MARKED, 1, -1))),
        "tolksprak": choose(LANGUAGES, np.where(talks, language, -1)),
    }


def _kommun_of(seed: int, household: Whole) -> Whole:
    weights = _kommun_weights()
    return np.searchsorted(weights, draw_share(seed, "kommun", household), side="right").astype(np.int64)


@cache
def _kommun_weights() -> NDArray[np.float64]:
    """The cumulative share of each kommun, in the order of :func:`kommuner`.

    Inhabitants in round thousands: general knowledge, class D.
    """
    thousands = {row["kod"]: int(row["tusental"]) for row in read_table(_WEIGHTS, ("kod", "tusental"))}
    weights = np.cumsum([thousands[kommun.kod] for kommun in kommuner()])
    return np.asarray(weights / weights[-1], dtype=np.float64)


def _guardians(seats: _Seats, numbers: Whole) -> dict[str, pa.Array[Any]]:
    """The persons who are vårdnadshavare of a child under 18, else an empty text."""
    import pyarrow as pa
    import pyarrow.compute as pc

    listed = places()
    start = numbers[0] + np.arange(len(seats.place), dtype=np.int64)[:, None] * BLOCK
    found = {}
    for turn in range(2):
        parent = np.array(
            [p.parents[turn] if p.oldest <= 18 and len(p.parents) > turn else -1 for p in listed], dtype=np.int64
        )[seats.place]
        seat = np.take_along_axis(seats.seat_of, np.maximum(parent, 0), axis=1)
        ids = as_text(_person_id((start + seat).reshape(-1)))
        found[f"vardnadshavare_{turn + 1}"] = pc.if_else(pa.array((parent >= 0).reshape(-1)), ids, "")
    return found


def _contact(numbers: Whole, protection: pa.Array[Any]) -> dict[str, pa.Array[Any]]:
    """Numbers and addresses that reach nobody; none at all for those who have skyddad folkbokföring.

    00 begins a call abroad and no country begins with 0; nothing is ever delivered to ``.example`` (RFC 6761).
    """
    import pyarrow.compute as pc

    hidden = pc.equal(protection, PROTECTED)
    phone = as_text(beside("000-", digits(numbers, 8)))
    mail = as_text(beside("p", digits(numbers, 8), "@provtryck.example"))
    return {"telefon": pc.if_else(hidden, "", phone), "epost": pc.if_else(hidden, "", mail)}


def _person_id(numbers: Whole) -> Characters:
    return beside("P", digits(numbers, 8))
