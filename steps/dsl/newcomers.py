"""Aliases who are not known when the world begins: a system makes their numbers while the scenario runs."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from steps.dsl.cast import Cast, acting
from steps.dsl.state import ScenarioState
from testdata.model import PersonId, Refusal
from testdata.organisation.kommuner import Kommun, find_kommun
from testdata.people.person import Person, as_pu_document
from testdata.registered import ReservnummerKind

_NOBODY_LIVES = date(1895, 3, 14)


class Newcomers:
    """They are in the cast from then on."""

    def __init__(self, state: ScenarioState, cast: Cast) -> None:
        self._state = state
        self._cast = cast

    def issue(self, alias: str, kommun: str, kind: ReservnummerKind, *, unit: str) -> Refusal | None:
        """*alias* is known by a reservnummer that *unit* takes out for her now.

        A number in VGR-format is for a birth date of which nobody lives (D12, proof 4).

        Raises:
            Specifikationsfel: the alias is taken, or the kommun does not exist.
        """
        self._cast.require_new(alias)
        home = find_kommun(kommun)
        person = self._new_person(alias, home)
        born = _NOBODY_LIVES if kind is ReservnummerKind.VGR else person.born
        name, persons = (person.given_name, person.family_name), self._cast.drivers().persons
        before = {one.identity for one in persons.find_born_on(born)}
        outcome = persons.issue_reservnummer(
            kind, name, born=born, sex=person.sex.value, kommunkod=person.kommunkod, actor=acting(unit)
        )
        if outcome is None:
            [new] = [one.identity for one in persons.find_born_on(born) if one.identity not in before]
            self._remember(person, new, born, home)
        return outcome

    def make_in_kommun(self, alias: str, kommun: str, *, unit: str) -> Refusal | None:
        """*alias* is known only in the system of *unit*'s kommun, by a number that it makes now.

        Raises:
            Specifikationsfel: the alias is taken, or the kommun does not exist.
        """
        self._cast.require_new(alias)
        home = find_kommun(kommun)
        person = self._new_person(alias, home)
        made = self._cast.drivers().kommunsystem.make_reservnummer(
            (person.given_name, person.family_name), born=_NOBODY_LIVES, sex=person.sex.value, actor=acting(unit)
        )
        if isinstance(made, Refusal):
            return made
        self._remember(person, made, _NOBODY_LIVES, home)
        return None

    def _remember(self, person: Person, identity: PersonId, born: date, home: Kommun) -> None:
        """Whom nobody but a system that made her number knows: she has no address."""
        known = replace(person, identity=identity, born=born, address="", postal_code="", place="")
        self._state["patients"][person.alias] = {
            "oid": identity.oid,
            "id": identity.value,
            "kommun": home.namn,
            "person": as_pu_document(known),
        }

    def renumber(self, alias: str, of: str) -> PersonId:
        """*alias* is *of* by a personnummer that nobody has yet: the caller gives it to her.

        Raises:
            Specifikationsfel: the alias is taken, or *of* was never introduced.
        """
        self._cast.require_new(alias)
        known = self._cast.patient(of)
        self._cast.drivers()  # the world is made without her new number
        new = self._new_person(alias, find_kommun(known["kommun"])).identity
        self._state["patients"][alias] = {
            "oid": new.oid,
            "id": new.value,
            "kommun": known["kommun"],
            "person": {**known["person"], "identiteter": [{"oid": new.oid, "id": new.value}]},
        }
        return new

    def _new_person(self, alias: str, home: Kommun) -> Person:
        from testdata.people.casting import cast  # names and numbers are read when somebody is cast

        taken = [PersonId(p["oid"], p["id"]) for p in self._state["patients"].values()]
        return cast(self._state["seed"], self._state["scenario"], alias, home, taken=taken)
