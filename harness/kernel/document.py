"""The one document that a world is created by."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any, Literal

import msgspec


class Identity(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A number and the OID that gives it a meaning."""

    oid: str
    id: str


Protection = Literal["skyddad folkbokföring", "sekretessmarkering"]


class Person(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A person as the personuppgiftstjänst has her. The names are those of the wire.

    The first of ``identiteter`` is her huvudidentitet. ``skydd`` is left out when she has none.
    """

    identiteter: tuple[Identity, ...]
    fornamn: str
    efternamn: str
    fodd: date
    kon: str
    kommunkod: str
    adress: str
    postnummer: str
    ort: str
    skydd: tuple[Protection, ...] = ()


class WorldDocument(
    msgspec.Struct,
    frozen=True,
    forbid_unknown_fields=True,
    rename={
        "version": "schema",
        "landscape": "landskap",
        "seed": "fro",
        "people": "personer",
        "parameters": "parametrar",
        "defects": "defekter",
    },
):
    """``parameters`` replaces values of the landscape; ``defects`` are switched on for the world's life."""

    version: Literal[1]
    landscape: str
    start: Annotated[datetime, msgspec.Meta(tz=True)]
    seed: int
    people: tuple[Person, ...]
    parameters: dict[str, Any]
    defects: tuple[str, ...]
