"""What a role may do in SAMSA, and when SAMSA itself lets nothing be done. Pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from enum import StrEnum
from typing import Annotated

import msgspec

from harness.kernel.decisions import Circumstances
from harness.kernel.parameters import Parameter
from harness.kernel.policies import Policy
from harness.systems.samsa.actor import Actor
from harness.systems.samsa.refusal import ForbiddenError


class Doing(StrEnum):
    """The kinds of things that somebody does, as they stand in ``samsa_begransade_roller``."""

    LASA = "läsa"
    SKRIVA = "skriva"
    AVSLUTA = "avsluta"
    RAPPORT = "analysera rapporter"
    LOGG = "granska loggar"


Limited = Mapping[str, Sequence[Doing]]

# No day is later than a word, so that "aldrig" needs no case of its own when days are compared as texts.
_DAY = Annotated[str, msgspec.Meta(pattern=r"^(aldrig|[0-9]{4}-[0-9]{2}-[0-9]{2})$")]
LIMITED_ROLES: Parameter[Limited] = Parameter(
    "samsa_begransade_roller",
    dict[str, tuple[Doing, ...]],
    "en tabell från rollens namn till det den får göra: " + ", ".join(Doing),
)
READ_ONLY_FROM: Parameter[str] = Parameter("samsa_laslage_fran", _DAY, "en dag (ÅÅÅÅ-MM-DD), eller aldrig")
CLOSED_FROM: Parameter[str] = Parameter("samsa_stangd_fran", _DAY, "en dag (ÅÅÅÅ-MM-DD), eller aldrig")
PARAMETERS = (LIMITED_ROLES, READ_ONLY_FROM, CLOSED_FROM)

_CARE = (Doing.LASA, Doing.SKRIVA, Doing.AVSLUTA)
_CHANGES = (Doing.SKRIVA, Doing.AVSLUTA)


def _may_do(role: str, doing: Doing, limited: Limited) -> bool:
    return doing in limited.get(role, _CARE)


def _is_from(day: str, today: date) -> bool:
    return today.isoformat() >= day


MAY_DO: Policy[Callable[[str, Doing, Limited], bool]] = Policy(
    id="samsa.roll.far",
    function=_may_do,
    source="GITS, Användarbehörighet till SAMSA (Roller); AK-BEH-05, AK-BEH-06, AK-BEH-07",
    trust="C",
    description="En begränsad roll gör bara sitt: läser, analyserar rapporter, avslutar ärenden eller granskar loggar.",
)
IS_LOCKED: Policy[Callable[[str, date], bool]] = Policy(
    id="samsa.laslage",
    function=_is_from,
    source="FVM och privata vårdgivare, möte 4, 2020-11-04 (låst läsläge); AK-SYS-16",
    trust="C",
    description="I låst läsläge går det att läsa i SAMSA men inte att ändra.",
)
IS_CLOSED: Policy[Callable[[str, date], bool]] = Policy(
    id="samsa.nedstangd",
    function=_is_from,
    source="GITS slutrapport 2025-02-18 (nedstängning av SAMSA); AK-AVL-04, AK-AVL-05",
    trust="D",
    description="Efter nedstängningen läser bara den som har en av de begränsade rollerna, var och en det den får.",
)
POLICIES = (MAY_DO, IS_LOCKED, IS_CLOSED)


def require_may(actor: Actor, doing: Doing, circumstances: Circumstances) -> None:
    """
    Raises:
        ForbiddenError: SAMSA is closed or in läsläge, or the actor's role does not do such things.
    """
    use, read = circumstances.policies.use, circumstances.parameters.read
    limited, today = read(LIMITED_ROLES), circumstances.today
    closed_from, locked_from = read(CLOSED_FROM), read(READ_ONLY_FROM)
    is_closed = use(IS_CLOSED)(closed_from, today)
    if is_closed and (doing in _CHANGES or actor.role not in limited):
        raise ForbiddenError("samsa_stangd", f"SAMSA är nedstängt sedan {closed_from}. Använd Samvy.")
    if doing in _CHANGES and use(IS_LOCKED)(locked_from, today):
        raise ForbiddenError(
            "samsa_laslage", f"SAMSA är i låst läsläge sedan {locked_from}: det går att läsa men inte att ändra."
        )
    if not use(MAY_DO)(actor.role, doing, limited):
        raise ForbiddenError("roll_racker_inte", f"Rollen {actor.role} får inte {doing} i SAMSA.")


def is_unchanging(circumstances: Circumstances) -> bool:
    """Whether nothing that is read may leave a mark on what is read."""
    read, today = circumstances.parameters.read, circumstances.today
    return _is_from(read(READ_ONLY_FROM), today) or _is_from(read(CLOSED_FROM), today)
