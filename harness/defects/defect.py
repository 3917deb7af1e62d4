"""What a defect is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from harness.kernel.policies import Policy, Replacement

R = TypeVar("R", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True, kw_only=True)
class Defect:
    """One policy done wrong.

    ``description`` is Swedish: what a user would meet. ``krav`` are the AK-ids it breaks; ``source``
    is that of the rule. ``system`` is the system's title. With ``on_pages_only`` the system does right
    and its pages show it wrong: nobody who asks over the API can notice.
    """

    id: str
    description: str
    krav: tuple[str, ...]
    system: str
    source: str
    replacement: Replacement
    on_pages_only: bool = False

    @property
    def policy(self) -> str:
        """The id of the policy it replaces."""
        return self.replacement.policy


def replace(
    policy: Policy[R],
    wrong: R,
    *,
    id: str,
    system: str,
    krav: tuple[str, ...],
    description: str,
    on_pages_only: bool = False,
) -> Defect:
    """A defect that puts *wrong*, of the same shape, in the place of *policy*."""
    return Defect(
        id=id,
        description=description,
        krav=krav,
        system=system,
        source=policy.source,
        replacement=Replacement(policy=policy.id, function=wrong),
        on_pages_only=on_pages_only,
    )
