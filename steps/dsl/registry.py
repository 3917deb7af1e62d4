"""Verbs and expectations on the personuppgiftstjänst: which numbers it takes, and whose they are."""

from __future__ import annotations

from datetime import date

from steps.dsl.acts import Acts
from steps.dsl.cast import Cast, acting
from steps.dsl.state import ScenarioState
from steps.dsl.values import one_of
from steps.dsl.verdicts import wrong
from testdata.identity.value import OID, Kind
from testdata.model import PersonId, Refusal
from testdata.registered import Recognised

PU = "Personuppgiftstjänsten"
_ANYBODY = ("Den", "Okände")
_SOME_DAY = date(1950, 3, 14)


def kind_of_number(text: str) -> Kind:
    return one_of("Slaget av nummer", text, {kind.value: kind for kind in Kind})


class Registry:
    """A *unit* is as a sentence names it."""

    def __init__(self, state: ScenarioState, cast: Cast, acts: Acts) -> None:
        self._state = state
        self._cast = cast
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
