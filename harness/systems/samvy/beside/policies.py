"""The rules of what happens beside the process in Samvy, that a world can replace."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date

from harness.kernel.policies import Policy
from harness.systems.samvy.vocabulary import Role, Slag, Status

INFORMATIVE = (
    Slag.UTSKRIVNINGSINFORMATION,
    Slag.AVBRUTEN,
    Slag.PLANERING,
    Slag.UNDERLAG,
    Slag.ADMINISTRATIVT,
    Slag.DIREKT,
)
"""The besked that need no kvittens (class D)."""


def _primary_care_only() -> tuple[Role, ...]:
    return (Role.OPPENVARD,)


def _last_of(unit: str, named: Iterable[tuple[str, str]]) -> str | None:
    names = [name for its_unit, name in named if its_unit == unit]
    return names[-1] if names else None


def _is_missing(text: str) -> bool:
    return not text


def _on_the_day(left: date, sent: Iterable[date], today: date) -> bool:
    return today == left or min(sent, default=date.max) <= left


def _without_gaps(told: Mapping[str, str]) -> dict[str, str]:
    return {what: text for what, text in told.items() if text.strip()}


def _ends() -> Status:
    return Status.AVBRUTEN


def _hospital_only(hospital: str, _parts: Sequence[str]) -> Sequence[str]:
    return [hospital]


def _lpt_counts() -> bool:
    return True


def _joint_plan(care_form: str | None) -> str:
    return "samordnadVardplan" if care_form else "sip"


def _calls_for_receipt(slag: Slag) -> bool:
    return slag not in INFORMATIVE


CONTACT_NAMED_BY: Policy[Callable[[], tuple[Role, ...]]] = Policy(
    id="samvy.fast_vardkontakt.utses_av",
    function=_primary_care_only,
    source="LUS (2017:612) 2 kap. 5 §; AK-INUT-07",
    trust="B",
    description="Vårdplaneringens öppenvård rapporterar vem som är fast vårdkontakt.",
)
CONTACT_KEPT: Policy[Callable[[str, Iterable[tuple[str, str]]], str | None]] = Policy(
    id="samvy.fast_vardkontakt.star_kvar",
    function=_last_of,
    source="LUS (2017:612) 2 kap. 5 §; AK-INUT-08",
    trust="B",
    description="En fast vårdkontakt från en tidigare vårdplanering vid enheten kan stå kvar.",
)
CONTACT_MISSING: Policy[Callable[[str], bool]] = Policy(
    id="samvy.varning.fast_vardkontakt",
    function=_is_missing,
    source="LUS (2017:612) 2 kap. 5 §; AK-INUT-07",
    trust="B",
    description="Vårdplaneringen varnar när personen är utskriven utan fast vårdkontakt.",
)
ANSWER_MISSING: Policy[Callable[[str], bool]] = Policy(
    id="samvy.varning.sip_svar",
    function=_is_missing,
    source="Domänregel 3.5; AK-SIP-02",
    trust="C",
    description="Vårdplaneringen varnar när personen är utskriven utan svar på erbjudandet om en samordnad plan.",
)
INFORMED_IN_TIME: Policy[Callable[[date, Iterable[date], date], bool]] = Policy(
    id="samvy.utskrivningsinformation.i_tid",
    function=_on_the_day,
    source="LUS (2017:612) 3 kap. 2 §; AK-INUT-15",
    trust="B",
    description="Utskrivningsinformationen ska ha gått iväg den dag personen skrivs ut; annars är det en avvikelse.",
)
INFORMATION: Policy[Callable[[Mapping[str, str]], dict[str, str]]] = Policy(
    id="samvy.utskrivningsinformation.uppgifter",
    function=_without_gaps,
    source="Patientlagen (2014:821) 3 kap. 2 b §; AK-INUT-16",
    trust="B",
    description="Informationen har med fast vårdkontakt och befintliga planer när de är kända.",
)
AFTER_INTERRUPTION: Policy[Callable[[], Status]] = Policy(
    id="samvy.avbruten.status",
    function=_ends,
    source="KLARA SVPL Lathund 2015 (Avbrott); AK-INUT-19",
    trust="D",
    description="En avbruten vårdplanering tar inte emot fler händelser.",
)
CALLS_FOR_RECEIPT: Policy[Callable[[Slag], bool]] = Policy(
    id="samvy.avslut.kvittenser",
    function=_calls_for_receipt,
    source="Domänregel 2.26; AK-INUT-20; vilka besked som är obligatoriska är antaget",
    trust="D",
    description="Före avslut ska processens besked vara kvitterade; information och avbrott kräver ingen kvittens.",
)
PARTS_CHANGED_BY: Policy[Callable[[str, Sequence[str]], Sequence[str]]] = Policy(
    id="samvy.part.andras_av",
    function=_hospital_only,
    source="KLARA SVPL Lathund 2015; AK-INUT-12; att det är vårdenheten är antaget",
    trust="D",
    description="Vårdenheten byter och lägger till samverkansparter.",
)
LPT_COUNTS: Policy[Callable[[], bool]] = Policy(
    id="samvy.utskrivningsklar.lpt",
    function=_lpt_counts,
    source="LUS (2017:612) 3 kap. 1 § andra stycket; AK-INUT-17",
    trust="B",
    description="Underrättelsen enligt LPT 7 a § tredje stycket gör personen utskrivningsklar.",
)
PLAN_FOR: Policy[Callable[[str | None], str]] = Policy(
    id="samvy.vardform.plan",
    function=_joint_plan,
    source="LUS (2017:612) 4 kap. 1 § andra stycket; AK-INUT-18",
    trust="B",
    description="Vid öppen tvångsvård är planen en samordnad vårdplan, annars en SIP.",
)
POLICIES = (
    LPT_COUNTS,
    PLAN_FOR,
    PARTS_CHANGED_BY,
    CONTACT_NAMED_BY,
    CONTACT_KEPT,
    CONTACT_MISSING,
    ANSWER_MISSING,
    INFORMED_IN_TIME,
    INFORMATION,
    AFTER_INTERRUPTION,
    CALLS_FOR_RECEIPT,
)
