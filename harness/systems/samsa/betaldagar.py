"""The columns that betaldagar and statistik are computed from, one row for each case. No average is made here.

The rows have no patient in them (AK-STAT-04). Nothing here changes anything.
"""

from __future__ import annotations

import re
from datetime import date

from msgspec import Struct
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from harness.kernel.decisions import Circumstances
from harness.kernel.reading import UnreadableError
from harness.kernel.world import World
from harness.systems.samsa.case import Case
from harness.systems.samsa.desk import Caller, who
from harness.systems.samsa.roles import Doing
from harness.systems.samsa.routing import answer, in_world
from harness.systems.samsa.state import SamsaState
from harness.systems.samsa.views import count_days
from harness.systems.samsa.words import MessageType, PartyRole

_MONTH = re.compile(r"[0-9]{4}-(0[1-9]|1[0-2])")


class Rad(Struct, frozen=True):
    """``kallelse_skickad`` is None when no SIP is to be held; ``dagar`` until both days are there."""

    arende: str
    lage: str
    kommunkod: str | None
    sjukhus: str
    specialitet: str | None
    inskrivningsmeddelande: bool
    utskrivningsklar: date | None
    utskriven: date | None
    dagar: int | None
    sip_behovs: bool
    kallelse_skickad: bool | None


def export(world: World, caller: Caller, month: str | None) -> list[Rad]:
    """Every case in the order they were opened, or those of patients discharged in *month* (ÅÅÅÅ-MM).

    Raises:
        ForbiddenError: the caller's role does not analyse reports.

    Source:
        Domain rules 2.6, 2.7, 2.9 and 2.14; AK-AVL-06.
    """
    who(world, caller, Doing.RAPPORT)
    state, circumstances = world.state(SamsaState), world.circumstances()
    rows = [_row(state, case, circumstances) for case in state.cases.values()]
    return [row for row in rows if month is None or (row.utskriven and f"{row.utskriven:%Y-%m}" == month)]


def _row(state: SamsaState, case: Case, circumstances: Circumstances) -> Rad:
    is_discharged = any(case.of_type(MessageType.UTSKRIVNINGSMEDDELANDE))
    left = case.ended_on if is_discharged else None
    valid = case.ready[-1].began if case.ready and case.ready[-1].withdrawn is None else None
    sips = [sip for sip in state.sip.sips.values() if sip.case == case.number]
    needs_sip = bool(sips) and case.care_form is None
    # A ward has no specialitet in the landscape; what is psychiatric for certain says so (class D).
    is_psychiatric = case.care_form is not None or any(case.of_type(MessageType.LPT_UNDERRATTELSE))
    return Rad(
        arende=case.number,
        lage=case.state,
        # That of the kommun's unit; the folkbokföring is the personuppgiftstjänst's (LUS 5 kap. 2 §; class D).
        kommunkod=circumstances.landscape.units[case.parties[PartyRole.SOCIALTJANST]].kommunkod,
        sjukhus=case.hospital_unit,
        specialitet="psykiatri" if is_psychiatric else None,
        inskrivningsmeddelande=any(case.of_type(MessageType.INSKRIVNINGSMEDDELANDE)),
        utskrivningsklar=valid,
        utskriven=left,
        dagar=count_days(case, circumstances) if left and valid else None,
        sip_behovs=needs_sip,
        kallelse_skickad=any(sip.summons for sip in sips) if needs_sip else None,
    )


@in_world
async def show_rows(request: Request, world: World, caller: Caller) -> Response:
    month = request.query_params.get("manad")
    if month is not None and not _MONTH.fullmatch(month):
        raise UnreadableError(f"»{month}« är ingen månad (ÅÅÅÅ-MM).")
    return answer({"rader": export(world, caller, month)})


ROUTES: list[BaseRoute] = [Route("/api/betaldagar", show_rows, methods=["GET"])]
