"""The rules of the kommuner's systems, and the parameter they need."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated

import msgspec

from harness.kernel.parameters import Parameter
from harness.kernel.policies import Policy

OID: Parameter[str] = Parameter(
    "kommunsystem_reservnummer_oid", Annotated[str, msgspec.Meta(pattern=r"^[0-9]+(\.[0-9]+)+$")], "en OID"
)
PARAMETERS = (OID,)


def from_the_lowest(made: int) -> int:
    return made


NEXT_PLACE: Policy[Callable[[int], int]] = Policy(
    id="kommunsystem.reservnummer.nasta",
    function=from_the_lowest,
    source="AK-RES-15; domänregel 4.3, 4.10; i vilken ordning en kommun delar ut är inte publicerat",
    trust="D",
    description="Varje kommun delar ut sina reservnummer från det lägsta, utan att fråga någon.",
)
POLICIES = (NEXT_PLACE,)
