"""What has happened in a world: its journal with filters, and who is in it."""

from __future__ import annotations

import json
from collections.abc import Iterable

from starlette.requests import Request
from starlette.responses import Response

from harness.kernel.chronicle import WORLD
from harness.kernel.document import Person
from harness.kernel.events import Event
from harness.kernel.insight.seen import Seen, look, spoken
from harness.kernel.pages import swedish_order
from harness.kernel.world import World

_ON_A_PAGE = 100


async def show_events(request: Request) -> Response:
    """Newest first. Every filter that is filled in must hold; the text may stand anywhere in the event."""
    seen = look(request)
    events = list(seen.world.events())
    found = [event for event in reversed(events) if _fits(seen, event)]
    asked = seen.form.text("sida")
    pages = max(1, -(-len(found) // _ON_A_PAGE))
    page = min(max(int(asked), 1), pages) if asked.isascii() and asked.isdecimal() else 1
    shown = found[(page - 1) * _ON_A_PAGE : page * _ON_A_PAGE]
    filters = {name: seen.form.text(name) for name in ("system", "slag", "text")}
    return seen.show(
        "handelser.html",
        rows=[_row(seen.world, event) for event in shown],
        systems=[(WORLD, "Världen"), *seen.world.titles.items()],
        kinds=sorted({event.kind for event in events}),
        typed=filters,
        count=len(found),
        page=page,
        pages=pages,
        turn=lambda number: seen.link("/handelser", **filters, sida=number),
    )


async def show_people(request: Request) -> Response:
    seen = look(request)
    asked = seen.form.text("text").casefold()
    rows = [row for row in map(_person, _people(seen.world)) if asked in " ".join(row).casefold()]
    return seen.show("personer.html", rows=rows, typed=seen.form.text("text"))


async def show_staff(request: Request) -> Response:
    """Who can sign in, where, and with what: they are nobody, and their codes are no secret."""
    seen = look(request)
    words = seen.form.text("text").casefold().split()
    units = seen.world.landscape.units
    rows = [
        (units[one.unit].name, one.name, one.role, one.hsa_id, one.code) for one in seen.world.landscape.staff.values()
    ]
    found = [row for row in rows if all(word in " ".join(row).casefold() for word in words)]
    shown = sorted(found, key=lambda row: swedish_order(row[0]))[:_ON_A_PAGE]
    return seen.show("medarbetare.html", rows=shown, count=len(found), typed=seen.form.text("text"))


def _fits(seen: Seen, event: Event) -> bool:
    form = seen.form
    wanted = form.text("text").casefold()
    return (
        form.text("system") in ("", event.system)
        and form.text("slag") in ("", event.kind)
        and (not wanted or wanted in f"{event.text or ''} {_data(event)}".casefold())
    )


def _row(world: World, event: Event) -> tuple[int, str, str, str, str, str]:
    names = {unit.hsa_id: unit.name for unit in world.landscape.units.values()} | dict(world.titles)
    way = " → ".join(names.get(end, end) for end in (event.sender, event.recipient) if end)
    system = world.titles.get(event.system, "Världen")
    return event.number, _when(event), system, event.kind, f"{way}: {event.text}" if way else "", _data(event)


def _when(event: Event) -> str:
    """When it was registered, and when it happened if that was earlier."""
    late = f" (hände {spoken(event.at)}, efterregistrerat)" if event.real_time else ""
    return spoken(event.registered) + late


def _data(event: Event) -> str:
    """The data of an event as text; a world's whole document would be the page."""
    shown = {name: value for name, value in event.data.items() if name != "document"}
    return json.dumps(shown, ensure_ascii=False)


def _people(world: World) -> Iterable[Person]:
    for name, system in world.assembly.systems.items():
        if system.people is not None:
            yield from system.people(world.states[name])


def _person(person: Person) -> tuple[str, str, str, str, str]:
    numbers = ", ".join(identity.id for identity in person.identiteter)
    address = f"{person.adress}, {person.postnummer} {person.ort}"
    return f"{person.fornamn} {person.efternamn}", numbers, person.fodd.isoformat(), person.kommunkod, address
