"""What Samvy reads out of the answers of other systems. More may stand there; it is not looked at."""

from __future__ import annotations

from datetime import date

from msgspec import Struct


class CatalogueEntry(Struct, frozen=True):
    """A unit in Millenniumenheter. ``driftsatt_fran`` is None when the plan has no day for it."""

    hsa_id: str
    namn: str
    driftsatt_fran: date | None
    nedlagd: bool = False


class Catalogue(Struct, frozen=True):
    enheter: list[CatalogueEntry]


class Registered(Struct, frozen=True):
    """A person in the personuppgiftstjänst."""

    fornamn: str
    efternamn: str
    adress: str
    postnummer: str
    ort: str


class Found(Struct, frozen=True):
    """The personuppgiftstjänst's answer."""

    person: Registered | None
