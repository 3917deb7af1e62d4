"""Defects of what stands between the systems: Millenniumenheter and the integration platform."""

from __future__ import annotations

from collections.abc import Sequence

from harness.defects.defect import Defect, replace
from harness.kernel.decisions import Envelope
from harness.systems.integration.policies import FORWARDS
from harness.systems.millenniumenheter.policies import DECIDING_PARTS, MOTIVE, Candidate, ChoiceRule


def _hospital_only(_rule: ChoiceRule, parts: Sequence[Candidate]) -> Sequence[Candidate]:
    return DECIDING_PARTS.function("sjukhuset", parts)


def _first_live(parts: Sequence[Candidate]) -> Candidate:
    """The part that mattered least; of equals the last, so that the answer is wrong there too."""
    return min(reversed(parts), key=lambda part: part.lateness)


def _loses_closings(envelope: Envelope) -> bool:
    return bool(envelope.body.get("pagar"))


def list_defects() -> tuple[Defect, ...]:
    return (
        replace(
            DECIDING_PARTS,
            _hospital_only,
            id="enheter-bara-sjukhuset",
            system="Millenniumenheter",
            krav=("AK-SYS-05", "AK-SYS-06", "AK-SYS-07"),
            description="Millenniumenheter väljer Samvy så snart sjukhuset är driftsatt.",
        ),
        replace(
            MOTIVE,
            _first_live,
            id="enheter-fel-motivering",
            system="Millenniumenheter",
            krav=("AK-SYS-08",),
            description="Millenniumenheter anger fel enhet och fel dag som avgörande.",
        ),
        replace(
            FORWARDS,
            _loses_closings,
            id="integration-flagga-slacks-aldrig",
            system="Integrationsplattformen",
            krav=("AK-INT-02",),
            description="Beskedet att ett SAMSA-ärende är avslutat når aldrig Samvy.",
        ),
    )
