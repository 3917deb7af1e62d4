"""What is done with a besked at a receiving unit, as it is kept. ``seq`` is the besked's in its plan."""

from __future__ import annotations

from harness.kernel.events import Fact, fact_kinds


class PostOpened(Fact, frozen=True):
    kind = "post.oppnad"
    plan: str
    seq: int
    unit: str
    name: str
    role: str


class PostReturned(Fact, frozen=True):
    """*unit* should not have had it: it goes back to the sender and is not handled."""

    kind = "post.aterford"
    plan: str
    seq: int
    unit: str
    name: str
    reason: str


class PostPassedOn(Fact, frozen=True):
    """From *unit* to another of the same organisation that had not got it."""

    kind = "post.vidareskickad"
    plan: str
    seq: int
    unit: str
    name: str
    to: str


KINDS = fact_kinds(PostOpened, PostReturned, PostPassedOn)
