"""The cases of SAMSA in one world. Changed by :meth:`SamsaState.apply`, and by nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime

from harness.kernel.calendar import stockholm_day
from harness.kernel.events import Event, read_fact
from harness.systems.samsa import dossier, dossier_facts, facts
from harness.systems.samsa.files.facts import KINDS as FILE_KINDS
from harness.systems.samsa.files.state import FileShelf
from harness.systems.samsa.handling.facts import KINDS as HANDLING_KINDS
from harness.systems.samsa.handling.state import CareContact, Handled, apply_handling
from harness.systems.samsa.identities import Identities
from harness.systems.samsa.log.facts import KINDS as LOG_KINDS
from harness.systems.samsa.log.state import ReadLog
from harness.systems.samsa.merging.facts import KINDS as MERGE_KINDS
from harness.systems.samsa.merging.state import Merge, Merges
from harness.systems.samsa.parties import Parties
from harness.systems.samsa.sip.facts import KINDS as SIP_KINDS
from harness.systems.samsa.sip.state import SipRegister
from harness.systems.samsa.words import CaseState, DeliveryState, MessageType, Need, PartyRole


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


@dataclass(slots=True, kw_only=True)
class RefusedAct:
    code: str
    text: str
    at: datetime
    unit: str


@dataclass(slots=True)
class SamsaState:
    """Cases by number, oldest first, what has been refused by patient, and the SIPs."""

    cases: dict[str, Case] = field(default_factory=dict)
    refused: dict[Patient, list[RefusedAct]] = field(default_factory=dict)
    identities: Identities = field(default_factory=Identities)
    sip: SipRegister = field(default_factory=SipRegister)
    merging: Merges = field(default_factory=Merges)
    files: FileShelf = field(default_factory=FileShelf)
    log: ReadLog = field(default_factory=ReadLog)

    def cases_of(self, patient: Patient) -> list[Case]:
        """The cases of *patient*, under whichever of her identities they were opened."""
        same = self.same_patient(patient)
        return [case for case in self.cases.values() if case.patient in same]

    def same_patient(self, patient: Patient) -> frozenset[Patient]:
        """Every identity that has been merged with that of *patient*, and hers."""
        keys = self.merging.one_patient(f"{patient.oid}|{patient.id}")
        return frozenset(Patient(*key.split("|", 1)) for key in keys)

    def sips_to_choose_among(self, merge: Merge) -> list[str]:
        """The active SIPs that *merge* brought together, while there is more than one of them."""
        active = [number for number in merge.sips if self.sip.sips[number].state.is_active]
        return active if len(active) > 1 and not merge.is_undone else []

    def apply(self, event: Event) -> None:
        if (event.kind, event.version) in SIP_KINDS:
            self.sip.apply(event)
            return
        if (event.kind, event.version) in LOG_KINDS:
            self.log.apply(event)
            return
        if (event.kind, event.version) in FILE_KINDS:
            self.files.apply(event)
            return
        if (event.kind, event.version) in dossier_facts.KINDS:
            dossier.apply(self.cases[event.data["case"]], event)
            return
        if (event.kind, event.version) in HANDLING_KINDS:
            apply_handling(self.cases, event)
            return
        if (event.kind, event.version) in MERGE_KINDS:
            self.merging.apply(event)
            return
        at = event.at
        match read_fact(event, facts.KINDS):
            case facts.CaseOpened() as opened:
                self.cases[opened.case] = Case(
                    number=opened.case,
                    patient=Patient(opened.oid, opened.id),
                    hospital_unit=opened.hospital_unit,
                    admitted_at=at,
                    parties=Parties({PartyRole(role): unit for role, unit in opened.parties.items()}),
                )
            case facts.ActRefused() as refused:
                entry = RefusedAct(code=refused.code, text=refused.text, at=at, unit=refused.unit)
                self.refused.setdefault(Patient(refused.oid, refused.id), []).append(entry)
            case facts.IdentityTold() as told:
                self.identities.note(told)
            case (facts.MessageSent() | facts.MessageDelivered() | facts.MessageAcknowledged()) as passed:
                _apply_message(self.cases[passed.case], passed, at, event.registered)
            case (
                facts.NeedsAssessed()
                | facts.PlannedDischargeSet()
                | facts.ReadyAssessed()
                | facts.ReadyBegan()
                | facts.ReadyWithdrawn()
                | facts.CaseStateChanged()
                | facts.CaseEnded()
                | facts.CaseClosed()
            ) as step:
                _apply_step(self.cases[step.case], step, at)


def _apply_message(
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


def _apply_step(
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
