"""Making a reservnummer for somebody at a kommun's unit. Pure."""

from __future__ import annotations

from harness.kernel.decisions import Circumstances, Decision
from harness.kernel.events import Crossing, Draft
from harness.systems.kommunsystem import wire
from harness.systems.kommunsystem.numbers import FIRST, LAST, count_of, number_at
from harness.systems.kommunsystem.policies import NEXT_PLACE, OID
from harness.systems.kommunsystem.state import KommunState, NumberMade

NAME = "kommunsystem"


class RefusedError(Exception):
    """Why no number was made. ``text`` is Swedish."""

    def __init__(self, code: str, text: str, status: int = 409) -> None:
        super().__init__(text)
        self.code = code
        self.text = text
        self.status = status


def make_number(
    state: KommunState, asked: wire.NyttReservnummer, unit_id: str, person: str, circumstances: Circumstances
) -> Decision:
    """
    Args:
        unit_id: HSA-id of the unit whose kommun makes the number.
        person: HSA-id of who asks.

    Raises:
        RefusedError: she does not work at a unit of a kommun, or there is no number left.
    """
    unit = circumstances.landscape.units.get(unit_id)
    if unit is None:
        raise RefusedError("okand_enhet", f"Enheten {unit_id or '(ingen angiven)'} finns inte.", 403)
    if (person, unit_id) not in circumstances.landscape.staff:
        raise RefusedError("ej_anstalld", f"{person or '(ingen angiven)'} har inget uppdrag på {unit.name}.", 403)
    if unit.plan != "kommun":
        raise RefusedError("ej_kommunal_enhet", f"{unit.name} hör inte till någon kommuns eget system.", 403)
    if not FIRST <= asked.fodd <= LAST:
        raise RefusedError("fodelsedag_ryms_inte", f"VGR-format har bara födda 1800–2099, inte {asked.fodd}.")
    pool = f"{unit.kommunkod}|{asked.fodd}|{asked.kon or 'okänt'}"
    place = circumstances.policies.use(NEXT_PLACE)(state.made.get(pool, 0))
    if place >= count_of(asked.kon):
        raise RefusedError("numren_slut", f"Kommunens nummer för {asked.fodd} och {asked.kon or 'okänt kön'} är slut.")
    fact = NumberMade(
        pool=pool,
        oid=circumstances.parameters.read(OID),
        id=number_at(place, asked.fodd, asked.kon),
        unit=unit_id,
        name=f"{asked.fornamn} {asked.efternamn}",
    )
    return Decision(drafts=(Draft(fact, Crossing(unit_id, NAME, "Kommunens eget reservnummer")),))
