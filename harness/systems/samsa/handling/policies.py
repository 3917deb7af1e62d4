"""The rules of handling that a world can replace."""

from __future__ import annotations

from collections.abc import Callable

from harness.kernel.landscape import Unit
from harness.kernel.policies import Policy

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
POLICIES = (SAME_ORGANISATION, WARNS_OF_CONTACT, WARNS_OF_OFFER)
