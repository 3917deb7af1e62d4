"""A simulator that keeps its worlds, and one of them to work in."""

from __future__ import annotations

import signal
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from rich.console import Console

from fixtures.api import ApiDrivers
from fixtures.environment import Simulator
from fixtures.transport.http import Endpoint
from reports.summary import ENVIRONMENT_FAULT, GREEN, SPECIFICATION_FAULT
from testdata.faults import Miljofel, Specifikationsfel
from testdata.model import STOCKHOLM
from testdata.people.person import as_pu_document
from testdata.people.personas.catalogue import personas
from testdata.people.personas.person import person_of

SEED = 1
_TICK_S = 1.0
_PAGES = (
    ("SAMSA", "/v/{name}/samsa/"),
    ("Samvy", "/v/{name}/samvy/"),
    ("Millenniumenheter", "/v/{name}/enheter/"),
    ("Vem man loggar in som", "/insyn/v/{name}/medarbetare"),
    ("Insyn: klocka, händelser, personer, regler, förbindelser", "/insyn/v/{name}"),
    ("Alla världar", "/insyn/"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What somebody wants started. ``pace`` is how much faster than ours the clock goes; 0 lets it stand still."""

    port: int
    folder: Path
    name: str
    start: datetime
    pace: float


def parse_start(text: str) -> datetime | None:
    """The moment that *text* says, Swedish time, or None."""
    for shape in ("%Y-%m-%d %H.%M", "%Y-%m-%d %H:%M", "%Y-%m-%dT%H:%M", "%Y-%m-%d"):
        try:
            return datetime.strptime(text, shape).replace(tzinfo=STOCKHOLM)
        except ValueError:
            continue
    return None


def run(wish: Wish, console: Console) -> int:
    """Serve until Ctrl-C or SIGTERM. Returns the exit code."""
    try:
        simulator = Simulator.start(port=wish.port, journals=wish.folder)
    except Miljofel as fault:
        remedy = "Välj en annan port med --port, eller en annan mapp med --mapp."
        console.print(str(Miljofel(**{**fault.arguments(), "next_step": remedy})), style="red", markup=False)
        return ENVIRONMENT_FAULT
    try:
        with _told_to_stop() as stopped:
            drivers = ApiDrivers(simulator.url, wish.name)
            is_new = _open_world(simulator, drivers, wish)
            _tell(simulator, drivers, wish, console, is_new=is_new)
            _keep_going(drivers, wish.pace, stopped)
    except Specifikationsfel as fault:
        console.print(str(fault), style="red", markup=False)
        return SPECIFICATION_FAULT
    except Miljofel as fault:
        console.print(str(fault), style="red", markup=False)
        return ENVIRONMENT_FAULT
    finally:
        simulator.stop()
    console.print(f"\nStoppad. Världen finns kvar i {wish.folder}.", markup=False)
    return GREEN


@contextmanager
def _told_to_stop() -> Iterator[threading.Event]:
    """An event that is set by Ctrl-C and SIGTERM, which otherwise would interrupt whatever is being written."""
    stopped = threading.Event()
    before = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}
    for number in before:
        signal.signal(number, lambda *_: stopped.set())
    try:
        yield stopped
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _open_world(simulator: Simulator, drivers: ApiDrivers, wish: Wish) -> bool:
    """Open the world, or create it. Returns whether it is new.

    Raises:
        Specifikationsfel: it lies there and cannot be read by this version, or its name cannot be in an address.
    """
    asked = Endpoint("Simulatorn", simulator.url).call("GET", f"/styr/v/{wish.name}/tid")
    if asked.ok:
        return False
    if asked.json.get("kod") != "okand_varld":
        raise Specifikationsfel(
            f"Världen {wish.name} går inte att öppna: {asked.json.get('fel', asked.status)}",
            expected="en värld som den här versionen kan läsa",
            actual=str(asked.json.get("kod", asked.status)),
            where=str(wish.folder),
            next_step="Välj ett annat namn med --varld eller en annan mapp med --mapp. Det som finns rörs inte.",
        )
    drivers.control.create_world(
        {
            "start": wish.start.isoformat(),
            "fro": SEED,
            "personer": [
                as_pu_document(person_of(persona)) for persona in personas() if persona.born <= wish.start.date()
            ],
            "parametrar": {},
            "defekter": [],
        }
    )
    return True


def _tell(simulator: Simulator, drivers: ApiDrivers, wish: Wish, console: Console, *, is_new: bool) -> None:
    now = drivers.control.read_clock().astimezone(STOCKHOLM)
    what = "är ny" if is_new else "fortsätter där den slutade"
    console.print(f"Världen {wish.name} {what}. Klockan är {now:%Y-%m-%d kl. %H.%M} i den.", markup=False)
    for label, path in _PAGES:
        console.print(f"  {label}: {simulator.url}{path.format(name=wish.name)}", markup=False)
    console.print(f"Allt sparas i {wish.folder}.", markup=False)
    pace = f"Klockan går {wish.pace:g} gånger vår." if wish.pace else "Klockan står still tills någon ställer fram den."
    console.print(f"{pace} Tryck Ctrl-C för att stoppa.", markup=False)


def _keep_going(drivers: ApiDrivers, pace: float, stopped: threading.Event) -> None:
    """Wait until told to stop; with a pace, move the clock by what has passed of ours, once a second."""
    if not pace:
        stopped.wait()
        return
    last = time.monotonic()
    while not stopped.wait(_TICK_S):
        now = time.monotonic()
        drivers.control.advance_to(drivers.control.read_clock() + timedelta(seconds=(now - last) * pace))
        last = now
