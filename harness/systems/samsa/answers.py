"""What SAMSA reads out of the answers of other systems. More may stand there; it is not looked at."""

from __future__ import annotations

from datetime import date

from msgspec import Struct


class Choice(Struct, frozen=True):
    """Millenniumenheter on where a case belongs."""

    system: str
    motivering: str
    samsa_last_fran: date | None
    nedlagda: list[str]


class CatalogueUnit(Struct, frozen=True):
    hsa_id: str
    namn: str
    nedlagd: bool


class Units(Struct, frozen=True):
    """Millenniumenheter's units, and the day SAMSA is locked."""

    enheter: list[CatalogueUnit]
    samsa_last_fran: date | None


class RegisteredPatient(Struct, frozen=True):
    """The personuppgiftstjänst on a person."""

    fornamn: str
    efternamn: str
    adress: str
    postnummer: str
    ort: str


class Registered(Struct, frozen=True):
    """The personuppgiftstjänst's answer."""

    person: RegisteredPatient | None
