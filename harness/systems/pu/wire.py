"""The wire of the personuppgiftstjänst. The names are those of the wire; an unknown field is refused."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

import msgspec
from msgspec import Meta, Struct

from harness.kernel.document import Identity, Person

Text = Annotated[str, Meta(min_length=1)]
Sex = Literal["kvinna", "man"]
Format = Literal["NRID", "VGR"]


class _Body(Struct, frozen=True, forbid_unknown_fields=True):
    """A request body."""


class Koppling(_Body, frozen=True):
    fran: Identity
    till: Identity
    identitet_sakerstalld: bool


class Isarkoppling(_Body, frozen=True):
    fran: Identity
    till: Identity


class Uppgifter(_Body, frozen=True):
    """What is known of somebody who gets a reservnummer."""

    fornamn: Text
    efternamn: Text
    kommunkod: Annotated[str, Meta(pattern=r"^[0-9]{4}$")]
    adress: str
    postnummer: str
    ort: str


class Uttag(_Body, frozen=True, rename={"sort": "format"}):
    """``fodd`` and ``kon`` are null when they are not known; without ``person`` the numbers are anonymous."""

    sort: Format
    antal: Annotated[int, Meta(ge=1)]
    fodd: date | None
    kon: Sex | None
    person: Uppgifter | None = None


class Matchning(_Body, frozen=True):
    oid: Text
    id: Text
    fodd: date
    fornamn: Text
    efternamn: Text


class Identitetskedja(Struct, frozen=True):
    huvudidentitet: Identity
    identiteter: tuple[Identity, ...]


class Krock(Struct, frozen=True):
    oid: str
    id: str
    namn: str
    fodd: str
    enhet: str


class Personvy(Person, frozen=True, forbid_unknown_fields=True, omit_defaults=False, kw_only=True):
    """A person with her chain. ``avregistrerad`` is why the identity shown is not in use."""

    huvudidentitet: Identity
    avregistrerad: str | None


class Fel(Struct, frozen=True):
    kod: str
    fel: str


encode = msgspec.json.Encoder().encode
link_request = msgspec.json.Decoder(Koppling)
unlink_request = msgspec.json.Decoder(Isarkoppling)
issue_request = msgspec.json.Decoder(Uttag)
match_request = msgspec.json.Decoder(Matchning)
