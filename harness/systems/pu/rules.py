"""How people are found, compared and shown. Pure functions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, Literal

import msgspec

from harness.kernel.control_error import ControlError
from harness.kernel.decisions import Answer, Circumstances, Decision
from harness.kernel.document import Identity, Person
from harness.kernel.events import Crossing, Draft
from harness.kernel.landscape import Employee
from harness.systems.pu import facts, wire
from harness.systems.pu.chains import chain_of, find_identity, head_of, protection_of, protections
from harness.systems.pu.clerk import NAME
from harness.systems.pu.policies import SAME_PERSON, SHOWN, follow_to_the_end, hide_address
from harness.systems.pu.state import PuState
from harness.systems.pu.telling import tell

Outcome = Literal["samma_person", "annan_person", "okand"]


def show_person(
    state: PuState, wanted: Identity, circumstances: Circumstances, *, ignores_links: bool = False
) -> wire.Personvy | None:
    """Who has *wanted*: as her huvudidentitet says, or with *ignores_links* as that very identity says."""
    identity = find_identity(state, wanted, circumstances)
    if identity is None:
        return None
    chain = chain_of(state, identity, circumstances)
    record = state.records[identity if ignores_links else chain[0]]
    protection = protection_of(state, identity, circumstances)
    person = circumstances.policies.use(SHOWN)(record.person, protection) if protection else record.person
    shown = msgspec.structs.asdict(person) | {
        "identiteter": (identity,) if ignores_links else chain,
        "skydd": protection,
    }
    return wire.Personvy(**shown, huvudidentitet=chain[0], avregistrerad=record.deregistered)


def search(state: PuState, born: date, circumstances: Circumstances) -> list[wire.Personvy]:
    """Everybody with that birth date under any identity, once each, as her huvudidentitet says (AK-RES-09)."""
    heads = dict.fromkeys(
        head_of(state.pointers, identity, circumstances)
        for identity, record in state.records.items()
        if record.person.fodd == born
    )
    shown = (show_person(state, head, circumstances) for head in heads)
    return [person for person in shown if person is not None]


def show_chain(state: PuState, identity: Identity, circumstances: Circumstances) -> wire.Identitetskedja:
    chain = chain_of(state, identity, circumstances)
    return wire.Identitetskedja(huvudidentitet=chain[0], identiteter=chain)


def list_people(state: PuState) -> Iterable[Person]:
    """Everybody, each once, with her whole chain. For whoever runs the world: no rule of it is asked."""
    chains: dict[Identity, list[Identity]] = {head: [head] for head in state.records if head not in state.pointers}
    for identity in state.pointers:
        chains[follow_to_the_end(state.pointers, identity)].append(identity)
    for head, chain in chains.items():
        person = msgspec.structs.replace(state.records[head].person, identiteter=tuple(chain))
        yield hide_address(person, protections(state, chain))


def answer_person(state: PuState, body: Mapping[str, Any], circumstances: Circumstances) -> Answer:
    """For other systems: ``person`` as on the wire, or None."""
    person = show_person(state, msgspec.convert(body, Identity), circumstances)
    if person is None:
        return Answer({"person": None}, "Ingen sådan person")
    return Answer({"person": msgspec.to_builtins(person)}, "Personuppgifter")


def compare(state: PuState, came: wire.Matchning, circumstances: Circumstances) -> Outcome:
    """Is she who came with that identity the one who has it here?

    Source:
        AK-RES-15, AK-RES-16.
    """
    identity = find_identity(state, Identity(came.oid, came.id), circumstances)
    if identity is None:
        return "okand"
    known = state.records[identity].person
    claimed = msgspec.structs.replace(known, fornamn=came.fornamn, efternamn=came.efternamn, fodd=came.fodd)
    return "samma_person" if circumstances.policies.use(SAME_PERSON)(known, claimed) else "annan_person"


def answer_match(state: PuState, body: Mapping[str, Any], circumstances: Circumstances) -> Answer:
    """For other systems: ``utfall`` of :func:`compare`."""
    outcome = compare(state, msgspec.convert(body, wire.Matchning), circumstances)
    texts = {"samma_person": "Samma person", "annan_person": "Numret är en annans", "okand": "Ingen har numret"}
    return Answer({"utfall": outcome}, texts[outcome])


def flag(came: wire.Matchning, worker: Employee) -> Decision:
    """Keep that *came* was stopped, so that somebody can look at it (AK-RES-15)."""
    name = f"{came.fornamn} {came.efternamn}"
    fact = facts.CollisionFound(oid=came.oid, id=came.id, name=name, born=came.fodd.isoformat(), unit=worker.unit)
    return Decision(drafts=(Draft(fact, Crossing(worker.unit, NAME, "Samma nummer, annan person")),))


def register_person(state: PuState, person: Person, circumstances: Circumstances) -> Decision:
    """Take in somebody who is new. The others ask when they meet her, and are told only what they could not know.

    Raises:
        ControlError: somebody else has one of her identities.
    """
    for identity in person.identiteter:
        if identity in state.records:
            raise ControlError(
                "identitet_delas",
                f"Identiteten {identity.id} ({identity.oid}) finns redan i världen.",
                remedy="Ge varje person sina egna identiteter.",
            )
    added = Draft(facts.PersonAdded(person=msgspec.to_builtins(person)))
    if person.skydd or len(person.identiteter) > 1:
        return tell(state, (added,), person.identiteter, circumstances)
    return Decision(drafts=(added,))
