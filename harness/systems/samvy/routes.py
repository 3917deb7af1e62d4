"""The routes of Samvy: everything that happens in a plan comes in at one of them."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from harness.kernel.decisions import Decision
from harness.kernel.landscape import Employee
from harness.kernel.reading import UnreadableError, read_body
from harness.kernel.world import World
from harness.kernel.worlds import find_world
from harness.systems.samvy import rules, start, views, wire
from harness.systems.samvy.answers import deny, missing, problem, show, wrong
from harness.systems.samvy.details import about_patient
from harness.systems.samvy.neighbours import Catalogue, CatalogueEntry, Found
from harness.systems.samvy.policies import SHOWS_INBOX
from harness.systems.samvy.state import Plan, SamvyState
from harness.systems.samvy.vocabulary import NAME
from harness.systems.samvy.worker import Denied, sign_in


def _sign_in(request: Request, world: World) -> Employee | Denied:
    headers = request.headers
    return sign_in(world.landscape, headers.get("x-enhet", ""), headers.get("x-medarbetare", ""))


def _person(request: Request) -> str:
    return f"{request.path_params['oid']}|{request.path_params['id']}"


async def start_plan(request: Request) -> Response:
    world = find_world(request)
    try:
        body = await read_body(request, wire.new_plan)
    except UnreadableError as unreadable:
        return wrong(str(unreadable))
    if impossible := start.misplaced(world.landscape, body.samverkansparter):
        return wrong(impossible)
    worker = _sign_in(request, world)
    if isinstance(worker, Denied):
        return deny(request, world, body.person, worker)
    state = world.state(SamvyState)
    if denied := start.deny_start(state, body.person, worker, world.landscape):
        return deny(request, world, body.person, denied)
    catalogue = _ask_for_units(world, [worker.unit, *(part.enhet for part in body.samverkansparter)])
    circumstances = world.circumstances()
    verdict = start.start_plan(
        state,
        body.person,
        body.samverkansparter,
        worker=worker,
        catalogue=catalogue,
        circumstances=circumstances,
    )
    if isinstance(verdict, Denied):
        return deny(request, world, body.person, verdict)
    world.commit(NAME, verdict)
    return show({"id": state.plans_of(body.person)[-1].id}, 201)


async def report_happening(request: Request) -> Response:
    world = find_world(request)
    try:
        happening: wire.Handelse = await read_body(request, wire.happening)
    except UnreadableError as unreadable:
        return wrong(str(unreadable))
    plan = world.state(SamvyState).plans.get(request.path_params["id"])
    if plan is None:
        return missing(f"Det finns ingen vårdplanering {request.path_params['id']}.")
    worker = _sign_in(request, world)
    if isinstance(worker, Denied):
        return deny(request, world, plan.person, worker)
    verdict = _decide(world, plan, happening, worker)
    if isinstance(verdict, Denied):
        return deny(request, world, plan.person, verdict)
    world.commit(NAME, verdict)
    return show({"handelse": plan.happenings[-1].id}, 201)


def _decide(world: World, plan: Plan, happening: wire.Handelse, worker: Employee) -> Decision | Denied:
    circumstances = world.circumstances()
    if denied := rules.deny(plan, happening, worker, circumstances):
        return denied
    details: dict[str, str] | Denied = {}
    match happening:
        case wire.Inskrivningsmeddelande(planerad_utskrivning=day):
            oid, _, number = plan.person.partition("|")
            question = {"oid": oid, "id": number}
            found = world.ask(NAME, "pu", "person", question, text="Personuppgifter?", expects=Found)
            details = about_patient(found.person, plan.person, day)
        case wire.PlaneradUtskrivningAndrad(planerad_utskrivning=day):
            details = {"Beräknad utskrivning": day.isoformat()}
    if isinstance(details, Denied):
        return details
    return rules.register(plan, happening, worker, circumstances, details=details)


async def read_person(request: Request) -> Response:
    world = find_world(request)
    worker = _sign_in(request, world)
    if isinstance(worker, Denied):
        return deny(request, world, _person(request), worker)
    return show(views.show_person(world.state(SamvyState), _person(request), world.circumstances()))


async def list_denied(request: Request) -> Response:
    world = find_world(request)
    worker = _sign_in(request, world)
    if isinstance(worker, Denied):
        return deny(request, world, _person(request), worker)
    return show({"nekade": views.show_denied(world.state(SamvyState), _person(request))})


async def list_inboxes(request: Request) -> Response:
    world = find_world(request)
    worker = _sign_in(request, world)
    if isinstance(worker, Denied):
        return problem(worker)
    circumstances = world.circumstances()
    is_shown = circumstances.policies.use(SHOWS_INBOX)
    inboxes = [
        wire.Inkorg(entry.hsa_id, entry.namn, f"Samvy-{entry.hsa_id}")
        for entry in _ask_for_units(world, [])
        if is_shown(entry.driftsatt_fran, circumstances.today)
    ]
    return show({"inkorgar": inboxes})


async def read_inbox(request: Request) -> Response:
    world = find_world(request)
    worker = _sign_in(request, world)
    if isinstance(worker, Denied):
        return problem(worker)
    unit = request.path_params["enhet"]
    if worker.unit != unit:
        return problem(Denied("annan_enhet", f"{worker.unit} kan inte läsa inkorgen för {unit}.", 403))
    return show({"poster": views.show_inbox(world.state(SamvyState), unit)})


async def acknowledge(request: Request) -> Response:
    world = find_world(request)
    try:
        await read_body(request, wire.acknowledgement)
    except UnreadableError as unreadable:
        return wrong(str(unreadable))
    found = rules.find_post(world.state(SamvyState), request.path_params["post"])
    if found is None:
        return missing(f"Det finns ingen post {request.path_params['post']}.")
    plan, notice = found
    worker = _sign_in(request, world)
    if isinstance(worker, Denied):
        return deny(request, world, plan.person, worker)
    verdict = rules.acknowledge(plan, notice, request.path_params["enhet"], worker)
    if isinstance(verdict, Denied):
        return deny(request, world, plan.person, verdict)
    world.commit(NAME, verdict)
    return show({"post": notice.id}, 201)


def _ask_for_units(world: World, units: list[str]) -> list[CatalogueEntry]:
    """The entries of *units* today; of every unit when the list is empty."""
    question = {"dag": world.circumstances().today.isoformat(), "enheter": units}
    text = "Vilka enheter är driftsatta?"
    return world.ask(NAME, "enheter", "enheter", question, text=text, expects=Catalogue).enheter


ROUTES: list[BaseRoute] = [
    Route("/vardplaneringar", start_plan, methods=["POST"]),
    Route("/vardplaneringar/{id}/handelser", report_happening, methods=["POST"]),
    Route("/personer/{oid}/{id}", read_person, methods=["GET"]),
    Route("/personer/{oid}/{id}/nekade", list_denied, methods=["GET"]),
    Route("/inkorgar", list_inboxes, methods=["GET"]),
    Route("/inkorgar/{enhet}/poster", read_inbox, methods=["GET"]),
    Route("/inkorgar/{enhet}/poster/{post}/kvittens", acknowledge, methods=["POST"]),
]
