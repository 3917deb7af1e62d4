"""What somebody does in Samvy, whether it comes over the API or from a page.

An act gives its result, or the :class:`Denied` that a person or a program is to see. A no about a
person has then been remembered.
"""

from __future__ import annotations

from collections.abc import Sequence

from harness.kernel.decisions import Decision
from harness.kernel.events import Crossing, Draft
from harness.kernel.landscape import Employee
from harness.kernel.links import UnreachableError
from harness.kernel.world import World
from harness.systems.samvy import reported, rules, start, views, wire
from harness.systems.samvy.access.acts import Atkomst, open_record
from harness.systems.samvy.access.acts import list_openings as openings_of
from harness.systems.samvy.access.policies import View
from harness.systems.samvy.beside import said
from harness.systems.samvy.details import about_patient
from harness.systems.samvy.deviations.automatic import after_happening
from harness.systems.samvy.facts import AccessDenied
from harness.systems.samvy.neighbours import Catalogue, CatalogueEntry, Found, Registered
from harness.systems.samvy.policies import SHOWS_INBOX, STANDS_ALONE, STOPS_WITHOUT_CATALOGUE
from harness.systems.samvy.sharing import sharing
from harness.systems.samvy.sharing import take as take_post
from harness.systems.samvy.state import Plan, SamvyState
from harness.systems.samvy.vocabulary import NAME
from harness.systems.samvy.worker import Caller, Denied, sign_in


def start_plan(world: World, caller: Caller, person: str, parts: Sequence[wire.Part]) -> str | Denied:
    """Start a vårdplanering for *person* (``oid|id``). Gives its id."""
    if impossible := start.misplaced(world.landscape, parts):
        return Denied("fel_begaran", impossible, 422)
    worker = _about(world, caller, person)
    if isinstance(worker, Denied):
        return worker
    state = world.state(SamvyState)
    if denied := start.deny_start(state, person, worker, world.landscape):
        return deny(world, caller.unit, person, denied)
    catalogue = _ask_for_units(world, [worker.unit, *(part.enhet for part in parts)])
    verdict = start.start_plan(
        state, person, parts, worker=worker, catalogue=catalogue, circumstances=world.circumstances()
    )
    if isinstance(verdict, Denied):
        return deny(world, caller.unit, person, verdict)
    world.commit(NAME, verdict)
    return state.plans_of(person)[-1].id


def report(world: World, caller: Caller, plan_id: str, happening: reported.Handelse) -> str | Denied:
    """Report *happening* in a plan. Gives the id of what happened, such as ``VP-1.2``."""
    plan = find_plan(world, plan_id)
    if isinstance(plan, Denied):
        return plan
    worker = _about(world, caller, plan.person)
    if isinstance(worker, Denied):
        return worker
    if not world.circumstances().policies.use(STANDS_ALONE)():
        oid, _, number = plan.person.partition("|")
        world.ask(NAME, "samsa", "aktiv-sip", {"oid": oid, "id": number}, text="Pågår något?", expects=dict)
    if world.circumstances().now < plan.started:
        return deny(world, caller.unit, plan.person, Denied("fore_start", f"{plan.id} var inte startad då."))
    verdict = _decide(world, plan, happening, worker)
    if isinstance(verdict, Denied):
        return deny(world, caller.unit, plan.person, verdict)
    world.commit(NAME, verdict)
    return plan.happenings[-1].id


def acknowledge(world: World, caller: Caller, unit: str, post: str) -> str | Denied:
    """Kvittera the besked *post* in the inkorg of *unit*."""
    found = rules.find_post(world.state(SamvyState), post)
    if found is None:
        return _missing(f"Det finns ingen post {post}.")
    plan, notice = found
    worker = _about(world, caller, plan.person)
    if isinstance(worker, Denied):
        return worker
    verdict = rules.acknowledge(plan, notice, unit, worker, world.circumstances())
    if isinstance(verdict, Denied):
        return deny(world, caller.unit, plan.person, verdict)
    world.commit(NAME, verdict)
    return notice.id


def read_person(world: World, caller: Caller, person: str) -> wire.Personvy | Denied:
    worker = _about(world, caller, person)
    if isinstance(worker, Denied):
        return worker
    if denied := open_record(world, worker, person, View.VARDPLANERINGAR):
        return deny(world, caller.unit, person, denied)
    return views.show_person(world.state(SamvyState), person, world.circumstances())


def list_openings(world: World, caller: Caller, person: str) -> list[Atkomst] | Denied:
    """Who has opened the person's record, oldest first."""
    worker = _about(world, caller, person)
    if isinstance(worker, Denied):
        return worker
    listed = openings_of(world, worker, person)
    return deny(world, caller.unit, person, listed) if isinstance(listed, Denied) else listed


def list_denied(world: World, caller: Caller, person: str) -> list[wire.Nekad] | Denied:
    """What has been denied about *person*, oldest first."""
    worker = _about(world, caller, person)
    if isinstance(worker, Denied):
        return worker
    return views.show_denied(world.state(SamvyState), person)


def read_identity(world: World, caller: Caller, person: str) -> wire.Identitetsbesked | Denied:
    """What the personuppgiftstjänst has told of *person*."""
    worker = _about(world, caller, person)
    if isinstance(worker, Denied):
        return worker
    known = world.state(SamvyState).identities.find(person)
    return wire.Identitetsbesked(person, known.head, known.protection)


