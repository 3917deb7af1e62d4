"""The rules of messages that somebody writes, and of what must have been sent, that a world can replace."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from harness.kernel.policies import Policy
from harness.systems.samsa.words import MessageType

_OF_THE_HOSPITAL = (MessageType.PLANERINGSUNDERLAG, MessageType.UTSKRIVNINGSINFORMATION)


def _may_write(kind: MessageType, is_hospital: bool) -> bool:
    return is_hospital or kind not in _OF_THE_HOSPITAL


def _information_in_time(discharged: date, sent: Sequence[date], today: date) -> bool:
    return today <= discharged or any(day <= discharged for day in sent)


def _counts() -> bool:
    return True


def _what_is_known(facts: Mapping[str, str]) -> Mapping[str, str]:
    return {label: text for label, text in facts.items() if text.strip()}


def _plan_after(care_form: str | None) -> str:
    return "SIP" if care_form is None else "samordnad vårdplan"


MAY_WRITE: Policy[Callable[[MessageType, bool], bool]] = Policy(
    id="samsa.meddelande.avsandare",
    function=_may_write,
    source="LUS (2017:612) 3 kap. 2 §; domänregel 2.17, 2.22",
    trust="D",
    description="Slutenvården skickar planeringsunderlag och utskrivningsinformation; övriga brev skickar varje part.",
)
INFORMATION_IN_TIME: Policy[Callable[[date, Sequence[date], date], bool]] = Policy(
    id="samsa.utskrivningsinformation.samma_dag",
    function=_information_in_time,
    source="LUS (2017:612) 3 kap. 2 §; AK-INUT-15",
    trust="B",
    description="Utskrivningsinformation som inte är skickad senast utskrivningsdagen är en avvikelse.",
)
LPT_COUNTS: Policy[Callable[[], bool]] = Policy(
    id="samsa.utskrivningsklar.lpt",
    function=_counts,
    source="LUS (2017:612) 3 kap. 1 § andra stycket; AK-INUT-17",
    trust="B",
    description="En underrättelse enligt LPT 7 a § tredje stycket räknas som underrättelse om utskrivningsklar.",
)
PLAN_AFTER: Policy[Callable[[str | None], str]] = Policy(
    id="samsa.vardform.plan",
    function=_plan_after,
    source="LUS (2017:612) 4 kap. 1 § andra stycket; AK-INUT-18",
    trust="B",
    description="Den som skrivs ut till ÖPT eller ÖRV får en samordnad vårdplan i stället för SIP.",
)
SUMMARY: Policy[Callable[[Mapping[str, str]], Mapping[str, str]]] = Policy(
    id="samsa.utskrivningsinformation.sammanfattning",
    function=_what_is_known,
    source="Patientlagen (2014:821) 3 kap. 2 b §; AK-INUT-16",
    trust="B",
    description="Sammanfattningen har fast vårdkontakt, tid för SIP och befintliga planer, när uppgifterna finns.",
)
POLICIES = (MAY_WRITE, INFORMATION_IN_TIME, LPT_COUNTS, PLAN_AFTER, SUMMARY)
