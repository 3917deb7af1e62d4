"""Verbs and expectations on the personuppgiftstjänst: which numbers it takes, and whose they are."""

from __future__ import annotations

from datetime import date

from steps.dsl.acts import Acts
from steps.dsl.cast import Cast, acting
from steps.dsl.newcomers import Newcomers
from steps.dsl.state import ScenarioState
from steps.dsl.values import one_of
from steps.dsl.verdicts import wrong
from testdata.identity.value import OID, Kind
from testdata.model import PersonId, Refusal
from testdata.registered import Recognised, Referring, RegisteredPerson, ReservnummerKind

PU = "Personuppgiftstjänsten"
KOMMUN = "Kommunens system"
_ANYBODY = ("Den", "Okände")
_SOME_DAY = date(1950, 3, 14)


def kind_of_number(text: str) -> Kind:
    return one_of("Slaget av nummer", text, {kind.value: kind for kind in Kind})


def referring(text: str) -> Referring:
    return one_of("Hänvisningen", text, {one.value: one for one in Referring})


class Registry:
    """A *unit* is as a sentence names it."""

    def __init__(self, state: ScenarioState, cast: Cast, acts: Acts) -> None:
        self._state = state
        self._cast = cast
        self._newcomers = Newcomers(state, cast)
        self._acts = acts

    def come_with(self, kind: Kind, number: str, *, unit: str) -> None:
        """*number* as it is written, for somebody of whom nothing else matters."""
        self._recognise(PersonId(OID[kind], number), _ANYBODY, _SOME_DAY, unit=unit, about=number)

    def come_with_number_of(self, alias: str, kind: Kind, *, unit: str) -> None:
        """The number that *alias* has, under the OID of *kind*, with her own name and birth date."""
        person, number = self._cast.patient(alias)["person"], self._cast.identity(alias).value
        name = (person["fornamn"], person["efternamn"])
        born = date.fromisoformat(person["fodd"])
        self._recognise(PersonId(OID[kind], number), name, born, unit=unit, about=alias)

    def issue(self, alias: str, kommun: str, kind: Kind, *, unit: str) -> None:
        outcome = self._newcomers.issue(alias, kommun, ReservnummerKind(kind.value), unit=unit)
        self._acts.done(outcome, system=PU, alias=alias, act="uttaget")

    def link(self, low: str, high: str, *, unit: str, role: str | None = None, is_secured: bool = True) -> None:
        actor, pair = acting(unit, role), (self._cast.identity(low), self._cast.identity(high))
        outcome = self._cast.drivers().persons.link(*pair, actor=actor, is_secured=is_secured)
        self._acts.done(outcome, system=PU, alias=low, act="kopplingen")

    def unlink(self, low: str, high: str, *, unit: str) -> None:
        pair = (self._cast.identity(low), self._cast.identity(high))
        outcome = self._cast.drivers().persons.unlink(*pair, actor=acting(unit))
        self._acts.done(outcome, system=PU, alias=low, act="isärkopplingen")

    def give_personnummer(self, alias: str, new: str, how: Referring) -> None:
        """Skatteverket gives *alias* a personnummer; *new* is who she is by it."""
        identity = self._newcomers.renumber(new, alias)
        event = {
            "handelse": "ny_identitet",
            "identitet": {"oid": identity.oid, "id": identity.value},
            "nya_hanvisar": how is not Referring.OLD_ONLY,
            "gamla_hanvisar": how is not Referring.NEW_ONLY,
            "gamla_avregistreras": how is not Referring.BOTH_ACTIVE,
        }
        self._cast.drivers().control.report_life_event(self._cast.identity(alias), event)

    def make_in_kommun(self, alias: str, kommun: str, *, unit: str) -> None:
        outcome = self._newcomers.make_in_kommun(alias, kommun, unit=unit)
        self._acts.done(outcome, system=KOMMUN, alias=alias, act="reservnumret")

    def expect_kommun_refused(self, unit: str, *, codes: frozenset[str], reason: str) -> None:
        self._acts.expect_last_refused(where=KOMMUN, who=unit, codes=codes, reason=reason)

    def expect_flagged(self, alias: str, *, unit: str, there: bool) -> None:
        """What was stopped is kept for somebody to look at, once."""
        self._acts.require_judged()
        person, identity = self._cast.patient(alias)["person"], self._cast.identity(alias)
        wanted = (identity, f"{person['fornamn']} {person['efternamn']}")
        found = self._cast.drivers().persons.find_collisions(actor=acting(unit))
        if found.count(wanted) != int(there):
            raise wrong(f"{PU} visar fel krockar om {alias}.", "en" if there else "ingen", len(found), alias, PU)

    def claim(self, alias: str, other: str, *, unit: str) -> None:
        """Somebody comes with the number of *alias* for *other*."""
        person = self._cast.patient(other)["person"]
        name, born = (person["fornamn"], person["efternamn"]), date.fromisoformat(person["fodd"])
        self._recognise(self._cast.identity(alias), name, born, unit=unit, about=alias)

    def expect_head(self, alias: str, head: str) -> None:
        """Whoever asks about *alias* is told of *head*, and of one only."""
        shown = self._find(alias)
        wanted, found = self._cast.identity(head), shown.identities[0]
        if found != wanted or shown.identities.count(wanted) != 1:
            raise wrong(f"{PU} visar fel huvudidentitet för {alias}.", wanted.value, found.value, alias, PU)

    def expect_own(self, alias: str) -> None:
        """Under her identity stand her own name and address."""
        person, shown = self._cast.patient(alias)["person"], self._find(alias, alone=True)
        wanted = f"{person['fornamn']} {person['efternamn']}, {person['kommunkod']}"
        found = f"{shown.name}, {shown.kommunkod}"
        if found != wanted:
            raise wrong(f"{PU} visar fel uppgifter för {alias}.", wanted, found, alias, PU)

    def expect_protected(self, alias: str, *, is_so: bool) -> None:
        """Nobody is shown where she lives, as her huvudidentitet says or as her own."""
        for shown in (self._find(alias), self._find(alias, alone=True)):
            if bool(shown.protection) is not is_so or ("Förmedlas" in shown.address) is not is_so:
                found = f"{', '.join(sorted(shown.protection)) or 'inget skydd'}, {shown.address}"
                wanted = "skyddad, utan adress" if is_so else "inte skyddad"
                raise wrong(f"{PU} visar {alias} fel.", wanted, found, alias, PU)

    def _find(self, alias: str, *, alone: bool = False) -> RegisteredPerson:
        self._acts.require_judged()
        shown = self._cast.drivers().persons.find_person(self._cast.identity(alias), alone=alone)
        if shown is None:
            raise wrong(f"{PU} känner inte {alias}.", "personen", "ingen", alias, PU)
        return shown

    def expect_taken(self, number: str) -> None:
        """The latest number was one of its kind; whose does not matter."""
        self._acts.require_judged()
        if "recognised" not in self._state:
            raise wrong(f"{PU} har inte godtagit {number}.", "godtaget", "inget svar", number, PU)

    def expect_recognised(self, alias: str, wanted: Recognised) -> None:
        self._acts.require_judged()
        found = self._state.get("recognised", "inget svar")
        if found != wanted.value:
            raise wrong(f"{PU} svarade fel om numret för {alias}.", wanted.value, found, alias, PU)

    def expect_refused(self, unit: str, *, codes: frozenset[str], reason: str) -> None:
        self._acts.expect_last_refused(where=PU, who=unit, codes=codes, reason=reason)

    def _recognise(self, identity: PersonId, name: tuple[str, str], born: date, *, unit: str, about: str) -> None:
        self._state.pop("recognised", None)
        answer = self._cast.drivers().persons.recognise(identity, name, born=born, actor=acting(unit))
        if isinstance(answer, Refusal):
            self._acts.done(answer, system=PU, alias=about, act="numret")
        else:
            self._state["recognised"] = answer.value
