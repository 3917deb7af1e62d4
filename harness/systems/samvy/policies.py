"""The rules of Samvy that a world can replace, and the parameters they need."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import date, datetime, timedelta
from itertools import pairwise
from typing import Annotated

import msgspec

from harness.kernel.parameters import Parameter
from harness.kernel.policies import Policy
from harness.systems.samvy.vocabulary import Role

HOURS: Parameter[int] = Parameter(
    "inskrivningsmeddelande_frist_timmar", Annotated[int, msgspec.Meta(ge=0)], "ett heltal timmar, minst 0"
)
ADD_UP: Parameter[bool] = Parameter("aterta_summera", bool, "sant eller falskt")
PARAMETERS = (HOURS, ADD_UP)

ReadyLog = Sequence[tuple[date, bool]]
"""Days on which utskrivningsklar was announced (True) and withdrawn (False), in order."""


def lateness(started: datetime, judged: datetime, sent: datetime, hours: int) -> timedelta | None:
    """How long after its time an inskrivningsmeddelande was sent; None when in time. All in UTC."""
    counted_from = max(started, judged)
    over = (sent - counted_from) - timedelta(hours=hours)
    return over if over > timedelta(0) else None


def concerned(insatser: Iterable[Role]) -> set[Role]:
    """The parts that the judged insatser concern."""
    roles = set(insatser)
    if Role.KOMMUNAL_HSV in roles:
        roles.add(Role.OPPENVARD)
    return roles


def judgement_stands(names: Sequence[str]) -> bool:
    """Does a judgement stand after the last withdrawal? *names* are the plan's happenings in order."""
    for name in reversed(names):
        if name == "utskrivningsklarAtertagen":
            return False
        if name == "utskrivningsklarBedomd":
            return True
    return False


def days_ready(log: ReadyLog, until: date, add_up: bool) -> int | None:
    """Calendar days as utskrivningsklar; None when it is not so now."""
    if not log or not log[-1][1]:
        return None
    earlier = sum((end - start).days for (start, began), (end, _) in pairwise(log) if began)
    return (until - log[-1][0]).days + (earlier if add_up else 0)


def is_live(live_from: date | None, today: date) -> bool:
    return live_from is not None and live_from <= today


LATENESS: Policy[Callable[[datetime, datetime, datetime, int], timedelta | None]] = Policy(
    id="samvy.inskrivning.forsening",
    function=lateness,
    source="LUS (2017:612) 2 kap. 3 §; AK-INUT-02, AK-INUT-03",
    trust="B",
    description="Fristen räknas från inskrivningen, eller från bedömningen när behovet uppstår senare.",
)
CONCERNED: Policy[Callable[[Iterable[Role]], set[Role]]] = Policy(
    id="samvy.inskrivning.berorda",
    function=concerned,
    source="LUS (2017:612) 2 kap. 1 §; AK-INUT-05",
    trust="B",
    description="Behövs kommunal hälso- och sjukvård berörs också den regionala öppenvården.",
)
JUDGEMENT_STANDS: Policy[Callable[[Sequence[str]], bool]] = Policy(
    id="samvy.utskrivningsklar.bedomning",
    function=judgement_stands,
    source="LUS (2017:612) 1 kap. 3 § 5, 3 kap. 1 §; AK-INUT-13",
    trust="B",
    description="Utskrivningsklar meddelas bara när läkarens bedömning gäller.",
)
DAYS_READY: Policy[Callable[[ReadyLog, date, bool], int | None]] = Policy(
    id="samvy.utskrivningsklar.dygn",
    function=days_ready,
    source="Domänregel 1.21, 2.7; AK-INUT-14",
    trust="D",
    description="Dygn räknas i kalenderdagar från det besked som gäller; ett återtagande börjar om.",
)
SHOWS_INBOX: Policy[Callable[[date | None, date], bool]] = Policy(
    id="samvy.inkorg.synlig",
    function=is_live,
    source="GITS slutrapport 2025-02-18; AK-INK-01, AK-INK-09",
    trust="C",
    description="En inkorg är synlig och valbar från och med den dag enheten är driftsatt.",
)


def _event_time(happened: datetime, _registered: datetime) -> datetime:
    return happened


ACCEPTS_UNIT: Policy[Callable[[date | None, date], bool]] = Policy(
    id="samvy.part.godtas",
    function=is_live,
    source="Domänregel 5.3, 6.4; AK-INK-03",
    trust="D",
    description="En enhet som inte är driftsatt kan inte vara part, inte heller genom direktanrop.",
)
COUNTED_FROM: Policy[Callable[[datetime, datetime], datetime]] = Policy(
    id="samvy.handelsetid",
    function=_event_time,
    source="GITS slutrapport 2025-02-18 (reservrutiner); AK-DRI-03, AK-DRI-04",
    trust="D",
    description="Händelsetiden gäller för det som registreras i efterhand.",
)


def _at_the_first_receipt() -> bool:
    return True


STARTS_PLANNING: Policy[Callable[[], bool]] = Policy(
    id="samvy.planering.startar",
    function=_at_the_first_receipt,
    source="LUS (2017:612) 2 kap. 6 §; AK-INUT-24; att läget ändras då är antaget",
    trust="D",
    description="Planeringen börjar när den första berörda enheten har kvitterat inskrivningsmeddelandet.",
)


def _without_limit(_units: int) -> bool:
    return True


def _all_but_those(units: Sequence[str], withheld: Collection[str]) -> list[str]:
    return [unit for unit in units if unit not in withheld]


HAS_ROOM: Policy[Callable[[int], bool]] = Policy(
    id="samvy.part.antal",
    function=_without_limit,
    source="Frågor och svar om kommunala optioner 2019-09-26; AK-INUT-22",
    trust="C",
    description="Hur många samverkansparter som helst kan delta i en vårdplanering.",
)
WITHHELD: Policy[Callable[[Sequence[str], Collection[str]], list[str]]] = Policy(
    id="samvy.utskrivningsklar.sekretess",
    function=_all_but_those,
    source="LUS (2017:612) 3 kap. 1 §; domänregel 1.24; AK-INUT-25; hur det framgår är antaget",
    trust="D",
    description="Den som sekretess hindrar att underrätta får inget besked, och beskedet säger vem det är.",
)


def _yes() -> bool:
    return True


STANDS_ALONE: Policy[Callable[[], bool]] = Policy(
    id="samvy.process.oberoende",
    function=_yes,
    source="GITS slutrapport 2025-02-18 (reservrutiner); AK-DRI-02; vad processen frågar är antaget",
    trust="D",
    description="Stegen i ett ärende i Samvy frågar inte SAMSA, som därför kan vara nere.",
)
STOPS_WITHOUT_CATALOGUE: Policy[Callable[[], bool]] = Policy(
    id="samvy.katalogen.nere",
    function=_yes,
    source="AK-INT-11; domänregel 5.2; vad Samvy gör när katalogen inte svarar är antaget",
    trust="D",
    description="Kan Millenniumenheter inte frågas startar Samvy ingen vårdplanering.",
)
POLICIES = (
    STOPS_WITHOUT_CATALOGUE,
    STANDS_ALONE,
    HAS_ROOM,
    WITHHELD,
    STARTS_PLANNING,
    COUNTED_FROM,
    LATENESS,
    CONCERNED,
    JUDGEMENT_STANDS,
    DAYS_READY,
    SHOWS_INBOX,
    ACCEPTS_UNIT,
)
