"""What happens to the personas while the plan lasts, as life events and in words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import cache
from pathlib import Path

from testdata.faults import Specifikationsfel
from testdata.identity import rollista
from testdata.identity.kinds import parse_identity
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
    Lives,
    Moved,
    ProtectionSet,
    Renamed,
    Returned,
)
from testdata.people.personas.catalogue import Persona, find_persona, personas
from testdata.people.protection import MARKED, PROTECTED
from testdata.spelling import unknown_name
from testdata.tables import read_table

_TABLE = Path(__file__).with_name("handelser.csv")
_COLUMNS = ("namn", "handelse", "giltig", "registrerad", "uppgift")
_REGISTERED_AT = time(12, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """One row of the table: ``words`` is what happens, ``detail`` to what; both as a reader says it."""

    persona: Persona
    words: str
    detail: str
    event: LifeEvent

    def __str__(self) -> str:
        what = f"{self.words} {self.detail}".strip()
        return f"{self.event.valid}: {what} (registreras {self.event.registered:%Y-%m-%d kl. %H.%M})"


@cache
def happenings() -> tuple[Happening, ...]:
    """Every row, in the order of the table.

    Raises:
        Specifikationsfel: an unknown persona, happening or kommun, or a number that is not in the rollista or that a
            persona has already.
    """
    return tuple(_read(row) for row in read_table(_TABLE, _COLUMNS))


def happenings_of(persona: Persona) -> tuple[Happening, ...]:
    return tuple(one for one in happenings() if one.persona == persona)


@cache
def lives() -> Lives:
    """The life of every persona from birth; the name of a life is her given name.

    A protection that no row dates has been there since birth.
    """
    events = [event for persona in personas() for event in _from_birth(persona)]
    return Lives((*events, *(one.event for one in happenings())))


def _from_birth(persona: Persona) -> list[LifeEvent]:
    name = persona.given_name
    dated = {one.event.change.kind for one in happenings_of(persona) if isinstance(one.event.change, ProtectionSet)}
    born = Born(name, persona.family_name, persona.kommun.kod)
    changes: list[Change] = [born, IdentityGiven(persona.identity)]
    changes += [ProtectionSet(kind) for kind in (PROTECTED, MARKED) if kind in persona.traits and kind not in dated]
    registered = datetime.combine(persona.born, _REGISTERED_AT, STOCKHOLM)
    return [LifeEvent(life=name, valid=persona.born, registered=registered, change=change) for change in changes]


def _new_number(detail: str) -> Change:
    """A personnummer of the rollista that no persona has."""
    listed = {role.number for role in rollista.rollista()}
    taken = {persona.identity.value for persona in personas()}
    if detail not in listed or detail in taken:
        raise Specifikationsfel(
            f"Numret {detail[:8]}**** kan inte delas ut.",
            expected="ett testnummer ur rollistan som ingen i personkatalogen har",
            actual="numret är upptaget eller står inte i rollistan",
            where=_TABLE.name,
            krav="AK-RAM-05",
            next_step="Välj ett annat nummer ur rollistan.",
        )
    return IdentityGiven(parse_identity(detail).person_id)


_CHANGES: Mapping[str, Callable[[str], Change]] = {
    "flyttar": lambda detail: Moved(find_kommun(detail).kod),
    "byter efternamn": Renamed,
    "får personnummer": _new_number,
    f"får {PROTECTED}": lambda _: ProtectionSet(PROTECTED),
    f"får {MARKED}": lambda _: ProtectionSet(MARKED),
    "avlider": lambda _: Died(),
    "dödsfallet återtas": lambda _: DeathWithdrawn(),
    "utvandrar": lambda _: Emigrated(),
    "återvänder": lambda detail: Returned(find_kommun(detail).kod),
}
_TO_WHERE = ("flyttar", "återvänder", "byter efternamn")


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
    shown = f"till {detail}" if words in _TO_WHERE else f"{detail[:8]}-{detail[8:]}" if detail else ""
    return Happening(persona=persona, words=words, detail=shown, event=event)
