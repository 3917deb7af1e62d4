"""A life as events, each with the day it holds from and the moment somebody registered it (bitemporal).

What a system knows of a person depends on both: a death on Friday that is registered on Monday was not known
on Saturday. Nothing here is changed or removed; a mistake is taken back by an event of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Protocol

from testdata.model import PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonState:
    """A person on a day, as known at a moment.

    ``identities`` has the one in use first and those it replaced after it. ``kommunkod`` is None before birth and
    after emigration. ``links`` are the lives that hers is linked to. ``protection`` is her own; see
    :func:`protection_of` for what a link adds.
    """

    born: date | None = None
    mother: str = ""
    given_name: str = ""
    family_name: str = ""
    kommunkod: str | None = None
    identities: tuple[PersonId, ...] = ()
    protection: frozenset[str] = frozenset()
    links: frozenset[str] = frozenset()
    died: date | None = None

    @property
    def identity(self) -> PersonId | None:
        """The identity in use; None for one who is born but has none yet."""
        return self.identities[0] if self.identities else None


class Change(Protocol):
    """What happened: gives the state after it."""

    def apply(self, state: PersonState, on: date) -> PersonState: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class LifeEvent:
    """``life`` is whose, ``valid`` the day it holds from, ``registered`` when a register learnt of it (with zone)."""

    life: str
    valid: date
    registered: datetime
    change: Change


@dataclass(frozen=True, slots=True)
class Born:
    """In the case of ``mother`` (a life), where the child is until it has an identity of its own."""

    given_name: str
    family_name: str
    kommunkod: str
    mother: str = ""

    def apply(self, state: PersonState, on: date) -> PersonState:
        return replace(
            state,
            born=on,
            mother=self.mother,
            given_name=self.given_name,
            family_name=self.family_name,
            kommunkod=self.kommunkod,
        )


@dataclass(frozen=True, slots=True)
class IdentityGiven:
    """The first identity, or one in place of those before it: NRID or samordningsnummer → personnummer, a new one.

    ``born`` is the birth date that holds with it; None leaves the one there was.
    """

    identity: PersonId
    born: date | None = None

    def apply(self, state: PersonState, on: date) -> PersonState:
        before = tuple(one for one in state.identities if one != self.identity)
        return replace(state, identities=(self.identity, *before), born=self.born or state.born)


@dataclass(frozen=True, slots=True)
class Moved:
    kommunkod: str

    def apply(self, state: PersonState, on: date) -> PersonState:
        return replace(state, kommunkod=self.kommunkod)


@dataclass(frozen=True, slots=True)
class Renamed:
    family_name: str
    given_name: str = ""

    def apply(self, state: PersonState, on: date) -> PersonState:
        given = self.given_name or state.given_name
        return replace(state, given_name=given, family_name=self.family_name)


@dataclass(frozen=True, slots=True)
class ProtectionSet:
    """``kind`` is skyddad folkbokföring or sekretessmarkering; one can have both."""

    kind: str

    def apply(self, state: PersonState, on: date) -> PersonState:
        return replace(state, protection=state.protection | {self.kind})


@dataclass(frozen=True, slots=True)
class ProtectionLifted:
    kind: str

    def apply(self, state: PersonState, on: date) -> PersonState:
        return replace(state, protection=state.protection - {self.kind})


@dataclass(frozen=True, slots=True)
class Linked:
    """Somebody unidentified is found to be ``other``, rightly or not."""

    other: str

    def apply(self, state: PersonState, on: date) -> PersonState:
        return replace(state, links=state.links | {self.other})


@dataclass(frozen=True, slots=True)
class Unlinked:
    other: str

    def apply(self, state: PersonState, on: date) -> PersonState:
        return replace(state, links=state.links - {self.other})


@dataclass(frozen=True, slots=True)
class Died:
    def apply(self, state: PersonState, on: date) -> PersonState:
        return replace(state, died=on)


@dataclass(frozen=True, slots=True)
class DeathWithdrawn:
    """She was never dead. Holds from the day of the death that it takes back."""

    def apply(self, state: PersonState, on: date) -> PersonState:
        return replace(state, died=None)


@dataclass(frozen=True, slots=True)
class Emigrated:
    def apply(self, state: PersonState, on: date) -> PersonState:
        return replace(state, kommunkod=None)


@dataclass(frozen=True, slots=True)
class Returned:
    kommunkod: str

    def apply(self, state: PersonState, on: date) -> PersonState:
        return replace(state, kommunkod=self.kommunkod)


@dataclass(frozen=True, slots=True)
class Lives:
    """Events of many lives. The order in which they are given does not matter."""

    events: Sequence[LifeEvent] = field(default=())

    def as_of(self, life: str, *, valid: date, known: datetime) -> PersonState:
        """*life* on the day *valid*, with only what was registered at *known* or before.

        Of two events that hold from the same day, the one that was registered later has the last word.
        """
        state = PersonState()
        for event in self._in_order(life, valid, known):
            state = event.change.apply(state, event.valid)
        return state

    def protection_of(self, life: str, *, valid: date, known: datetime) -> frozenset[str]:
        """Her own protection and that of every life she is linked to, in either direction, while the links hold.

        Source:
            AK-RES-22. Ramverk NRID 3.0, chapter 9: a linked identity inherits protection. Class B.
        """
        states = {one: self.as_of(one, valid=valid, known=known) for one in {event.life for event in self.events}}
        reached, waiting = {life}, [life]
        while waiting:
            new = _neighbours(waiting.pop(), states) - reached
            reached |= new
            waiting += new
        return frozenset(kind for one in reached if one in states for kind in states[one].protection)

    def _in_order(self, life: str, valid: date, known: datetime) -> Iterable[LifeEvent]:
        mine = (e for e in self.events if e.life == life and e.valid <= valid and e.registered <= known)
        return sorted(mine, key=lambda event: (event.valid, event.registered, repr(event.change)))


def _neighbours(life: str, states: Mapping[str, PersonState]) -> set[str]:
    own = set(states[life].links) if life in states else set()
    return own | {other for other, state in states.items() if life in state.links}
