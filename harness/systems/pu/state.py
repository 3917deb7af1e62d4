"""The identities of a world, what is known under each, and which point at which."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any

import msgspec

from harness.kernel.document import Identity, Person, WorldDocument
from harness.kernel.events import Event, Fact, read_fact
from harness.systems.pu import facts


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What is known under one identity, whether or not it is linked.

    ``deregistered`` is why the identity is no longer in use; ``refers_to`` are the identities it refers to.
    """

    person: Person
    deregistered: str | None = None
    refers_to: frozenset[Identity] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Collision:
    """Somebody who came with an identity that is another's."""

    identity: Identity
    name: str
    born: str
    unit: str


@dataclass(slots=True)
class PuState:
    """Records by identity. A link is a pointer to a record and changes none (domain rules 4.8).

    ``drawn`` is how far each pool of reservnummer has been used; ``issued`` is every number that came out of one.
    """

    records: dict[Identity, Record] = field(default_factory=dict)
    pointers: dict[Identity, Identity] = field(default_factory=dict)
    drawn: dict[str, int] = field(default_factory=dict)
    issued: set[Identity] = field(default_factory=set)
    collisions: list[Collision] = field(default_factory=list)
    told: int = 0

    def apply(self, event: Event) -> None:
        self.take(read_fact(event, facts.KINDS))

    def after(self, taken: Iterable[Fact]) -> PuState:
        """What the state would be; this one is left as it is."""
        copy = PuState(
            dict(self.records),
            dict(self.pointers),
            dict(self.drawn),
            set(self.issued),
            list(self.collisions),
            self.told,
        )
        for fact in taken:
            copy.take(fact)
        return copy

    def take(self, fact: Fact) -> None:
        match fact:
            case facts.PersonAdded(person=added):
                self.add(msgspec.convert(added, Person))
            case facts.PersonChanged(oid=oid, id=id, values=values):
                self._change_person(Identity(oid, id), values)
            case facts.ProtectionChanged(oid=oid, id=id, protection=protection):
                self._change_person(Identity(oid, id), {"skydd": tuple(protection)})
            case facts.RegistrationChanged(oid=oid, id=id, reason=reason):
                identity = Identity(oid, id)
                self.records[identity] = replace(self.records[identity], deregistered=reason)
            case facts.ReferenceMade(oid=oid, id=id, to_oid=to_oid, to_id=to_id):
                identity = Identity(oid, id)
                known = self.records[identity]
                self.records[identity] = replace(known, refers_to=known.refers_to | {Identity(to_oid, to_id)})
            case facts.IdentitiesLinked(oid=oid, id=id, to_oid=to_oid, to_id=to_id):
                self.pointers[Identity(oid, id)] = Identity(to_oid, to_id)
            case facts.IdentitiesUnlinked(oid=oid, id=id):
                del self.pointers[Identity(oid, id)]
            case facts.NumbersIssued(oid=oid, numbers=numbers, pool=pool, drawn=drawn):
                self.drawn[pool] = drawn
                self.issued |= {Identity(oid, number) for number in numbers}
            case facts.CollisionFound(oid=oid, id=id, name=name, born=born, unit=unit):
                self.collisions.append(Collision(identity=Identity(oid, id), name=name, born=born, unit=unit))
            case facts.ChangeTold(number=number):
                self.told = number

    def add(self, person: Person) -> None:
        """*person* under each of her identities, all linked to the first."""
        for identity in person.identiteter:
            self.records[identity] = Record(person=msgspec.structs.replace(person, identiteter=(identity,)))
            if identity != person.identiteter[0]:
                self.pointers[identity] = person.identiteter[0]

    def _change_person(self, identity: Identity, values: dict[str, Any]) -> None:
        known = self.records[identity]
        self.records[identity] = replace(known, person=msgspec.structs.replace(known.person, **values))


def create_state(document: WorldDocument) -> PuState:
    state = PuState()
    for person in document.people:
        state.add(person)
    return state
