"""What SAMSA shows of its cases. Pure: reading changes nothing."""

from __future__ import annotations

from datetime import datetime

from harness.kernel.calendar import STOCKHOLM, stockholm_day
from harness.kernel.decisions import Circumstances
from harness.systems.samsa import wire
from harness.systems.samsa.actor import Actor
from harness.systems.samsa.case import Case, Delivery, Message
from harness.systems.samsa.correspondence_policies import INFORMATION_IN_TIME, PLAN_AFTER
from harness.systems.samsa.handling.policies import WARNS_OF_CONTACT, WARNS_OF_OFFER
from harness.systems.samsa.handling.state import RETURNED
from harness.systems.samsa.policies import COUNT_DAYS, SEES_RECEIPT, SUM_PERIODS
from harness.systems.samsa.state import RefusedAct, SamsaState
from harness.systems.samsa.words import MessageType, PartyRole


def show_case(case: Case, viewer: Actor, circumstances: Circumstances) -> wire.Arende:
    """A case as *viewer* sees it today."""
    return wire.Arende(
        arende=case.number,
        patient=wire.Patient(case.patient.oid, case.patient.id),
        slutenvardsenhet=case.hospital_unit,
        lage=case.state,
        inskriven=_local(case.admitted_at),
        beraknad_utskrivning=case.planned_discharge,
        dygn_sedan_utskrivningsklar=count_days(case, circumstances),
        parter=wire.Parter(
            kommunal_hsv=case.parties[PartyRole.KOMMUNAL_HSV],
            socialtjanst=case.parties[PartyRole.SOCIALTJANST],
            oppenvard=case.parties[PartyRole.OPPENVARD],
        ),
        tillagda_parter=[wire.TillagdPart(role, unit) for role, unit in case.parties.added],
        fast_vardkontakt=_show_contact(case),
        sip_erbjudande=_show_offer(case),
        varningar=_warnings(case, circumstances),
        avvikelser=_deviations(case, circumstances),
        vardform=case.care_form,
        planform=circumstances.policies.use(PLAN_AFTER)(case.care_form),
        meddelanden=[show_message(case, message, viewer, circumstances) for message in case.messages],
    )


def _deviations(case: Case, circumstances: Circumstances) -> list[str]:
    """The necessary information came after the day of discharge, or has not come (LUS 3 kap. 2 §; AK-INUT-15)."""
    is_discharged = any(case.of_type(MessageType.UTSKRIVNINGSMEDDELANDE))
    if not is_discharged or case.ended_on is None or not case.informed():
        return []
    sent = [stockholm_day(message.sent_at) for message in case.of_type(MessageType.UTSKRIVNINGSINFORMATION)]
    if circumstances.policies.use(INFORMATION_IN_TIME)(case.ended_on, sent, circumstances.today):
        return []
    when = f"skickades först {min(sent)}" if sent else "är inte skickad"
    return [f"Patienten skrevs ut {case.ended_on}, men utskrivningsinformationen {when}."]


def _show_contact(case: Case) -> wire.Vardkontakt | None:
    contact = case.care_contact
    return None if contact is None else wire.Vardkontakt(contact.name, contact.unit, contact.kept)


def _show_offer(case: Case) -> wire.SipErbjudande | None:
    if not case.sip_offers:
        return None
    latest = case.sip_offers[-1]
    return wire.SipErbjudande("ja" if latest.says_yes else "nej", latest.unit, latest.name, _local(latest.at))


def _warnings(case: Case, circumstances: Circumstances) -> list[str]:
    if not any(case.of_type(MessageType.UTSKRIVNINGSMEDDELANDE)):
        return []
    use = circumstances.policies.use
    warnings = [
        (use(WARNS_OF_CONTACT)(case.care_contact is not None), "Utskriven utan fast vårdkontakt."),
        (use(WARNS_OF_OFFER)(bool(case.sip_offers)), "Utskriven utan svar på om patienten vill ha en SIP."),
    ]
    return [text for warns, text in warnings if warns]


def count_days(case: Case, circumstances: Circumstances) -> int | None:
    """Leans on the rule only when there is something to count, and on the parameter when it matters."""
    if not case.ready:
        return None
    withdrawn = any(period.withdrawn for period in case.ready)
    sum_periods = withdrawn and circumstances.parameters.read(SUM_PERIODS)
    until = case.ended_on or circumstances.today
    return circumstances.policies.use(COUNT_DAYS)(case.ready, until, sum_periods)


def show_inbox(state: SamsaState, viewer: Actor) -> list[wire.InkorgPost]:
    """Everything that has come to the viewer's unit, oldest first."""
    items = [
        (message.sent_at, case, message, message.deliveries[viewer.unit])
        for case in state.cases.values()
        for message in case.messages
        if viewer.unit in message.deliveries
    ]
    return [
        wire.InkorgPost(
            arende=case.number,
            meddelande=f"{case.number}/{message.number}",
            typ=message.type,
            patient=wire.Patient(case.patient.oid, case.patient.id),
            fran=message.sender,
            mottaget=_local(sent_at),
            lage=delivery.state,
        )
        for sent_at, case, message, delivery in sorted(items, key=lambda item: item[0])
    ]


def show_returned(state: SamsaState, viewer: Actor) -> list[wire.Aterfort]:
    """What the viewer's unit has sent and got back as felsänt, oldest first (AK-INUT-10)."""
    items = [
        (line, case, case.messages[line.number - 1])
        for case in state.cases.values()
        for line in case.handled
        if line.what == RETURNED and case.messages[line.number - 1].sender == viewer.unit
    ]
    return [
        wire.Aterfort(
            arende=case.number,
            meddelande=f"{case.number}/{message.number}",
            typ=message.type,
            enhet=line.unit,
            namn=line.name,
            orsak=line.reason,
            tid=_local(line.at),
        )
        for line, case, message in sorted(items, key=lambda item: item[0].at)
    ]


def show_refused(refused: RefusedAct) -> wire.Avvisning:
    return wire.Avvisning(kod=refused.code, text=refused.text, tid=_local(refused.at), enhet=refused.unit)


def show_message(case: Case, message: Message, viewer: Actor, circumstances: Circumstances) -> wire.Meddelande:
    """One message with what its recipients have done with it."""
    return wire.Meddelande(
        meddelande=f"{case.number}/{message.number}",
        typ=message.type,
        fran=message.sender,
        skickat=_local(message.sent_at),
        forsenat_minuter=message.late_minutes,
        efterregistrerat=_local(message.registered_at) if message.registered_at != message.sent_at else None,
        innehall=message.content,
        mottagare=[
            _show_delivery(message, delivery, viewer, circumstances) for delivery in message.deliveries.values()
        ],
    )


def _show_delivery(message: Message, delivery: Delivery, viewer: Actor, circumstances: Circumstances) -> wire.Mottagare:
    receipt, kvittens = delivery.receipt, None
    if receipt is not None and circumstances.policies.use(SEES_RECEIPT)(viewer.unit, message.sender):
        kvittens = wire.Kvittens(enhet=receipt.unit, namn=receipt.name, roll=receipt.role, tid=_local(receipt.at))
    last = None
    if opened := delivery.opened:
        last = wire.Kvittens(enhet=delivery.unit, namn=opened.name, roll=opened.role, tid=_local(opened.at))
    return wire.Mottagare(enhet=delivery.unit, lage=delivery.state, kvittens=kvittens, last=last)


def _local(moment: datetime) -> datetime:
    return moment.astimezone(STOCKHOLM)
