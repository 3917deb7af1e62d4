"""The inskrivningsmeddelande: to whom it goes, and whether it is late. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from harness.kernel.decisions import Circumstances, Decision
from harness.systems.samsa import facts
from harness.systems.samsa.actor import Actor, require_hospital
from harness.systems.samsa.case import Case
from harness.systems.samsa.policies import DEADLINE, DEADLINE_HOURS, PARTIES_FOR
from harness.systems.samsa.posting import post
from harness.systems.samsa.refusal import RefusedError
from harness.systems.samsa.requirements import require_process
from harness.systems.samsa.words import MessageType


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """Who an inskrivningsmeddelande goes to now (HSA-ids), and how late it is."""

    recipients: Sequence[str]
    late_minutes: int | None


def address_message(case: Case, *, actor: Actor, circumstances: Circumstances) -> Address:
    """Those whom a judged need concerns and who have not had one.

    The deadline counts from the earliest judgement among the needs that made them recipients, and for a part that came
    later from when it came (assumption, class D).

    Source:
        LUS 2 kap. 1-3 §§; AK-INUT-01 to AK-INUT-05.
    """
    require_hospital(actor, case)
    require_process(case)
    if not case.needs:
        raise RefusedError("bedomning_saknas", f"Läkaren har inte bedömt behovet i {case.number}.")
    informed = case.informed()
    judged: dict[str, datetime] = {}
    for need, at in case.needs.items():
        for role in circumstances.policies.use(PARTIES_FOR)(need):
            for unit in case.parties.of(role):
                if unit not in informed:
                    known = max(at, case.parties.since.get(unit, at))
                    judged[unit] = min(known, judged.get(unit, known))
    if not judged:
        raise RefusedError("redan_skickat", f"Alla berörda i {case.number} har redan fått inskrivningsmeddelandet.")
    hours = circumstances.parameters.read(DEADLINE_HOURS)
    due = circumstances.policies.use(DEADLINE)(case.admitted_at, min(judged.values()), hours)
    return Address(
        recipients=[unit for unit in case.parties.values() if unit in judged],
        late_minutes=_minutes_late(due, circumstances.now),
    )


def send_message(
    case: Case, address: Address, planned_discharge: date, content: Mapping[str, str], *, actor: Actor
) -> Decision:
    """Source: LUS 2 kap. 2 §. *content* is what PU knew and the planned discharge."""
    drafts = post(
        case,
        MessageType.INSKRIVNINGSMEDDELANDE,
        address.recipients,
        content,
        actor=actor,
        late_minutes=address.late_minutes,
        also=[facts.PlannedDischargeSet(case=case.number, day=planned_discharge.isoformat())],
    )
    return Decision(drafts=drafts)


def _minutes_late(due: datetime, now: datetime) -> int | None:
    """Whole minutes past *due*, rounded up; None when *now* is not past it."""
    late = now - due
    return -(-late // timedelta(minutes=1)) if late > timedelta(0) else None
