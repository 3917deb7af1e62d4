"""Defects of what Samvy tells SAMSA of admissions.

They are not in the catalogue: everything there must be found by a scenario, and no scenario is about ADT yet.
"""

from __future__ import annotations

from harness.defects.defect import Defect, replace
from harness.systems.samvy.adt import EVENT


def _nobody_leaves(what: str, has_left: bool) -> str | None:
    return None if what == "utskriven" else EVENT.function(what, has_left)


def _leaves_when_planned(what: str, has_left: bool) -> str | None:
    event = EVENT.function(what, has_left)
    return "A03" if event == "A16" else event


def list_defects() -> tuple[Defect, ...]:
    return (
        replace(
            EVENT,
            _nobody_leaves,
            id="samvy-adt-utskrivning-berattas-inte",
            system="Samvy",
            krav=("AK-INT-05",),
            description="SAMSA får aldrig veta att patienten är utskriven i Samvy.",
        ),
        replace(
            EVENT,
            _leaves_when_planned,
            id="samvy-adt-beraknad-blir-utskriven",
            system="Samvy",
            krav=("AK-INT-05",),
            description="En beräknad utskrivning berättas för SAMSA som att patienten redan är utskriven.",
        ),
    )
