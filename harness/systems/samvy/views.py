"""What Samvy shows. Pure: reading changes nothing."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from harness.kernel.calendar import STOCKHOLM, stockholm_day
from harness.kernel.decisions import Circumstances
from harness.systems.samvy import wire
from harness.systems.samvy.beside import said
from harness.systems.samvy.beside.policies import PLAN_FOR
from harness.systems.samvy.combining.policies import SHOWS_RECORDS
from harness.systems.samvy.policies import ADD_UP, DAYS_READY
from harness.systems.samvy.rules import ready_log
from harness.systems.samvy.state import Happening, Plan, Post, SamvyState


def show_person(state: SamvyState, person: str, circumstances: Circumstances) -> wire.Personvy:
    records = state.combining.records(person)
    if len(records) > 1:
        records = circumstances.policies.use(SHOWS_RECORDS)(records, person)
    return wire.Personvy(
        person=person,
        samsa_arende_pagar=any(state.samsa.open.get(record) for record in records),
        vardplaneringar=[_show_plan(plan, circumstances) for plan in state.plans.values() if plan.person in records],
    )


def show_inbox(state: SamvyState, units: Collection[str]) -> list[wire.Inkorgspost]:
    """What has come to any of *units*, oldest first."""
    rows = [
        (notice.at, plan, notice, post)
        for plan in state.plans.values()
        for notice in plan.notices()
        for post in notice.posts
        if post.unit in units
    ]
    rows.sort(key=lambda row: row[0])
    return [
        wire.Inkorgspost(
            post=notice.id,
            enhet=post.unit,
            vardplanering=plan.id,
            slag=notice.slag or "",
            person=plan.person,
            avsandare=notice.fact.unit,
            inkom=at.astimezone(STOCKHOLM),
            status=post.status,
            tagen_av=_show_taker(post),
        )
        for at, plan, notice, post in rows
    ]


def show_denied(state: SamvyState, person: str) -> list[wire.Nekad]:
    denied = [each for record in state.combining.records(person) for each in state.denied.get(record, [])]
    return [
        wire.Nekad(code=fact.code, detail=fact.detail, tid=at.astimezone(STOCKHOLM), enhet=fact.unit)
        for at, fact in sorted(denied, key=lambda each: each[0])
    ]


def _show_plan(plan: Plan, circumstances: Circumstances) -> wire.Vardplanering:
    return wire.Vardplanering(
        id=plan.id,
        person=plan.person,
        vardenhet=plan.unit,
        status=plan.status,
        start=plan.started.astimezone(STOCKHOLM),
        planerad_utskrivning=plan.planned_discharge(),
        dygn_som_utskrivningsklar=days_ready(plan, circumstances),
        samverkansparter=[wire.Part(role, unit) for role, unit in plan.parts()],
        fast_vardkontakt=_show_contact(plan),
        sip_erbjuden=_show_answer(plan),
        vardform=said.care_form_of(plan),
        planform=circumstances.policies.use(PLAN_FOR)(said.care_form_of(plan)),
        varningar=said.warnings_of(plan, circumstances),
        avvikelser=said.deviations_of(plan, circumstances),
        besked=[_show_notice(notice) for notice in plan.notices()],
    )


def _show_contact(plan: Plan) -> wire.FastVardkontakt | None:
    named = said.contact_of(plan)
    if named is None:
        return None
    about = named.fact
    return wire.FastVardkontakt(about.details[said.NAME], about.unit, about.details[said.KEPT] == "ja")


def _show_answer(plan: Plan) -> wire.SipSvar | None:
    answered = said.answer_of(plan)
    if answered is None:
        return None
    return wire.SipSvar(answered.fact.details[said.SAYS], answered.fact.unit, answered.at.astimezone(STOCKHOLM))


def days_ready(plan: Plan, circumstances: Circumstances) -> int | None:
    """Until today, or the day the patient left or the plan was closed."""
    log = [(stockholm_day(at), began) for at, began in ready_log(plan)]
    if not log:
        return None
    ended = [each.at for each in plan.happenings if each.fact.what in ("utskriven", "avslutad")]
    until = stockholm_day(ended[0]) if ended else circumstances.today
    is_broken = any(not began for _, began in log)
    add_up = is_broken and circumstances.parameters.read(ADD_UP)
    return circumstances.policies.use(DAYS_READY)(log, until, add_up)


def _show_notice(notice: Happening) -> wire.Besked:
    return wire.Besked(
        id=notice.id,
        slag=notice.slag or "",
        avsandare=notice.fact.unit,
        tid=notice.at.astimezone(STOCKHOLM),
        forsening=_duration(notice.fact.late_minutes),
        efterregistrerat=notice.registered.astimezone(STOCKHOLM) if notice.registered != notice.at else None,
        uppgifter=notice.fact.details,
        mottagare=[wire.Mottagare(post.unit, post.status, _show_receipt(post)) for post in notice.posts],
    )


def _show_taker(post: Post) -> wire.TagenAv | None:
    if post.taken is None:
        return None
    name, unit, at = post.taken
    return wire.TagenAv(name, unit, at.astimezone(STOCKHOLM))


def _show_receipt(post: Post) -> wire.KvitteradAv | None:
    if post.acknowledged is None:
        return None
    name, role, at = post.acknowledged
    moment: datetime = at.astimezone(STOCKHOLM)
    return wire.KvitteradAv(name, role, moment)


def _duration(minutes: int | None) -> str | None:
    """ISO 8601 in hours and minutes: 65 is ``PT1H5M``."""
    if minutes is None:
        return None
    hours, rest = divmod(minutes, 60)
    return "PT" + (f"{hours}H" if hours else "") + (f"{rest}M" if rest or not hours else "")
