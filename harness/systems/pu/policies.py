"""The rules of the personuppgiftstjänst that a world can replace, and the parameters they need."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import Annotated, Protocol

import msgspec

from harness.kernel.document import Identity, Person
from harness.kernel.parameters import Parameter
from harness.kernel.policies import Policy

ROLES_THAT_LINK: Parameter[tuple[str, ...]] = Parameter(
    "pu_koppling_roller", tuple[Annotated[str, msgspec.Meta(min_length=1)], ...], "en lista med roller"
)
NRID_TO_NRID: Parameter[bool] = Parameter("pu_nrid_kopplas_till_nrid", bool, "sant eller falskt")
NRID_SERIES: Parameter[int] = Parameter(
    "pu_nrid_serie", Annotated[int, msgspec.Meta(ge=1, le=26)], "ett heltal 1–26: vilken serie nya NRID tas ur"
)
MOST_NRID: Parameter[int] = Parameter(
    "pu_nrid_per_anrop_max", Annotated[int, msgspec.Meta(ge=1)], "ett heltal, minst 1: nummer i ett anrop"
)
PARAMETERS = (ROLES_THAT_LINK, NRID_TO_NRID, NRID_SERIES, MOST_NRID)

PROTECTED = "skyddad folkbokföring"
HIDDEN_ADDRESS = {"adress": "Förmedlingsuppdrag", "postnummer": "00000", "ort": "Förmedlas"}


class AutoLink(Protocol):
    """May two identities be linked by themselves? Each says whether it refers to the other and is active."""

    def __call__(self, *, old_refers: bool, new_refers: bool, old_active: bool, new_active: bool) -> bool: ...


def match_pair(known: Collection[Identity], wanted: Identity) -> Identity | None:
    return wanted if wanted in known else None


def follow_to_the_end(pointers: Mapping[Identity, Identity], identity: Identity) -> Identity:
    while identity in pointers:
        identity = pointers[identity]
    return identity


def inherit(own: frozenset[str], chain: frozenset[str]) -> frozenset[str]:
    return own | chain


def hide_address(person: Person, protection: Collection[str]) -> Person:
    """*person* as she may be shown."""
    return msgspec.structs.replace(person, **HIDDEN_ADDRESS) if PROTECTED in protection else person


def same_person(known: Person, came: Person) -> bool:
    """Are birth date and name alike? The identity is known to be."""
    names = [(one.fornamn.casefold().split(), one.efternamn.casefold().split()) for one in (known, came)]
    return known.fodd == came.fodd and names[0] == names[1]


def leave_as_it_was(own: Person, _head: Person) -> Person:
    return own


def link_when_mutual(*, old_refers: bool, new_refers: bool, old_active: bool, new_active: bool) -> bool:
    return old_refers and new_refers and old_active != new_active


def when_secured(is_secured: bool) -> bool:
    return is_secured


def has_role(role: str, allowed: Collection[str]) -> bool:
    return role.casefold() in {one.casefold() for one in allowed}


def is_free(wanted: Identity, known: Collection[Identity]) -> bool:
    return wanted not in known


MATCHES: Policy[Callable[[Collection[Identity], Identity], Identity | None]] = Policy(
    id="pu.matchar",
    function=match_pair,
    source="AK-RES-04, AK-RES-16; domänregel 4.1",
    trust="C",
    description="En person hittas på OID och nummer tillsammans, aldrig på numret ensamt.",
)
SAME_PERSON: Policy[Callable[[Person, Person], bool]] = Policy(
    id="pu.samma_person",
    function=same_person,
    source="AK-RES-15, AK-RES-16; domänregel 4.11 g",
    trust="D",
    description="Samma identitet är samma person bara om också födelsedag och namn stämmer.",
)
HEAD: Policy[Callable[[Mapping[Identity, Identity], Identity], Identity]] = Policy(
    id="pu.huvudidentitet",
    function=follow_to_the_end,
    source="AK-RES-18; domänregel 4.8; PU 5.1, LinkPersonIdentity",
    trust="B",
    description="En kedja har en huvudidentitet: den som kopplingarna till sist pekar på.",
)
INHERITS: Policy[Callable[[frozenset[str], frozenset[str]], frozenset[str]]] = Policy(
    id="pu.skydd.arvs",
    function=inherit,
    source="AK-RES-22; Ramverk NRID 3.0, kapitel 9",
    trust="B",
    description="En kopplad identitet har hela kedjans skydd så länge kopplingen håller.",
)
SHOWN: Policy[Callable[[Person, Collection[str]], Person]] = Policy(
    id="pu.skydd.adress",
    function=hide_address,
    source="AK-RES-22; domänregel 4.9",
    trust="D",
    description="Den som har skyddad folkbokföring visas utan adress.",
)
AFTER_UNLINK: Policy[Callable[[Person, Person], Person]] = Policy(
    id="pu.isarkoppling.uppgifter",
    function=leave_as_it_was,
    source="AK-RES-14; domänregel 4.8; PU 5.1, UnlinkPersonIdentity",
    trust="B",
    description="En isärkoppling lämnar uppgifterna under varje identitet precis som de var.",
)
AUTO_LINK: Policy[AutoLink] = Policy(
    id="pu.koppling.automatisk",
    function=link_when_mutual,
    source="AK-RES-17; domänregel 4.8",
    trust="C",
    description="Identiteter kopplas automatiskt bara om de hänvisar till varandra och exakt en är aktiv.",
)
IS_FREE: Policy[Callable[[Identity, Collection[Identity]], bool]] = Policy(
    id="pu.reservnummer.ledigt",
    function=is_free,
    source="AK-RES-15; domänregel 4.9, 4.10",
    trust="C",
    description="Ett reservnummer som PU har delat ut eller som någon har delas inte ut igen.",
)
MAY_LINK: Policy[Callable[[bool], bool]] = Policy(
    id="pu.koppling.sakerstalld",
    function=when_secured,
    source="AK-RES-21; domänregel 4.7",
    trust="B",
    description="En koppling görs först när patientens identitet är säkerställd.",
)
ROLE_LINKS: Policy[Callable[[str, Collection[str]], bool]] = Policy(
    id="pu.koppling.roll",
    function=has_role,
    source="AK-RES-21; domänregel 4.7",
    trust="B",
    description="En koppling görs och tas isär av den som har en av de behöriga rollerna.",
)
POLICIES = (MAY_LINK, ROLE_LINKS, MATCHES, SAME_PERSON, HEAD, INHERITS, SHOWN, AFTER_UNLINK, AUTO_LINK, IS_FREE)
