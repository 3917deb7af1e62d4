"""The rules of the integration platform that a world can replace."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated

import msgspec

from harness.kernel.decisions import Envelope
from harness.kernel.parameters import Parameter
from harness.kernel.policies import Policy

DELAY_S: Parameter[int] = Parameter(
    "samsa_arende_pagar_fordrojning_s",
    Annotated[int, msgspec.Meta(ge=0)],
    "ett heltal, minst 0: sekunder från SAMSA till Samvy",
)


def _forward_everything(_envelope: Envelope) -> bool:
    return True


FORWARDS: Policy[Callable[[Envelope], bool]] = Policy(
    id="integration.formedlar",
    function=_forward_everything,
    source="AK-INT-01, AK-INT-02; hur beskedet förmedlas är inte publicerat",
    trust="D",
    description="Plattformen förmedlar varje meddelande som den har tagit emot.",
)

POLICIES = (FORWARDS,)
