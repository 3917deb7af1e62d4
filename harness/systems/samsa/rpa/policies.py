"""The rules of the robot that a world can replace, and the parameter they need."""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import datetime

from harness.kernel.parameters import Parameter
from harness.kernel.policies import Policy
from harness.systems.samsa.rpa.state import Step

GOES_ON: Parameter[bool] = Parameter("rpa_fortsatter_efter_fel", bool, "sant eller falskt")
PARAMETERS = (GOES_ON,)


def _carried_or_there(step: Step, carried: Collection[Step], there: Collection[Step]) -> bool:
    return step in carried or step in there


def _when_it_was_written(written: datetime, _now: datetime) -> datetime:
    return written


def _until_it_is_done(is_done: bool) -> bool:
    return not is_done


IS_DONE: Policy[Callable[[Step, Collection[Step], Collection[Step]], bool]] = Policy(
    id="samsa.rpa.redan_gjort",
    function=_carried_or_there,
    source="Domänregel 5.9; AK-INT-03; vad roboten känner igen en tidigare överföring på är inte publicerat",
    trust="D",
    description="Roboten gör inte om det som den redan har fört över, eller som någon har gjort för hand.",
)
HAPPENED: Policy[Callable[[datetime, datetime], datetime]] = Policy(
    id="samsa.rpa.tid",
    function=_when_it_was_written,
    source="Domänregel 5.9; LUS (2017:612) 2 kap. 3 §; att tiden i Melior gäller är antaget",
    trust="D",
    description="Inskrivning och behovsbedömning har den tid de har i Melior, så att fristen räknas därifrån.",
)
SHOWS: Policy[Callable[[bool], bool]] = Policy(
    id="samsa.rpa.fel_syns",
    function=_until_it_is_done,
    source="AK-INT-04; hur felet visas är inte publicerat",
    trust="D",
    description="Det som roboten inte kunde föra över syns för enheten tills det är gjort, av roboten eller för hand.",
)
POLICIES = (IS_DONE, HAPPENED, SHOWS)
