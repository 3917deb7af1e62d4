"""Rules with a name, a source and a class of trust, so that a world can replace one of them.

Class of trust: A verified against a real environment, B law or written specification, C stated in
a document, D assumption.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Generic, Literal, TypeVar, cast

R = TypeVar("R", bound=Callable[..., Any])
TrustClass = Literal["A", "B", "C", "D"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy(Generic[R]):
    """One rule. ``description`` is Swedish; ``source`` names law, krav or document."""

    id: str
    function: R
    source: str
    trust: TrustClass
    description: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Replacement:
    """Another function in the place of one policy: how a defect gets into a world."""

    policy: str
    function: Callable[..., Any]


@dataclass(slots=True)
class Leanings:
    """What a world has leaned on, by id, with its class of trust.

    ``known`` is state and comes from the journal alone; ``fresh`` is what the journal does not know of
    yet, as after a question that changed nothing.
    """

    known: dict[str, str] = field(default_factory=dict)
    fresh: dict[str, str] = field(default_factory=dict, compare=False)

    def note(self, ground: str, trust: str) -> None:
        if ground not in self.known:
            self.fresh[ground] = trust

    def take_fresh(self) -> dict[str, str]:
        """What has come since last time; the caller journals it."""
        fresh, self.fresh = self.fresh, {}
        return fresh


class PolicySet:
    """The policies of one world."""

    def __init__(self, replaced: Mapping[str, Callable[..., Any]], leanings: Leanings) -> None:
        self._replaced = replaced
        self._leanings = leanings

    def use(self, policy: Policy[R]) -> R:
        """The function that stands for *policy* in this world. What is used is leaned on."""
        self._leanings.note(policy.id, policy.trust)
        return cast(R, self._replaced.get(policy.id, policy.function))
