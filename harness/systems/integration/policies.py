"""The rules of the integration platform that a world can replace, and the parameters they need."""

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
IDENTITY_DELAY_S: Parameter[int] = Parameter(
    "identitet_andrad_fordrojning_s",
    Annotated[int, msgspec.Meta(ge=0)],
    "ett heltal, minst 0: sekunder från personuppgiftstjänsten till SAMSA och Samvy",
)
DELAYS = {"identitet-andrad": IDENTITY_DELAY_S}
"""Messages with a delay of their own, by kind; DELAY_S for the others."""
RETRY_S: Parameter[int] = Parameter(
    "integration_omforsok_s", Annotated[int, msgspec.Meta(ge=1)], "ett heltal, minst 1: sekunder mellan två försök"
)
MOST_ATTEMPTS: Parameter[int] = Parameter(
    "integration_forsok_max", Annotated[int, msgspec.Meta(ge=1)], "ett heltal, minst 1: försök att leverera"
)
PARAMETERS = (DELAY_S, IDENTITY_DELAY_S, RETRY_S, MOST_ATTEMPTS)


def _forward_everything(_envelope: Envelope) -> bool:
    return True


def _tries_again(attempts: int, most: int) -> bool:
    return attempts < most


FORWARDS: Policy[Callable[[Envelope], bool]] = Policy(
    id="integration.formedlar",
    function=_forward_everything,
    source="AK-INT-01, AK-INT-02; hur beskedet förmedlas är inte publicerat",
    trust="D",
    description="Plattformen förmedlar varje meddelande som den har tagit emot.",
)
TRIES_AGAIN: Policy[Callable[[int, int], bool]] = Policy(
    id="integration.omforsok",
    function=_tries_again,
    source="Konstruktionsbeslut om minst en leverans; hur den verkliga plattformen gör är inte publicerat",
    trust="D",
    description="Ett meddelande som inte kom fram sänds igen; när försöken är slut läggs det bland de olevererade.",
)

POLICIES = (FORWARDS, TRIES_AGAIN)
