"""Defects of what a SIP must say, when it is called to, and what the other system hears of it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from harness.defects.defect import Defect, replace
from harness.kernel.decisions import Envelope
from harness.systems.integration.policies import FORWARDS
from harness.systems.samsa.sip import completeness as samsa_completeness
from harness.systems.samsa.sip import policies as samsa
from harness.systems.samvy.sip import completeness as samvy_completeness
from harness.systems.samvy.sip import policies as samvy


def _a_day_more(ready: date, today: date, days: int) -> int | None:
    return samsa.LATE_DAYS.function(ready, today, days + 1)


def _a_day_less(announced: date, invited: date, days: int) -> int | None:
    return samvy.LATENESS.function(announced, invited - timedelta(days=-1), days)


def _nothing(_plan: Any) -> list[str]:
    return []


def _nothing_of_samsas_sips(envelope: Envelope) -> bool:
    return envelope.kind != "samsa-sip"


def _nothing_of_samvys_sips(envelope: Envelope) -> bool:
    return envelope.kind != "samvy-sip"


def list_defects() -> tuple[Defect, ...]:
    return (
        replace(
            samsa.LATE_DAYS,
            _a_day_more,
            id="samsa-sip-frist-fyra-dagar",
            system="SAMSA",
            krav=("AK-SIP-04",),
            description="SAMSA märker kallelsen som sen först dag fem.",
        ),
        replace(
            samvy.LATENESS,
            _a_day_less,
            id="samvy-sip-frist-tva-dagar",
            system="Samvy",
            krav=("AK-SIP-04",),
            description="Samvy märker kallelsen som sen redan dag tre.",
        ),
        replace(
            samsa_completeness.LACKS,
            _nothing,
            id="samsa-faststaller-halv-plan",
            system="SAMSA",
            krav=("AK-SIP-07",),
            description="SAMSA fastställer en SIP som saknar insatser eller ansvar.",
        ),
        replace(
            samvy_completeness.GAPS,
            _nothing,
            id="samvy-faststaller-halv-plan",
            system="Samvy",
            krav=("AK-SIP-07",),
            description="Samvy fastställer en plan som saknar insatser eller ansvar.",
        ),
        replace(
            samsa_completeness.CHILD_LACKS,
            _nothing,
            id="samsa-barns-plan-som-vuxens",
            system="SAMSA",
            krav=("AK-SIP-11",),
            description="SAMSA fastställer ett barns SIP utan dag för uppföljning och ansvarig verksamhet.",
        ),
        replace(
            samvy_completeness.CHILD_GAPS,
            _nothing,
            id="samvy-barns-plan-som-vuxens",
            system="Samvy",
            krav=("AK-SIP-11",),
            description="Samvy fastställer ett barns plan utan dag för uppföljning och ansvarig verksamhet.",
        ),
        replace(
            FORWARDS,
            _nothing_of_samsas_sips,
            id="integration-tappar-samsas-sip",
            system="Integrationen",
            krav=("AK-SIP-09", "AK-INT-07"),
            description="Beskedet om en SIP i SAMSA når aldrig Samvy.",
        ),
        replace(
            FORWARDS,
            _nothing_of_samvys_sips,
            id="integration-tappar-samvys-sip",
            system="Integrationen",
            krav=("AK-SIP-09", "AK-INT-08"),
            description="Beskedet om en plan i Samvy når aldrig SAMSA.",
        ),
    )
