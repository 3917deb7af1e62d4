"""The people of a scenario by alias, and who acts for a unit."""

from __future__ import annotations

from fixtures.protocols import CareCaseDriver, Drivers
from steps.dsl.state import PatientState, ScenarioState
from steps.dsl.world import World
from testdata.faults import Specifikationsfel
from testdata.model import Actor, Part, Parties, PersonId, System
from testdata.organisation.enheter import Unit, find_unit, find_vardcentral, unit_of_kommun
from testdata.organisation.kommuner import find_kommun
from testdata.organisation.medarbetare import staff


class Cast:
    """Aliases in, identities out. An alias is a person for as long as the scenario lasts."""

    def __init__(self, state: ScenarioState, world: World) -> None:
        self._state = state
        self._world = world

    def introduce(self, alias: str, kommun: str) -> None:
        """*alias* becomes a synthetic person, folkbokförd in *kommun* and listed at its vårdcentral.

        Raises:
            Specifikationsfel: the alias is taken, or the kommun does not exist.
        """
        if alias in self._state["patients"]:
            raise Specifikationsfel(
                f"Patienten {alias} införs två gånger.",
                expected="ett namn per patient",
                actual=f"{alias} finns redan i scenariot",
                next_step="Ge den andra patienten ett annat namn, till exempel Bertil.",
            )
        from testdata.people.casting import cast  # names and numbers are read when somebody is cast
        from testdata.people.person import as_pu_document

        home = find_kommun(kommun)
        person = cast(
            self._state["seed"],
            self._state["scenario"],
            alias,
            home,
            taken=[PersonId(p["oid"], p["id"]) for p in self._state["patients"].values()],
        )
        document = as_pu_document(person)
        self._state["patients"][alias] = {
            "oid": person.identity.oid,
            "id": person.identity.value,
            "kommun": home.namn,
            "person": document,
        }
        self._world.add_patient(alias, document)

    def list_at(self, alias: str, unit: str) -> None:
        """*alias* is listed at the vårdcentral *unit*."""
        self.patient(alias)["listed_at"] = find_vardcentral(unit).name

    def patient(self, alias: str) -> PatientState:
        """Raises Specifikationsfel for an alias that was never introduced; names those that were."""
        patients = self._state["patients"]
        if alias not in patients:
            known = ", ".join(patients) or "ingen ännu"
            raise Specifikationsfel(
                f"Scenariot nämner {alias} men har aldrig infört patienten.",
                expected=f"någon av de införda: {known}",
                actual=alias,
                next_step=f"Rätta namnet, eller lägg till »Givet patienten {alias} från …« med rätt kommun.",
            )
        return patients[alias]

    def identity(self, alias: str) -> PersonId:
        """The identity *alias* has now."""
        patient = self.patient(alias)
        return PersonId(patient["oid"], patient["id"])

    def parties(self, alias: str) -> Parties:
        """The units that must take part in a case about *alias*: both of the kommun, and the vårdcentral."""
        home = find_kommun(self.patient(alias)["kommun"])
        return Parties(
            kommunal_hsv=unit_of_kommun(home, Part.KOMMUNAL_HSV).hsa_id,
            socialtjanst=unit_of_kommun(home, Part.SOCIALTJANST).hsa_id,
            oppenvard=self.vardcentral(alias).hsa_id,
        )

    def vardcentral(self, alias: str) -> Unit:
        """Where *alias* is listed: as the scenario says, else at the first vårdcentral of the kommun."""
        patient = self.patient(alias)
        listed_at = patient.get("listed_at")
        if listed_at:
            return find_vardcentral(listed_at)
        return unit_of_kommun(find_kommun(patient["kommun"]), Part.OPPENVARD)

    def drivers(self) -> Drivers:
        return self._world.drivers()

    def acting_in(self, system: System) -> CareCaseDriver:
        """The driver that does things in *system*: a Givet is arranged by the quickest, a När over the channel."""
        drivers = self._world.drivers()
        return drivers.arranging(system) if self._state["kind"] == "given" else drivers.cases(system)


def unit_id(name: str) -> str:
    """The HSA-id of the unit a sentence names."""
    return find_unit(name).hsa_id


def acting(unit: str, role: str | None = None) -> Actor:
    """Who acts for the unit that a sentence names; *role* when the sentence says läkare.

    Raises:
        Specifikationsfel: no such unit, or nobody there has the role.
    """
    found = find_unit(unit)
    return Actor(unit=found.hsa_id, staff=staff(found, role).hsa_id)


def system_of(patient: PatientState, alias: str) -> System:
    """The system in which the scenario says that the case is.

    Raises:
        Specifikationsfel: nobody has been admitted by that alias.
    """
    if "system" not in patient:
        raise Specifikationsfel(
            f"{alias} är inte inskriven än.",
            expected=f"ett steg som skriver in {alias} i SAMSA eller Samvy",
            actual="inget sådant steg tidigare i scenariot",
            next_step=f"Lägg till »Givet att SÄS har skrivit in {alias} i SAMSA den 2022-04-04 kl. 08.00«.",
        )
    return System(patient["system"])
