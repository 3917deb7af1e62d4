"""The care clock of a world. It stands still until somebody moves it, and never goes back."""

from __future__ import annotations

import heapq
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Timer:
    """Something a system wants to be woken for.

    Timers fire in (due, number) order; ``number`` is the number of the event that set the timer.
    """

    due: datetime
    number: int
    system: str = field(compare=False)
    name: str = field(compare=False)
    body: dict[str, Any] = field(compare=False)


@dataclass(slots=True)
class CareClock:
    """Care time in UTC and the timers that have not fired."""

    now: datetime
    timers: dict[int, Timer] = field(default_factory=dict)
    # The same timers, soonest first, and some that have gone: a month of thousands must not look through all for each.
    _queue: list[Timer] = field(default_factory=list, compare=False)

    def set_timer(self, timer: Timer) -> None:
        self.timers[timer.number] = timer
        heapq.heappush(self._queue, timer)

    def next_due(self, until: datetime) -> Timer | None:
        """The first timer due at *until* or before it."""
        while self._queue and self._queue[0].number not in self.timers:
            heapq.heappop(self._queue)
        return self._queue[0] if self._queue and self._queue[0].due <= until else None

    def remove(self, number: int) -> None:
        del self.timers[number]

    def move(self, moment: datetime) -> None:
        """
        Raises:
            ValueError: *moment* lies before now.
        """
        if moment < self.now:
            raise ValueError("care time never goes back")
        self.now = moment
