"""Cases, messages and inkorgar as they stand on the pages: names for HSA-ids, words for moments. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from harness.kernel.calendar import STOCKHOLM, is_repeated
from harness.kernel.decisions import Circumstances
from harness.systems.samsa import wire
from harness.systems.samsa.case import Patient
from harness.systems.samsa.pages.policies import (
    DAYS,
    LATENESS,
    RECEIPT,
    SHOWN_CASES,
    SHOWN_INBOX,
    SHOWN_RECIPIENTS,
    STATE,
)
from harness.systems.samsa.words import DeliveryState, MessageType, PartyRole

IDENTITIES: Mapping[str, str] = {
    "1.2.752.129.2.1.3.1": "Personnummer",
    "1.2.752.129.2.1.3.3": "Samordningsnummer",
    "1.2.752.74.9.1": "Nationellt reservnummer",
    "1.2.752.113.11.0.2.1.1.1": "Reservnummer VGR",
}
"""What a user calls an identity, by its OID (AK-RES-04)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipient:
    unit: str
    state: str
    name: str
    role: str
    at: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """``number`` is its place in the case; ``late`` is empty for a message in time.

    ``waits`` when the unit of the viewer has received it and not kvitterat.
    """

    id: str
    number: str
    kind: str
    sender: str
    sent: str
    late: str
    waits: bool
    content: Mapping[str, str]
    recipients: Sequence[Recipient]


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """``days`` is empty when none are counted, ``planned`` until somebody has said a day."""

    number: str
    identity: str
    patient: Patient
    state: str
    hospital: str
    admitted: str
    planned: str
    days: str
    parties: Sequence[tuple[str, str]]
    messages: Sequence[Message]


@dataclass(frozen=True, slots=True, kw_only=True)
class InboxRow:
    received: str
    kind: str
    identity: str
    sender: str
    state: str
    case: str
    message: str


def show_cases(cases: Sequence[wire.Arende], viewer: str, circumstances: Circumstances) -> list[Case]:
    """Newest first. *viewer* is the HSA-id of the unit that looks."""
    chosen = circumstances.policies.use(SHOWN_CASES)(cases, circumstances.now)
    return [_show_case(case, viewer, circumstances) for case in reversed(chosen)]


def show_inbox(items: Sequence[wire.InkorgPost], circumstances: Circumstances) -> list[InboxRow]:
    """Oldest first: what has waited longest stands at the top."""
    return [
        InboxRow(
            received=clock(item.mottaget),
            kind=MessageType(item.typ).label,
            identity=identity(Patient(item.patient.oid, item.patient.id)),
            sender=name_of(item.fran, circumstances),
            state=item.lage,
            case=item.arende,
            message=item.meddelande.rpartition("/")[2],
        )
        for item in circumstances.policies.use(SHOWN_INBOX)(items)
    ]


def show_recipients(
    recipients: Sequence[wire.ValbarMottagare], circumstances: Circumstances
) -> Sequence[wire.ValbarMottagare]:
    return circumstances.policies.use(SHOWN_RECIPIENTS)(recipients)


def clock(moment: datetime) -> str:
    """``2022-02-07 kl. 08.00``; the hour that comes twice says which of the two it is."""
    local = moment.astimezone(STOCKHOLM)
    return f"{local:%Y-%m-%d kl. %H.%M}" + (" (vintertid)" if is_repeated(moment) else "")


def identity(patient: Patient) -> str:
    """``Personnummer 19910506-2385``."""
    label = IDENTITIES.get(patient.oid, f"Identitet {patient.oid}")
    number = f"{patient.id[:8]}-{patient.id[8:]}" if patient.id.isdigit() else patient.id
    return f"{label} {number}"


_ROLES = {
    PartyRole.KOMMUNAL_HSV: "Kommunal hälso- och sjukvård",
    PartyRole.SOCIALTJANST: "Socialtjänst",
    PartyRole.OPPENVARD: "Regional öppenvård",
}


def name_of(hsa_id: str, circumstances: Circumstances) -> str:
    """What people call a unit; an id that nobody knows is shown as it is."""
    unit = circumstances.landscape.units.get(hsa_id)
    return unit.name if unit else hsa_id


def _show_case(case: wire.Arende, viewer: str, circumstances: Circumstances) -> Case:
    use = circumstances.policies.use
    patient = Patient(case.patient.oid, case.patient.id)
    parties = [(role, getattr(case.parter, role)) for role in PartyRole]
    parties += [(PartyRole(added.roll), added.enhet) for added in case.tillagda_parter]
    days = case.dygn_sedan_utskrivningsklar
    return Case(
        number=case.arende,
        identity=identity(patient),
        patient=patient,
        state=use(STATE)(case.lage),
        hospital=name_of(case.slutenvardsenhet, circumstances),
        admitted=clock(case.inskriven),
        planned=str(case.beraknad_utskrivning or ""),
        days=use(DAYS)(days) if any(m.typ == MessageType.UTSKRIVNINGSKLAR for m in case.meddelanden) else "",
        parties=[(_ROLES[role], name_of(unit, circumstances)) for role, unit in parties],
        messages=[_show_message(message, viewer, circumstances) for message in case.meddelanden],
    )


def _show_message(message: wire.Meddelande, viewer: str, circumstances: Circumstances) -> Message:
    kind = MessageType(message.typ)
    is_timed = kind is MessageType.INSKRIVNINGSMEDDELANDE
    return Message(
        id=message.meddelande,
        number=message.meddelande.rpartition("/")[2],
        kind=kind.label,
        sender=name_of(message.fran, circumstances),
        sent=clock(message.skickat),
        late=circumstances.policies.use(LATENESS)(message.forsenat_minuter) if is_timed else "",
        waits=any(m.enhet == viewer and m.lage != DeliveryState.KVITTERAD for m in message.mottagare),
        content=message.innehall,
        recipients=[_show_recipient(recipient, circumstances) for recipient in message.mottagare],
    )


def _show_recipient(recipient: wire.Mottagare, circumstances: Circumstances) -> Recipient:
    given = circumstances.policies.use(RECEIPT)(recipient.kvittens)
    return Recipient(
        unit=name_of(recipient.enhet, circumstances),
        state=recipient.lage,
        name=given.namn if given else "",
        role=given.roll if given else "",
        at=clock(given.tid) if given else "",
    )
