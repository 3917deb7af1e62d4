"""What a happening beside the process says, and what the happenings of a plan amount to. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from harness.kernel.calendar import stockholm_day
from harness.kernel.decisions import Circumstances
from harness.kernel.landscape import Landscape
from harness.systems.samvy import reported
from harness.systems.samvy.beside.policies import (
    ANSWER_MISSING,
    CONTACT_KEPT,
    CONTACT_MISSING,
    INFORMATION,
    INFORMED_IN_TIME,
)
from harness.systems.samvy.policies import HAS_ROOM
from harness.systems.samvy.state import Happening, Plan
from harness.systems.samvy.vocabulary import PARTS
from harness.systems.samvy.worker import Denied

CONTACT, ANSWER, INFORMED = "fastVardkontaktUtsedd", "sipErbjuden", "utskrivningsinformation"
PART_CHANGED = "partAndrad"
NAME, KEPT, SAYS, FORM = "Namn", "Står kvar", "Svar", "Vårdform"


def name_contact(
    happening: reported.FastVardkontaktUtsedd, unit: str, earlier: Iterable[Plan], circumstances: Circumstances
) -> dict[str, str] | Denied:
    """Whom *unit* names; without a name the one whom it had in *earlier* plans (AK-INUT-08)."""
    if happening.namn is not None:
        return {NAME: happening.namn, KEPT: "nej"}
    named = [(one.fact.unit, one.fact.details[NAME]) for plan in earlier for one in plan.named(CONTACT)]
    kept = circumstances.policies.use(CONTACT_KEPT)(unit, named)
    if kept is None:
        return Denied("ingen_tidigare", f"{unit} har inte varit fast vårdkontakt för personen tidigare.")
    return {NAME: kept, KEPT: "ja"}


def withhold(plan: Plan, units: Sequence[str], landscape: Landscape) -> dict[str, str] | Denied:
    """Who sekretess keeps from being told (AK-INUT-25): they stand in the besked that the others get."""
    if strangers := [unit for unit in units if unit not in plan.informed()]:
        return Denied("ej_samverkanspart", f"{', '.join(strangers)} har inget inskrivningsmeddelande i {plan.id}.")
    return {"Ej underrättad på grund av sekretess": ", ".join(landscape.units[unit].name for unit in units)}


def change_of_part(plan: Plan, happening: reported.PartAndrad, circumstances: Circumstances) -> dict[str, str] | Denied:
    """AK-INUT-12: what has been sent stays where it was sent."""
    unit = circumstances.landscape.units.get(happening.enhet)
    if unit is None:
        return Denied("fel_begaran", f"Ingen enhet heter {happening.enhet}.", 422)
    if unit.part != PARTS[happening.roll]:
        return Denied("fel_begaran", f"{unit.name} är {unit.part}, inte {PARTS[happening.roll]}.", 422)
    if happening.enhet in plan.units():
        return Denied("redan_part", f"{unit.name} deltar redan i {plan.id}.")
    if happening.laggs_till and not circumstances.policies.use(HAS_ROOM)(len(plan.units())):
        return Denied("for_manga_parter", f"{plan.id} har redan {len(plan.units())} parter.")
    added = "ja" if happening.laggs_till else "nej"
    return {"Roll": happening.roll, "Enhet": happening.enhet, "Läggs till": added}


def information(
    plan: Plan, happening: reported.Utskrivningsinformation, meetings: Sequence[str], circumstances: Circumstances
) -> dict[str, str]:
    """What the patient is given in writing (AK-INUT-16). *meetings* are the times of SIP meetings, latest last."""
    contact = contact_of(plan)
    return circumstances.policies.use(INFORMATION)(
        {
            "Text": happening.text,
            "Fast vårdkontakt": contact.fact.details[NAME] if contact else "",
            "Tid för SIP": meetings[-1] if meetings else "",
            "Befintliga planer": happening.befintliga_planer or "",
        }
    )


def contact_of(plan: Plan) -> Happening | None:
    return _last(plan, CONTACT)


def care_form_of(plan: Plan) -> str | None:
    decided = _last(plan, "vardformBeslutad")
    return decided.fact.details[FORM] if decided else None


def answer_of(plan: Plan) -> Happening | None:
    """The latest answer to the offer of a SIP."""
    return _last(plan, ANSWER)


def warnings_of(plan: Plan, circumstances: Circumstances) -> list[str]:
    """Nothing is warned of before the discharge."""
    if not any(plan.named("utskriven")):
        return []
    use, contact, answer = circumstances.policies.use, contact_of(plan), answer_of(plan)
    missing = {
        "utanFastVardkontakt": use(CONTACT_MISSING)(contact.fact.details[NAME] if contact else ""),
        "utanSipSvar": use(ANSWER_MISSING)(answer.fact.details[SAYS] if answer else ""),
    }
    return [name for name, is_missing in missing.items() if is_missing]


def deviations_of(plan: Plan, circumstances: Circumstances) -> list[str]:
    """LUS 3 kap. 2 §: who was informed of the stay gets what is needed on the day of discharge."""
    left = [stockholm_day(one.at) for one in plan.named("utskriven")]
    if not left or not plan.informed():
        return []
    sent = [stockholm_day(one.at) for one in plan.named(INFORMED)]
    in_time = circumstances.policies.use(INFORMED_IN_TIME)(left[0], sent, circumstances.today)
    return [] if in_time else ["utskrivningsinformationSen"]


def _last(plan: Plan, what: str) -> Happening | None:
    return next(reversed(list(plan.named(what))), None)
