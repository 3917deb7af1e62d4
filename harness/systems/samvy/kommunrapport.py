"""The kommunrapport: one row for each vårdplanering of a kommun. No patient stands in it, and no average is made here.

The columns are at least those of SAMSA's export for betaldagar and statistik (AK-STAT-02, AK-STAT-04).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from msgspec import Struct
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from harness.kernel.calendar import stockholm_day
from harness.kernel.decisions import Circumstances
from harness.kernel.policies import Policy
from harness.kernel.world import World
from harness.kernel.worlds import find_world
from harness.systems.samvy.answers import problem, show, wrong
from harness.systems.samvy.beside import said
from harness.systems.samvy.rules import ready_log
from harness.systems.samvy.state import Plan, SamvyState
from harness.systems.samvy.views import days_ready
from harness.systems.samvy.vocabulary import Role
from harness.systems.samvy.worker import Caller, Denied, sign_in

_MONTH = re.compile(r"[0-9]{4}-(0[1-9]|1[0-2])")
_KOMMUN = re.compile(r"[0-9]{4}")


def _own_kommun_or_region(own: str | None, asked: str) -> bool:
    return own is None or own == asked


MAY_READ: Policy[Callable[[str | None, str], bool]] = Policy(
    id="samvy.kommunrapport.laser",
    function=_own_kommun_or_region,
    source="GITS slutrapport 2025-02-18 (kommunrapporter); AK-STAT-04; vem som läser vilken är antaget",
    trust="D",
    description="En kommuns enheter läser sin egen kommunrapport, regionens läser allas.",
)
POLICIES = (MAY_READ,)


class Rad(Struct, frozen=True, rename="camel"):
    """``kallelse_skickad`` is None when no SIP is to be held; ``dagar`` until both days are there."""

    vardplanering: str
    status: str
    kommunkod: str
    sjukhus: str
    specialitet: str | None
    inskrivningsmeddelande: bool
    inskrivningsmeddelande_sent: bool
    utskrivningsklar: date | None
    utskriven: date | None
    dagar: int | None
    sip_behovs: bool
    kallelse_skickad: bool | None
    avvikelser: int


def read_report(world: World, caller: Caller, kommun: str, month: str | None) -> list[Rad] | Denied:
    """The plans of *kommun* (kommunkod) in the order they were started, or of those discharged in *month* (ÅÅÅÅ-MM)."""
    worker = sign_in(world.landscape, caller)
    if isinstance(worker, Denied):
        return worker
    state, circumstances = world.state(SamvyState), world.circumstances()
    if not circumstances.policies.use(MAY_READ)(world.landscape.units[worker.unit].kommunkod, kommun):
        return Denied("annan_kommun", f"{worker.unit} läser inte kommunrapporten för {kommun}.", 403)
    rows = [_row(state, plan, circumstances) for plan in state.plans.values()]
    return [
        row
        for row in rows
        if row.kommunkod == kommun and (month is None or (row.utskriven and f"{row.utskriven:%Y-%m}" == month))
    ]


def _row(state: SamvyState, plan: Plan, circumstances: Circumstances) -> Rad:
    left = next((stockholm_day(one.at) for one in plan.named("utskriven")), None)
    turns = ready_log(plan)
    ready = stockholm_day(turns[-1][0]) if turns and turns[-1][1] else None
    letters = list(plan.named("inskrivningsmeddelande"))
    sips = [one for one in state.sip.plans.values() if one.opened.care_plan == plan.id]
    care_form = said.care_form_of(plan)
    needs_sip = bool(sips) and care_form is None
    is_psychiatric = care_form is not None or any(plan.named("lptUnderrattelse"))
    return Rad(
        vardplanering=plan.id,
        status=plan.status,
        # That of the kommun's unit; the folkbokföring is the personuppgiftstjänst's (LUS 5 kap. 2 §; class D).
        kommunkod=circumstances.landscape.units[plan.parties[Role.SOCIALTJANST]].kommunkod or "",
        sjukhus=plan.unit,
        specialitet="psykiatri" if is_psychiatric else None,
        inskrivningsmeddelande=bool(letters),
        inskrivningsmeddelande_sent=any(one.fact.late_minutes is not None for one in letters),
        utskrivningsklar=ready,
        utskriven=left,
        dagar=days_ready(plan, circumstances) if left and ready else None,
        sip_behovs=needs_sip,
        kallelse_skickad=any(what.what == "inbjudanSkickad" for one in sips for _, what in one.happened)
        if needs_sip
        else None,
        avvikelser=sum(one.case == plan.id for one in state.deviations.all()),
    )


async def show_report(request: Request) -> Response:
    kommun, month = request.path_params["kommunkod"], request.query_params.get("manad")
    if not _KOMMUN.fullmatch(kommun):
        return wrong(f"»{kommun}« är ingen kommunkod (fyra siffror).")
    if month is not None and not _MONTH.fullmatch(month):
        return wrong(f"»{month}« är ingen månad (ÅÅÅÅ-MM).")
    caller = Caller(request.headers.get("x-enhet", ""), request.headers.get("x-medarbetare", ""))
    rows = read_report(find_world(request), caller, kommun, month)
    return problem(rows) if isinstance(rows, Denied) else show({"rader": rows})


ROUTES: list[BaseRoute] = [Route("/kommunrapporter/{kommunkod}", show_report, methods=["GET"])]
