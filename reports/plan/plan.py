"""A deltestplan as plain values. How it is written: :mod:`reports.plan.document`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

Kind = Literal["start", "slut"]
Bound = Literal["hogst", "minst"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """A measure by its name, and the number that it may be at most (``hogst``) or must be at least (``minst``)."""

    measure: str
    bound: Bound
    number: float

    def holds(self, value: float) -> bool:
        return value <= self.number if self.bound == "hogst" else value >= self.number

    @property
    def shown(self) -> str:
        return f"{self.measure} {'högst' if self.bound == 'hogst' else 'minst'} {self.number:g}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Criterion:
    """``limit`` is None for one that a person judges."""

    text: str
    kind: Kind
    limit: Limit | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What the plan chooses; the same as the flags of ``testa``. Empty means all."""

    paths: tuple[str, ...] = ()
    krav: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()
    tags: str = ""
    test_types: tuple[str, ...] = ()
    channel: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """One deltestplan. ``who`` are roles and organisations; ``first`` and ``last`` day are the same for one day."""

    name: str
    purpose: str
    environment: str
    who: tuple[str, ...]
    first: date
    last: date
    choice: Choice
    criteria: tuple[Criterion, ...]

    @property
    def when(self) -> str:
        return f"{self.first}" if self.first == self.last else f"{self.first}–{self.last}"

    def holds_on(self, day: date) -> bool:
        return self.first <= day <= self.last

    def of(self, kind: Kind) -> tuple[Criterion, ...]:
        return tuple(criterion for criterion in self.criteria if criterion.kind == kind)
