"""Opening a message, and the care form that a patient leaves to. Pure."""

from __future__ import annotations

from harness.kernel.decisions import Decision
from harness.kernel.events import Draft
from harness.systems.samsa.actor import Actor, require_doctor, require_hospital
from harness.systems.samsa.case import Case, Message
from harness.systems.samsa.dossier_facts import CareFormSet, MessageRead
from harness.systems.samsa.posting import record
from harness.systems.samsa.refusal import ForbiddenError, UnknownCaseError
from harness.systems.samsa.requirements import require_process
from harness.systems.samsa.words import DeliveryState


def find_message(case: Case, number: int) -> Message:
    """
    Raises:
        UnknownCaseError: there is no such message.
    """
    if not 1 <= number <= len(case.messages):
        raise UnknownCaseError(f"Ärende {case.number} har inget meddelande {number}.")
    return case.messages[number - 1]


def open_message(case: Case, number: int, *, actor: Actor) -> Decision:
    """The first who opens it at a receiving unit makes it Läst; the sender's reading changes nothing (2.26).

    Raises:
        ForbiddenError: the unit neither sent nor received it.
    """
    message = find_message(case, number)
    delivery = message.deliveries.get(actor.unit)
    if delivery is None:
        if actor.unit != message.sender:
            raise ForbiddenError("ej_mottagare", f"{actor.unit} är inte mottagare av {case.number}/{number}.")
        return Decision()
    if delivery.opened is not None or delivery.state is DeliveryState.KVITTERAD:
        return Decision()
    fact = MessageRead(case=case.number, number=number, unit=actor.unit, name=actor.name, role=actor.role)
    return Decision(drafts=(Draft(fact),))


def set_care_form(case: Case, form: str, *, actor: Actor) -> Decision:
    """The patient leaves to ÖPT or ÖRV (LUS 4 kap. 1 § st 2; AK-INUT-18). That a läkare says so is class D."""
    require_hospital(actor, case)
    require_doctor(actor, "Beslutet om öppen psykiatrisk tvångsvård")
    require_process(case)
    return record(case, CareFormSet(case=case.number, form=form), actor, form)
