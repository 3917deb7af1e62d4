"""The rules of sammanslagning that a world can replace, and the parameter they need."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated

import msgspec

from harness.kernel.parameters import Parameter
from harness.kernel.policies import Policy

if TYPE_CHECKING:
    from harness.systems.samsa.case import Patient

MUST_BE_LINKED: Parameter[bool] = Parameter("sammanslagning_kraver_koppling", bool, "sant eller falskt")
KNOWN_PERSONS: Parameter[tuple[str, ...]] = Parameter(
    "identiteter_for_kanda_personer",
    Annotated[tuple[str, ...], msgspec.Meta(min_length=1)],
    "en lista med OID för personnummer och samordningsnummer",
)
PARAMETERS = (MUST_BE_LINKED, KNOWN_PERSONS)


def _under_any(group: frozenset[Patient], _asked: Patient) -> frozenset[Patient]:
    return group


def _two_known(is_low_known: bool, is_high_known: bool, are_linked: bool) -> bool:
    return is_low_known and is_high_known and not are_linked


def _when_secured(is_secured: bool) -> bool:
    return is_secured


def _until_done(is_done_here: bool) -> bool:
    return not is_done_here


FINDS: Policy[Callable[[frozenset[Patient], Patient], frozenset[Patient]]] = Policy(
    id="samsa.sammanslagning.hittas",
    function=_under_any,
    source="Domänregel 4.8, 4.11; AK-RES-12, AK-RES-13",
    trust="D",
    description="Efter sammanslagning hittas patientens ärenden på var och en av identiteterna, och inget försvinner.",
)
WRONG_PERSON: Policy[Callable[[bool, bool, bool], bool]] = Policy(
    id="samsa.sammanslagning.felkoppling",
    function=_two_known,
    source="Domänregel 4.11 c",
    trust="D",
    description="Två kända personer, med var sitt nummer från Skatteverket, slås inte samman.",
)
MAY_MERGE: Policy[Callable[[bool], bool]] = Policy(
    id="samsa.sammanslagning.sakerstalld",
    function=_when_secured,
    source="AK-RES-21; domänregel 4.7",
    trust="B",
    description="Två slås samman först när patientens identitet är säkerställd.",
)
TO_DO: Policy[Callable[[bool], bool]] = Policy(
    id="samsa.sammanslagning.atgard",
    function=_until_done,
    source="AK-RES-11; domänregel 4.11 b",
    trust="D",
    description="Det som är sammanfört i Samvy är en öppen åtgärd tills det är gjort också i SAMSA.",
)
POLICIES = (FINDS, WRONG_PERSON, MAY_MERGE, TO_DO)
