"""What the robot between Melior and SAMSA shows, as frozen values. Standard library only."""

from __future__ import annotations

from dataclasses import dataclass

from testdata.model import PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class RobotFailure:
    """What the robot could not carry over. ``step`` is the robot's own word for it, ``reason`` Swedish."""

    patient: PersonId
    step: str
    reason: str
