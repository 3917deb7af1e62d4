"""The cases of SAMSA in one world. Changed by :meth:`SamsaState.apply`, and by nothing else."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from harness.kernel.events import Event, read_fact
from harness.systems.samsa import dossier, dossier_facts, facts
from harness.systems.samsa.adt.facts import KINDS as ADT_KINDS
from harness.systems.samsa.adt.state import AdmissionsElsewhere
from harness.systems.samsa.case import Case, Patient, apply_message, apply_step
from harness.systems.samsa.files.facts import KINDS as FILE_KINDS
from harness.systems.samsa.files.state import FileShelf
from harness.systems.samsa.handling.facts import KINDS as HANDLING_KINDS
from harness.systems.samsa.handling.state import apply_handling
from harness.systems.samsa.identities import Identities
from harness.systems.samsa.log.facts import KINDS as LOG_KINDS
from harness.systems.samsa.log.state import ReadLog
from harness.systems.samsa.merging.facts import KINDS as MERGE_KINDS
from harness.systems.samsa.merging.state import Merge, Merges
from harness.systems.samsa.parties import Parties
from harness.systems.samsa.rpa.facts import KINDS as RPA_KINDS
from harness.systems.samsa.rpa.state import RobotWork
from harness.systems.samsa.sip.facts import KINDS as SIP_KINDS
from harness.systems.samsa.sip.state import SipRegister
from harness.systems.samsa.words import PartyRole


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
    elsewhere: AdmissionsElsewhere = field(default_factory=AdmissionsElsewhere)
    rpa: RobotWork = field(default_factory=RobotWork)

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
        if (event.kind, event.version) in ADT_KINDS:
            self.elsewhere.apply(event)
            return
        if (event.kind, event.version) in RPA_KINDS:
            self.rpa.apply(event)
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
                apply_message(self.cases[passed.case], passed, at, event.registered)
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
                apply_step(self.cases[step.case], step, at)
