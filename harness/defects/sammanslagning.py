"""Defects of sammanslagning in SAMSA and of sammanföring in Samvy: the same rule done wrong in either."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from harness.defects.defect import Defect, replace
from harness.kernel.policies import Policy
from harness.systems.samsa.merging import policies as samsa
from harness.systems.samvy.combining import policies as samvy


def _always(*_asked: object) -> bool:
    return True


def _never(*_asked: object) -> bool:
    return False


def _only_as_asked(_group: frozenset[Any], asked: Any) -> frozenset[Any]:
    return frozenset({asked})


def _only_that_record(_records: set[str], person: str) -> set[str]:
    return {person}


_Rule = tuple[Policy[Any], Policy[Any], Callable[..., Any], Callable[..., Any], str, tuple[str, ...], str]
_RULES: tuple[_Rule, ...] = (
    (
        samsa.FINDS,
        samvy.SHOWS_RECORDS,
        _only_as_asked,
        _only_that_record,
        "hittas-pa-en",
        ("AK-RES-10", "AK-RES-12", "AK-RES-13"),
        "Efter sammanslagning hittas ärendet bara på det nummer det öppnades med.",
    ),
    (
        samsa.WRONG_PERSON,
        samvy.MIXED_UP,
        _never,
        _never,
        "kanda-personer",
        ("AK-RES-10",),
        "Två kända personer slås samman.",
    ),
    (
        samsa.MAY_MERGE,
        samvy.ONLY_SECURED,
        _always,
        _always,
        "utan-sakerstalld",
        ("AK-RES-21",),
        "Två slås samman utan att någon har säkerställt vem patienten är.",
    ),
    (
        samsa.TO_DO,
        samvy.REMAINS,
        _never,
        _never,
        "ingen-atgard",
        ("AK-RES-11",),
        "Det syns inte att det andra systemet har slagit samman två patienter.",
    ),
    (
        samsa.TO_DO,
        samvy.REMAINS,
        _always,
        _always,
        "atgard-star-kvar",
        ("AK-RES-11",),
        "Åtgärden står kvar fast de två är sammanslagna i båda systemen.",
    ),
)


def list_defects() -> tuple[Defect, ...]:
    return tuple(
        replace(policy, wrong, id=f"{place.casefold()}-sammanslagning-{id}", system=place, krav=krav, description=text)
        for here, there, wrong_here, wrong_there, id, krav, text in _RULES
        for place, policy, wrong in (("SAMSA", here, wrong_here), ("Samvy", there, wrong_there))
    )
