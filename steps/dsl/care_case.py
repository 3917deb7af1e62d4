"""The acts of an in- och utskrivning case. What it should lead to is in :mod:`steps.dsl.outcomes`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta

from fixtures.protocols import CareCaseDriver
from steps.dsl.acts import Acts
from steps.dsl.cast import Cast, acting, system_of
from steps.dsl.world import World
from testdata.faults import Specifikationsfel
from testdata.model import Actor, MessageKind, Need, PersonId, Refusal, System

# A scenario that does not care when the patient is expected to leave gets this many days.
DEFAULT_STAY = timedelta(days=5)

Act = Callable[[CareCaseDriver, PersonId], Refusal | None]


_BY_RESERVRUTIN: Mapping[MessageKind, Callable[[CareCaseDriver, PersonId, Actor, datetime], Refusal | None]] = {
    MessageKind.INSKRIVNINGSMEDDELANDE: lambda case, patient, actor, at: case.send_inskrivningsmeddelande(
        patient, actor=actor, planned_discharge=(at + DEFAULT_STAY).date()
    ),
    MessageKind.UTSKRIVNINGSKLAR: lambda case, patient, actor, _: case.announce_utskrivningsklar(patient, actor=actor),
    MessageKind.ATERTAGEN_UTSKRIVNINGSKLAR: lambda case, patient, actor, _: case.withdraw_utskrivningsklar(
        patient, actor=actor
    ),
    MessageKind.UTSKRIVNINGSMEDDELANDE: lambda case, patient, actor, _: case.discharge(patient, actor=actor),
}
"""What the hospital sends by telephone and form while the system is down."""


class CareCase:
    """Verbs on an alias. Each one happens at care time now, in the system where the alias' case is."""

    def __init__(self, cast: Cast, world: World, acts: Acts) -> None:
        self._cast = cast
        self._world = world
        self._acts = acts

    def admit(self, alias: str, *, unit: str, system: System, at: datetime) -> None:
        """*unit* opens a case for *alias* in *system*, with the parts that must take part."""
        self._world.move_clock(at)
        parties = self._cast.parties(alias)
        patient = self._cast.patient(alias)
        patient["hospital_unit"] = unit
        actor = acting(unit)
        outcome = self._cast.acting_in(system).admit(self._cast.identity(alias), actor=actor, parties=parties)
        if outcome is None:
            patient["system"] = system.value
        self._acts.done(outcome, system=system, alias=alias, act="inskrivningen")

    def assess_needs(self, alias: str, *, unit: str, needs: frozenset[Need], at: datetime) -> None:
        actor = acting(unit, "läkare")
        self._do(
            alias, "behovsbedömningen", at, lambda case, patient: case.assess_needs(patient, actor=actor, needs=needs)
        )

    def send_inskrivningsmeddelande(
        self, alias: str, *, unit: str, at: datetime, planned_discharge: date | None = None
    ) -> None:
        actor = acting(unit)
        leaves = planned_discharge or (at + DEFAULT_STAY).date()
        self._do(
            alias,
            "inskrivningsmeddelandet",
            at,
            lambda case, patient: case.send_inskrivningsmeddelande(patient, actor=actor, planned_discharge=leaves),
        )

    def change_planned_discharge(self, alias: str, *, unit: str, planned_discharge: date) -> None:
        actor = acting(unit)
        self._do(
            alias,
            "ändringen av beräknad utskrivning",
            None,
            lambda case, patient: case.change_planned_discharge(
                patient, actor=actor, planned_discharge=planned_discharge
            ),
        )

    def acknowledge(
        self, alias: str, *, unit: str, kind: MessageKind, at: datetime | None = None, role: str | None = None
    ) -> None:
        actor = acting(unit, role)
        self._do(
            alias,
            f"kvittensen av {kind}",
            at,
            lambda case, patient: case.acknowledge(patient, actor=actor, kind=kind),
        )

    def assess_utskrivningsklar(self, alias: str, *, unit: str, at: datetime) -> None:
        actor = acting(unit, "läkare")
        self._do(
            alias,
            "bedömningen som utskrivningsklar",
            at,
            lambda case, patient: case.assess_utskrivningsklar(patient, actor=actor),
        )

    def announce_utskrivningsklar(self, alias: str, *, unit: str, at: datetime) -> None:
        actor = acting(unit)
        self._do(
            alias,
            "underrättelsen om utskrivningsklar",
            at,
            lambda case, patient: case.announce_utskrivningsklar(patient, actor=actor),
        )

    def withdraw_utskrivningsklar(self, alias: str, *, unit: str, at: datetime) -> None:
        actor = acting(unit)
        self._do(
            alias,
            "återtagandet av utskrivningsklar",
            at,
            lambda case, patient: case.withdraw_utskrivningsklar(patient, actor=actor),
        )

    def discharge(self, alias: str, *, unit: str, at: datetime) -> None:
        actor = acting(unit)
        self._do(alias, "utskrivningen", at, lambda case, patient: case.discharge(patient, actor=actor))

    def close(self, alias: str, *, unit: str, reason: str | None, role: str | None = None) -> None:
        actor = acting(unit, role)
        self._do(
            alias,
            "avslutet",
            None,
            lambda case, patient: case.close(patient, actor=actor, reason=reason),
        )

    def read(self, alias: str, *, unit: str, system: System) -> None:
        """Somebody at *unit* opens what *system* shows of the patient; what it shows is not judged."""
        self._cast.acting_in(system).find_case(self._cast.identity(alias), actor=acting(unit))

    def register_afterwards(self, alias: str, *, unit: str, kind: MessageKind, happened_at: datetime) -> None:
        """*unit* sent *kind* by reservrutin at *happened_at*, and registers it now.

        Raises:
            Specifikationsfel: such a message is not sent by reservrutin.
        """
        send = _BY_RESERVRUTIN.get(kind)
        if send is None:
            raise Specifikationsfel(
                f"{kind.value.capitalize()} kan inte efterregistreras.",
                expected=f"något av: {', '.join(_BY_RESERVRUTIN)}",
                actual=kind,
                next_step="Välj ett av slutenvårdens meddelanden i processen.",
            )
        system = system_of(self._cast.patient(alias), alias)
        driver = self._cast.drivers().afterwards(system, happened_at)
        outcome = send(driver, self._cast.identity(alias), acting(unit), happened_at)
        self._acts.done(outcome, system=system, alias=alias, act=f"efterregistreringen av {kind}")

    def _do(self, alias: str, act: str, at: datetime | None, command: Act) -> None:
        patient = self._cast.patient(alias)
        system = system_of(patient, alias)
        if at is not None:
            self._world.move_clock(at)
        outcome = command(self._cast.acting_in(system), self._cast.identity(alias))
        self._acts.done(outcome, system=system, alias=alias, act=act)
