"""The pages of Samvy that show something: inkorg, inkorgar, a person, a plan."""

from __future__ import annotations

import re

from starlette.requests import Request
from starlette.responses import Response

from harness.kernel.forms import FieldError, Form, read_form
from harness.kernel.pages import go_to
from harness.systems.samvy import acts
from harness.systems.samvy.pages import shown
from harness.systems.samvy.pages.door import Stop, Visit, signed_in
from harness.systems.samvy.pages.happenings import HAPPENINGS
from harness.systems.samvy.wire import PERSON_PATTERN
from harness.systems.samvy.worker import Denied


async def go_to_inbox(request: Request) -> Response:
    return go_to(request, "/app/inkorg")


@signed_in
async def show_inbox(visit: Visit) -> Response:
    posts = acts.read_inbox(visit.world, visit.caller, visit.worker.unit)
    if isinstance(posts, Denied):
        return visit.missing(posts)
    return visit.show("inkorg.html", posts=shown.show_inbox(posts, visit.world.circumstances()))


@signed_in
async def show_inboxes(visit: Visit) -> Response:
    inboxes = acts.list_inboxes(visit.world, visit.caller)
    if isinstance(inboxes, Denied):
        return visit.missing(inboxes)
    return visit.show("inkorgar.html", inboxes=shown.show_inboxes(inboxes, visit.world.circumstances()))


@signed_in
async def show_search(visit: Visit) -> Response:
    return visit.show("sok.html", identities=shown.IDENTITIES, typed=Form(""))


@signed_in
async def search(visit: Visit) -> Response:
    """The number goes in the body: what is typed in a search field is not to stay in an address."""
    form = await read_form(visit.request)
    try:
        person = _read_identity(form)
    except FieldError as wrong:
        return visit.show("sok.html", stop=Stop.of(wrong), identities=shown.IDENTITIES, typed=form)
    return go_to(visit.request, f"/app/personer/{person}")


@signed_in
async def show_person(visit: Visit) -> Response:
    """Who she is, and her plans; the newest is shown whole."""
    person = person_of(visit)
    if isinstance(person, Denied):
        return visit.missing(person)
    seen = acts.read_person(visit.world, visit.caller, person)
    denied = acts.list_denied(visit.world, visit.caller, person)
    if isinstance(seen, Denied):
        return visit.missing(seen)
    if isinstance(denied, Denied):
        return visit.missing(denied)
    circumstances = visit.world.circumstances()
    return visit.show(
        "person.html",
        identity=shown.identity(person),
        person=person.replace("|", "/"),
        registered=acts.look_up(visit.world, person),
        samsa=shown.samsa_notice(seen.samsa_arende_pagar, circumstances),
        plans=shown.show_plans(seen.vardplaneringar, circumstances, viewer=visit.worker.unit),
        denied=shown.show_denied(denied, circumstances),
        happenings=HAPPENINGS,
    )


@signed_in
async def show_plan(visit: Visit) -> Response:
    plan = acts.find_plan(visit.world, visit.request.path_params["id"])
    if isinstance(plan, Denied):
        return visit.missing(plan)
    seen = acts.read_person(visit.world, visit.caller, plan.person)
    if isinstance(seen, Denied):
        return visit.missing(seen)
    plans = shown.show_plans(seen.vardplaneringar, visit.world.circumstances(), viewer=visit.worker.unit)
    found = next((each for each in plans if each.id == plan.id), None)
    if found is None:
        return visit.missing(Denied("finns_inte", f"Samvy visar ingen vårdplanering {plan.id}.", 404))
    return visit.show("plan.html", identity=shown.identity(plan.person), plan=found, happenings=HAPPENINGS)


def person_of(visit: Visit) -> str | Denied:
    """The ``oid|id`` that the address names, if anybody could be called that."""
    oid, number = visit.request.path_params["oid"], visit.request.path_params["id"]
    person = f"{oid}|{number}"
    if re.fullmatch(PERSON_PATTERN, person) is None:
        return Denied("finns_inte", f"»{number}« ({oid}) är ingen identitet.", 404)
    return person


def _read_identity(form: Form) -> str:
    oid = form.text("typ")
    if oid not in shown.IDENTITIES:
        raise FieldError("typ", "Välj vilken typ av identitet det är.")
    written = form.required("nummer", "Skriv personens person- eller reservnummer.")
    number = written.replace("-", "").replace(" ", "").upper()
    if len(number) != 12 or not (number.isascii() and number.isalnum()):
        raise FieldError("nummer", f"»{written}« har inte tolv tecken. Skriv numret med århundrade, ÅÅÅÅMMDD-NNNN.")
    return f"{oid}/{number}"
