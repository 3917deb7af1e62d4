"""A synthetic person as the personuppgiftstjänst would know her."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from testdata.identity.proof import Proof
from testdata.identity.value import Sex
from testdata.model import PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """One person of one scenario.

    ``postal_code`` begins with 0, as no Swedish one does, and then has the kommunkod; ``place`` is
    the kommun's name. No address can therefore be delivered to anybody. ``protection`` is what she has from the
    start, in the words of :mod:`~testdata.people.protection`.
    """

    alias: str
    identity: PersonId
    proof: Proof
    given_name: str
    family_name: str
    born: date
    sex: Sex
    kommunkod: str
    address: str
    postal_code: str
    place: str
    protection: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        return f"{self.given_name} {self.family_name}"


def as_pu_document(person: Person) -> dict[str, object]:
    """*person* as the world document and the personuppgiftstjänst write her (JSON values only).

    ``skydd`` is there only when she has some.
    """
    document: dict[str, object] = {
        "identiteter": [{"oid": person.identity.oid, "id": person.identity.value}],
        "fornamn": person.given_name,
        "efternamn": person.family_name,
        "fodd": person.born.isoformat(),
        "kon": str(person.sex),
        "kommunkod": person.kommunkod,
        "adress": person.address,
        "postnummer": person.postal_code,
        "ort": person.place,
    }
    return document | {"skydd": list(person.protection)} if person.protection else document
