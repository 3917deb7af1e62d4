"""What the pages of Samvy show, as rules that a world can replace: a page can be wrong where the API is right.

The pages are invented (class D): nothing public shows Samvy's own.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TypeVar

from harness.kernel.policies import Policy
from harness.systems.samvy import wire

T = TypeVar("T")

_STATUSES = {
    "inskriven": "Inskriven",
    "planering": "Planering",
    "utskrivningsklar": "Utskrivningsklar",
    "atertagen": "Återtagen",
    "utskriven": "Utskriven",
    "avslutad": "Avslutad",
    "avbruten": "Avbruten",
}


def every_one(rows: Sequence[T]) -> Sequence[T]:
    return rows


def every_plan(plans: Sequence[wire.Vardplanering], _now: datetime) -> Sequence[wire.Vardplanering]:
    return plans


def says_so(is_running: bool) -> bool:
    return is_running


def lateness(minutes: int | None) -> str:
    """``1 timme och 5 minuter``; empty for a besked that was sent in time."""
    if minutes is None:
        return ""
    hours, rest = divmod(minutes, 60)
    parts = (_count(hours, "timme", "timmar"), _count(rest, "minut", "minuter"))
    return " och ".join(filter(None, parts)) or "0 minuter"


def days(number: int | None) -> str:
    """Empty when no days are counted."""
    return "" if number is None else str(number)


def receipt(given: wire.KvitteradAv | None) -> wire.KvitteradAv | None:
    return given


def status(name: str) -> str:
    """The word for a status of the wire."""
    return _STATUSES.get(name, name)


def _count(number: int, one: str, several: str) -> str:
    return f"{number} {one if number == 1 else several}" if number else ""


SHOWN_POSTS: Policy[Callable[[Sequence[wire.Inkorgspost]], Sequence[wire.Inkorgspost]]] = Policy(
    id="samvy.sida.inkorg",
    function=every_one,
    source="LUS (2017:612) 2 kap. 1 §; AK-INUT-01",
    trust="D",
    description="Inkorgens sida visar allt som har kommit till enheten.",
)
SHOWN_INBOXES: Policy[Callable[[Sequence[wire.Inkorg]], Sequence[wire.Inkorg]]] = Policy(
    id="samvy.sida.inkorgar",
    function=every_one,
    source="Domänregel 5.3; AK-INK-01, AK-INK-09",
    trust="D",
    description="Inkorgarnas sida visar varje inkorg som går att välja, och ingen annan.",
)
SHOWN_PLANS: Policy[Callable[[Sequence[wire.Vardplanering], datetime], Sequence[wire.Vardplanering]]] = Policy(
    id="samvy.sida.vardplaneringar",
    function=every_plan,
    source="Domänregel 6.4; AK-SYS-01, AK-SYS-05",
    trust="D",
    description="Personens sida visar alla hennes vårdplaneringar i Samvy, från det att de startas.",
)
SAMSA_NOTICE: Policy[Callable[[bool], bool]] = Policy(
    id="samvy.sida.samsa_upplysning",
    function=says_so,
    source="Domänregel 5.9; AK-INT-01, AK-INT-02",
    trust="D",
    description="Personens sida säger om ett SAMSA-ärende pågår.",
)
LATENESS_TEXT: Policy[Callable[[int | None], str]] = Policy(
    id="samvy.sida.forsening",
    function=lateness,
    source="AK-INUT-02",
    trust="D",
    description="Ett försenat besked är märkt med hur sent det är.",
)
DAYS_TEXT: Policy[Callable[[int | None], str]] = Policy(
    id="samvy.sida.dygn",
    function=days,
    source="Domänregel 2.7; AK-INUT-14",
    trust="D",
    description="Vårdplaneringen visar antalet dygn som utskrivningsklar när dygn räknas.",
)
RECEIPT: Policy[Callable[[wire.KvitteradAv | None], wire.KvitteradAv | None]] = Policy(
    id="samvy.sida.kvittens",
    function=receipt,
    source="AK-INUT-09",
    trust="D",
    description="Vid varje mottagare står vem som har kvitterat, i vilken roll och när.",
)
STATUS_WORD: Policy[Callable[[str], str]] = Policy(
    id="samvy.sida.status",
    function=status,
    source="Domänregel 2.26; AK-INUT-09, AK-INUT-13",
    trust="D",
    description="Vårdplaneringen visar sin status.",
)
POLICIES = (
    SHOWN_POSTS,
    SHOWN_INBOXES,
    SHOWN_PLANS,
    SAMSA_NOTICE,
    LATENESS_TEXT,
    DAYS_TEXT,
    RECEIPT,
    STATUS_WORD,
)
