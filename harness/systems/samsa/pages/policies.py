"""What the pages of SAMSA show, as rules that a world can replace: a page can be wrong where the API is right.

The pages are invented (class D): nothing public shows SAMSA's own.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TypeVar

from harness.kernel.policies import Policy
from harness.systems.samsa import wire

T = TypeVar("T")


def all_of_them(rows: Sequence[T]) -> Sequence[T]:
    return rows


def cases(found: Sequence[wire.Arende], _now: datetime) -> Sequence[wire.Arende]:
    return found


def lateness(minutes: int | None) -> str:
    """``1 tim 5 min``; empty for a message that was sent in time."""
    if minutes is None:
        return ""
    hours, rest = divmod(minutes, 60)
    parts = (f"{hours} tim" if hours else "", f"{rest} min" if rest or not hours else "")
    return " ".join(filter(None, parts))


def days(number: int | None) -> str:
    """Empty when no days are counted."""
    return "" if number is None else str(number)


def receipt(given: wire.Kvittens | None) -> wire.Kvittens | None:
    return given


def state(name: str) -> str:
    return name


SHOWN_CASES: Policy[Callable[[Sequence[wire.Arende], datetime], Sequence[wire.Arende]]] = Policy(
    id="samsa.sida.arenden",
    function=cases,
    source="KLARA SVPL Lathund 2015 (Sök ärende); AK-SYS-01, AK-SYS-05",
    trust="D",
    description="Patientens sida visar alla hennes ärenden i SAMSA, från det att de öppnas.",
)
SHOWN_INBOX: Policy[Callable[[Sequence[wire.InkorgPost]], Sequence[wire.InkorgPost]]] = Policy(
    id="samsa.sida.inkorg",
    function=all_of_them,
    source="KLARA SVPL Lathund 2015 (Inkomna meddelanden); AK-INUT-01",
    trust="D",
    description="Inkorgens sida visar allt som har kommit till enheten.",
)
SHOWN_RECIPIENTS: Policy[Callable[[Sequence[wire.ValbarMottagare]], Sequence[wire.ValbarMottagare]]] = Policy(
    id="samsa.sida.mottagare",
    function=all_of_them,
    source="Domänregel 5.3; AK-INK-01",
    trust="D",
    description="Mottagarnas sida visar varje enhet som går att välja.",
)
LATENESS: Policy[Callable[[int | None], str]] = Policy(
    id="samsa.sida.forsening",
    function=lateness,
    source="AK-INUT-02",
    trust="D",
    description="Ett försenat meddelande är märkt med hur sent det är.",
)
DAYS: Policy[Callable[[int | None], str]] = Policy(
    id="samsa.sida.dygn",
    function=days,
    source="Domänregel 2.7; AK-INUT-14",
    trust="D",
    description="Ärendet visar antalet dygn som utskrivningsklar när dygn räknas.",
)
RECEIPT: Policy[Callable[[wire.Kvittens | None], wire.Kvittens | None]] = Policy(
    id="samsa.sida.kvittens",
    function=receipt,
    source="KLARA SVPL Lathund 2015 (Kvittera meddelande); AK-INUT-09",
    trust="D",
    description="Vid varje mottagare står vem som har kvitterat, i vilken roll och när.",
)
STATE: Policy[Callable[[str], str]] = Policy(
    id="samsa.sida.lage",
    function=state,
    source="Domänregel 2.26; AK-INUT-09, AK-INUT-13",
    trust="D",
    description="Ärendet visar sitt läge.",
)
POLICIES = (SHOWN_CASES, SHOWN_INBOX, SHOWN_RECIPIENTS, LATENESS, DAYS, RECEIPT, STATE)
