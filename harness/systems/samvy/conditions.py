"""What must hold before something may happen in a plan. Each condition gives its no, or None. Pure."""

from __future__ import annotations

from harness.kernel.decisions import Circumstances
from harness.systems.samvy.beside.policies import CALLS_FOR_RECEIPT
from harness.systems.samvy.policies import CONCERNED, JUDGEMENT_STANDS
from harness.systems.samvy.posts.policies import HANDLED
from harness.systems.samvy.state import Plan
from harness.systems.samvy.vocabulary import IN_WORDS, Role, Status
from harness.systems.samvy.worker import Denied

OVER = (Status.AVSLUTAD, Status.AVBRUTEN)


def concerned_units(plan: Plan, circumstances: Circumstances) -> list[str]:
    """Those whom the judged insatser concern, in the order of the plan's parts."""
    insatser = {Role(role) for judged in plan.named("behovBedomt") for role in judged.fact.insatser}
    roles = circumstances.policies.use(CONCERNED)(insatser)
    return list(dict.fromkeys(unit for role, unit in plan.parts() if role in roles))


def uninformed_units(plan: Plan, circumstances: Circumstances) -> list[str]:
    """Those of them who have had no inskrivningsmeddelande."""
    informed = plan.informed()
    return [unit for unit in concerned_units(plan, circumstances) if unit not in informed]


def judged(plan: Plan, _circumstances: Circumstances) -> Denied | None:
    if any(plan.named("behovBedomt")):
        return None
    return Denied("bedomning_saknas", f"Behovet av insatser är inte bedömt i {plan.id}.")


def someone_left(plan: Plan, circumstances: Circumstances) -> Denied | None:
    if uninformed_units(plan, circumstances):
        return None
    return Denied("redan_skickat", f"Alla som berörs i {plan.id} har fått inskrivningsmeddelandet.")


def someone_informed(plan: Plan, _circumstances: Circumstances) -> Denied | None:
    if plan.informed():
        return None
    return Denied("inskrivningsmeddelande_saknas", f"Inget inskrivningsmeddelande har skickats i {plan.id}.")


def not_ready_yet(plan: Plan, _circumstances: Circumstances) -> Denied | None:
    if plan.status is not Status.UTSKRIVNINGSKLAR:
        return None
    return Denied("redan_utskrivningsklar", f"{plan.id} är redan utskrivningsklar.")


def ready_now(plan: Plan, _circumstances: Circumstances) -> Denied | None:
    if plan.status is Status.UTSKRIVNINGSKLAR:
        return None
    return Denied("ej_utskrivningsklar", f"{plan.id} har status {plan.status}: det finns inget att återta.")


def judged_ready(plan: Plan, circumstances: Circumstances) -> Denied | None:
    names = [happening.fact.what for happening in plan.happenings]
    if circumstances.policies.use(JUDGEMENT_STANDS)(names):
        return None
    return Denied("lakarbedomning_saknas", f"Ingen läkare har nu bedömt {plan.id} som utskrivningsklar.")


def still_running(plan: Plan) -> Denied | None:
    if plan.status not in (Status.UTSKRIVEN, *OVER):
        return None
    return Denied("fel_lage", f"{plan.id} har status {plan.status} och tar inte emot fler händelser.")


def not_over(plan: Plan) -> Denied | None:
    """What follows on a discharge may still come."""
    return Denied("fel_lage", f"{plan.id} är {plan.status}.") if plan.status in OVER else None


def may_close(plan: Plan, reason: str | None, circumstances: Circumstances) -> Denied | None:
    """AK-INUT-20: discharged and everything kvitterat that must be, or a reason."""
    if plan.status in OVER:
        return Denied("fel_lage", f"{plan.id} är redan {plan.status}.")
    if reason is not None and reason.strip():
        return None
    is_handled, here = circumstances.policies.use(HANDLED), plan.units()
    must_be = circumstances.policies.use(CALLS_FOR_RECEIPT)
    remaining = [] if plan.status is Status.UTSKRIVEN else ["utskrivning"]
    remaining += [
        f"kvittens från {post.unit} av {IN_WORDS[notice.fact.what].lower()}"
        for notice in plan.notices()
        if notice.slag is not None and must_be(notice.slag)
        for post in notice.posts
        if post.unit in here and not is_handled(post.status)
    ]
    if not remaining:
        return None
    return Denied(
        "ej_klart_att_avsluta",
        f"Utan anledning kan {plan.id} inte avslutas: {', '.join(remaining)} återstår.",
    )
