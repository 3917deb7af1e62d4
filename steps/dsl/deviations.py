"""Avvikelser i samverkan: reporting them, and what Samvy and the avvikelsesystem should have."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from fixtures.deviations import DeviationDriver
from steps.dsl.acts import Acts
from steps.dsl.cast import Cast, acting, unit_id
from steps.dsl.verdicts import wrong
from steps.dsl.world import World
from testdata.deviations import GRAVEST_FIRST, Deviation, Severity, Shortcoming
from testdata.faults import Avvikelse
from testdata.model import STOCKHOLM, MessageKind, System
from testdata.organisation.enheter import find_unit, unit_with_hsa_id
from testdata.organisation.medarbetare import employees, staff

THERE = "Avvikelsesystemet"
_WRONG_CODE = "000000"


class Deviations:
    """Verbs and expectations. A *unit* is as a sentence names it."""

    def __init__(self, cast: Cast, world: World, acts: Acts) -> None:
        self._cast = cast
        self._world = world
        self._acts = acts

    def report(
        self, alias: str, *, unit: str, kind: MessageKind, text: str, shortcoming: Shortcoming | None = None
    ) -> None:
        """Starting from the newest message of *kind*; without a *shortcoming* Samvy's own suggestion stands."""
        patient, actor = self._cast.identity(alias), acting(unit)
        outcome = self._samvy().report(patient, actor=actor, kind=kind, text=text, shortcoming=shortcoming)
        self._acts.done(outcome, system=System.SAMVY, alias=alias, act="avvikelserapporten")

    def report_without_patient(self, *, unit: str, text: str) -> None:
        outcome = self._samvy().report_without_patient(actor=acting(unit), text=text)
        self._acts.done(outcome, system=System.SAMVY, alias=unit, act="avvikelserapporten")

    def report_there(
        self,
        *,
        unit: str,
        about: str,
        text: str,
        severity: Severity = Severity.MEDEL,
        role: str | None = None,
        has_right_code: bool = True,
    ) -> None:
        """In the avvikelsesystem, with a SITHS-kort, about something that happens now."""
        code = staff(find_unit(unit), role).code if has_right_code else _WRONG_CODE
        drivers = self._world.drivers()
        outcome = drivers.deviation_system.report(
            actor=acting(unit, role),
            code=code,
            counterpart=unit_id(about),
            text=text,
            at=drivers.control.read_clock(),
            severity=severity,
        )
        self._acts.done(outcome, system=THERE, alias=unit, act="rapporten")

    def expect_refused(self, system: str, unit: str, *, codes: frozenset[str], reason: str) -> None:
        """What *unit* did last was refused in *system*, for that reason; no patient's list of refusals has it."""
        self._acts.expect_last_refused(where=system, who=unit, codes=codes, reason=reason)

    def expect_seen(self, alias: str, shortcoming: Shortcoming, *, there: bool) -> None:
        """Samvy has reported it by itself, once; or not at all."""
        found = [one for one in self._here(alias) if one.shortcoming is shortcoming and one.is_automatic]
        if len(found) != int(there):
            wanted = "en rapport" if there else "ingen rapport"
            raise _wrong(
                f"Samvy har {'inte ' if there else ''}rapporterat »{shortcoming}« för {alias}.",
                f"{wanted} om {shortcoming}",
                found or self._here(alias),
                alias,
            )

    def expect_about(self, alias: str, shortcoming: Shortcoming, *, counterpart: str, at: datetime) -> None:
        """A report by hand says the case, the counterpart and the time."""
        found = [one for one in self._here(alias) if one.shortcoming is shortcoming and not one.is_automatic]
        if not any((one.counterpart, one.happened_at) == (unit_id(counterpart), at) for one in found):
            raise _wrong(
                f"Ingen har rapporterat »{shortcoming}« för {alias} med rätt motpart och tid.",
                f"{counterpart}, {at.astimezone(STOCKHOLM):%Y-%m-%d %H.%M}",
                found or self._here(alias),
                alias,
            )

    def expect_exported(self, alias: str, shortcoming: Shortcoming, *, unit: str, there: bool) -> None:
        """The avvikelsesystem shows *unit* the report of *alias* once; or no report of hers."""
        found = [one for one in self._there(unit) if one.case in self._cases(alias)]
        fitting = [one for one in found if one.shortcoming is shortcoming]
        if len(fitting) != int(there):
            raise _wrong(
                f"Avvikelsesystemet har {len(fitting)} rapporter om »{shortcoming}« för {alias}.",
                "en rapport" if there else "ingen rapport",
                found,
                alias,
                THERE,
            )

    def expect_coexistence(self, alias: str, shortcoming: Shortcoming, *, is_marked: bool) -> None:
        """In Samvy, and in what the avvikelsesystem has got of it."""
        found = [one for one in self._here(alias) if one.shortcoming is shortcoming]
        known = self._cases(alias)
        exported = [
            one
            for row in found
            for one in self._there(unit_with_hsa_id(row.counterpart).name)
            if one.case in known and one.shortcoming is shortcoming
        ]
        if not found or any(one.is_coexistence is not is_marked for one in (*found, *exported)):
            raise _wrong(
                f"Avvikelsen »{shortcoming}« för {alias} är {'inte ' if is_marked else ''}märkt samexistens.",
                "märkt samexistens" if is_marked else "inte märkt samexistens",
                found,
                alias,
            )

    def expect_order(self, unit: str, *, in_samvy: bool) -> None:
        """The gravest first, among at least two grades."""
        rows = self._listed(unit) if in_samvy else self._there(unit)
        order = [GRAVEST_FIRST.index(one.severity) for one in rows]
        if len(set(order)) < 2 or order != sorted(order):
            raise _wrong(
                f"Avvikelserna hos {unit} listas inte med de allvarligaste först.",
                "minst två grader, de allvarligaste först",
                rows,
                unit,
                System.SAMVY if in_samvy else THERE,
            )

    def expect_nobody_named(self, unit: str) -> None:
        """Neither Samvy nor the avvikelsesystem shows *unit* a report that names an employee of anybody in it."""
        rows = [*self._listed(unit), *self._there(unit)]
        places = {place for one in rows for place in (one.reporter, one.counterpart)}
        names = {name for one in employees() if one.unit in places for name in (one.name, one.hsa_id)}
        naming = [one for one in rows if any(name.casefold() in one.text.casefold() for name in names)]
        if not rows or naming:
            raise _wrong(f"Avvikelserna hos {unit} nämner någon, eller saknas.", "ingen nämnd", naming, unit)

    def expect_report_there(self, text: str, *, unit: str, about: str) -> None:
        rows = self._there(unit)
        if not any((one.text, one.counterpart) == (text, unit_id(about)) for one in rows):
            raise _wrong(f"{unit} har ingen sådan rapport i avvikelsesystemet.", f"{about}: {text}", rows, unit, THERE)

    def _here(self, alias: str) -> list[Deviation]:
        return [one for one in self._listed(self._hospital(alias)) if one.case in self._cases(alias)]

    def _listed(self, unit: str) -> Sequence[Deviation]:
        self._acts.require_judged()
        return self._samvy().find_deviations(actor=acting(unit))

    def _there(self, unit: str) -> Sequence[Deviation]:
        self._acts.require_judged()
        who, code = acting(unit), staff(find_unit(unit)).code
        return self._world.drivers().deviation_system.find_deviations(actor=who, code=code)

    def _cases(self, alias: str) -> frozenset[str]:
        return self._samvy().find_cases(self._cast.identity(alias), actor=acting(self._hospital(alias)))

    def _hospital(self, alias: str) -> str:
        return self._cast.patient(alias).get("hospital_unit") or self._cast.vardcentral(alias).name

    def _samvy(self) -> DeviationDriver:
        return self._world.drivers().deviations


def _wrong(sentence: str, expected: str, rows: Sequence[Deviation], about: str, where: str = System.SAMVY) -> Avvikelse:
    shown = [f"{one.shortcoming or one.text} ({one.severity}), {one.happened_at:%Y-%m-%d %H.%M}" for one in rows]
    return wrong(sentence, expected, "; ".join(shown) or "inga avvikelser", about, where)
