"""What a world can replace in Samvy's rules for samordnade planer, and the parameters they need."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import Annotated, Literal

import msgspec

from harness.kernel.parameters import Parameter
from harness.kernel.policies import Policy

DAYS: Parameter[int] = Parameter(
    "sip_kallelse_frist_dagar", Annotated[int, msgspec.Meta(ge=0)], "ett heltal dagar, minst 0"
)
OUTAGE: Parameter[Literal["stoppa", "tillat_och_flagga"]] = Parameter(
    "sip_vid_avbrott", Literal["stoppa", "tillat_och_flagga"], "stoppa eller tillat_och_flagga"
)
OLD_ENOUGH: Parameter[int] = Parameter(
    "sip_barn_samtycker_fran_ar", Annotated[int, msgspec.Meta(ge=0, le=18)], "ett heltal år, 0 till 18"
)
PARAMETERS = (DAYS, OUTAGE, OLD_ENOUGH)


def _no_other(running: Sequence[str]) -> bool:
    return len(running) == 0


def _primary_care_invites(part: str, leaves_hospital: bool) -> bool:
    return not leaves_hospital or part == "regional öppenvård"


def _days_after_last_day(announced: date, invited: date, days: int) -> int | None:
    last = announced + timedelta(days=days)
    return (invited - last).days if invited > last else None


def _given(consent: bool) -> bool:
    return consent


def _old_enough(age: int, by_guardian: bool, from_age: int) -> bool:
    return by_guardian or not age < from_age


OPENS: Policy[Callable[[Sequence[str]], bool]] = Policy(
    id="samvy.plan.ensam",
    function=_no_other,
    source="Domänregel 3.12; AK-SIP-08",
    trust="D",
    description="En samordnad plan öppnas bara om personen inte har någon annan som är igång, här eller i SAMSA.",
)
INVITES: Policy[Callable[[str, bool], bool]] = Policy(
    id="samvy.plan.inbjudan.avsandare",
    function=_primary_care_invites,
    source="LUS (2017:612) 4 kap. 3 §; AK-SIP-03",
    trust="B",
    description="När patienten ska lämna sjukhuset är det den regionala öppenvården som bjuder in.",
)
LATENESS: Policy[Callable[[date, date, int], int | None]] = Policy(
    id="samvy.plan.inbjudan.sen",
    function=_days_after_last_day,
    source="LUS (2017:612) 4 kap. 3 §; AK-SIP-04",
    trust="B",
    description="Inbjudan märks som sen när den skickas efter tredje dagen från beskedet om utskrivningsklar.",
)
CONSENT: Policy[Callable[[bool], bool]] = Policy(
    id="samvy.plan.samtycke",
    function=_given,
    source="LUS (2017:612) 4 kap. 2 §; AK-SIP-01, AK-SIP-15",
    trust="B",
    description="Uppgifter delas i planen bara så länge samtycket gäller.",
)
CONSENT_OF_CHILD: Policy[Callable[[int, bool, int], bool]] = Policy(
    id="samvy.plan.barns_samtycke",
    function=_old_enough,
    source="Domänregel 3.6; AK-SIP-13",
    trust="D",
    description="Ett barn under åldersgränsen samtycker genom en vårdnadshavare; gränsen är antagen.",
)
POLICIES = (OPENS, INVITES, LATENESS, CONSENT, CONSENT_OF_CHILD)
