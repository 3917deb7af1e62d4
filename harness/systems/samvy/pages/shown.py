"""Plans, besked and inkorgar as they stand on the pages: names for HSA-ids, words for moments. Pure.

A description list is a list of (label, text) rows here, so that what has nothing to say has no row.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from harness.kernel.calendar import STOCKHOLM, is_repeated
from harness.kernel.decisions import Circumstances
from harness.kernel.pages import swedish_order
from harness.systems.samvy import wire
from harness.systems.samvy.pages.policies import (
    DAYS_TEXT,
    LATENESS_TEXT,
    RECEIPT,
    SAMSA_NOTICE,
    SHOWN_INBOXES,
    SHOWN_PLANS,
    SHOWN_POSTS,
    STATUS_WORD,
)
from harness.systems.samvy.vocabulary import PostStatus, Role, Slag

Rows = Sequence[tuple[str, str]]

IDENTITIES: Mapping[str, str] = {
    "1.2.752.129.2.1.3.1": "Personnummer",
    "1.2.752.129.2.1.3.3": "Samordningsnummer",
    "1.2.752.74.9.1": "Nationellt reservnummer",
    "1.2.752.113.11.0.2.1.1.1": "Reservnummer VGR",
}
"""What a user calls an identity, by its OID (AK-RES-04)."""

ROLES: Mapping[Role, str] = {
    Role.KOMMUNAL_HSV: "Kommunal hälso- och sjukvård",
    Role.SOCIALTJANST: "Socialtjänst",
    Role.OPPENVARD: "Regional öppenvård",
}
"""What a user calls a samverkanspart."""

_SLAG: Mapping[Slag, str] = {
    Slag.INSKRIVNING: "Inskrivningsmeddelande",
    Slag.NY_PLANERAD_UTSKRIVNING: "Ny planerad utskrivning",
    Slag.UTSKRIVNINGSKLAR: "Utskrivningsklar",
    Slag.ATERTAGEN: "Återtagen utskrivningsklar",
    Slag.UTSKRIVNING: "Utskrivningsmeddelande",
    Slag.UTSKRIVNINGSINFORMATION: "Utskrivningsinformation",
    Slag.AVBRUTEN: "Avbruten vårdplanering",
    Slag.PLANERING: "Planeringsmeddelande",
    Slag.UNDERLAG: "Planeringsunderlag",
    Slag.ADMINISTRATIVT: "Administrativt meddelande",
    Slag.DIREKT: "Direktmeddelande",
    Slag.LPT: "Underrättelse enligt LPT",
}
_MONTHS = [
    "januari",
    "februari",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "augusti",
    "september",
    "oktober",
    "november",
    "december",
]
_DURATION = re.compile(r"PT(?:(\d+)H)?(?:(\d+)M)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Besked:
    """``waits`` when the viewer's unit has it and has not kvitterat it."""

    id: str
    title: str
    rows: Rows
    recipients: Sequence[str]
    waits: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    id: str
    person: str
    rows: Rows
    notices: Sequence[Besked]


@dataclass(frozen=True, slots=True, kw_only=True)
class InboxPost:
    id: str
    title: str
    plan: str
    rows: Rows
    waits: bool


def show_plans(plans: Sequence[wire.Vardplanering], circumstances: Circumstances, *, viewer: str) -> list[Plan]:
    """Newest first, as the unit *viewer* sees them."""
    chosen = circumstances.policies.use(SHOWN_PLANS)(plans, circumstances.now)
    return [_show_plan(plan, circumstances, viewer) for plan in reversed(chosen)]


def show_inbox(posts: Sequence[wire.Inkorgspost], circumstances: Circumstances) -> list[InboxPost]:
    """Newest first."""
    chosen = circumstances.policies.use(SHOWN_POSTS)(posts)
    return [
        InboxPost(
            id=post.post,
            title=title_of(post.slag, post.post),
            plan=post.vardplanering,
            rows=[
                ("Person", identity(post.person)),
                ("Avsändare", name_of(post.avsandare, circumstances)),
                ("Inkom", clock(post.inkom)),
                ("Status", post.status),
            ],
            waits=post.status != PostStatus.KVITTERAD,
        )
        for post in reversed(chosen)
    ]


