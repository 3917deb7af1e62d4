"""A pytest plugin for which the environment of one scenario cannot be made ready."""

from __future__ import annotations

import pytest


def pytest_runtest_setup(item: pytest.Item) -> None:
    if "Simulatorn är nere" in item.name:
        raise RuntimeError("simulatorn svarar inte")
