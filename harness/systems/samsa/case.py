"""One case of SAMSA, its messages, and how they change. Changed by the functions here, and by nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime

from harness.kernel.calendar import stockholm_day
from harness.systems.samsa import dossier, facts
from harness.systems.samsa.handling.state import CareContact, Handled, SipOffer
from harness.systems.samsa.parties import Parties
from harness.systems.samsa.words import CaseState, DeliveryState, MessageType, Need


@dataclass(frozen=True, slots=True)
class Patient:
    """A patient is a pair: the number means nothing without its OID (AK-RES-04)."""

    oid: str
    id: str


@dataclass(slots=True, kw_only=True)
class Receipt:
    unit: str
    name: str
    role: str
    at: datetime


@dataclass(slots=True, kw_only=True)
class Delivery:
    unit: str
    state: DeliveryState = DeliveryState.SKICKAD
    receipt: Receipt | None = None
    opened: dossier.Opened | None = None


@dataclass(slots=True, kw_only=True)
class Message:
    """``registered_at`` is later than ``sent_at`` for what was sent by reservrutin and registered afterwards."""

    number: int
    type: MessageType
    sender: str
    sent_at: datetime
    registered_at: datetime
    late_minutes: int | None
    content: dict[str, str]
    deliveries: dict[str, Delivery]

    def deliver_to(self, unit: str) -> None:
        """One more has it: it was forwarded."""
        self.deliveries[unit] = Delivery(unit=unit, state=DeliveryState.LEVERERAD)


@dataclass(slots=True, kw_only=True)
class ReadyPeriod:
    """From the day of an underrättelse to the day it was withdrawn, or on."""

    began: date
    withdrawn: date | None = None


@dataclass(slots=True, kw_only=True)
class Case:
    """``needs`` has when each need was first judged; a judgement that was withdrawn is no longer assessed."""

    number: str
    patient: Patient
    hospital_unit: str
    admitted_at: datetime
    parties: Parties
    state: CaseState = CaseState.INSKRIVEN
    needs: dict[Need, datetime] = field(default_factory=dict)
    planned_discharge: date | None = None
    is_ready_assessed: bool = False
    ready: list[ReadyPeriod] = field(default_factory=list)
    ended_on: date | None = None
    messages: list[Message] = field(default_factory=list)
    care_contact: CareContact | None = None
    care_form: str | None = None
    sip_offers: list[SipOffer] = field(default_factory=list)
    handled: list[Handled] = field(default_factory=list)

    def of_type(self, wanted: MessageType) -> Iterator[Message]:
        return (message for message in self.messages if message.type is wanted)

    def informed(self) -> list[str]:
        """The parts that have an inskrivningsmeddelande, in the order they got it.

        A unit that sent it back as felsänt, was replaced, or only had it forwarded hears no more of the case.
        """
        sent, parts = self.of_type(MessageType.INSKRIVNINGSMEDDELANDE), self.parties.values()
        has_it = (
            delivery.unit
            for message in sent
            for delivery in message.deliveries.values()
            if delivery.state is not DeliveryState.FELSAND and delivery.unit in parts
        )
        return list(dict.fromkeys(has_it))


def apply_message(
    case: Case,
    fact: facts.MessageSent | facts.MessageDelivered | facts.MessageAcknowledged,
    at: datetime,
    registered: datetime,
) -> None:
    match fact:
        case facts.MessageSent() as sent:
            message = Message(
                number=sent.number,
                type=MessageType(sent.message),
                sender=sent.sender,
                sent_at=at,
                registered_at=registered,
                late_minutes=sent.late_minutes,
                content=sent.content,
                deliveries={unit: Delivery(unit=unit) for unit in sent.recipients},
            )
            case.messages.append(message)
        case facts.MessageDelivered(number=number, unit=unit):
            case.messages[number - 1].deliveries[unit].state = DeliveryState.LEVERERAD
        case facts.MessageAcknowledged(number=number, unit=unit, name=name, role=role):
            delivery = case.messages[number - 1].deliveries[unit]
            delivery.state = DeliveryState.KVITTERAD
            delivery.receipt = Receipt(unit=unit, name=name, role=role, at=at)


def apply_step(
    case: Case,
    fact: facts.NeedsAssessed
    | facts.PlannedDischargeSet
    | facts.ReadyAssessed
    | facts.ReadyBegan
    | facts.ReadyWithdrawn
    | facts.CaseStateChanged
    | facts.CaseEnded
    | facts.CaseClosed,
    at: datetime,
) -> None:
    match fact:
        case facts.NeedsAssessed(needs=needs):
            for need in needs:
                case.needs.setdefault(Need(need), at)
        case facts.PlannedDischargeSet(day=day):
            case.planned_discharge = date.fromisoformat(day)
        case facts.ReadyAssessed():
            case.is_ready_assessed = True
        case facts.ReadyBegan():
            case.ready.append(ReadyPeriod(began=stockholm_day(at)))
        case facts.ReadyWithdrawn():
            case.ready[-1].withdrawn = stockholm_day(at)
            case.is_ready_assessed = False
        case facts.CaseStateChanged(state=state):
            case.state = CaseState(state)
        case facts.CaseEnded():
            case.ended_on = stockholm_day(at)
        case facts.CaseClosed():
            case.state = CaseState.AVSLUTAD