def show_inboxes(inboxes: Sequence[wire.Inkorg], circumstances: Circumstances) -> Rows:
    """Name of the unit and id of the inkorg, by name."""
    chosen = circumstances.policies.use(SHOWN_INBOXES)(inboxes)
    return sorted(((inbox.benamning, inbox.inkorgs_id) for inbox in chosen), key=lambda row: swedish_order(row[0]))


def samsa_notice(is_running: bool, circumstances: Circumstances) -> str:
    says_so = circumstances.policies.use(SAMSA_NOTICE)(is_running)
    return "SAMSA-ärende pågår" if says_so else "Inget SAMSA-ärende pågår"


def show_denied(denied: Sequence[wire.Nekad], circumstances: Circumstances) -> Sequence[Sequence[str]]:
    """Time, unit, reason and code."""
    return [(clock(row.tid), name_of(row.enhet, circumstances), row.detail, row.code) for row in denied]


def title_of(slag: str, besked: str) -> str:
    """``Inskrivningsmeddelande VP-1.2``."""
    return f"{_SLAG[Slag(slag)]} {besked}"


def clock(moment: datetime) -> str:
    """``11 maj 2022 kl. 09:05``; the hour that comes twice says when it is the second."""
    local = moment.astimezone(STOCKHOLM)
    text = f"{local.day} {_MONTHS[local.month - 1]} {local.year} kl. {local:%H:%M}"
    return f"{text} (vintertid)" if is_repeated(moment) else text


def identity(person: str) -> str:
    """``Personnummer 19910506-2385`` for the ``oid|id`` of the wire."""
    oid, _, number = person.partition("|")
    written = f"{number[:8]}-{number[8:]}" if number.isdigit() else number
    return f"{IDENTITIES.get(oid, f'Identitet {oid}')} {written}"


def name_of(hsa_id: str, circumstances: Circumstances) -> str:
    """What people call a unit; an id that nobody knows is shown as it is."""
    unit = circumstances.landscape.units.get(hsa_id)
    return unit.name if unit else hsa_id


def _show_plan(plan: wire.Vardplanering, circumstances: Circumstances, viewer: str) -> Plan:
    use = circumstances.policies.use
    # A rule that had nothing to say has not been leaned on.
    is_counted = any(besked.slag == Slag.UTSKRIVNINGSKLAR for besked in plan.besked)
    parts = {part.roll: part.enhet for part in plan.samverkansparter}
    rows = [
        ("Status", use(STATUS_WORD)(plan.status)),
        ("Vårdenhet", name_of(plan.vardenhet, circumstances)),
        ("Start", clock(plan.start)),
        ("Planerad utskrivning", str(plan.planerad_utskrivning or "")),
        ("Dygn som utskrivningsklar", use(DAYS_TEXT)(plan.dygn_som_utskrivningsklar) if is_counted else ""),
        *((label, name_of(parts[role], circumstances)) for role, label in ROLES.items()),
    ]
    return Plan(
        id=plan.id,
        person=plan.person.replace("|", "/"),
        rows=[row for row in rows if row[1]],
        notices=[_show_besked(besked, circumstances, viewer) for besked in plan.besked],
    )


def _show_besked(besked: wire.Besked, circumstances: Circumstances, viewer: str) -> Besked:
    is_timed = besked.slag == Slag.INSKRIVNING
    late = circumstances.policies.use(LATENESS_TEXT)(_minutes(besked.forsening)) if is_timed else ""
    about = [("Avsändare", name_of(besked.avsandare, circumstances)), ("Tid", clock(besked.tid)), ("Försening", late)]
    return Besked(
        id=besked.id,
        title=title_of(besked.slag, besked.id),
        rows=[*(row for row in about if row[1]), *besked.uppgifter.items()],
        recipients=[_show_recipient(recipient, circumstances) for recipient in besked.mottagare],
        waits=any(each.enhet == viewer and each.status != PostStatus.KVITTERAD for each in besked.mottagare),
    )


def _show_recipient(recipient: wire.Mottagare, circumstances: Circumstances) -> str:
    given = circumstances.policies.use(RECEIPT)(recipient.kvitterad_av)
    by = f" av {given.namn}, {given.roll}, {clock(given.tid)}" if given else ""
    return f"{name_of(recipient.enhet, circumstances)}: {recipient.status}{by}"


def _minutes(duration: str | None) -> int | None:
    """The ISO 8601 duration of the wire, which has hours and minutes only."""
    found = _DURATION.fullmatch(duration or "")
    return int(found[1] or 0) * 60 + int(found[2] or 0) if found else None
