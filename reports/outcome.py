"""The outcomes of a scenario, and how they weigh against each other."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import Final


class Outcome(StrEnum):
    """What became of one planned row. Spelled as in sammanfattning.json."""

    GODKAND = "godkand"
    UNDERKAND = "underkand"
    TRASIG = "trasig"
    SPECIFIKATIONSFEL = "specifikationsfel"
    EJ_BYGGD = "ej_byggd"
    EJ_KORBAR = "ej_korbar"
    BORTVALD = "bortvald"
    VANTAD = "vantad"

    @property
    def shown(self) -> str:
        """The word that a testledare reads."""
        return _SHOWN[self]

    @property
    def is_red(self) -> bool:
        return self in _RED

    @property
    def was_run(self) -> bool:
        """Were its steps tried? What is not built or cannot run was counted, but never started."""
        return self in _RED or self in (Outcome.GODKAND, Outcome.VANTAD)


_SHOWN: Final = {
    Outcome.GODKAND: "godkänd",
    Outcome.UNDERKAND: "underkänd",
    Outcome.TRASIG: "trasig",
    Outcome.SPECIFIKATIONSFEL: "specifikationsfel",
    Outcome.EJ_BYGGD: "ej byggd",
    Outcome.EJ_KORBAR: "ej körbar",
    Outcome.BORTVALD: "bortvald",
    Outcome.VANTAD: "väntad",
}
_RED: Final = (Outcome.UNDERKAND, Outcome.TRASIG, Outcome.SPECIFIKATIONSFEL)

# The order of the exit codes (architecture section 3: 2 > 3 > 1), so that a run and a row agree.
_WEIGHT: Final = (
    Outcome.GODKAND,
    Outcome.VANTAD,
    Outcome.BORTVALD,
    Outcome.EJ_KORBAR,
    Outcome.EJ_BYGGD,
    Outcome.UNDERKAND,
    Outcome.TRASIG,
    Outcome.SPECIFIKATIONSFEL,
)


def weight(outcome: Outcome) -> int:
    """Higher is worse."""
    return _WEIGHT.index(outcome)


def weakest_class(classes: Iterable[str]) -> str | None:
    """The weakest class of trust (A strongest, D weakest; D7), or None when nothing was leaned on."""
    return max(classes, default=None)
