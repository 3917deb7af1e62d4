"""A persona as the personuppgiftstjänst would know her."""

from __future__ import annotations

from testdata.people.lifecycle import ProtectionSet
from testdata.people.namelists import streets
from testdata.people.person import Person
from testdata.people.personas.catalogue import GUARDIAN, Persona, find_persona
from testdata.people.personas.lives import happenings
from testdata.people.protection import HIDDEN_ADDRESS, MARKED, PROTECTED
from testdata.people.streams import stream_seed


def person_of(persona: Persona, alias: str = "") -> Person:
    """*persona* as a person of a scenario that calls her *alias*. A family has one address; it reaches nobody.

    She has none from the first day if she is protected on any, and none if a vårdnadshavare is: where the child lives
    is where the mother lives. The protection itself she has from the start unless a life event gives it.

    Source:
        AK-RES-22. That an address is hidden for a vårdnadshavare's sake is ours, class D.
    """
    street = stream_seed("persona", persona.family_name, persona.kommun.kod)
    address = (f"{streets()[street % len(streets())]} {street % 97 + 1}", f"0{persona.kommun.kod}", persona.kommun.namn)
    household = (persona, *map(find_persona, persona.around.get(GUARDIAN, ())))
    is_hidden = any(PROTECTED in one.traits for one in household)
    line, postal_code, place = HIDDEN_ADDRESS if is_hidden else address
    return Person(
        alias=alias or persona.given_name,
        identity=persona.identity,
        proof=persona.proof,
        given_name=persona.given_name,
        family_name=persona.family_name,
        born=persona.born,
        sex=persona.sex,
        kommunkod=persona.kommun.kod,
        address=line,
        postal_code=postal_code,
        place=place,
        protection=_from_the_start(persona),
    )


def _from_the_start(persona: Persona) -> tuple[str, ...]:
    given_later = {
        one.event.change.kind
        for one in happenings()
        if one.persona == persona and isinstance(one.event.change, ProtectionSet)
    }
    return tuple(kind for kind in (MARKED, PROTECTED) if kind in persona.traits and kind not in given_later)
