"""The first pages: every world, and one world with its clock and its branches."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from starlette.requests import Request
from starlette.responses import Response

from harness.kernel.control_error import ControlError
from harness.kernel.forms import FieldError, Form, read_form
from harness.kernel.insight.seen import PAGES, Seen, look, read_moment, spoken, worlds_of
from harness.kernel.pages import go_to

_STEPS = {
    "timme": ("En timme fram", timedelta(hours=1)),
    "dygn": ("Ett dygn fram", timedelta(days=1)),
    "vecka": ("En vecka fram", timedelta(days=7)),
}
_NEXT = "nasta"


async def list_worlds(request: Request) -> Response:
    worlds, rows, broken = worlds_of(request), [], []
    for address in worlds.list_addresses():
        try:
            world = worlds.find(address)
        except ControlError as unreadable:
            broken.append((address, unreadable.text, unreadable.remedy))
        else:
            rows.append((address, world.id, spoken(world.now), len(world.lines())))
    return PAGES.show(request, "varldar.html", rows=rows, broken=broken, wrong=None)


async def show_world(request: Request) -> Response:
    return _page(look(request))


async def move_clock(request: Request) -> Response:
    """Move care time: to a moment, by a step, or to whatever waits next."""
    seen, form = look(request), await read_form(request)
    try:
        seen.world.advance(_target(seen, form))
    except FieldError as wrong:
        return _page(seen, wrong, form)
    return go_to(request, seen.link(""))


async def branch(request: Request) -> Response:
    seen, form = look(request), await read_form(request)
    try:
        name = form.required("namn", "Ny gren: skriv ett namn.")
        until = read_moment(form, "till", "Till och med")
        try:
            worlds_of(request).branch(seen.address, name, until)
        except ControlError as refused:
            at = "till" if refused.code == "fore_varldens_borjan" else "namn"
            raise FieldError(at, f"Ny gren: {refused.text} {refused.remedy}") from refused
    except FieldError as wrong:
        return _page(seen, wrong, form)
    return go_to(request, f"/v/{name}")


def _target(seen: Seen, form: Form) -> datetime:
    """
    Raises:
        FieldError: no moment, one that has been, or nothing that waits.
    """
    step, waiting = form.text("steg"), seen.world.chronicle.clock.timers.values()
    if step == _NEXT:
        if not waiting:
            raise FieldError("till_tid", "Klockan: ingenting väntar.")
        return max(min(timer.due for timer in waiting), seen.world.now)
    if step in _STEPS:
        return seen.world.now + _STEPS[step][1]
    moment = read_moment(form, "till_tid", "Klockan")
    if moment is None:
        raise FieldError("till_tid", "Klockan: skriv vilken tidpunkt den ska gå fram till.")
    if moment < seen.world.now:
        raise FieldError("till_tid", f"Klockan: den är redan {spoken(seen.world.now)} och går aldrig bakåt.")
    return moment


def _page(seen: Seen, wrong: FieldError | None = None, typed: Form | None = None) -> Response:
    events = list(seen.world.events())
    sources = [event.data["source"] for event in events if event.kind == "varld-forgrenad"]
    waiting = sorted(seen.world.chronicle.clock.timers.values())
    systems: Callable[[str], str] = lambda name: seen.world.titles.get(name, name)  # noqa: E731 (one word for the page)
    return seen.show(
        "varld.html",
        wrong=wrong,
        typed=typed or Form(""),
        steps=[(word, label) for word, (label, _) in _STEPS.items()],
        began=spoken(events[0].registered),
        count=len(events),
        sources=sources,
        waiting=[(spoken(timer.due), systems(timer.system), timer.name, _detail(timer.body)) for timer in waiting[:50]],
        more=max(0, len(waiting) - 50),
    )


def _detail(body: dict[str, object]) -> str:
    return ", ".join(str(value) for value in body.values())
