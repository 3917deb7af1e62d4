"""What a world can replace of how a besked is handled at a receiving unit."""

from __future__ import annotations

from collections.abc import Callable

from harness.kernel.landscape import Unit
from harness.kernel.policies import Policy
from harness.systems.samvy.vocabulary import PostStatus

_OF_THE_REGION = frozenset({"slutenvård", "regional öppenvård"})


def _one_organisation(sender: Unit, recipient: Unit) -> bool:
    """The region, or one kommun."""
    regional = {sender.part in _OF_THE_REGION, recipient.part in _OF_THE_REGION}
    return regional == {True} or (regional == {False} and sender.kommunkod == recipient.kommunkod)


def _is_handled(status: PostStatus) -> bool:
    return status is PostStatus.KVITTERAD


PASSES_ON: Policy[Callable[[Unit, Unit], bool]] = Policy(
    id="samvy.vidareskickad.inom",
    function=_one_organisation,
    source="KLARA SVPL Lathund 2015 (Vidaresänd inom egen organisation); AK-INUT-11; vad som är egen är antaget",
    trust="D",
    description="Ett besked skickas vidare inom regionen eller inom kommunen, inte mellan dem.",
)
HANDLED: Policy[Callable[[PostStatus], bool]] = Policy(
    id="samvy.besked.hanterat",
    function=_is_handled,
    source="KLARA SVPL Lathund 2015 (Felsänd); AK-INUT-10, AK-INUT-20",
    trust="C",
    description="Ett besked är hanterat när mottagaren har kvitterat det, inte när hon har återfört det.",
)
POLICIES = (PASSES_ON, HANDLED)
