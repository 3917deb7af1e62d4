"""Signing in to Samvy: who, then the proof of it, then where one works today. One question a page.

No session exists before both factors have been given (AK-BEH-01).
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import wraps

from starlette.requests import Request
from starlette.responses import Response

from harness.kernel.forms import FieldError, Form, read_form
from harness.kernel.landscape import Employee, Landscape
from harness.kernel.pages import Pages, go_to
from harness.kernel.sessions import Session
from harness.kernel.world import World
from harness.kernel.worlds import find_world
from harness.systems.samvy.worker import Caller, Denied, sign_in

PAGES = Pages("harness.systems.samvy.pages", cookie="samvy_session")

# The same for a card that nobody has and for a code that is wrong: a stranger learns nothing about cards.
_WRONG = "Det gick inte att legitimera dig. Kontrollera HSA-id och legitimeringskod och försök igen."


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """Why something was not done, as a page says it. ``at`` is the field to mend, if it is one."""

    text: str
    code: str = ""
    at: str = ""
    status: int = 422

    @classmethod
    def of(cls, reason: Denied | FieldError) -> Stop:
        if isinstance(reason, Denied):
            return cls(text=reason.detail, code=reason.code, status=reason.status)
        return cls(text=reason.text, at=reason.field)


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """A request from somebody who has signed in and chosen where she works."""

    request: Request
    world: World
    session: Session
    caller: Caller
    worker: Employee

    @property
    def unit(self) -> str:
        """The name of her unit."""
        return self.world.landscape.units[self.worker.unit].name

    @property
    def is_slutenvard(self) -> bool:
        return self.world.landscape.units[self.worker.unit].part == "slutenvård"

    def show(self, template: str, *, stop: Stop | None = None, **values: object) -> Response:
        return PAGES.show(
            self.request,
            template,
            status=stop.status if stop else 200,
            stop=stop,
            notice=self.session.take_notice(),
            visit=self,
            **values,
        )

    def missing(self, denied: Denied) -> Response:
        """The page that says that what the address names is not there."""
        return self.show("saknas.html", stop=Stop.of(denied))

    def confirm(self, text: str, path: str) -> Response:
        """Go to *path* of Samvy, which shows *text* once."""
        self.session.notice = text
        return go_to(self.request, path)


def signed_in(page: Callable[[Visit], Awaitable[Response]]) -> Callable[[Request], Awaitable[Response]]:
    """A page for those who have signed in; others are sent to the door."""

    @wraps(page)
    async def endpoint(request: Request) -> Response:
        world, session = find_world(request), PAGES.find_session(request)
        if session is None:
            return go_to(request, "/app/inloggning")
        if session.unit is None:
            return go_to(request, "/app/uppdrag")
        caller = Caller(session.unit, session.person)
        worker = sign_in(world.landscape, caller)
        if isinstance(worker, Denied):
            return go_to(request, "/app/inloggning")
        return await page(Visit(request=request, world=world, session=session, caller=caller, worker=worker))

    return endpoint


async def ask_who(request: Request) -> Response:
    return _door(request, "inloggning.html")


async def ask_for_code(request: Request) -> Response:
    """Whether anybody has that HSA-id is not said here."""
    form = await read_form(request)
    if not form.text("hsa_id"):
        return _door(request, "inloggning.html", Stop(text="Skriv ditt HSA-id.", at="hsa_id"))
    return _door(request, "legitimering.html", hsa_id=form.text("hsa_id"))


async def restart(request: Request) -> Response:
    """A reload or a bookmark of the second step: the first answer is not kept anywhere."""
    return go_to(request, "/app/inloggning")


async def check_code(request: Request) -> Response:
    form = await read_form(request)
    found = _employments(find_world(request).landscape, form)
    if not found:
        stop = Stop(text=_WRONG, at="kod", status=403)
        return _door(request, "legitimering.html", stop, hsa_id=form.text("hsa_id"))
    only = found[0].unit if len(found) == 1 else None
    answer = go_to(request, "/app/inkorg" if only else "/app/uppdrag")
    return PAGES.open_session(request, answer, Session(person=found[0].hsa_id, unit=only))


async def ask_where(request: Request) -> Response:
    session = PAGES.find_session(request)
    return go_to(request, "/app/inloggning") if session is None else _ask_where(request, session)


async def choose_where(request: Request) -> Response:
    """More than one employment: what she sees is what the unit of this session sees (AK-INK-10)."""
    session = PAGES.find_session(request)
    if session is None:
        return go_to(request, "/app/inloggning")
    unit = (await read_form(request)).text("uppdrag")
    if (session.person, unit) not in find_world(request).landscape.staff:
        return _ask_where(request, session, Stop(text="Välj ett av dina uppdrag.", at="uppdrag"))
    session.unit = unit
    return go_to(request, "/app/inkorg")


async def sign_out(request: Request) -> Response:
    return PAGES.close_session(request, go_to(request, "/app/inloggning"))


def _employments(landscape: Landscape, form: Form) -> tuple[Employee, ...]:
    """Where she works; nowhere unless both factors fit together."""
    found = landscape.employments.get(form.text("hsa_id"), ())
    return found if found and found[0].code == form.text("kod") else ()


def _ask_where(request: Request, session: Session, stop: Stop | None = None) -> Response:
    landscape = find_world(request).landscape
    choices = [(work.unit, landscape.units[work.unit].name) for work in landscape.employments[session.person]]
    return _door(request, "uppdrag.html", stop, choices=choices)


def _door(request: Request, template: str, stop: Stop | None = None, **values: object) -> Response:
    status = stop.status if stop else 200
    return PAGES.show(request, template, status=status, stop=stop, notice="", visit=None, **values)
