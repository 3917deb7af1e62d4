"""Handing out reservnummer. A number is used up when it has been made, whether anybody gets it or not. Pure.

Source:
    Domain rules 4.3, 4.4, 4.9; PU 5.1 UpdatePerson.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import msgspec

from harness.kernel.decisions import Circumstances, Decision
from harness.kernel.document import Identity, Person
from harness.kernel.events import Crossing, Draft
from harness.kernel.landscape import Employee
from harness.systems.pu import facts, wire
from harness.systems.pu.clerk import NAME
from harness.systems.pu.kinds import NRID_OID, VGR_OID
from harness.systems.pu.numbers.nrid import nrid_numbers
from harness.systems.pu.numbers.vgr import vgr_numbers
from harness.systems.pu.policies import IS_FREE, MOST_NRID, NRID_SERIES
from harness.systems.pu.refusal import RefusedError
from harness.systems.pu.state import PuState
from harness.systems.pu.telling import tell

_OIDS = {"NRID": NRID_OID, "VGR": VGR_OID}


def issue(state: PuState, asked: wire.Uttag, *, worker: Employee, circumstances: Circumstances) -> Decision:
    """
    Raises:
        RefusedError: there are not so many left, or what was asked for cannot be had.
    """
    _require_possible(asked, circumstances)
    pool = f"{asked.sort}|{asked.fodd or 'okänd'}|{asked.kon or 'okänt'}"
    start, oid = state.drawn.get(pool, 0), _OIDS[asked.sort]
    numbers: list[str] = []
    drawn = start
    is_free = circumstances.policies.use(IS_FREE)
    known = state.records.keys() | state.issued
    for number in _series(asked, start, circumstances):
        if len(numbers) == asked.antal:
            break
        drawn += 1
        if is_free(Identity(oid, number), known):
            numbers.append(number)
    if len(numbers) < asked.antal:
        raise RefusedError(
            "numren_slut",
            f"Det finns {len(numbers)} nummer kvar i {asked.sort}-format för {asked.fodd or 'okänd födelsedag'} och "
            f"{asked.kon or 'okänt kön'}, men {asked.antal} begärdes.",
        )
    issued = facts.NumbersIssued(oid=oid, numbers=numbers, pool=pool, drawn=drawn)
    draft = Draft(issued, Crossing(worker.unit, NAME, f"Reservnummer tas ut: {asked.antal} i {asked.sort}-format"))
    if asked.person is None or asked.fodd is None:
        return Decision(drafts=(draft,))
    identity = Identity(oid, numbers[0])
    person = _person(identity, asked.person, asked.fodd, asked.kon)
    added = Draft(facts.PersonAdded(person=msgspec.to_builtins(person)))
    return tell(state, (draft, added), (identity,), circumstances)


def _require_possible(asked: wire.Uttag, circumstances: Circumstances) -> None:
    most = circumstances.parameters.read(MOST_NRID) if asked.sort == "NRID" else asked.antal
    if asked.antal > most:
        raise RefusedError("for_manga", f"Högst {most} nationella reservnummer tas ut i ett anrop.")
    if asked.sort == "VGR" and asked.fodd is None:
        raise RefusedError(
            "fodelsedag_kravs",
            "Ett reservnummer i VGR-format har en födelsedag. Ange en uppskattad, eller ta ut ett nationellt.",
        )
    if asked.person is not None and asked.fodd is None:
        raise RefusedError(
            "fodelsedag_kravs",
            "En person registreras med en födelsedag. Ange en uppskattad, eller ta ut numret utan person.",
        )
    if asked.person is not None and asked.antal > 1:
        raise RefusedError("ett_nummer_per_person", "En person får ett reservnummer i taget.")


def _series(asked: wire.Uttag, start: int, circumstances: Circumstances) -> Iterator[str]:
    try:
        if asked.sort == "VGR" and asked.fodd is not None:
            return vgr_numbers(asked.fodd, asked.kon, start=start)
        return nrid_numbers(asked.fodd, asked.kon, circumstances.parameters.read(NRID_SERIES), start=start)
    except ValueError as outside:
        centuries = "1800–2099" if asked.sort == "VGR" else "1900–2099"
        raise RefusedError(
            "serie_saknas", f"Numren i {asked.sort}-format gäller födda {centuries}, inte {asked.fodd}."
        ) from outside


def _person(identity: Identity, known: wire.Uppgifter, born: date, sex: str | None) -> Person:
    return Person(
        identiteter=(identity,),
        fornamn=known.fornamn,
        efternamn=known.efternamn,
        fodd=born,
        kon=sex or "okänt",
        kommunkod=known.kommunkod,
        adress=known.adress,
        postnummer=known.postnummer,
        ort=known.ort,
    )
