"""Who plays in a scenario is reproducible, never doubled, and always has proof."""

from __future__ import annotations

import ast
import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from testdata.faults import Specifikationsfel
from testdata.identity.proof import REAL_ENVIRONMENT, proof_of
from testdata.identity.value import Sex
from testdata.organisation.kommuner import find_kommun
from testdata.people.casting import cast
from testdata.people.person import Person, as_pu_document

ROOT = Path(__file__).parents[2]
TODAY = date(2026, 1, 1)
BORAS = find_kommun("Borås")
ALIASES = ("Astrid", "Bertil", "Patienten", "Åke", "Astrid 2")


def company(seed: int, scenario: str, count: int = 5) -> list[Person]:
    people: list[Person] = []
    for n in range(count):
        alias = ALIASES[n] if n < len(ALIASES) else f"Person {n}"
        people.append(cast(seed, scenario, alias, BORAS, taken=[p.identity for p in people]))
    return people


def test_the_same_seed_and_scenario_give_the_same_people() -> None:
    assert company(7, "scenario-a") == company(7, "scenario-a")


def test_another_seed_or_scenario_gives_others() -> None:
    first = [p.identity for p in company(7, "scenario-a")]

    assert [p.identity for p in company(8, "scenario-a")] != first
    assert [p.identity for p in company(7, "scenario-b")] != first


@pytest.mark.parametrize("hash_seed", ["0", "4711"])
def test_the_people_are_the_same_in_every_process(hash_seed: str) -> None:
    program = (
        "from testdata.people.casting import cast; from testdata.organisation.kommuner import find_kommun;"
        "print(cast(7, 'scenario-a', 'Patienten', find_kommun('Borås')))"
    )
    environment = {
        **os.environ,
        "PYTHONHASHSEED": hash_seed,
        "PYTHONPATH": str(ROOT),
        "PYTHONIOENCODING": "utf-8",
    }

    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=ROOT, env=environment, capture_output=True, text=True, encoding="utf-8", check=True,
    )  # fmt: skip

    assert done.stdout.strip() == str(cast(7, "scenario-a", "Patienten", BORAS))


def test_nobody_is_cast_twice_in_a_scenario_and_everyone_is_old() -> None:
    people = company(7, "scenario-a", count=100)

    assert len({p.identity for p in people}) == 100
    assert {p.born.year for p in people} <= set(range(1920, 1950))


def test_everyone_has_a_proof_that_holds_in_a_real_environment() -> None:
    young = cast(7, "s", "Barnet", BORAS, born_between=(date(2013, 1, 1), date(2013, 12, 31)))

    for person in [*company(7, "scenario-a", count=40), young]:
        assert person.proof == proof_of(person.identity, TODAY)
        assert person.proof.kind in REAL_ENVIRONMENT


def test_an_alias_that_is_a_given_name_is_her_name_and_decides_the_sex() -> None:
    for scenario in ("a", "b", "c", "d"):
        astrid = cast(7, scenario, "Astrid", BORAS)
        bertil = cast(7, scenario, "Bertil", BORAS)

        assert (astrid.given_name, astrid.sex) == ("Astrid", Sex.KVINNA)
        assert (bertil.given_name, bertil.sex) == ("Bertil", Sex.MAN)


def test_another_alias_is_given_a_name() -> None:
    patient = cast(7, "a", "Patienten", BORAS, sex=Sex.MAN)

    assert patient.sex is Sex.MAN
    assert patient.given_name not in ("", "Patienten")
    assert patient.name == f"{patient.given_name} {patient.family_name}"


def test_the_number_agrees_with_birth_date_and_sex() -> None:
    for person in company(7, "scenario-a", count=40):
        assert person.identity.value.startswith(f"{person.born:%Y%m%d}")
        assert (int(person.identity.value[10]) % 2 == 1) == (person.sex is Sex.MAN)


def test_a_person_of_another_age_can_be_asked_for() -> None:
    twin_years = (date(2021, 1, 1), date(2021, 12, 31))
    first = cast(7, "tvillingar", "Tvilling 1", BORAS, born_between=twin_years)
    second = cast(7, "tvillingar", "Tvilling 2", BORAS, born_between=twin_years, taken=[first.identity])

    assert first.born.year == second.born.year == 2021
    assert first.identity != second.identity


def test_birth_dates_without_test_numbers_are_a_fault_that_says_what_to_do() -> None:
    with pytest.raises(Specifikationsfel, match="inget testnummer kvar till Astrid") as caught:
        cast(7, "a", "Astrid", BORAS, born_between=(date(1914, 1, 1), date(1914, 12, 31)))

    assert "1914-01-01" in caught.value.expected
    assert "Välj födelseår" in caught.value.next_step


def test_the_address_is_in_the_kommun_and_cannot_be_delivered() -> None:
    person = cast(7, "a", "Astrid", BORAS)

    assert (person.kommunkod, person.place) == ("1490", "Borås")
    assert person.postal_code == "01490"
    assert person.address


def test_the_pu_document_is_json_in_the_agreed_shape() -> None:
    person = cast(7, "a", "Astrid", BORAS)

    document = json.loads(json.dumps(as_pu_document(person)))

    assert document == {
        "identiteter": [{"oid": person.identity.oid, "id": person.identity.value}],
        "fornamn": "Astrid",
        "efternamn": person.family_name,
        "fodd": person.born.isoformat(),
        "kon": "kvinna",
        "kommunkod": "1490",
        "adress": person.address,
        "postnummer": "01490",
        "ort": "Borås",
    }


def test_faker_is_not_imported_before_the_first_person() -> None:
    program = "import sys, testdata.people.casting, testdata.organisation.landscape; print('faker' in sys.modules)"

    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, text=True, check=True,
    )  # fmt: skip

    assert done.stdout.strip() == "False"


ROOMS = ("testdata", "steps", "fixtures", "harness", "reports", "benchmarks", "tests")
BANNED = {"ssn", "date_of_birth", "org_id", "profile", "simple_profile"}


def banned_calls(source: str) -> list[str]:
    """Calls of a method of Faker that makes numbers or birth dates which may be somebody's."""
    return [
        node.func.attr
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in BANNED
    ]


def test_fakers_numbers_and_birth_dates_are_never_asked_for() -> None:
    # The linter sees Faker.ssn but not what is called on an instance.
    files = [file for room in ROOMS for file in (ROOT / room).rglob("*.py") if "node_modules" not in file.parts]

    assert len(files) > 300
    assert {str(file): found for file in files if (found := banned_calls(file.read_text(encoding="utf-8")))} == {}


def test_a_banned_call_is_seen_on_any_instance() -> None:
    calls = [f"make_faker(1).unique.{name}()" for name in sorted(BANNED)]

    assert banned_calls("\n".join([*calls, "f.first_name()"])) == sorted(BANNED)
