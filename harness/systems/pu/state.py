"""The people of a world: those its document gave, and those who came later."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import msgspec

from harness.kernel.document import Identity, Person, WorldDocument
from harness.kernel.events import Event, Fact, fact_kinds, read_fact


class PersonAdded(Fact, frozen=True):
    """``person`` is as on the wire."""

    kind = "person-tillagd"
    person: dict[str, Any]


KINDS = fact_kinds(PersonAdded)


@dataclass(slots=True)
class PuState:
    """People by every identity they have."""

    people: dict[Identity, Person]

    def apply(self, event: Event) -> None:
        match read_fact(event, KINDS):
            case PersonAdded(person=added):
                person = msgspec.convert(added, Person)
                self.people |= _by_identity(person)


def create_state(document: WorldDocument) -> PuState:
    state = PuState({})
    for person in document.people:
        state.people |= _by_identity(person)
    return state


def _by_identity(person: Person) -> dict[Identity, Person]:
    return dict.fromkeys(person.identiteter, person)
