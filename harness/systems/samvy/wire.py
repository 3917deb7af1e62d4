"""The wire of Samvy, which is invented: camelCase there, and an unknown field is refused."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated

import msgspec
from msgspec import Meta, Struct

from harness.systems.samvy.vocabulary import Role

PERSON_PATTERN = r"^[0-9.]+\|[0-9A-Za-z]+$"
SOMETHING = r"\S"
"""What is written is not only blank."""

PersonKey = Annotated[str, Meta(pattern=PERSON_PATTERN)]


class Part(Struct, frozen=True, forbid_unknown_fields=True):
    roll: Role
    enhet: Annotated[str, Meta(min_length=1)]


class NyVardplanering(Struct, frozen=True, forbid_unknown_fields=True):
    person: PersonKey
    samverkansparter: Annotated[list[Part], Meta(min_length=3, max_length=3)]


class Kvittering(Struct, frozen=True, forbid_unknown_fields=True):
    """``{}``"""


class KvitteradAv(Struct, frozen=True):
    namn: str
    roll: str
    tid: datetime


class Mottagare(Struct, frozen=True, rename="camel"):
    enhet: str
    status: str
    kvitterad_av: KvitteradAv | None


class Besked(Struct, frozen=True):
    """``forsening`` is an ISO 8601 duration in hours and minutes."""

    id: str
    slag: str
    avsandare: str
    tid: datetime
    forsening: str | None
    efterregistrerat: datetime | None
    uppgifter: dict[str, str]
    mottagare: list[Mottagare]


class FastVardkontakt(Struct, frozen=True, rename="camel"):
    namn: str
    enhet: str
    star_kvar: bool


class SipSvar(Struct, frozen=True):
    svar: str
    enhet: str
    tid: datetime


class Vardplanering(Struct, frozen=True, rename="camel"):
    id: str
    person: str
    vardenhet: str
    status: str
    start: datetime
    planerad_utskrivning: date | None
    dygn_som_utskrivningsklar: int | None
    samverkansparter: list[Part]
    fast_vardkontakt: FastVardkontakt | None
    sip_erbjuden: SipSvar | None
    vardform: str | None
    planform: str
    varningar: list[str]
    avvikelser: list[str]
    besked: list[Besked]


class Personvy(Struct, frozen=True, rename="camel"):
    person: str
    samsa_arende_pagar: bool
    vardplaneringar: list[Vardplanering]


class Identitetsbesked(Struct, frozen=True):
    """``person`` and ``huvudidentitet`` are ``oid|id``."""

    person: str
    huvudidentitet: str
    skydd: tuple[str, ...]


class Inkorg(Struct, frozen=True, rename="camel"):
    enhet: str
    benamning: str
    inkorgs_id: str


class TagenAv(Struct, frozen=True):
    namn: str
    enhet: str
    tid: datetime


class Inkorgspost(Struct, frozen=True, rename="camel"):
    """``enhet`` is whom it came to: in a delad inkorg that may be another unit than the reader's."""

    post: str
    enhet: str
    vardplanering: str
    slag: str
    person: str
    avsandare: str
    inkom: datetime
    status: str
    tagen_av: TagenAv | None


class Nekad(Struct, frozen=True):
    code: str
    detail: str
    tid: datetime
    enhet: str


class Problem(Struct, frozen=True):
    """RFC 9457 with a stable ``code``."""

    title: str
    status: int
    code: str
    detail: str
    type: str = "about:blank"


new_plan = msgspec.json.Decoder(NyVardplanering)
acknowledgement = msgspec.json.Decoder(Kvittering)
encode = msgspec.json.Encoder().encode
