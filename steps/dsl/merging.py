"""Verbs and expectations on two records of one patient."""

from __future__ import annotations

from dataclasses import replace

from steps.dsl.acts import Acts
from steps.dsl.cast import Cast, acting
from steps.dsl.verdicts import wrong
from testdata.model import CareCase, System


class Merging:
    """*low* is the one who turned out to be *high*. Aliases and units are as a sentence names them."""

    def __init__(self, cast: Cast, acts: Acts) -> None:
        self._cast = cast
        self._acts = acts

    def merge(self, low: str, high: str, *, system: System, unit: str, is_secured: bool = True) -> None:
        pair = (self._cast.identity(low), self._cast.identity(high))
        outcome = self._cast.drivers().merges(system).merge(*pair, actor=acting(unit), is_secured=is_secured)
        self._acts.done(outcome, system=system, alias=low, act="sammanslagningen")

    def separate(self, low: str, high: str, *, system: System, unit: str) -> None:
        pair = (self._cast.identity(low), self._cast.identity(high))
        outcome = self._cast.drivers().merges(system).separate(*pair, actor=acting(unit))
        self._acts.done(outcome, system=system, alias=low, act="särtagningen")

    def expect_head(self, low: str, high: str, *, system: System, unit: str, is_so: bool) -> None:
        """What the personuppgiftstjänst has told *system* of *low*."""
        self._acts.require_judged()
        head = self._cast.drivers().merges(system).find_head(self._cast.identity(low), actor=acting(unit))
        if (head == self._cast.identity(high)) is not is_so:
            wanted = f"{low} är {high}" if is_so else f"{low} är inte {high}"
            raise wrong(f"{system} har fått veta något annat om {low}.", wanted, head.value, low, system)

    def expect_task(self, low: str, high: str, *, system: System, unit: str, there: bool) -> None:
        self._acts.require_judged()
        pair = frozenset((self._cast.identity(low), self._cast.identity(high)))
        tasks = self._cast.drivers().merges(system).find_tasks(actor=acting(unit))
        if tasks.count(pair) != int(there):
            wanted = "en öppen åtgärd" if there else "ingen öppen åtgärd"
            found = f"{tasks.count(pair)} om dem, {len(tasks)} i allt"
            raise wrong(f"{system} visar fel åtgärder om {low} och {high}.", wanted, found, low, system)

    def expect_same_case(self, low: str, high: str, *, system: System, unit: str) -> None:
        """The newest case is found under both, with all that it holds."""
        first, second = (self._case(alias, system, unit) for alias in (low, high))
        if first is None or second is None or replace(first, patient=second.patient) != second:
            raise wrong(f"{system} visar inte samma ärende.", _told(first), _told(second), f"{low} och {high}", system)

    def expect_no_case(self, alias: str, *, system: System, unit: str) -> None:
        found = self._case(alias, system, unit)
        if found is not None:
            raise wrong(f"{system} visar ett ärende för {alias}.", "inget ärende", _told(found), alias, system)

    def _case(self, alias: str, system: System, unit: str) -> CareCase | None:
        self._acts.require_judged()
        return self._cast.drivers().cases(system).find_case(self._cast.identity(alias), actor=acting(unit))


def _told(case: CareCase | None) -> str:
    return "inget ärende" if case is None else f"{case.state}, {len(case.messages)} meddelanden"
