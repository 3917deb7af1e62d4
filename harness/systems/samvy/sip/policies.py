"""What a world can replace in Samvy's rules for samordnade planer, and the parameters they need."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
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

SCHOOL = "elevhälsa"


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


def _called_when_needed(needs_home_care: bool, has_oppenvard: bool) -> bool:
    return has_oppenvard or not needs_home_care


def _none_of_theirs(invited_units: Collection[str]) -> bool:
    return not invited_units


def _as_often_as_needed(_times: int) -> bool:
    return True


def _for_children(part: str, minor: bool) -> bool:
    return part != SCHOOL or minor


def _written(reason: str) -> bool:
    return bool(reason.strip())


def _who_takes_part(takes_part: bool, _has_consent: bool) -> bool:
    return takes_part


def _as_it_was(form: str) -> str:
    return form


def _while_active(active: bool) -> bool:
    return active


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
OPPENVARD_CALLED: Policy[Callable[[bool, bool], bool]] = Policy(
    id="samvy.plan.oppenvard",
    function=_called_when_needed,
    source="LUS (2017:612) 4 kap. 1 §; AK-SIP-05",
    trust="B",
    description="Behövs kommunal hälso- och sjukvård är regionens öppenvård alltid kallad.",
)
CALLS_PRINCIPALS: Policy[Callable[[Collection[str]], bool]] = Policy(
    id="samvy.plan.kallas_eller_bjuds",
    function=_none_of_theirs,
    source="Domänregel 3.7; AK-SIP-06",
    trust="C",
    description="Huvudmännens enheter kallas; bara andra bjuds in.",
)
MAY_FOLLOW_UP: Policy[Callable[[int], bool]] = Policy(
    id="samvy.plan.uppfoljningar",
    function=_as_often_as_needed,
    source="Domänregel 3.4; AK-SIP-10",
    trust="C",
    description="En plan följs upp hur många gånger som helst innan den avslutas.",
)
SCHOOL_STARTS: Policy[Callable[[str, bool], bool]] = Policy(
    id="samvy.plan.skolan",
    function=_for_children,
    source="Domänregel 3.8; AK-SIP-12",
    trust="C",
    description="Elevhälsan är en likvärdig part, för barn.",
)
REFUSED_WITH_REASON: Policy[Callable[[str], bool]] = Policy(
    id="samvy.plan.nekad_med_skal",
    function=_written,
    source="Domänregel 3.9; AK-SIP-14",
    trust="C",
    description="Den som nekar en SIP skriver varför.",
)
SEES_CONTENT: Policy[Callable[[bool, bool], bool]] = Policy(
    id="samvy.plan.insyn",
    function=_who_takes_part,
    source="Domänregel 3.6, 5.8; AK-SIP-15; att historiken syns är antaget",
    trust="D",
    description="Den som deltar läser innehållet, också sedan samtycket har återkallats.",
)
MEETING_FORM: Policy[Callable[[str], str]] = Policy(
    id="samvy.plan.motesform",
    function=_as_it_was,
    source="GITS slutrapport 2025-02-18 (videomöten); AK-SIP-16",
    trust="C",
    description="Mötets form registreras som den var.",
)
MAY_CHANGE: Policy[Callable[[bool], bool]] = Policy(
    id="samvy.plan.slut",
    function=_while_active,
    source="Domänregel 3.4; AK-SIP-17; att en avslutad plan inte kan ändras är antaget",
    trust="D",
    description="En plan som är slut går bara att läsa.",
)
KEEPS_REQUEST: Policy[Callable[[str], str]] = Policy(
    id="samvy.plan.begaran",
    function=_as_it_was,
    source="Domänregel 3.9; AK-SIP-18",
    trust="C",
    description="Vem som har begärt planen dokumenteras: den enskilde eller en närstående.",
)
POLICIES = (
    KEEPS_REQUEST,
    OPPENVARD_CALLED,
    CALLS_PRINCIPALS,
    MAY_FOLLOW_UP,
    SCHOOL_STARTS,
    REFUSED_WITH_REASON,
    SEES_CONTENT,
    MEETING_FORM,
    MAY_CHANGE,
    OPENS,
    INVITES,
    LATENESS,
    CONSENT,
    CONSENT_OF_CHILD,
)
