"""Where the product lies, and the names that every command needs to find its way in it."""

from __future__ import annotations

import importlib
from collections.abc import Sequence
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[2]
FEATURES: Final = ROOT / "features"
OUTPUT: Final = ROOT / "reports" / "out"


def plugin_names() -> Sequence[str]:
    """The plugins of a run, as the root conftest names them."""
    names: Sequence[str] = importlib.import_module("conftest").pytest_plugins
    return names
