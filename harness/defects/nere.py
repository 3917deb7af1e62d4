"""Defects of what a system does when another cannot be reached."""

from __future__ import annotations

from harness.defects.defect import Defect, replace
from harness.systems.samsa import policies as samsa
from harness.systems.samvy import policies as samvy


def _no() -> bool:
    return False


def list_defects() -> tuple[Defect, ...]:
    return (
        replace(
            samsa.STANDS_ALONE,
            _no,
            id="samsa-stannar-utan-samvy",
            system="SAMSA",
            krav=("AK-DRI-02",),
            description="SAMSA frågar Samvy före varje steg i ett ärende, och stannar när Samvy är nere.",
        ),
        replace(
            samvy.STANDS_ALONE,
            _no,
            id="samvy-stannar-utan-samsa",
            system="Samvy",
            krav=("AK-DRI-02",),
            description="Samvy frågar SAMSA före varje steg i en vårdplanering, och stannar när SAMSA är nere.",
        ),
        replace(
            samvy.STOPS_WITHOUT_CATALOGUE,
            _no,
            id="samvy-startar-utan-katalogen",
            system="Samvy",
            krav=("AK-INT-11",),
            description="Samvy tar alla enheter för driftsatta när Millenniumenheter inte svarar.",
        ),
    )
