"""How a case changes by what else happens in it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from harness.kernel.events import Event, read_fact
from harness.systems.samsa import dossier_facts as facts
from harness.systems.samsa.words import DeliveryState

if TYPE_CHECKING:
    from harness.systems.samsa.case import Case


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """Who at a receiving unit opened a message first."""

    name: str
    role: str
    at: datetime


def apply(case: Case, event: Event) -> None:
    """*event* must be one of :data:`~harness.systems.samsa.dossier_facts.KINDS`."""
    match read_fact(event, facts.KINDS):
        case facts.MessageRead(number=number, unit=unit, name=name, role=role):
            delivery = case.messages[number - 1].deliveries[unit]
            delivery.opened = Opened(name=name, role=role, at=event.at)
            if delivery.state is DeliveryState.LEVERERAD:
                delivery.state = DeliveryState.LAST
        case facts.CareFormSet(form=form):
            case.care_form = form
