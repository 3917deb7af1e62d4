"""How people are found. Pure functions."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

import msgspec

from harness.kernel.control_error import ControlError
from harness.kernel.decisions import Answer, Circumstances, Decision
from harness.kernel.document import Identity, Person
from harness.kernel.events import Draft
from harness.kernel.policies import Policy
from harness.systems.pu.state import PersonAdded, PuState

NAME = "pu"


def _match_pair(people: Mapping[Identity, Person], wanted: Identity) -> Person | None:
    return people.get(wanted)


MATCHES: Policy[Callable[[Mapping[Identity, Person], Identity], Person | None]] = Policy(
    id="pu.matchar",
    function=_match_pair,
    source="AK-RES-04, AK-RES-16; domänregel 4.1",
    trust="C",
    description="En person hittas på OID och nummer tillsammans, aldrig på numret ensamt.",
)

POLICIES = (MATCHES,)


def find_person(state: PuState, wanted: Identity, circumstances: Circumstances) -> Person | None:
    """The person who has *wanted* among her identities."""
    return circumstances.policies.use(MATCHES)(state.people, wanted)


def list_people(state: PuState) -> Iterable[Person]:
    """Everybody, each once."""
    return {person.identiteter: person for person in state.people.values()}.values()


def answer_person(state: PuState, body: Mapping[str, Any], circumstances: Circumstances) -> Answer:
    """For other systems: ``person`` as on the wire, or None."""
    person = find_person(state, msgspec.convert(body, Identity), circumstances)
    if person is None:
        return Answer({"person": None}, "Ingen sådan person")
    return Answer({"person": msgspec.to_builtins(person)}, "Personuppgifter")


def register_person(state: PuState, person: Person) -> Decision:
    """
    Raises:
        ControlError: somebody else has one of her identities.
    """
    for identity in person.identiteter:
        if identity in state.people:
            raise ControlError(
                "identitet_delas",
                f"Identiteten {identity.id} ({identity.oid}) finns redan i världen.",
                remedy="Ge varje person sina egna identiteter.",
            )
    return Decision(drafts=(Draft(PersonAdded(person=msgspec.to_builtins(person))),))
