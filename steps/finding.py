"""What hygiene says of a text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Severity = Literal["fel", "varning"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing to mend. An error (``fel``) stops the run, a warning (``varning``) is only shown.

    ``text`` is the line as it stands in the file; ``line`` is None where the whole file is meant.
    ``rule`` is stable and can be searched for; the sentence may be reworded.
    """

    path: str
    line: int | None
    text: str
    rule: str
    sentence: str
    remedy: str
    severity: Severity

    @property
    def place(self) -> str:
        return self.path if self.line is None else f"{self.path}:{self.line}"

    @property
    def is_error(self) -> bool:
        return self.severity == "fel"
