"""Registering afterwards what happened while Samvy was down (efterregistrering; AK-DRI-03)."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from starlette.requests import Request

from harness.kernel.calendar import parse_moment
from harness.kernel.reading import UnreadableError
from harness.kernel.world import World
from harness.systems.samvy.policies import COUNTED_FROM
from harness.systems.samvy.worker import Denied

HEADER = "x-handelsetid"


class AheadError(Exception):
    """The moment that is said has not been yet."""

    denied = Denied("tid_har_inte_varit", "Händelsetiden ligger framåt i tiden.")


@contextmanager
def as_it_happened(request: Request, world: World) -> Iterator[None]:
    """What is done inside happened when the request says, if it says so.

    Raises:
        UnreadableError: it says no moment.
        AheadError: it lies ahead.
    """
    said = request.headers.get(HEADER)
    if said is None:
        yield
        return
    try:
        moment = parse_moment(said)
    except ValueError as wrong:
        raise UnreadableError("Händelsetiden går inte att läsa som en tidpunkt med tidszon.") from wrong
    if moment > world.now:
        raise AheadError
    with world.as_of(world.circumstances().policies.use(COUNTED_FROM)(moment, world.now)):
        yield
