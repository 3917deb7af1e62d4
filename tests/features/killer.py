"""A pytest plugin for one test: kills the simulator in the middle of a run."""

from __future__ import annotations

import os
import signal

import pytest

KILL_AFTER = 10


class Killer:
    def __init__(self) -> None:
        self._finished = 0

    @pytest.hookimpl(trylast=True)
    def pytest_runtest_teardown(self, item: pytest.Item) -> None:
        from fixtures.wiring import environment_of  # after pytest has rewritten the plugin's asserts

        self._finished += 1
        simulator = environment_of(item.config).simulator
        if self._finished == KILL_AFTER and simulator is not None and simulator.process_id is not None:
            os.kill(simulator.process_id, signal.SIGKILL)


def pytest_configure(config: pytest.Config) -> None:
    config.pluginmanager.register(Killer(), "killer")
