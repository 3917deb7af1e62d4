"""The world that a page is about, now or as it was at a moment of its past."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import Response

from harness.kernel.calendar import STOCKHOLM, is_repeated
from harness.kernel.forms import FieldError, Form, read_address
from harness.kernel.pages import Pages
from harness.kernel.world import World
from harness.kernel.worlds import Worlds, find_world

PAGES = Pages("harness.kernel.insight")
MOMENT = "kl"


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """``past`` is the moment that was asked about, None for now. ``wrong`` is why it could not be shown."""

    request: Request
    address: str
    world: World
    form: Form
    past: datetime | None = None
    wrong: FieldError | None = None

    def show(self, template: str, *, wrong: FieldError | None = None, **values: object) -> Response:
        fault = wrong or self.wrong
        return PAGES.show(
            self.request,
            template,
            status=422 if fault else 200,
            seen=self,
            wrong=fault,
            now=spoken(self.world.now),
            moment=written(self.past) if self.past else "",
            asked=self.link,
            **values,
        )

    def link(self, page: str, **values: object) -> str:
        """The address of *page* of this world, at the same moment."""
        said = {name: str(value) for name, value in values.items() if value not in ("", None)}
        if self.past is not None:
            said[MOMENT] = written(self.past)
        return f"/v/{self.address}{page}" + (f"?{urlencode(said)}" if said else "")


def look(request: Request) -> Seen:
    """What the address asks about. A moment that is no moment, or before the world began, shows the world as it is.

    Raises:
        ControlError: there is no such world.
    """
    world, address, form = find_world(request), request.path_params["varld"], read_address(request)
    try:
        past = read_moment(form, MOMENT, "Visa läget")
    except FieldError as wrong:
        return Seen(request=request, address=address, world=world, form=form, wrong=wrong)
    if past is None or past >= world.now:
        return Seen(request=request, address=address, world=world, form=form)
    if past < next(iter(world.events())).registered:
        early = FieldError(MOMENT, f"Visa läget: världen börjar {spoken(next(iter(world.events())).registered)}.")
        return Seen(request=request, address=address, world=world, form=form, wrong=early)
    return Seen(
        request=request, address=address, world=worlds_of(request).as_it_was(address, past), form=form, past=past
    )


def worlds_of(request: Request) -> Worlds:
    worlds: Worlds = request.app.state.worlds
    return worlds


def read_moment(form: Form, field: str, label: str) -> datetime | None:
    """The moment in a field, Swedish time; None when it is empty.

    Raises:
        FieldError: it is no moment.
    """
    text = form.text(field)
    if not text:
        return None
    for shape in ("%Y-%m-%d %H.%M", "%Y-%m-%d %H:%M", "%Y-%m-%dT%H:%M", "%Y-%m-%d"):
        try:
            return datetime.strptime(text, shape).replace(tzinfo=STOCKHOLM)
        except ValueError:
            continue
    raise FieldError(field, f"{label}: »{text}« är ingen tidpunkt. Skriv den som 2022-04-05 08.00.")


def written(moment: datetime) -> str:
    """As a field has it."""
    return f"{moment.astimezone(STOCKHOLM):%Y-%m-%d %H.%M}"


def spoken(moment: datetime) -> str:
    """As a reader says it. The hour in autumn that comes twice is marked the second time."""
    return f"{moment.astimezone(STOCKHOLM):%Y-%m-%d kl. %H.%M}" + (" (vintertid)" if is_repeated(moment) else "")
