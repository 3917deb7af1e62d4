"""Inkorgar that are shared and watched, as scenarios and drivers speak of them. Standard library only."""

from __future__ import annotations

from dataclasses import dataclass

from testdata.model import MessageKind, PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedPost:
    """A message as it lies in an inkorg. ``unit`` (HSA-id) is whom it came to, ``taken_by`` a name and an HSA-id."""

    kind: MessageKind
    patient: PersonId
    unit: str
    taken_by: tuple[str, str] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Unwatched:
    """A message that ``unit`` has not kvitterat in the time it has. ``case`` is the system's reference."""

    kind: MessageKind
    case: str
    sender: str
    unit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Watch:
    """What a unit has to watch: how many of its messages wait for a kvittens, and those that nobody has watched."""

    waiting: int
    unwatched: tuple[Unwatched, ...]
