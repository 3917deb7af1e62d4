"""What happens to the personas while the plan lasts, as life events and in words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import cache
from pathlib import Path

from testdata.faults import Specifikationsfel
from testdata.identity.kinds import parse_identity
from testdata.identity.proof import REAL_ENVIRONMENT, ProofKind, proof_of
from testdata.identity.value import Identity
from testdata.model import STOCKHOLM
from testdata.organisation.kommuner import find_kommun
from testdata.people.lifecycle import (
    Born,
    Change,
    DeathWithdrawn,
    Died,
    Emigrated,
    IdentityGiven,
    LifeEvent,
    Linked,
    Lives,
    Moved,
    ProtectionLifted,
    ProtectionSet,
    Renamed,
    Returned,
    Unlinked,
)
from testdata.people.personas.catalogue import MOTHER, Persona, find_persona, personas
from testdata.people.personas.possible import contradictions
from testdata.people.protection import MARKED, PROTECTED
from testdata.spelling import unknown_name
from testdata.tables import read_table

_TABLE = Path(__file__).with_name("handelser.csv")
_COLUMNS = ("namn", "handelse", "giltig", "registrerad", "uppgift")
_REGISTERED_AT = time(12, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """One row of the table: ``words`` is what happens, ``detail`` to what or with which number."""

    persona: Persona
    words: str
    detail: str
    event: LifeEvent

    def __str__(self) -> str:
        what = f"{self.words} {self._told_detail()}".strip()
        return f"{self.event.valid}: {what} (registreras {self.event.registered:%Y-%m-%d kl. %H.%M})"

    def _told_detail(self) -> str:
        if self.words in _TO_WHERE:
            return f"till {self.detail}"
        return f"{self.detail[:8]}-{self.detail[8:]}" if self.words in _NUMBERS else self.detail


@cache
def happenings() -> tuple[Happening, ...]:
    """Every row, in the order of the table.

    Raises:
        Specifikationsfel: an unknown persona, happening or kommun, a number that cannot be hers, or what cannot happen
            after what has happened (dead twice, a link broken that nobody made).
    """
    found = tuple(_read(row) for row in read_table(_TABLE, _COLUMNS))
    for persona in {one.persona.given_name: one.persona for one in found}.values():
        own = tuple(one for one in found if one.persona == persona)
        if wrong := contradictions([*_from_birth(persona, own), *(one.event for one in own)]):
            raise Specifikationsfel(
                f"Det som händer {persona.given_name} går inte ihop.",
                expected="händelser som kan följa på varandra i den ordning de registreras",
                actual="; ".join(wrong),
                where=_TABLE.name,
                next_step=f"Rätta raderna för {persona.given_name} i {_TABLE.name}.",
            )
    return found


def happenings_of(persona: Persona) -> tuple[Happening, ...]:
    return tuple(one for one in happenings() if one.persona == persona)


@cache
def lives() -> Lives:
    """The life of every persona from birth; the name of a life is her given name.

    A protection that no row dates has been there since birth, and so has the first number, unless a row says when it
    was given: until then a newborn is in her mother's case.
    """
    events = [event for persona in personas() for event in _from_birth(persona, happenings_of(persona))]
    return Lives((*events, *(one.event for one in happenings())))


def _from_birth(persona: Persona, later: Iterable[Happening]) -> list[LifeEvent]:
    name, given_later = persona.given_name, [one.event.change for one in later]
    mother = persona.around.get(MOTHER, ("",))[0]
    first: list[Change] = [IdentityGiven(persona.identity)]
    first += [ProtectionSet(kind) for kind in (PROTECTED, MARKED) if kind in persona.traits]
    changes: list[Change] = [Born(name, persona.family_name, persona.kommun.kod, mother)]
    changes += [change for change in first if change not in given_later]
    registered = datetime.combine(persona.born, _REGISTERED_AT, STOCKHOLM)
    return [LifeEvent(life=name, valid=persona.born, registered=registered, change=change) for change in changes]


def _personnummer(detail: str) -> Change:
    """A published test number that no persona has from the start."""
    new = _proved(detail, REAL_ENVIRONMENT)
    return IdentityGiven(new.person_id, new.born)


def _reservnummer(detail: str) -> Change:
    """The number that the catalogue has for her, whose row says when she got it, or one more."""
    return IdentityGiven(_proved(detail, frozenset({ProofKind.RESERVNUMMER})).person_id)


def _proved(detail: str, proofs: frozenset[ProofKind]) -> Identity:
    """*detail* as an identity with one of *proofs*; a personnummer that a persona has from the start is taken."""
    identity = parse_identity(detail)
    proof = proof_of(identity.person_id, date.max)
    taken = {one.identity for one in personas() if one.proof.kind in REAL_ENVIRONMENT}
    if proof is None or proof.kind not in proofs or identity.person_id in taken:
        raise Specifikationsfel(
            f"Numret {detail[:8]}**** kan inte delas ut.",
            expected=f"ett nummer med bevis ({', '.join(sorted(proofs))}) som ingen i personkatalogen har",
            actual="numret är upptaget" if identity.person_id in taken else "numret saknar det beviset",
            where=_TABLE.name,
            krav="AK-RAM-05",
            next_step="Välj ett annat nummer.",
        )
    return identity


_CHANGES: Mapping[str, Callable[[str], Change]] = {
    "flyttar": lambda detail: Moved(find_kommun(detail).kod),
    "byter efternamn": Renamed,
    "får reservnummer": _reservnummer,
    "får personnummer": _personnummer,
    f"får {PROTECTED}": lambda _: ProtectionSet(PROTECTED),
    f"får {MARKED}": lambda _: ProtectionSet(MARKED),
    "skyddade folkbokföringen hävs": lambda _: ProtectionLifted(PROTECTED),
    "sekretessmarkeringen hävs": lambda _: ProtectionLifted(MARKED),
    "länkas till": lambda detail: Linked(find_persona(detail).given_name),
    "kopplas isär från": lambda detail: Unlinked(find_persona(detail).given_name),
    "avlider": lambda _: Died(),
    "dödsfallet återtas": lambda _: DeathWithdrawn(),
    "utvandrar": lambda _: Emigrated(),
    "återvänder": lambda detail: Returned(find_kommun(detail).kod),
}
_TO_WHERE = ("flyttar", "återvänder", "byter efternamn")
_NUMBERS = ("får reservnummer", "får personnummer")


def _read(row: Mapping[str, str]) -> Happening:
    words, detail = row["handelse"], row["uppgift"]
    if words not in _CHANGES:
        raise unknown_name(
            words, _CHANGES, subject="Händelsen", expected="en händelse som personer kan vara med om", where=_TABLE.name
        )
    persona = find_persona(row["namn"])
    registered = datetime.fromisoformat(row["registrerad"].replace(".", ":")).replace(tzinfo=STOCKHOLM)
    change = _CHANGES[words](detail)
    event = LifeEvent(
        life=persona.given_name, valid=date.fromisoformat(row["giltig"]), registered=registered, change=change
    )
    return Happening(persona=persona, words=words, detail=detail, event=event)
