"""Where a case belongs according to plan, and which units can be reached in which system."""

from __future__ import annotations

from datetime import date

from steps.dsl.acts import Acts
from steps.dsl.cast import Cast, acting, unit_id
from steps.dsl.world import World
from testdata.faults import Avvikelse
from testdata.model import System, SystemChoice
from testdata.organisation.enheter import unit_with_hsa_id
from testdata.organisation.kommuner import find_kommun
from testdata.organisation.options import group_of


class Rollout:
    """The rollout plan as the systems apply it. The plan itself is data; a scenario states exceptions."""

    def __init__(self, cast: Cast, world: World, acts: Acts) -> None:
        self._cast = cast
        self._world = world
        self._acts = acts

    def place_in_group(self, unit: str, group: int) -> None:
        """The vårdcentral *unit* belongs to primärvårdsgrupp *group* (the sources do not say which do).

        Raises:
            Specifikationsfel: no primärvård, or a group that does not exist: the unit would never go live.
        """
        hsa_id = unit_id(unit)
        self._world.override("vc_grupp", hsa_id, group_of(hsa_id, {hsa_id: group}).value)

    def delay_kommun(self, kommun: str, until: date) -> None:
        """The kommun goes live on *until* instead of with its område."""
        self._world.override("kommun_driftsatt_fran", find_kommun(kommun).kod, until.isoformat())

    def expect_choice(self, alias: str, hospital: str, system: System) -> None:
        """Millenniumenheter says today that a case for *alias* at *hospital* belongs in *system*."""
        choice = self._choice(alias, hospital)
        if choice.system is not system:
            raise Avvikelse(
                f"Millenniumenheter väljer fel system för {alias} på {hospital}.",
                expected=system,
                actual=f"{choice.system}: {choice.reason}",
                where=f"Millenniumenheter, {alias}",
                next_step="Jämför med utrullningsplanen: vilken part är driftsatt den dagen?",
            )

    def expect_deciding(self, alias: str, hospital: str, unit: str, live_from: date) -> None:
        """The answer names the part that decided, and its go-live date (AK-SYS-08)."""
        choice = self._choice(alias, hospital)
        if (choice.deciding_unit, choice.live_from) != (unit_id(unit), live_from):
            raise Avvikelse(
                f"Millenniumenheter anger fel skäl till systemvalet för {alias}.",
                expected=f"{unit}, driftstart {live_from}",
                actual=f"{unit_with_hsa_id(choice.deciding_unit).name}, driftstart {choice.live_from or 'saknas'}",
                where=f"Millenniumenheter, {alias}",
                next_step="Pröva planens datum för varje part i ärendet.",
            )

    def expect_inbox(self, unit: str, system: System) -> None:
        """Millenniumenheter points to the inkorg of *unit* in *system*, and *system* has that inkorg."""
        self._acts.require_judged()
        entry = self._cast.drivers().units.find_unit(unit_id(unit), day=self._world.today())
        if entry is None or entry.system is not system:
            raise Avvikelse(
                f"Millenniumenheter hänvisar {unit} till fel system.",
                expected=system,
                actual=f"{entry.system}, inkorg {entry.inkorg}" if entry else "enheten finns inte i katalogen",
                where="Millenniumenheter",
                next_step="Jämför med enhetens driftstart i utrullningsplanen.",
            )
        shown = self._cast.drivers().cases(system).find_recipients(actor=acting(unit)).get(unit_id(unit))
        if shown != entry.inkorg:
            raise Avvikelse(
                f"Inkorgen som Millenniumenheter anger för {unit} finns inte i {system}.",
                expected=f"inkorg {entry.inkorg}",
                actual=f"inkorg {shown}" if shown else "ingen inkorg",
                where=f"Millenniumenheter och {system}",
                next_step="Rätta katalogen eller inkorgen, så att de stämmer med varandra.",
            )

    def expect_selectable(self, unit: str, sender: str, system: System) -> None:
        if not self._is_selectable(unit, sender, system):
            raise self._visibility(unit, sender, system, expected="valbar", actual="varken synlig eller valbar")

    def expect_not_selectable(self, unit: str, sender: str, system: System) -> None:
        if self._is_selectable(unit, sender, system):
            raise self._visibility(unit, sender, system, expected="varken synlig eller valbar", actual="valbar")

    def _is_selectable(self, unit: str, sender: str, system: System) -> bool:
        self._acts.require_judged()
        return unit_id(unit) in self._cast.drivers().cases(system).find_recipients(actor=acting(sender))

    def _visibility(self, unit: str, sender: str, system: System, *, expected: str, actual: str) -> Avvikelse:
        return Avvikelse(
            f"Inkorgen för {unit} har fel synlighet i {system}.",
            expected=f"{expected} för {sender} den {self._world.today()}",
            actual=actual,
            where=f"{system}, mottagarlistan för {sender}",
            next_step="Jämför med enhetens driftstart i utrullningsplanen.",
        )

    def _choice(self, alias: str, hospital: str) -> SystemChoice:
        self._acts.require_judged()
        return self._cast.drivers().units.choose_system(
            hospital_unit=unit_id(hospital), parties=self._cast.parties(alias), day=self._world.today()
        )
