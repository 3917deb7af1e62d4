"""The rule of Melior that a world can replace."""

from __future__ import annotations

from collections.abc import Callable, Collection

from harness.kernel.policies import Policy


def _what_has_no_receipt(written: Collection[str], receipted: Collection[str]) -> list[str]:
    return [task for task in written if task not in receipted]


HANDS_OUT: Policy[Callable[[Collection[str], Collection[str]], list[str]]] = Policy(
    id="melior.lamnar_ut",
    function=_what_has_no_receipt,
    source="Domänregel 5.9; AK-INT-03; vad roboten flyttar och hur den vet vad som är flyttat är inte publicerat",
    trust="D",
    description="Melior lämnar ut det som är skrivet och inte har kvitterats, så att inget blir liggande.",
)
POLICIES = (HANDS_OUT,)
