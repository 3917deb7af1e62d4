"""The rules of SAMSA that a world can replace, and the parameters they need."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from datetime import date, datetime, timedelta
from typing import Annotated

import msgspec

from harness.kernel.landscape import PlanRow, Unit
from harness.kernel.parameters import Parameter
from harness.kernel.policies import Policy
from harness.systems.samsa.case import ReadyPeriod
from harness.systems.samsa.words import Need, PartyRole

DEADLINE_HOURS: Parameter[int] = Parameter(
    "inskrivningsmeddelande_frist_timmar", Annotated[int, msgspec.Meta(ge=0)], "ett heltal timmar, minst 0"
)
SUM_PERIODS: Parameter[bool] = Parameter("aterta_summera", bool, "sant eller falskt")
STOPS_CASES_OF_SAMVY: Parameter[bool] = Parameter("samsa_stoppar_arende_for_samvy", bool, "sant eller falskt")
PARAMETERS = (DEADLINE_HOURS, SUM_PERIODS, STOPS_CASES_OF_SAMVY)


def deadline(admitted_at: datetime, judged_at: datetime, hours: int) -> datetime:
    """When the inskrivningsmeddelande must have been sent. All in UTC: a DST night has its real hours."""
    return max(admitted_at, judged_at) + timedelta(hours=hours)


def _from_when_it_happened(happened: datetime, _registered: datetime) -> datetime:
    return happened


def parties_for(need: Need) -> Sequence[PartyRole]:
    """The parts that a need concerns."""
    match need:
        case Need.SOCIALTJANST:
            return (PartyRole.SOCIALTJANST,)
        case Need.OPPENVARD:
            return (PartyRole.OPPENVARD,)
        case Need.KOMMUNAL_HSV:
            return (PartyRole.KOMMUNAL_HSV, PartyRole.OPPENVARD)


def parties_of_change(informed: Sequence[PartyRole]) -> Sequence[PartyRole]:
    return informed


def may_announce(is_assessed: bool) -> bool:
    return is_assessed


def count_days(periods: Sequence[ReadyPeriod], until: date, sum_periods: bool) -> int | None:
    """Calendar days from the valid underrättelse to *until*; the same day is 0.

    None without a valid underrättelse. With *sum_periods* the withdrawn periods are added.
    """
    if not periods or periods[-1].withdrawn is not None:
        return None
    days = (until - periods[-1].began).days
    if sum_periods:
        days += sum((period.withdrawn - period.began).days for period in periods if period.withdrawn)
    return days


def sees_receipt(_viewer: str, _sender: str) -> bool:
    return True


def tells_samvy(_is_open: bool) -> bool:
    return True


def case_goes_on(_hospital: Unit, _plan: Sequence[PlanRow], _admitted: date, _today: date) -> bool:
    """Whatever the plan says of the days since the admission."""
    return True


DEADLINE: Policy[Callable[[datetime, datetime, int], datetime]] = Policy(
    id="samsa.inskrivningsmeddelande.frist",
    function=deadline,
    source="LUS (2017:612) 2 kap. 3 §; AK-INUT-02, AK-INUT-03",
    trust="B",
    description="Fristen räknas från inskrivningen, eller från bedömningen när behovet uppstår senare.",
)
PARTIES_FOR: Policy[Callable[[Need], Sequence[PartyRole]]] = Policy(
    id="samsa.inskrivningsmeddelande.mottagare",
    function=parties_for,
    source="LUS (2017:612) 2 kap. 1 §; AK-INUT-05",
    trust="B",
    description="Behövs kommunal hälso- och sjukvård går inskrivningsmeddelandet också till öppenvården.",
)
PARTIES_OF_CHANGE: Policy[Callable[[Sequence[PartyRole]], Sequence[PartyRole]]] = Policy(
    id="samsa.andrad_beraknad_utskrivning.mottagare",
    function=parties_of_change,
    source="LUS (2017:612) 2 kap. 4 §; AK-INUT-06",
    trust="B",
    description="Ändrad beräknad utskrivning går till alla som har fått inskrivningsmeddelandet.",
)
MAY_ANNOUNCE: Policy[Callable[[bool], bool]] = Policy(
    id="samsa.utskrivningsklar.kraver_bedomning",
    function=may_announce,
    source="LUS (2017:612) 1 kap. 3 § 5, 3 kap. 1 §; AK-INUT-13",
    trust="B",
    description="Utskrivningsklar meddelas bara efter en läkares bedömning som inte är återtagen.",
)
COUNT_DAYS: Policy[Callable[[Sequence[ReadyPeriod], date, bool], int | None]] = Policy(
    id="samsa.utskrivningsklar.dygn",
    function=count_days,
    source="Domänregel 1.21, 2.7; AK-INUT-14",
    trust="D",
    description="Dygn räknas i kalenderdagar från gällande underrättelse; ett återtagande börjar om.",
)
SEES_RECEIPT: Policy[Callable[[str, str], bool]] = Policy(
    id="samsa.kvittens.insyn",
    function=sees_receipt,
    source="KLARA SVPL Lathund 2015 (Kvittera meddelande); AK-INUT-09",
    trust="C",
    description="Avsändaren ser vem som har kvitterat och när.",
)
TELLS_SAMVY: Policy[Callable[[bool], bool]] = Policy(
    id="samsa.arende_pagar.besked",
    function=tells_samvy,
    source="GITS slutrapport 2025-02-18; AK-INT-01, AK-INT-02",
    trust="D",
    description="SAMSA lämnar besked till Samvy när ett ärende öppnas och när det avslutas.",
)


def _all_but_those(units: Sequence[str], withheld: Collection[str]) -> list[str]:
    return [unit for unit in units if unit not in withheld]


def _at_the_first_receipt() -> bool:
    return True


CASE_GOES_ON: Policy[Callable[[Unit, Sequence[PlanRow], date, date], bool]] = Policy(
    id="samsa.arende.gar_vidare",
    function=case_goes_on,
    source="Domänregel 6.4; AK-SYS-10",
    trust="D",
    description="Ett påbörjat ärende går vidare i SAMSA, också när en driftstart infaller under vårdtiden.",
)
COUNTS_FROM: Policy[Callable[[datetime, datetime], datetime]] = Policy(
    id="samsa.efterregistrering.tid",
    function=_from_when_it_happened,
    source="GITS slutrapport 2025-02-18 (reservrutiner); AK-DRI-03, AK-DRI-04",
    trust="D",
    description="Det som gjordes med reservrutin räknas från när det hände, inte från när det registrerades.",
)
STARTS_PLANNING: Policy[Callable[[], bool]] = Policy(
    id="samsa.planering.startar",
    function=_at_the_first_receipt,
    source="LUS (2017:612) 2 kap. 6 §; AK-INUT-24; att läget ändras då är antaget",
    trust="D",
    description="Planeringen börjar när den första berörda enheten har kvitterat inskrivningsmeddelandet.",
)
WITHHELD: Policy[Callable[[Sequence[str], Collection[str]], list[str]]] = Policy(
    id="samsa.utskrivningsklar.sekretess",
    function=_all_but_those,
    source="LUS (2017:612) 3 kap. 1 §; domänregel 1.24; AK-INUT-25; hur det framgår är antaget",
    trust="D",
    description="Den som sekretess hindrar att underrätta får inget meddelande, och meddelandet säger vem det är.",
)


def _on_its_own() -> bool:
    return True


STANDS_ALONE: Policy[Callable[[], bool]] = Policy(
    id="samsa.process.oberoende",
    function=_on_its_own,
    source="GITS slutrapport 2025-02-18 (reservrutiner); AK-DRI-02; vad processen frågar är antaget",
    trust="D",
    description="Stegen i ett ärende i SAMSA frågar inte Samvy, som därför kan vara nere.",
)
POLICIES = (
    STANDS_ALONE,
    WITHHELD,
    STARTS_PLANNING,
    COUNTS_FROM,
    CASE_GOES_ON,
    DEADLINE,
    PARTIES_FOR,
    PARTIES_OF_CHANGE,
    MAY_ANNOUNCE,
    COUNT_DAYS,
    SEES_RECEIPT,
    TELLS_SAMVY,
)
