"""Melior and the robot: what is written, carried, and left (AK-INT-03, AK-INT-04)."""

from __future__ import annotations

from datetime import datetime

from steps.dsl.acts import Acts
from steps.dsl.care_case import DEFAULT_STAY
from steps.dsl.cast import Cast, acting
from steps.dsl.verdicts import wrong
from steps.dsl.world import World
from testdata.model import Actor, MessageKind, Need, System

MELIOR = "Melior"


class Robot:
    """Verbs and expectations. After an admission in Melior the case of the alias is the one in SAMSA."""

    def __init__(self, cast: Cast, world: World, acts: Acts) -> None:
        self._cast = cast
        self._world = world
        self._acts = acts

    def admit(self, alias: str, *, unit: str, needs: frozenset[Need], at: datetime) -> None:
        self._world.move_clock(at)
        patient = self._cast.patient(alias)
        patient["hospital_unit"], patient["system"] = unit, System.SAMSA.value
        outcome = self._cast.drivers().robot.write_admission(
            self._cast.identity(alias),
            actor=acting(unit, "läkare"),
            parties=self._cast.parties(alias),
            needs=needs,
            planned_discharge=(at + DEFAULT_STAY).date(),
        )
        self._acts.done(outcome, system=MELIOR, alias=alias, act="inskrivningen")

    def inform(self, alias: str, *, unit: str, text: str) -> None:
        robot = self._cast.drivers().robot
        outcome = robot.write_information(self._cast.identity(alias), actor=acting(unit), text=text)
        self._acts.done(outcome, system=MELIOR, alias=alias, act="utskrivningsinformationen")

    def run(self, *, unit: str, at: datetime) -> None:
        self._world.move_clock(at)
        outcome = self._world.drivers().robot.run(actor=acting(unit))
        self._acts.done(outcome, system=System.SAMSA, alias=unit, act="robotens körning")

    def expect_cases(self, alias: str, count: int) -> None:
        self._acts.require_judged()
        found = self._cast.drivers().robot.count_cases(self._cast.identity(alias), actor=self._viewer(alias))
        if found != count:
            raise wrong(f"{alias} har fel antal ärenden i SAMSA.", count, found, alias, System.SAMSA)

    def expect_sent(self, alias: str, kind: MessageKind, times: int) -> None:
        self._acts.require_judged()
        robot, patient = self._cast.drivers().robot, self._cast.identity(alias)
        found = robot.count_messages(patient, actor=self._viewer(alias), kind=kind)
        if found != times:
            raise wrong(f"{kind} för {alias} har skickats fel antal gånger.", times, found, alias, System.SAMSA)

    def expect_failure(self, alias: str, *, unit: str, there: bool) -> None:
        """The robot's list at *unit* has something about *alias*, or nothing."""
        self._acts.require_judged()
        rows = self._cast.drivers().robot.find_failures(actor=acting(unit))
        mine = [row for row in rows if row.patient == self._cast.identity(alias)]
        if bool(mine) is not there:
            raise wrong(
                f"Roboten visar {'inget' if there else 'ett'} fel för {alias} på {unit}.",
                "ett fel" if there else "inget fel",
                "; ".join(f"{row.step}: {row.reason}" for row in mine) or "inget fel",
                alias,
                System.SAMSA,
            )

    def _viewer(self, alias: str) -> Actor:
        return acting(self._cast.patient(alias).get("hospital_unit") or self._cast.vardcentral(alias).name)
