"""What a world can replace in Samvy's rules for combining records, and the parameters they need."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated

import msgspec

from harness.kernel.parameters import Parameter
from harness.kernel.policies import Policy

LINK_FIRST: Parameter[bool] = Parameter("sammanslagning_kraver_koppling", bool, "sant eller falskt")
KNOWN: Parameter[tuple[str, ...]] = Parameter(
    "identiteter_for_kanda_personer",
    Annotated[tuple[str, ...], msgspec.Meta(min_length=1)],
    "en lista med OID för personnummer och samordningsnummer",
)
PARAMETERS = (LINK_FIRST, KNOWN)


def _all_records(records: set[str], _person: str) -> set[str]:
    return records


def _different_people(are_both_known: bool, have_one_head: bool) -> bool:
    return are_both_known and not have_one_head


def _is_secured(is_secured: bool) -> bool:
    return is_secured


def _remains(is_combined_here: bool) -> bool:
    return not is_combined_here


SHOWS_RECORDS: Policy[Callable[[set[str], str], set[str]]] = Policy(
    id="samvy.sammanforing.visar",
    function=_all_records,
    source="Domänregel 4.11; AK-RES-12, AK-RES-13",
    trust="D",
    description="Personen visas med allt som finns under någon av hennes sammanförda identiteter.",
)
MIXED_UP: Policy[Callable[[bool, bool], bool]] = Policy(
    id="samvy.sammanforing.forvaxling",
    function=_different_people,
    source="Domänregel 4.11 c",
    trust="D",
    description="Identiteter som hör till två kända personer förs inte samman.",
)
ONLY_SECURED: Policy[Callable[[bool], bool]] = Policy(
    id="samvy.sammanforing.sakerstalld",
    function=_is_secured,
    source="AK-RES-21; domänregel 4.7",
    trust="B",
    description="Ingenting förs samman förrän identiteten är säkerställd.",
)
REMAINS: Policy[Callable[[bool], bool]] = Policy(
    id="samvy.sammanforing.uppgift",
    function=_remains,
    source="AK-RES-11; domänregel 4.11 b",
    trust="D",
    description="Det som SAMSA har slagit samman är en öppen uppgift tills det är fört samman också i Samvy.",
)
POLICIES = (SHOWS_RECORDS, MIXED_UP, ONLY_SECURED, REMAINS)
