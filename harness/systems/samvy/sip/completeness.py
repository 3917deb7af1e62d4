"""What a samordnad plan must say before it can be established."""

from __future__ import annotations

from collections.abc import Callable

from harness.kernel.policies import Policy
from harness.systems.samvy.sip import wire


def _gaps(plan: wire.PlanFaststalld) -> list[str]:
    gaps = {
        "insatser": not plan.insatser or any(not one.beskrivning.strip() for one in plan.insatser),
        "insatserAvAndra": not plan.insatser_av_andra.strip(),
        "huvudansvarig": plan.huvudansvarig is None,
    }
    return [name for name, is_gap in gaps.items() if is_gap]


def _gaps_for_a_child(plan: wire.PlanFaststalld) -> list[str]:
    gaps = {
        "barnetsBehov": not plan.barnets_behov.strip(),
        "foljsUpp": plan.foljs_upp is None,
        "verksamhet": any(not one.verksamhet.strip() for one in plan.insatser),
    }
    return [name for name, is_gap in gaps.items() if is_gap]


GAPS: Policy[Callable[[wire.PlanFaststalld], list[str]]] = Policy(
    id="samvy.plan.innehall",
    function=_gaps,
    source="HSL (2017:30) 16 kap. 4 §, SoL (2025:400) 10 kap. 8 §; AK-SIP-07",
    trust="B",
    description="En plan utan insatser, insatser av andra eller huvudansvarig fastställs inte.",
)
CHILD_GAPS: Policy[Callable[[wire.PlanFaststalld], list[str]]] = Policy(
    id="samvy.plan.barns_innehall",
    function=_gaps_for_a_child,
    source="Domänregel 3.3; AK-SIP-11",
    trust="C",
    description="Ett barns plan säger barnets behov, när den följs upp och vilken verksamhet som gör vad.",
)
POLICIES = (GAPS, CHILD_GAPS)
