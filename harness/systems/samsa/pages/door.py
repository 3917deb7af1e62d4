"""Signing in to SAMSA: SITHS-kort and legitimeringskod, then the unit where one works (domain rules 2.20, 2.21)."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import wraps

from starlette.requests import Request
from starlette.responses import Response

from harness.kernel.forms import read_form
from harness.kernel.landscape import Employee, Landscape
from harness.kernel.pages import Pages, go_to, plain_page
from harness.kernel.sessions import Session
from harness.kernel.world import World
from harness.kernel.worlds import find_world
from harness.systems.samsa.actor import HOSPITAL_PART, Actor
from harness.systems.samsa.desk import Caller, who
from harness.systems.samsa.pages.shown import IDENTITIES
from harness.systems.samsa.refusal import RefusedError

PAGES = Pages("harness.systems.samsa.pages", cookie="samsa_session")

_WRONG = "Det går inte att logga in. Kontrollera HSA-id och legitimeringskod, och att du har behörighet i SAMSA."


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """A request from somebody who has signed in and chosen a unit."""

    request: Request
    world: World
    session: Session
    caller: Caller
    actor: Actor

    def show(self, template: str, *, status: int = 200, **values: object) -> Response:
        unit = self.world.landscape.units[self.actor.unit].name
        return PAGES.show(
            self.request,
            template,
            status=status,
            actor=self.actor,
            unit=unit,
            is_hospital=self.actor.part == HOSPITAL_PART,
            identities=IDENTITIES,
            notice=self.session.take_notice(),
            **values,
        )

    def confirm(self, text: str, path: str) -> Response:
        """Go to *path* of SAMSA, which shows *text* once."""
        self.session.notice = text
        return go_to(self.request, path)


def employments(landscape: Landscape, hsa_id: str, code: str) -> tuple[Employee, ...]:
    """Where the holder of the card works; nowhere when the card is unknown or the code is not hers (AK-BEH-02)."""
    found = landscape.employments.get(hsa_id, ())
    return found if found and found[0].code == code else ()


def signed_in(page: Callable[[Visit], Awaitable[Response]]) -> Callable[[Request], Awaitable[Response]]:
    """A page for those who have signed in; others are sent to the door."""

    @wraps(page)
    async def endpoint(request: Request) -> Response:
        world, session = find_world(request), PAGES.find_session(request)
        if session is None:
            return go_to(request, "/inloggning")
        if session.unit is None:
            return go_to(request, "/enhetsval")
        caller = Caller(session.unit, session.person)
        actor = who(world, caller)
        try:
            return await page(Visit(request=request, world=world, session=session, caller=caller, actor=actor))
        except RefusedError as refused:
            return plain_page("SAMSA visar inte det här", refused.text, refused.status)

    return endpoint


async def show_sign_in(request: Request) -> Response:
    return PAGES.show(request, "inloggning.html", wrong="", typed="")


async def sign_in(request: Request) -> Response:
    form = await read_form(request)
    hsa_id, code = form.text("hsa_id"), form.text("kod")
    found = employments(find_world(request).landscape, hsa_id, code)
    if not found:
        return PAGES.show(request, "inloggning.html", status=403, wrong=_WRONG, typed=hsa_id)
    only = found[0].unit if len(found) == 1 else None
    answer = go_to(request, "/inkorg" if only else "/enhetsval")
    return PAGES.open_session(request, answer, Session(person=hsa_id, unit=only))


async def show_units(request: Request) -> Response:
    """More than one SVPL-arbete: the user chooses the unit of this session (AK-INK-10)."""
    session = PAGES.find_session(request)
    if session is None:
        return go_to(request, "/inloggning")
    return _units_page(request, session, wrong="")


async def choose_unit(request: Request) -> Response:
    session = PAGES.find_session(request)
    if session is None:
        return go_to(request, "/inloggning")
    unit = (await read_form(request)).text("enhet")
    if (session.person, unit) not in find_world(request).landscape.staff:
        return _units_page(request, session, wrong="Välj en av dina enheter.")
    session.unit = unit
    return go_to(request, "/inkorg")


async def sign_out(request: Request) -> Response:
    return PAGES.close_session(request, go_to(request, "/inloggning"))


def _units_page(request: Request, session: Session, *, wrong: str) -> Response:
    landscape = find_world(request).landscape
    choices = [(e.unit, landscape.units[e.unit].name, e.role) for e in landscape.employments[session.person]]
    status = 422 if wrong else 200
    return PAGES.show(request, "enhetsval.html", status=status, choices=choices, wrong=wrong)
