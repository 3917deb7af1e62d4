"""The world of a scenario: when it is created, what time it is, what applies in it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, timedelta
from typing import Any

from fixtures.protocols import Drivers
from steps.dsl.state import ScenarioState
from testdata.faults import Specifikationsfel
from testdata.links import LinkEnd, LinkFault, LinkFaultKind
from testdata.model import STOCKHOLM
from testdata.people.personas.catalogue import find_persona
from testdata.people.personas.lives import lives
from testdata.people.personas.wanted import ANYBODY, parse_wanted


class World:
    """Collects what the Givet steps state, and creates the world at the first thing that happens."""

    def __init__(self, state: ScenarioState, drivers: Callable[[], Drivers]) -> None:
        self._state = state
        self._drivers = drivers

    def drivers(self) -> Drivers:
        """The drivers, with the world in place.

        Raises:
            Specifikationsfel: no sentence has said what time it is.
        """
        world = self._state["world"]
        if not world["created"]:
            if world["start"] is None:
                raise Specifikationsfel(
                    "Scenariot säger inte vad klockan är.",
                    expected="en tidpunkt före den första händelsen",
                    actual="ingen tidpunkt",
                    next_step="Lägg till »Givet att klockan är 08.00 den 2022-05-10«, med den dag som gäller.",
                )
            for alias in self._state["patients"]:
                self._require_possible(alias, datetime.fromisoformat(world["start"]))
            self._drivers().control.create_world(
                {
                    "start": world["start"],
                    "fro": self._state["seed"],
                    "personer": [p["person"] for p in self._state["patients"].values()],
                    "parametrar": world["parameters"],
                    "defekter": world["defects"],
                }
            )
            world["created"] = True
            for sender, recipient, kind, seconds in world["faults"]:
                self._put_fault(
                    LinkFault(
                        sender=LinkEnd(sender),
                        recipient=LinkEnd(recipient),
                        kind=LinkFaultKind(kind),
                        delay=timedelta(seconds=seconds),
                    )
                )
        return self._drivers()

    def move_clock(self, to: datetime) -> None:
        """Care time becomes *to*. Before anything has happened this decides when the world starts."""
        world = self._state["world"]
        if world["created"]:
            now = self._drivers().control.read_clock()
        else:
            now = datetime.fromisoformat(world["start"]) if world["start"] else to
        if to < now:
            raise Specifikationsfel(
                "Tiden kan inte gå bakåt i ett scenario.",
                expected=f"en tidpunkt från {_spoken(now)} och framåt",
                actual=_spoken(to),
                next_step="Skriv stegen i den ordning de händer, eller rätta tidpunkten.",
            )
        if world["created"]:
            self._drivers().control.advance_to(to)
        else:
            world["start"] = to.isoformat()

    def let_pass(self, how_long: timedelta) -> None:
        """Care time moves on by *how_long*, counted in real hours also over a DST night."""
        control = self.drivers().control
        control.advance_to(control.read_clock().astimezone(UTC) + how_long)

    def plan_fault(self, fault: LinkFault) -> None:
        """Put *fault* on its link, now or as soon as there is a world."""
        world = self._state["world"]
        if world["created"]:
            self._put_fault(fault)
        else:
            seconds = int(fault.delay.total_seconds())
            world["faults"].append([fault.sender.value, fault.recipient.value, fault.kind.value, seconds])

    def _put_fault(self, fault: LinkFault) -> None:
        self._drivers().control.plan_fault(fault, seed=self._state["seed"])

    def known_day(self) -> date | None:
        """The day of care time, or None before any sentence has said it."""
        world = self._state["world"]
        if world["created"]:
            return self._drivers().control.read_clock().date()
        return datetime.fromisoformat(world["start"]).date() if world["start"] else None

    def _require_possible(self, alias: str, now: datetime) -> None:
        """A persona is born and alive at *now*, and what the scenario said of her is true."""
        patient = self._state["patients"][alias]
        if "persona" not in patient:
            return
        day, persona = now.date(), find_persona(patient["persona"])
        said = f"en patient {patient['wanted']}" if "wanted" in patient else "en patient som är född och lever"
        wrong = list((parse_wanted(patient["wanted"]) if "wanted" in patient else ANYBODY).misses(persona, day, day))
        if died := lives().as_of(persona.given_name, valid=day, known=now).died:
            wrong.append(f"avled den {died}")
        if wrong:
            raise Specifikationsfel(
                f"{persona.given_name} är inte {said} den {day}.",
                expected=said,
                actual=f"{persona.given_name} {', '.join(wrong)}",
                next_step=f"Skriv klockan före steget som väljer {alias}, så väljs någon som stämmer den dagen."
                if "wanted" in patient
                else "Välj en annan dag, eller någon annan ur docs/personer.html.",
            )

    def today(self) -> date:
        """The day of care time now."""
        return self.drivers().control.read_clock().date()

    def add_patient(self, alias: str, person: Mapping[str, Any]) -> None:
        """Make a person known, in a world that may already be running.

        Raises:
            Specifikationsfel: she is not yet born, or no longer alive.
        """
        if self._state["world"]["created"]:
            self._require_possible(alias, self._drivers().control.read_clock())
            self._drivers().control.add_person(person)

    def assume(self, parameter: str, value: object) -> None:
        """State the whole of a parameter, as :meth:`override` states one row of a table."""
        self._require_beginning(parameter)
        self._state["world"]["parameters"][parameter] = value

    def override(self, parameter: str, key: str, value: object) -> None:
        """State one row of a table parameter, literally, as the scenario does.

        Raises:
            Specifikationsfel: something has already happened; a plan cannot change under a running case.
        """
        self._require_beginning(parameter)
        self._state["world"]["parameters"].setdefault(parameter, {})[key] = value

    def _require_beginning(self, parameter: str) -> None:
        if self._state["world"]["created"]:
            raise Specifikationsfel(
                "Planen ändras efter att något redan har hänt i scenariot.",
                expected="planen beskriven före den första händelsen",
                actual=f"{parameter} ändras mitt i scenariot",
                next_step="Flytta steget till början av scenariot eller till Bakgrund.",
            )


def _spoken(moment: datetime) -> str:
    return f"{moment.astimezone(STOCKHOLM):%Y-%m-%d kl. %H.%M}"
