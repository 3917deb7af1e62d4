"""A pytest plugin for one test: a machine without any browser."""

from __future__ import annotations

import pytest


def pytest_configure(config: pytest.Config) -> None:
    from fixtures.transport import browser

    browser._choices = lambda _named, **_: iter(())  # type: ignore[assignment]
