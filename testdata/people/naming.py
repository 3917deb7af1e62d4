"""Invented names and street addresses, from Faker's Swedish lists. Never Faker's ``ssn()``."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from testdata.identity.value import Sex
from testdata.people.namelists import given_names
from testdata.people.streams import stream_seed

if TYPE_CHECKING:
    from faker import Faker


@dataclass(frozen=True, slots=True)
class FullName:
    given: str
    family: str

    def __str__(self) -> str:
        return f"{self.given} {self.family}"


def name_for(sex: Sex, *parts: object) -> FullName:
    """A name that fits *sex*; the same *parts* (seed, scenario, alias ...) give the same name."""
    faker = _faker(stream_seed(*parts, "namn"))
    given = faker.first_name_female() if sex is Sex.KVINNA else faker.first_name_male()
    return FullName(given, faker.last_name())


def street_for(*parts: object) -> str:
    """A street address without postal code; the same *parts* give the same address."""
    return str(_faker(stream_seed(*parts, "adress")).street_address())


def sex_of_given_name(name: str) -> Sex | None:
    """The sex that *name* is used for, or None when it is no given name or one used for both."""
    is_female, is_male = (name in given_names(sex) for sex in (Sex.KVINNA, Sex.MAN))
    if is_female == is_male:
        return None
    return Sex.KVINNA if is_female else Sex.MAN


@cache
def _shared_faker() -> Faker:
    from faker import Faker

    return Faker("sv_SE")


def _faker(seed: int) -> Faker:
    faker = _shared_faker()
    faker.seed_instance(seed)
    return faker
