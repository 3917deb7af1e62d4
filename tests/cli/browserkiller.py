"""A pytest plugin for one test: the browser dies in the middle of a run."""

from __future__ import annotations

import os
import signal
from contextlib import suppress

import pytest


def pytest_configure(config: pytest.Config) -> None:
    from fixtures.transport import seats

    sit_down, seated = seats.Seats._sit_down, []

    def sit_down_and_lose_it(self: seats.Seats, name: str) -> object:
        page = sit_down(self, name)
        seated.append(name)
        if len(seated) == 2:
            for pid in browsers_below(os.getpid()):
                with suppress(ProcessLookupError):  # its parent, killed just now, may have taken it along
                    os.kill(pid, signal.SIGKILL)
        return page

    seats.Seats._sit_down = sit_down_and_lose_it  # type: ignore[method-assign, assignment]


def browsers_below(root: int) -> list[int]:
    """The processes below *root* that are a browser, the youngest first."""
    parents = {}
    for entry in os.listdir("/proc"):
        # Processes of other tests end while they are being listed.
        with suppress(FileNotFoundError, ProcessLookupError):
            if entry.isdigit():
                with open(f"/proc/{entry}/stat") as stat, open(f"/proc/{entry}/cmdline") as command:
                    parents[int(entry)] = (int(stat.read().rsplit(")", 1)[1].split()[1]), command.read())

    def is_below(pid: int) -> bool:
        while pid in parents:
            pid = parents[pid][0]
            if pid == root:
                return True
        return False

    return [
        pid for pid, (_, command) in sorted(parents.items(), reverse=True) if is_below(pid) and "--headless" in command
    ]
