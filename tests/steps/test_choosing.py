"""A patient who is described, or taken from the persona catalogue by name."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from steps.dsl import values
from steps.dsl.cast import CHOSEN, Cast
from steps.dsl.state import ScenarioState, new_state
from steps.dsl.world import World
from steps.hygiene import check
from testdata.faults import Specifikationsfel
from testdata.people.personas.catalogue import find_persona

ROOT = Path(__file__).parents[2]


DAY = date(2023, 4, 5)


class Control:
    """Remembers the world documents and the people that it was given."""

    def __init__(self) -> None:
        self.worlds: list[dict[str, Any]] = []
        self.added: list[dict[str, Any]] = []
        self.now = datetime(2022, 1, 1, tzinfo=UTC)

    def read_clock(self) -> datetime:
        return self.now

    def add_person(self, person: dict[str, Any]) -> None:
        self.added.append(person)

    def create_world(self, document: dict[str, Any]) -> None:
        self.worlds.append(document)


class Drivers:
    def __init__(self) -> None:
        self.control = Control()


@pytest.fixture
def drivers() -> Drivers:
    return Drivers()


@pytest.fixture
def begin(drivers: Drivers) -> Callable[..., tuple[ScenarioState, Cast, World]]:
    def make(scenario: str = "s", seed: int = 1) -> tuple[ScenarioState, Cast, World]:
        state = new_state(scenario=scenario, channel="api", seed=seed, krav=[], defects=[])
        world = World(state, lambda: drivers)  # type: ignore[arg-type,return-value]
        return state, Cast(state, world), world

    return make


Begin = Callable[..., tuple[ScenarioState, Cast, World]]


def at_eight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 8, tzinfo=UTC)


def test_the_chosen_one_fits_and_seed_and_scenario_decide_who(begin: Begin) -> None:
    chosen = {}
    for scenario in ("a", "b", "c", "d", "e"):
        for turn in range(2):
            state, cast, _ = begin(scenario)
            cast.choose(CHOSEN, values.wanted("kvinna över 75 år"))
            chosen[scenario, turn] = state["patients"][CHOSEN]["persona"]

    assert all(chosen[scenario, 0] == chosen[scenario, 1] for scenario, _ in chosen)
    assert len(set(chosen.values())) > 1
    assert all(find_persona(name).age_on(date(2022, 1, 1)) >= 75 for name in chosen.values())


def test_two_described_patients_are_two_people(begin: Begin) -> None:
    state, cast, _ = begin()
    for alias in ("Ett", "Två", "Tre", "Fyra"):
        cast.choose(alias, values.wanted("med tvilling"))

    assert {p["persona"] for p in state["patients"].values()} == {"Tindra", "Tore", "Maja", "Malte"}
    with pytest.raises(Specifikationsfel, match="Ingen i personkatalogen"):
        cast.choose("Fem", values.wanted("med tvilling"))


def test_one_persona_under_two_names_is_refused(begin: Begin) -> None:
    _, cast, _ = begin()
    cast.choose("Patienten", values.wanted("över 80 år i Mark med skyddad folkbokföring"))

    with pytest.raises(Specifikationsfel, match="Patienten och Greta är samma person"):
        cast.introduce_persona("Greta")


def test_nobody_who_is_cast_has_the_number_of_a_persona(begin: Begin) -> None:
    for scenario in map(str, range(60)):
        state, cast, _ = begin(scenario)
        cast.introduce("Astrid", "Borås")
        assert state["patients"]["Astrid"]["id"] not in {
            find_persona(n).identity.value for n in ("Greta", "Evald", "Rut")
        }


def test_a_stated_day_decides_whose_age_fits(begin: Begin) -> None:
    saga = find_persona("Saga")
    eighteenth = saga.born.replace(year=saga.born.year + 18)

    state, cast, world = begin()
    world.move_clock(at_eight(eighteenth))
    cast.choose(CHOSEN, values.wanted("mellan 18 och 18 år kvinna"))

    assert state["patients"][CHOSEN]["persona"] == "Saga"


def test_an_age_that_no_longer_holds_when_the_scenario_begins_is_told_of(begin: Begin, drivers: Drivers) -> None:
    _, cast, world = begin()
    cast.choose(CHOSEN, values.wanted("mellan 28 och 30 år i Mölndal"))
    world.move_clock(at_eight(date(2030, 1, 1)))

    with pytest.raises(Specifikationsfel, match="Samir är inte en patient mellan 28 och 30 år i Mölndal") as caught:
        world.drivers()

    assert "är 36 år" in caught.value.actual
    assert "Skriv klockan före" in caught.value.next_step
    assert drivers.control.worlds == []


@pytest.mark.parametrize(
    ("name", "day", "why"),
    [
        ("Alva", date(2022, 2, 7), "är inte född än"),
        ("Torvald", date(2022, 4, 12), "avled den 2022-04-08"),
    ],
)
@pytest.mark.parametrize("running", [False, True])
def test_nobody_is_a_patient_before_birth_or_after_death(
    begin: Begin, drivers: Drivers, name: str, day: date, why: str, running: bool
) -> None:
    _, cast, world = begin()
    world.move_clock(at_eight(day))
    if running:
        drivers.control.now = at_eight(day)
        world.drivers()

    def begin_with_her() -> None:
        cast.introduce_persona(name)
        world.drivers()

    with pytest.raises(Specifikationsfel) as caught:
        begin_with_her()

    assert why in caught.value.actual
    assert drivers.control.added == []


@pytest.mark.parametrize(("name", "day"), [("Alva", date(2022, 3, 17)), ("Torvald", date(2022, 4, 9)), ("Viola", DAY)])
def test_whoever_is_born_and_not_known_to_be_dead_is_a_patient(begin: Begin, name: str, day: date) -> None:
    _, cast, world = begin()
    world.move_clock(at_eight(day))
    cast.introduce_persona(name)

    assert world.drivers()


def test_the_world_is_told_no_address_of_a_protected_patient(begin: Begin, drivers: Drivers) -> None:
    _, cast, world = begin()
    cast.introduce_persona("Greta")
    world.move_clock(at_eight(date(2022, 4, 5)))
    world.drivers()

    [person] = drivers.control.worlds[0]["personer"]
    assert (person["fornamn"], person["adress"], person["ort"]) == ("Greta", "Förmedlingsuppdrag", "Förmedlas")


@pytest.mark.parametrize(
    ("step", "told"),
    [
        ("Givet en patient över 80 år i Mrak", "Menade du Mark"),
        ("Givet en patient över 120 år", "Ingen i personkatalogen är en patient över 120 år"),
        ("Givet en patient med flygrädsla", "Egenskapen 'flygrädsla' finns inte"),
        ("Givet Gerta ur personkatalogen", "Menade du Greta"),
    ],
)
def test_what_nobody_fits_is_told_of_before_a_run(tmp_path: Path, step: str, told: str) -> None:
    file = tmp_path / "prov.feature"
    file.write_text(
        "# language: sv\n@anvandaracceptans @krav:AK-INUT-01\nEgenskap: Prov\n\n  Scenario: Ett\n"
        f"    {step}\n    Så har patienten inget pågående ärende i SAMSA\n",
        encoding="utf-8",
    )

    found = check([file], ROOT, today=date(2026, 1, 1), folders=[])

    assert any(told in f"{finding.sentence} {finding.remedy}" and finding.line == 6 for finding in found)


def test_a_described_patient_is_introduced_as_patienten(tmp_path: Path) -> None:
    file = tmp_path / "prov.feature"
    text = (
        "# language: sv\n@anvandaracceptans @krav:AK-INUT-01\nEgenskap: Prov\n\n  Scenario: Ett\n"
        "    Givet en patient över 80 år i Mark\n    När klockan blir 08.00 den 2022-04-05\n"
        "    Så har patienten inget pågående ärende i SAMSA\n"
    )
    file.write_text(text, encoding="utf-8")
    assert [f for f in check([file], ROOT, today=date(2026, 1, 1), folders=[]) if f.is_error] == []

    file.write_text(text.replace("en patient över", "att Anna är en patient över"), encoding="utf-8")
    rules = [f.rule for f in check([file], ROOT, today=date(2026, 1, 1), folders=[]) if f.is_error]
    assert rules == ["okand-person"]


def test_a_name_that_is_in_no_catalogue_is_told_of() -> None:
    assert values.persona("Greta") == "Greta"
    with pytest.raises(Specifikationsfel, match="Menade du Greta"):
        values.persona("Grta")


def test_a_persona_is_listed_where_the_catalogue_says(begin: Begin) -> None:
    _, cast, _ = begin()
    cast.introduce_persona("Elly")
    cast.introduce_persona("Rut")

    assert cast.vardcentral("Elly").name == "Din VC i Lerum"
    assert cast.vardcentral("Elly").it_service is False
    assert cast.vardcentral("Rut").name == "VC Kungälv"
