"""The forms of SAMSA's pages: each does one act, and shows the page again with the reason when it was refused."""

from __future__ import annotations

from collections.abc import Callable

from starlette.responses import Response

from harness.kernel.forms import FieldError, Form, read_form
from harness.systems.samsa import acts, wire
from harness.systems.samsa.case import Patient
from harness.systems.samsa.desk import find_case
from harness.systems.samsa.pages.door import Visit, signed_in
from harness.systems.samsa.pages.reading import No, case_page, patient_page, unknown_page
from harness.systems.samsa.refusal import MalformedError, RefusedError, UnknownCaseError
from harness.systems.samsa.words import Need, PartyRole


@signed_in
async def open_case(visit: Visit) -> Response:
    form = await read_form(visit.request)
    patient = Patient(visit.request.path_params["oid"], visit.request.path_params["id"])

    def act() -> str:
        parties = {role: form.required(role, "Välj en enhet för varje part.") for role in PartyRole}
        return acts.open_case(visit.world, visit.caller, patient, parties)

    outcome = _try(act, form)
    if isinstance(outcome, No):
        return patient_page(visit, patient, outcome)
    return visit.confirm(f"Ärende {outcome} är öppnat.", f"/arenden/{outcome}")


@signed_in
async def assess_needs(visit: Visit) -> Response:
    def act(number: str, form: Form) -> None:
        chosen = [need for need in Need if need in form.all("behov")]
        if not chosen:
            raise FieldError("behov", "Kryssa i minst ett behov.")
        acts.assess_needs(visit.world, visit.caller, number, chosen)

    return await _in_case(visit, act, "Behovsbedömningen är sparad.")


@signed_in
async def send_inskrivningsmeddelande(visit: Visit) -> Response:
    def act(number: str, form: Form) -> None:
        day = form.day("skicka_dag", "Beräknad utskrivning")
        _send(visit, number, wire.Inskrivningsmeddelande(beraknad_utskrivning=day))

    return await _in_case(visit, act, "Inskrivningsmeddelandet är skickat.")


@signed_in
async def change_planned_discharge(visit: Visit) -> Response:
    def act(number: str, form: Form) -> None:
        day = form.day("andra_dag", "Beräknad utskrivning")
        _send(visit, number, wire.AndradUtskrivning(beraknad_utskrivning=day))

    return await _in_case(visit, act, "Ändringen av beräknad utskrivning är skickad.")


@signed_in
async def assess_utskrivningsklar(visit: Visit) -> Response:
    def act(number: str, _form: Form) -> None:
        acts.assess_utskrivningsklar(visit.world, visit.caller, number)

    return await _in_case(visit, act, "Bedömningen som utskrivningsklar är sparad.")


@signed_in
async def announce_utskrivningsklar(visit: Visit) -> Response:
    return await _in_case(
        visit,
        lambda number, _form: _send(visit, number, wire.Utskrivningsklar()),
        "Underrättelsen om utskrivningsklar är skickad.",
    )


@signed_in
async def withdraw_utskrivningsklar(visit: Visit) -> Response:
    return await _in_case(
        visit, lambda number, _form: _send(visit, number, wire.Atertagen()), "Utskrivningsklar är återtagen."
    )


@signed_in
async def discharge(visit: Visit) -> Response:
    return await _in_case(
        visit,
        lambda number, _form: _send(visit, number, wire.Utskrivningsmeddelande()),
        "Utskrivningsmeddelandet är skickat.",
    )


@signed_in
async def acknowledge(visit: Visit) -> Response:
    def act(number: str, form: Form) -> None:
        message = form.required("meddelande", "Välj vilket meddelande som ska kvitteras.")
        numbers = {str(each.number): each.number for each in find_case(visit.world, number).messages}
        if message not in numbers:
            raise FieldError("meddelande", "Välj ett av ärendets meddelanden.")
        acts.acknowledge(visit.world, visit.caller, number, numbers[message])

    return await _in_case(visit, act, "Meddelandet är kvitterat.")


@signed_in
async def close_case(visit: Visit) -> Response:
    def act(number: str, form: Form) -> None:
        acts.close_case(visit.world, visit.caller, number, form.text("orsak") or None)

    return await _in_case(visit, act, "Ärendet är avslutat.")


def _send(visit: Visit, number: str, message: wire.NyttMeddelande) -> None:
    acts.send_message(visit.world, visit.caller, number, message)


async def _in_case(visit: Visit, act: Callable[[str, Form], None], done: str) -> Response:
    """Do *act* in the case that the address names, and show the case: with *done*, or with the reason why not."""
    number, form = visit.request.path_params["nr"], await read_form(visit.request)
    try:
        outcome = _try(lambda: act(number, form), form)
        if isinstance(outcome, No):
            return case_page(visit, number, outcome)
    except UnknownCaseError as unknown:
        return unknown_page(visit, unknown)
    return visit.confirm(done, f"/arenden/{number}")


def _try(act: Callable[[], object], form: Form) -> object:
    """What *act* gave, or why SAMSA did not do it."""
    try:
        return act()
    except RefusedError as refused:
        return No(text=refused.text, status=refused.status, code=refused.code, typed=form)
    except MalformedError as wrong:
        return No(text=str(wrong), status=422, code=wrong.code, typed=form)
    except FieldError as wrong:
        return No(text=wrong.text, status=422, at=wrong.field, typed=form)
