"""The people of a scenario by alias, and who acts for a unit."""

from __future__ import annotations

from fixtures.protocols import CareCaseDriver, Drivers
from steps.dsl.state import PatientState, ScenarioState
from steps.dsl.world import World
from testdata.faults import Specifikationsfel
from testdata.model import Actor, Part, Parties, PersonId, System
from testdata.organisation.enheter import Unit, find_unit, find_vardcentral, unit_of_kommun
from testdata.organisation.kommuner import Kommun, find_kommun
from testdata.organisation.medarbetare import staff
from testdata.people.person import Person, as_pu_document
from testdata.people.personas.catalogue import LISTED, Persona, find_persona
from testdata.people.personas.person import person_of
from testdata.people.personas.wanted import PLAN_WINDOW, Wanted, find_personas
from testdata.people.streams import stream_seed

CHOSEN = "patienten"
"""What the steps call a patient who is only described."""


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
        self.require_new(alias)
        from testdata.people.casting import cast  # names and numbers are read when somebody is cast

        home = find_kommun(kommun)
        person = cast(
            self._state["seed"],
            self._state["scenario"],
            alias,
            home,
            taken=[PersonId(p["oid"], p["id"]) for p in self._state["patients"].values()],
        )
        self._add(person, home)

    def choose(self, alias: str, wanted: Wanted) -> None:
        """*alias* becomes somebody of the persona catalogue who fits *wanted*; seed and scenario decide who.

        Raises:
            Specifikationsfel: the alias is taken, or nobody fits who is not already in the scenario.
        """
        self.require_new(alias)
        day = self._world.known_day()
        taken = {p["persona"] for p in self._state["patients"].values() if "persona" in p}
        fitting = find_personas(wanted, (day, day) if day else PLAN_WINDOW, taken=taken)
        seed, scenario = self._state["seed"], self._state["scenario"]
        chosen = min(fitting, key=lambda persona: stream_seed(seed, scenario, "persona", persona.given_name))
        self._add_persona(alias, chosen)
        self._state["patients"][alias]["wanted"] = wanted.text

    def introduce_persona(self, name: str) -> None:
        """The persona called *name* takes part, by that name.

        Raises:
            Specifikationsfel: the name is taken, or nobody in the catalogue has it.
        """
        self.require_new(name)
        self._add_persona(name, find_persona(name))

    def _add_persona(self, alias: str, persona: Persona) -> None:
        for other, patient in self._state["patients"].items():
            if patient["id"] == persona.identity.value:
                raise Specifikationsfel(
                    f"{other} och {alias} är samma person: {persona.name}.",
                    expected="en person för varje namn",
                    actual=f"{persona.given_name} ur personkatalogen två gånger",
                    next_step="Inför henne en gång, eller välj en annan.",
                )
        self._add(person_of(persona, alias), persona.kommun, persona)

    def _add(self, person: Person, home: Kommun, persona: Persona | None = None) -> None:
        document = as_pu_document(person)
        patient: PatientState = {
            "oid": person.identity.oid,
            "id": person.identity.value,
            "kommun": home.namn,
            "person": document,
        }
        if persona:
            patient["persona"] = persona.given_name
            for listed_at in persona.around.get(LISTED, ()):
                patient["listed_at"] = listed_at
        self._state["patients"][person.alias] = patient
        self._world.add_patient(person.alias, document)

    def require_new(self, alias: str) -> None:
        """Raises Specifikationsfel for an alias that is taken."""
        if alias in self._state["patients"]:
            raise Specifikationsfel(
                f"Patienten {alias} införs två gånger.",
                expected="ett namn per patient",
                actual=f"{alias} finns redan i scenariot",
                next_step="Ge den andra patienten ett annat namn, till exempel Bertil.",
            )

    def hide(self, alias: str, field: str) -> None:
        """The personuppgiftstjänst does not know *field* (``adress`` or ``fornamn``) of *alias*."""
        person = self.patient(alias)["person"]
        emptied = {"adress": ("adress", "postnummer", "ort"), "namn": ("fornamn", "efternamn")}[field]
        person.update(dict.fromkeys(emptied, ""))

    def protect(self, alias: str, protection: str) -> None:
        """*alias* gets *protection* now."""
        event = {"handelse": "skydd_satt", "skydd": protection}
        self._world.drivers().control.report_life_event(self.identity(alias), event)

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
