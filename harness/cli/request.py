"""What one ``testa`` was asked to do."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from reports.account.ledger import Chosen
from reports.plan.plan import Plan
from reports.row import Case


@dataclass(frozen=True, slots=True, kw_only=True)
class RunRequest:
    """Every choice of one run. ``json`` is a further copy of the summary.

    ``cases`` are the rows that may be run, and ``channels`` the channels; empty means all. ``workers`` is at
    least 1, or None when nobody has said. With ``pictures`` every step in the channel webb leaves a picture
    of the screen. ``today`` is the day that tags with a date are held against.
    ``assumptions`` (``name=JSON``) are what undecided parameters have instead of their defaults.
    ``narrowed`` are the flags by which less than the ``plan`` is run.
    """

    chosen: tuple[Chosen, ...]
    krav: tuple[str, ...]
    areas: tuple[str, ...]
    tags: str
    test_types: tuple[str, ...]
    channels: tuple[str, ...]
    cases: tuple[Case, ...]
    seed: int
    workers: int | None
    repetitions: int
    output: Path
    json: Path | None
    pictures: bool
    defects: tuple[str, ...]
    today: date
    assumptions: tuple[str, ...] = ()
    plan: Plan | None = None
    narrowed: tuple[str, ...] = ()
