"""How a besked changes at a receiving unit."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from harness.kernel.events import Event, read_fact
from harness.systems.samvy.posts.facts import KINDS, PostOpened, PostPassedOn, PostReturned
from harness.systems.samvy.vocabulary import PostStatus

if TYPE_CHECKING:
    from harness.systems.samvy.state import Happening, Plan


def apply_to_post(plans: Mapping[str, Plan], event: Event) -> None:
    """*event* must be one of :data:`~harness.systems.samvy.posts.facts.KINDS`."""
    match read_fact(event, KINDS):
        case PostPassedOn() as passed:
            notice = _notice(plans, passed)
            notice.deliver_to(passed.to)
            notice.handled.append((event.at, passed))
        case PostOpened() as opened:
            notice = _notice(plans, opened)
            notice.require_post(opened.unit).status = PostStatus.LAST
            notice.handled.append((event.at, opened))
        case PostReturned() as returned:
            notice = _notice(plans, returned)
            notice.require_post(returned.unit).status = PostStatus.ATERFORD
            notice.handled.append((event.at, returned))


def _notice(plans: Mapping[str, Plan], fact: PostOpened | PostReturned | PostPassedOn) -> Happening:
    return plans[fact.plan].happenings[fact.seq - 1]
