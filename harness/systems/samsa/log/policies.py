"""What is logged, as a rule that a world can replace."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from harness.kernel.policies import Policy


class What(StrEnum):
    """What somebody reads."""

    ARENDEN = "ärenden"
    MEDDELANDE = "meddelande"
    SANDLISTA = "sändlista"
    FILLISTA = "fillista"
    FIL = "fil"
    SIP = "SIP"
    LOGG = "logg"


def _everything(_what: What) -> bool:
    return True


LOGS: Policy[Callable[[What], bool]] = Policy(
    id="samsa.logg.lasning",
    function=_everything,
    source="PDL (2008:355) 4 kap. 3 §; AK-BEH-10",
    trust="B",
    description="Varje läsning av en patients uppgifter loggas med vem, enhet, tid och vad.",
)
POLICIES = (LOGS,)
