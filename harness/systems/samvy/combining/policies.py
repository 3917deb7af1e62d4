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
POLICIES = (SHOWS_RECORDS, MIXED_UP)
