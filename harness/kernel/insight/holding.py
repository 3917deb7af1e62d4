"""What holds in a world: its parameters, the rules it has leaned on, planted defects, and faults on its links."""

from __future__ import annotations

import json
from typing import Any

import msgspec
from starlette.requests import Request
from starlette.responses import Response

from harness.kernel.control_error import ControlError
from harness.kernel.fault_control import lift, plan, planned_faults
from harness.kernel.faults import EVERY_SYSTEM, NEEDS_SECONDS, FaultKind, LinkFault
from harness.kernel.forms import FieldError, Form, read_form
from harness.kernel.insight.seen import Seen, look, spoken
from harness.kernel.pages import go_to

_KINDS = {
    FaultKind.NERE: "bruten",
    FaultKind.FORDROJNING: "fördröjd",
    FaultKind.TAPP: "tappar meddelanden",
    FaultKind.DUBBLETT: "levererar två gånger",
    FaultKind.OMKASTNING: "kastar om ordningen",
    FaultKind.FORVANSKNING: "förvanskar innehållet",
}


async def show_terms(request: Request) -> Response:
    seen = look(request)
    world, leaned = seen.world, seen.world.leaned_on
    policies = [policy for system in world.assembly.systems.values() for policy in system.policies]
    return seen.show(
        "regler.html",
        parameters=[
            (name, _told(value), trust, "ja" if name in leaned else "nej")
            for name, (value, trust) in world.parameters.items()
        ],
        policies=[(p.id, p.description, p.source, p.trust) for p in policies if p.id in leaned],
        defects=world.defects,
    )


async def show_links(request: Request) -> Response:
    return _links_page(look(request))


async def plan_fault(request: Request) -> Response:
    seen, form = look(request), await read_form(request)
    try:
        plan(seen.world, _read_fault(form))
    except FieldError as wrong:
        return _links_page(seen, wrong, form)
    except ControlError as refused:
        return _links_page(seen, FieldError("fran", f"{refused.text} {refused.remedy}"), form)
    return go_to(request, seen.link("/forbindelser"))


async def lift_fault(request: Request) -> Response:
    seen = look(request)
    await read_form(request)
    lift(seen.world, request.path_params["nummer"])
    return go_to(request, seen.link("/forbindelser"))


def _read_fault(form: Form) -> LinkFault:
    """
    Raises:
        FieldError: a field that cannot be used.
    """
    minutes = form.text("minuter")
    kind = form.required("slag", "Välj vad som är fel.")
    if kind not in list(FaultKind):
        raise FieldError("slag", "Välj vad som är fel ur listan.")
    if (kind in NEEDS_SECONDS) != bool(minutes):
        said = "skriv hur många minuter." if kind in NEEDS_SECONDS else "lämna tomt; det felet har ingen tid."
        raise FieldError("minuter", f"Minuter: {said}")
    if minutes and not (minutes.isascii() and minutes.isdecimal() and 0 < int(minutes) <= 525_600):
        raise FieldError("minuter", f"Minuter: »{minutes}« går inte. Skriv ett heltal från 1.")
    return msgspec.convert(
        {
            "fran": form.required("fran", "Välj varifrån."),
            "till": form.required("till", "Välj vart."),
            "slag": kind,
            "sekunder": int(minutes or 0) * 60,
        },
        LinkFault,
    )


def _links_page(seen: Seen, wrong: FieldError | None = None, typed: Form | None = None) -> Response:
    titles = {**seen.world.titles, EVERY_SYSTEM: "alla system"}
    return seen.show(
        "forbindelser.html",
        wrong=wrong,
        typed=typed or Form(""),
        systems=list(titles.items()),
        kinds=list(_KINDS.items()),
        rows=[
            (number, titles[fault.fran], titles[fault.till], _KINDS[fault.slag], _extent(fault))
            for number, fault in planned_faults(seen.world).items()
        ],
    )


def _extent(fault: LinkFault) -> str:
    parts = [f"{fault.sekunder // 60} min"] if fault.sekunder else []
    parts += [f"{fault.andel:.0%} av försöken".replace("%", " %")] if fault.andel < 1 else []
    parts += [f"från {spoken(fault.borjar)}"] if fault.borjar else []
    parts += [f"till {spoken(fault.slutar)}"] if fault.slutar else []
    return ", ".join(parts) or "hela tiden"


def _told(value: Any) -> str:
    if isinstance(value, bool):
        return "ja" if value else "nej"
    plain = msgspec.to_builtins(value)
    return plain if isinstance(plain, str) else json.dumps(plain, ensure_ascii=False)
