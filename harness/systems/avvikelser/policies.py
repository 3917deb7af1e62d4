"""The rules of the avvikelsesystem that a world can replace."""

from __future__ import annotations

from collections.abc import Callable, Collection

from harness.kernel.policies import Policy
from harness.systems.avvikelser.wire import Severity

_ORDER = (Severity.HOG, Severity.MEDEL, Severity.LAG)


def _whoever_has_a_card(_part: str) -> bool:
    return True


def _names_somebody(text: str, names: Collection[str]) -> bool:
    folded = text.casefold()
    return any(name.casefold() in folded for name in names)


def _worst_first(severity: Severity) -> int:
    return _ORDER.index(severity)


def _new(message: str, earlier: Collection[str]) -> bool:
    return message not in earlier


MAY_REPORT: Policy[Callable[[str], bool]] = Policy(
    id="avvikelser.rapporterar",
    function=_whoever_has_a_card,
    source="Domänregel 5.10; AK-AVV-07",
    trust="C",
    description="Den som har SITHS-kort i kommun, region eller hos privat vårdgivare rapporterar.",
)
NAMES_SOMEBODY: Policy[Callable[[str, Collection[str]], bool]] = Policy(
    id="avvikelser.vad_inte_vem",
    function=_names_somebody,
    source="Domänregel 5.10; AK-AVV-05; hur namn i fri text hanteras är antaget",
    trust="D",
    description="En beskrivning som nämner en medarbetare vid namn eller HSA-id tas inte emot.",
)
PRIORITY: Policy[Callable[[Severity], int]] = Policy(
    id="avvikelser.prioritet",
    function=_worst_first,
    source="GITS slutrapport 2025-02-18; AK-AVV-06; graderna är antagna",
    trust="D",
    description="Rapporterna listas med de allvarligaste först; lika allvarliga i den ordning de hände.",
)
IS_NEW: Policy[Callable[[str, Collection[str]], bool]] = Policy(
    id="avvikelser.en_gang",
    function=_new,
    source="Konstruktionsbeslut om minst en leverans; AK-AVV-02",
    trust="D",
    description="En rapport som kommer igen blir inte en ny avvikelse.",
)
POLICIES = (MAY_REPORT, NAMES_SOMEBODY, PRIORITY, IS_NEW)
