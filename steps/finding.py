"""What hygiene says of a text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing to mend. An error (``fel``) stops the run, a warning (``varning``) is only shown."""

    place: str
    sentence: str
    remedy: str
    severity: Literal["fel", "varning"] = "fel"
