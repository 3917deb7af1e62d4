"""What SAMSA shows of SIPs. Pure: reading changes nothing."""

from __future__ import annotations

from datetime import date, datetime

import msgspec

from harness.kernel.calendar import STOCKHOLM
from harness.kernel.decisions import Circumstances
from harness.systems.samsa.sip import wire
from harness.systems.samsa.sip.policies import SEES_CONTENT
from harness.systems.samsa.sip.state import Sip, SipRegister
from harness.systems.samsa.wire import Patient


def show_sip(sip: Sip, viewer: str, circumstances: Circumstances) -> wire.Sip:
    """*sip* as the unit *viewer* (HSA-id) sees it."""
    sees = circumstances.policies.use(SEES_CONTENT)
    return wire.Sip(
        sip=sip.number,
        patient=Patient(*sip.person),
        lage=sip.state,
        aktiv=sip.state.is_active,
        startad_av=sip.started_by,
        startad=_local(sip.started_at),
        arende=sip.case,
        begard_av=sip.requested_by,
        ej_kontrollerad_mot_samvy=sip.unchecked,
        innehall=_content(sip) if sees(viewer in sip.units, sip.may_be_shared) else None,
    )


def show_summonses(register: SipRegister, unit: str) -> list[wire.Kallad]:
    """What *unit* has been summoned to, in the order of the meetings."""
    found = [
        wire.Kallad(sip.number, Patient(*sip.person), _local(one.meeting), one.form, one.sender)
        for sip in register.sips.values()
        for one in sip.summons
        if unit in one.summoned
    ]
    return sorted(found, key=lambda summons: summons.mote)


def _content(sip: Sip) -> wire.Innehall:
    return wire.Innehall(
        samtycken=[
            wire.Samtycket(one.consents, one.by, one.name, one.except_for, _local(one.at)) for one in sip.consents
        ],
        kallelser=[
            wire.Kallelsen(
                mote=_local(one.meeting),
                form=one.form,
                fran=one.sender,
                kallade=one.summoned,
                inbjudna=one.invited,
                forsenad_dagar=one.late_days,
                tid=_local(one.at),
            )
            for one in sip.summons
        ],
        motesform=sip.meeting_form,
        plan=None if sip.plan is None else msgspec.convert(sip.plan, wire.Plan),
        uppfoljningar=[
            wire.Uppfoljningen(one.unit, one.note, date.fromisoformat(one.next) if one.next else None, _local(one.at))
            for one in sip.follow_ups
        ],
        slutskal=sip.end_reason,
    )


def _local(moment: datetime) -> datetime:
    return moment.astimezone(STOCKHOLM)
