"""What the pages of the catalogue show, as rules that a world can replace: a page can be wrong where the API is right.

The pages are invented (class D): nothing public shows the catalogue's own.
"""

from __future__ import annotations

from collections.abc import Callable

from harness.kernel.policies import Policy
from harness.systems.millenniumenheter.wire import Enhet, Systemval


def the_unit(entry: Enhet) -> Enhet:
    return entry


def the_choice(choice: Systemval) -> Systemval:
    return choice


SHOWN_UNIT: Policy[Callable[[Enhet], Enhet]] = Policy(
    id="enheter.sida.enhet",
    function=the_unit,
    source="Domänregel 5.2; AK-INK-02",
    trust="D",
    description="Katalogens sida visar enhetens system, inkorg och dag som de står i katalogen.",
)
SHOWN_CHOICE: Policy[Callable[[Systemval], Systemval]] = Policy(
    id="enheter.sida.systemval",
    function=the_choice,
    source="Domänregel 6.4; AK-SYS-08",
    trust="D",
    description="Systemvalets sida visar vilket system det blir, och den enhet och dag som avgjorde.",
)
POLICIES = (SHOWN_UNIT, SHOWN_CHOICE)
