"""What a SIP must say before it can be established."""

from __future__ import annotations

from collections.abc import Callable

from harness.kernel.policies import Policy
from harness.systems.samsa.sip import wire


def _four_things(plan: wire.Plan) -> list[str]:
    lacking = [] if plan.insatser and all(one.insats.strip() for one in plan.insatser) else ["insatser"]
    if not plan.atgarder_av_andra.strip():
        lacking.append("åtgärder av andra än region och kommun (skriv »inga« om det inte finns några)")
    if plan.huvudansvar is None:
        lacking.append("vem som har huvudansvaret")
    return lacking


def _of_a_child(plan: wire.Plan) -> list[str]:
    lacking = [] if plan.barnets_behov.strip() else ["barnets behov"]
    if plan.uppfoljning is None:
        lacking.append("dag för uppföljning")
    if not all(one.verksamhet.strip() for one in plan.insatser):
        lacking.append("ansvarig verksamhet för varje insats")
    return lacking


LACKS: Policy[Callable[[wire.Plan], list[str]]] = Policy(
    id="samsa.sip.innehall",
    function=_four_things,
    source="HSL (2017:30) 16 kap. 4 §, SoL (2025:400) 10 kap. 8 §; AK-SIP-07",
    trust="B",
    description="En SIP utan insatser, åtgärder av andra eller huvudansvarig fastställs inte.",
)
CHILD_LACKS: Policy[Callable[[wire.Plan], list[str]]] = Policy(
    id="samsa.sip.barns_innehall",
    function=_of_a_child,
    source="Domänregel 3.3; AK-SIP-11",
    trust="C",
    description="En SIP för ett barn säger barnets behov, när den följs upp och vilken verksamhet som gör vad.",
)
POLICIES = (LACKS, CHILD_LACKS)