def list_inboxes(world: World, caller: Caller) -> list[wire.Inkorg] | Denied:
    """The inkorgar that can be chosen today."""
    worker = sign_in(world.landscape, caller)
    if isinstance(worker, Denied):
        return worker
    circumstances = world.circumstances()
    is_shown = circumstances.policies.use(SHOWS_INBOX)
    return [
        wire.Inkorg(entry.hsa_id, entry.namn, f"Samvy-{entry.hsa_id}")
        for entry in _ask_for_units(world, [])
        if not entry.nedlagd and is_shown(entry.driftsatt_fran, circumstances.today)
    ]


def read_inbox(world: World, caller: Caller, unit: str) -> list[wire.Inkorgspost] | Denied:
    """What has come to *unit*, oldest first."""
    worker = sign_in(world.landscape, caller)
    if isinstance(worker, Denied):
        return worker
    if worker.unit != unit:
        return Denied("annan_enhet", f"{worker.unit} kan inte läsa inkorgen för {unit}.", 403)
    return views.show_inbox(world.state(SamvyState), sharing(unit, world.circumstances()))


def take(world: World, caller: Caller, unit: str, post: str) -> str | Denied:
    """Take the besked *post* in the inkorg that the caller's unit shares with *unit*."""
    found = rules.find_post(world.state(SamvyState), post)
    if found is None:
        return _missing(f"Det finns ingen post {post}.")
    plan, notice = found
    worker = _about(world, caller, plan.person)
    if isinstance(worker, Denied):
        return worker
    verdict = take_post(plan, notice, unit, worker, world.circumstances())
    if isinstance(verdict, Denied):
        return deny(world, caller.unit, plan.person, verdict)
    world.commit(NAME, verdict)
    return notice.id


def look_up(world: World, person: str) -> Registered | None:
    """Whom the personuppgiftstjänst knows as *person* (``oid|id``)."""
    oid, _, number = person.partition("|")
    question = {"oid": oid, "id": number}
    return world.ask(NAME, "pu", "person", question, text="Personuppgifter?", expects=Found).person


def find_plan(world: World, plan_id: str) -> Plan | Denied:
    plan = world.state(SamvyState).plans.get(plan_id)
    return _missing(f"Det finns ingen vårdplanering {plan_id}.") if plan is None else plan


def deny(world: World, unit: str, person: str, denied: Denied) -> Denied:
    """*denied*, when *unit* has been told so about *person* and the journal keeps it."""
    told = unit or "(okänd enhet)"
    fact = AccessDenied(person=person, unit=told, code=denied.code, detail=denied.detail)
    world.commit(NAME, Decision(drafts=(Draft(fact, Crossing(NAME, told, f"Nekat: {denied.detail}")),)))
    return denied


def _about(world: World, caller: Caller, person: str) -> Employee | Denied:
    """Who comes, when it concerns *person*."""
    worker = sign_in(world.landscape, caller)
    return deny(world, caller.unit, person, worker) if isinstance(worker, Denied) else worker


def _decide(world: World, plan: Plan, happening: reported.Handelse, worker: Employee) -> Decision | Denied:
    circumstances = world.circumstances()
    if denied := rules.deny(plan, happening, worker, circumstances):
        return denied
    details: dict[str, str] | Denied = {}
    match happening:
        case reported.Inskrivningsmeddelande(planerad_utskrivning=day):
            details = about_patient(look_up(world, plan.person), plan.person, day, circumstances)
        case reported.PlaneradUtskrivningAndrad(planerad_utskrivning=day):
            details = {"Beräknad utskrivning": day.isoformat()}
        case reported.UtskrivningsklarMeddelad(sekretess=[_, *_] as withheld):
            details = said.withhold(plan, withheld, circumstances.landscape)
        case reported.FastVardkontaktUtsedd():
            earlier = [one for one in world.state(SamvyState).plans_of(plan.person) if one is not plan]
            details = said.name_contact(happening, worker.unit, earlier, circumstances)
        case reported.SipErbjuden(svar=answer):
            details = {said.SAYS: answer}
        case reported.Utskrivningsinformation():
            meetings = world.state(SamvyState).sip.meetings_of(plan.id)
            details = said.information(plan, happening, meetings, circumstances)
        case (
            reported.Planeringsmeddelande(text=text)
            | reported.Planeringsunderlag(text=text)
            | reported.AdministrativtMeddelande(text=text)
            | reported.Direktmeddelande(text=text)
        ):
            details = {"Text": text}
        case reported.LptUnderrattelse():
            details = {"Utskrivningsklar": circumstances.today.isoformat(), "Enligt": "LPT 7 a § tredje stycket"}
        case reported.VardformBeslutad(vardform=form):
            details = {said.FORM: form}
        case reported.PartAndrad():
            details = said.change_of_part(plan, happening, circumstances)
            if not isinstance(details, Denied):
                entries = _ask_for_units(world, [happening.enhet])
                details = start.deny_units(entries, circumstances) or details
        case reported.Avbruten(anledning=reason):
            details = {"Anledning": reason}
    if isinstance(details, Denied):
        return details
    decided = rules.register(plan, happening, worker, circumstances, details=details)
    return after_happening(world.state(SamvyState), plan, decided, circumstances, world.now)


def _missing(detail: str) -> Denied:
    return Denied("finns_inte", detail, 404)


def _ask_for_units(world: World, units: list[str]) -> list[CatalogueEntry]:
    """The entries of *units* today; of every unit when the list is empty."""
    question = {"dag": world.circumstances().today.isoformat(), "enheter": units}
    text = "Vilka enheter är driftsatta?"
    try:
        return world.ask(NAME, "enheter", "enheter", question, text=text, expects=Catalogue).enheter
    except UnreachableError:
        if world.circumstances().policies.use(STOPS_WITHOUT_CATALOGUE)():
            raise
        return [CatalogueEntry(unit, unit, world.circumstances().today) for unit in units]
