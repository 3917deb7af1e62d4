"""What Samvy shows of how besked have been handled. Pure."""

from __future__ import annotations

from datetime import datetime

from msgspec import Struct

from harness.kernel.calendar import STOCKHOLM
from harness.systems.samvy.posts.facts import PostOpened, PostPassedOn, PostReturned
from harness.systems.samvy.state import Happening, Plan, SamvyState

_WORDS = {PostOpened: "oppnat", PostReturned: "aterfort", PostPassedOn: "vidareskickat"}


class Historikrad(Struct, frozen=True, rename="camel"):
    """One line: ``enhet`` did ``vad`` with a besked; ``till`` is who got it."""

    tid: datetime
    besked: str
    vad: str
    enhet: str
    namn: str
    till: str
    orsak: str


class Aterfort(Struct, frozen=True, rename="camel"):
    besked: str
    slag: str
    enhet: str
    namn: str
    orsak: str
    tid: datetime


def history(plan: Plan) -> list[Historikrad]:
    """Who has been sent, acknowledged, opened, sent back and passed on what, oldest first."""
    rows = [row for notice in plan.notices() for row in _rows(notice)]
    return sorted(rows, key=lambda row: row.tid)


def returned_to(state: SamvyState, unit: str) -> list[Aterfort]:
    """What *unit* has sent and got back, oldest first (AK-INUT-10)."""
    found = [
        Aterfort(notice.id, notice.slag or "", one.unit, one.name, one.reason, at.astimezone(STOCKHOLM))
        for plan in state.plans.values()
        for notice in plan.notices()
        if notice.fact.unit == unit
        for at, one in notice.handled
        if isinstance(one, PostReturned)
    ]
    return sorted(found, key=lambda row: row.tid)


def _rows(notice: Happening) -> list[Historikrad]:
    sent = notice.at.astimezone(STOCKHOLM)
    rows = [Historikrad(sent, notice.id, "skickat", notice.fact.unit, "", unit, "") for unit in notice.fact.recipients]
    for post in notice.posts:
        if post.acknowledged is not None:
            name, _, at = post.acknowledged
            rows.append(Historikrad(at.astimezone(STOCKHOLM), notice.id, "kvitterat", post.unit, name, "", ""))
    for at, one in notice.handled:
        to = one.to if isinstance(one, PostPassedOn) else ""
        reason = one.reason if isinstance(one, PostReturned) else ""
        what = _WORDS[type(one)]
        rows.append(Historikrad(at.astimezone(STOCKHOLM), notice.id, what, one.unit, one.name, to, reason))
    return rows
