"""How a case changes by how it is handled."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from harness.kernel.events import Event, read_fact
from harness.systems.samsa.handling.facts import (
    KINDS,
    CareContactNamed,
    CaseInterrupted,
    MessageForwarded,
    MessageReturned,
    PartyAdded,
    PartyReplaced,
    SipOffered,
)
from harness.systems.samsa.words import CaseState, DeliveryState, PartyRole

RETURNED = "felsänt"

if TYPE_CHECKING:
    from harness.systems.samsa.case import Case


@dataclass(frozen=True, slots=True, kw_only=True)
class CareContact:
    """Who holds the planning together in öppenvården (LUS 2 kap. 5 §)."""

    unit: str
    name: str
    kept: bool
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class SipOffer:
    """What the patient answered when a SIP was offered (domain rule 3.5)."""

    says_yes: bool
    unit: str
    name: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Handled:
    """One line of the sändlista: what was done with message ``number`` at ``unit``, by whom; ``to`` or ``reason``."""

    number: int
    what: str
    unit: str
    name: str
    at: datetime
    to: str = ""
    reason: str = ""


def apply_handling(cases: dict[str, Case], event: Event) -> None:
    """*event* must be one of :data:`KINDS`."""
    match read_fact(event, KINDS):
        case CareContactNamed() as named:
            contact = CareContact(unit=named.unit, name=named.name, kept=named.kept, at=event.at)
            cases[named.case].care_contact = contact
        case SipOffered() as offered:
            answer = SipOffer(says_yes=offered.says_yes, unit=offered.unit, name=offered.name, at=event.at)
            cases[offered.case].sip_offers.append(answer)
        case MessageReturned() as returned:
            case_ = cases[returned.case]
            case_.messages[returned.number - 1].deliveries[returned.unit].state = DeliveryState.FELSAND
            case_.handled.append(
                Handled(
                    number=returned.number,
                    what=RETURNED,
                    unit=returned.unit,
                    name=returned.name,
                    at=event.at,
                    reason=returned.reason,
                )
            )
        case MessageForwarded() as forwarded:
            case_ = cases[forwarded.case]
            case_.messages[forwarded.number - 1].deliver_to(forwarded.to)
            case_.handled.append(
                Handled(
                    number=forwarded.number,
                    what="vidaresänt",
                    unit=forwarded.unit,
                    name=forwarded.name,
                    at=event.at,
                    to=forwarded.to,
                )
            )
        case PartyReplaced() as replaced:
            cases[replaced.case].parties.replace(PartyRole(replaced.role), replaced.unit, event.at)
        case PartyAdded() as added:
            cases[added.case].parties.add(PartyRole(added.role), added.unit, event.at)
        case CaseInterrupted() as interrupted:
            cases[interrupted.case].state = CaseState(interrupted.state)
