"""The simulator: every simulated system put together, with an empty memory. Nothing happens at import."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager

from starlette.applications import Starlette
from starlette.convertors import Convertor, register_url_convertor
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Mount

from harness.defects.catalogue import list_defects
from harness.kernel import control, fault_control, inspection
from harness.kernel.control_error import ControlError
from harness.kernel.insight import routes as insight
from harness.kernel.journal import JournalConflictError, JournalStore, MemoryStore
from harness.kernel.links import UnreachableError
from harness.kernel.pages import plain_page, wants_html
from harness.kernel.system import Assembly, System
from harness.kernel.traffic import TrafficMiddleware
from harness.kernel.worlds import Worlds
from harness.systems.avvikelser import app as avvikelser
from harness.systems.integration import app as integration
from harness.systems.kommunsystem import app as kommunsystem
from harness.systems.melior import app as melior
from harness.systems.millenniumenheter import app as millenniumenheter
from harness.systems.pu import app as pu
from harness.systems.samsa import app as samsa
from harness.systems.samvy import app as samvy


class _SeatName(Convertor[str]):
    """A seat in an address: such that the path of a cookie is the same to every browser."""

    regex = "[A-Za-z0-9_-]{1,40}"

    def convert(self, value: str) -> str:
        return value

    def to_string(self, value: str) -> str:
        return value


def define_systems() -> Sequence[System]:
    """The simulated systems, in the order they stand in a message picture."""
    return (
        samsa.define_system(),
        integration.define_system(),
        samvy.define_system(),
        millenniumenheter.define_system(),
        pu.define_system(),
        kommunsystem.define_system(),
        melior.define_system(),
        avvikelser.define_system(),
    )


def create_app(store: JournalStore | None = None) -> Starlette:
    """A simulator with the worlds whose journals lie in *store*; without one it is empty.

    Two calls give two unrelated simulators. The store is closed when the simulator shuts down.
    """
    register_url_convertor("plats", _SeatName())
    systems = define_systems()
    worlds = Worlds(
        Assembly(systems, {defect.id: defect.replacement for defect in list_defects()}),
        store or MemoryStore(),
    )

    @asynccontextmanager
    async def lifespan(_app: Starlette) -> AsyncIterator[None]:
        yield
        worlds.shut_down()

    app = Starlette(
        routes=[
            Mount("/styr", routes=[*control.ROUTES, *fault_control.ROUTES]),
            Mount("/insyn", routes=[*inspection.ROUTES, *insight.PAGES]),
            Mount(
                "/v/{varld}",
                routes=[
                    # Before the systems, or a seat would be taken for one of their addresses.
                    Mount(
                        "/p/{plats:plats}", routes=[Mount(f"/{system.name}", routes=system.pages) for system in systems]
                    ),
                    *(Mount(f"/{system.name}", routes=[*system.routes, *system.pages]) for system in systems),
                ],
            ),
        ],
        middleware=[Middleware(TrafficMiddleware, worlds=worlds)],
        exception_handlers={
            ControlError: control.show_fault,
            JournalConflictError: _show_conflict,
            HTTPException: _show_wrong_address,
            UnreachableError: _show_unreachable(systems),
        },
        lifespan=lifespan,
    )
    app.state.worlds = worlds
    return app


async def _show_wrong_address(request: Request, wrong: Exception) -> Response:
    status = wrong.status_code if isinstance(wrong, HTTPException) else 500
    headers = wrong.headers if isinstance(wrong, HTTPException) else None
    text = f"{request.method} {request.url.path} finns inte i simulatorn."
    if status == 403:
        return plain_page("Formuläret kom från en annan webbplats", "Fyll i det på systemets egen sida.", status)
    if wants_html(request):
        return plain_page("Sidan finns inte", f"{text} Gå tillbaka, eller börja om från systemets första sida.", status)
    body = {"kod": "fel_adress", "fel": text, "atgard": "Jämför med kontrakten i harness/contracts."}
    return JSONResponse(body, status, headers)


def _show_unreachable(systems: Sequence[System]) -> Callable[[Request, Exception], Awaitable[Response]]:
    """What a system answers when it must ask a neighbour that cannot be reached: in its own words, or as a page."""
    answers = {system.name: system.unreachable for system in systems}

    async def show(request: Request, stopped: Exception) -> Response:
        if not isinstance(stopped, UnreachableError):
            raise stopped
        answer = answers[stopped.asker]
        if answer is None or wants_html(request):
            text = "Ingenting är gjort. Gå tillbaka och försök igen om en stund."
            return plain_page(f"{stopped.neighbour} svarar inte", text, 503)
        return answer(stopped.neighbour)

    return show


async def _show_conflict(_request: Request, conflict: Exception) -> Response:
    """Two processes write to one journal: what this one knows is no longer true."""
    remedy = "Stäng den ena av processerna och starta om den andra."
    return JSONResponse({"kod": "journal_delad", "fel": str(conflict), "atgard": remedy}, 503)
