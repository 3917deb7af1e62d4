"""What may be done with a besked in the inkorg of a receiving unit. Pure.

``unit`` is whom the besked came to: in a delad inkorg that may be another unit than the worker's.
"""

from __future__ import annotations

from harness.kernel.decisions import Circumstances, Decision
from harness.kernel.events import Crossing, Draft
from harness.kernel.landscape import Employee
from harness.systems.samvy import conditions
from harness.systems.samvy.posts.facts import PostOpened, PostPassedOn, PostReturned
from harness.systems.samvy.posts.policies import PASSES_ON
from harness.systems.samvy.state import Happening, Plan, Post
from harness.systems.samvy.vocabulary import IN_WORDS, NAME, PostStatus
from harness.systems.samvy.worker import Denied


def open_post(plan: Plan, notice: Happening, unit: str, worker: Employee) -> Decision | Denied:
    """The first who opens it makes it läst; then nothing changes (domain rule 2.26)."""
    post = _post(notice, unit)
    if isinstance(post, Denied):
        return post
    if post.status is not PostStatus.LEVERERAD:
        return Decision()
    fact = PostOpened(plan=plan.id, seq=notice.fact.seq, unit=unit, name=worker.name, role=worker.role)
    return Decision(drafts=(Draft(fact),))


def give_back(plan: Plan, notice: Happening, unit: str, reason: str, worker: Employee) -> Decision | Denied:
    """AK-INUT-10."""
    post = _post(notice, unit)
    if isinstance(post, Denied):
        return post
    if denied := conditions.not_over(plan):
        return denied
    if post.status is PostStatus.KVITTERAD:
        return Denied("redan_kvitterat", f"{notice.id} är redan kvitterat av {unit}.")
    if post.status is PostStatus.ATERFORD:
        return Denied("redan_aterford", f"{notice.id} är redan återfört av {unit}.")
    fact = PostReturned(plan=plan.id, seq=notice.fact.seq, unit=unit, name=worker.name, reason=reason)
    text = f"{IN_WORDS[notice.fact.what]} återförs: {reason} ({notice.id})"
    return Decision(drafts=(Draft(fact, Crossing(worker.unit, NAME, text)),))


def pass_on(
    plan: Plan, notice: Happening, unit: str, to: str, worker: Employee, circumstances: Circumstances
) -> Decision | Denied:
    """AK-INUT-11."""
    post, units = _post(notice, unit), circumstances.landscape.units
    if isinstance(post, Denied):
        return post
    if denied := conditions.not_over(plan):
        return denied
    if to not in units:
        return Denied("fel_begaran", f"Ingen enhet heter {to}.", 422)
    if not circumstances.policies.use(PASSES_ON)(units[unit], units[to]):
        return Denied("annan_organisation", f"{units[to].name} hör inte till samma organisation.")
    if notice.post_to(to) is not None:
        return Denied("redan_mottagare", f"{units[to].name} har redan {notice.id}.")
    fact = PostPassedOn(plan=plan.id, seq=notice.fact.seq, unit=unit, name=worker.name, to=to)
    text = f"{IN_WORDS[notice.fact.what]} skickas vidare ({notice.id})"
    return Decision(drafts=(Draft(fact, Crossing(worker.unit, to, text)),))


def _post(notice: Happening, unit: str) -> Post | Denied:
    post = notice.post_to(unit)
    return post or Denied("ej_mottagare", f"{unit} har inte fått {notice.id} i sin inkorg.")
