"""The rules of handling that a world can replace."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from harness.kernel.landscape import Unit
from harness.kernel.policies import Policy
from harness.systems.samsa.handling.state import CareContact
from harness.systems.samsa.words import CaseState, DeliveryState, MessageType

OF_THE_PROCESS = (
    MessageType.INSKRIVNINGSMEDDELANDE,
    MessageType.ANDRAD_BERAKNAD_UTSKRIVNING,
    MessageType.UTSKRIVNINGSKLAR,
    MessageType.ATERTAGEN_UTSKRIVNINGSKLAR,
    MessageType.LPT_UNDERRATTELSE,
    MessageType.UTSKRIVNINGSMEDDELANDE,
)
"""The messages that must be kvitterade (class D)."""
_REGION = ("slutenvård", "regional öppenvård")


def _same_organisation(one: Unit, other: Unit) -> bool:
    """A unit of the region stands in a kommun without belonging to it: what it is says whose it is."""
    if one.part in _REGION or other.part in _REGION:
        return one.part in _REGION and other.part in _REGION
    return one.kommunkod == other.kommunkod


def _lacks_contact(has_contact: bool) -> bool:
    return not has_contact


def _lacks_offer(has_answer: bool) -> bool:
    return not has_answer


def _is_the_oppenvard(unit: str, oppenvard: str) -> bool:
    return unit == oppenvard


def _latest_at(unit: str, earlier: Sequence[CareContact]) -> CareContact | None:
    return next((contact for contact in reversed(earlier) if contact.unit == unit), None)


def _is_the_hospital(unit: str, hospital: str) -> bool:
    return unit == hospital


def _stops() -> CaseState:
    return CaseState.AVBRUTEN


def _is_waiting(kind: MessageType, state: DeliveryState) -> bool:
    return kind in OF_THE_PROCESS and state is not DeliveryState.KVITTERAD


SAME_ORGANISATION: Policy[Callable[[Unit, Unit], bool]] = Policy(
    id="samsa.vidaresand.inom",
    function=_same_organisation,
    source="KLARA SVPL Lathund 2015 (Vidaresänd inom egen organisation); AK-INUT-11; vad som är egen är antaget",
    trust="D",
    description="Ett meddelande vidaresänds bara inom den egna kommunen eller inom regionen.",
)
WARNS_OF_CONTACT: Policy[Callable[[bool], bool]] = Policy(
    id="samsa.fast_vardkontakt.varning",
    function=_lacks_contact,
    source="LUS (2017:612) 2 kap. 5 §; AK-INUT-07",
    trust="B",
    description="En utskrivning utan fast vårdkontakt ger en varning i ärendet.",
)
WARNS_OF_OFFER: Policy[Callable[[bool], bool]] = Policy(
    id="samsa.sip.erbjudande.varning",
    function=_lacks_offer,
    source="Domänregel 3.5 (SIP erbjuds alltid vid utskrivning); AK-SIP-02",
    trust="C",
    description="En utskrivning utan dokumenterat ja eller nej till SIP ger en varning i ärendet.",
)
MAY_NAME_CONTACT: Policy[Callable[[str, str], bool]] = Policy(
    id="samsa.fast_vardkontakt.utses_av",
    function=_is_the_oppenvard,
    source="LUS (2017:612) 2 kap. 5 §; AK-INUT-07",
    trust="B",
    description="Fast vårdkontakt utses av den öppenvårdsenhet som är part i ärendet.",
)
KEEPS_CONTACT: Policy[Callable[[str, Sequence[CareContact]], CareContact | None]] = Policy(
    id="samsa.fast_vardkontakt.behalls",
    function=_latest_at,
    source="LUS (2017:612) 2 kap. 5 §; AK-INUT-08",
    trust="B",
    description="Den som senast var patientens fasta vårdkontakt vid enheten får stå kvar utan nytt val.",
)
MAY_CHANGE_PARTY: Policy[Callable[[str, str], bool]] = Policy(
    id="samsa.part.andras_av",
    function=_is_the_hospital,
    source="KLARA SVPL Lathund 2015; AK-INUT-12; att det är slutenvården är antaget",
    trust="D",
    description="Slutenvårdsenheten lägger till och byter medverkande parter.",
)
STATE_AFTER_INTERRUPTION: Policy[Callable[[], CaseState]] = Policy(
    id="samsa.avbrott.lage",
    function=_stops,
    source="KLARA SVPL Lathund 2015 (Avbrott); AK-INUT-19",
    trust="D",
    description="Ett avbrutet ärende tar inte emot fler steg.",
)
IS_WAITING: Policy[Callable[[MessageType, DeliveryState], bool]] = Policy(
    id="samsa.avslut.kvittenser",
    function=_is_waiting,
    source="Domänregel 2.26; AK-INUT-10, AK-INUT-20; vilka meddelanden som är obligatoriska är antaget",
    trust="D",
    description="Processens meddelanden ska vara kvitterade av parterna före avslut; ett felsänt är inte hanterat.",
)
POLICIES = (
    SAME_ORGANISATION,
    WARNS_OF_CONTACT,
    WARNS_OF_OFFER,
    MAY_NAME_CONTACT,
    KEEPS_CONTACT,
    MAY_CHANGE_PARTY,
    STATE_AFTER_INTERRUPTION,
    IS_WAITING,
)
