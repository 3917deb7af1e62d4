"""Where the product lies, and the names that every command needs to find its way in it."""

from __future__ import annotations

import runpy
from collections.abc import Sequence
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[2]
FEATURES: Final = ROOT / "features"
OUTPUT: Final = ROOT / "reports" / "out"


def plugin_names() -> Sequence[str]:
    """The plugins of a run, as the root conftest names them."""
    # Read as a file: a module called conftest may be any folder's.
    names: Sequence[str] = runpy.run_path(str(ROOT / "conftest.py"))["pytest_plugins"]
    return names
