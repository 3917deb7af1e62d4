"""One simulator and one browser for a module, as a run has them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from fixtures.environment import Simulator
from fixtures.transport.browser import Browser
from tests.features.relay import a_browser


@pytest.fixture(scope="module")
def simulator() -> Iterator[Simulator]:
    running = Simulator.start()
    yield running
    running.stop()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with a_browser() as running:
        yield running
