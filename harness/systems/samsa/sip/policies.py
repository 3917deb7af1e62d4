"""The rules of a SIP that a world can replace, and the parameters they need."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from datetime import date
from typing import Annotated, Literal

import msgspec

from harness.kernel.parameters import Parameter
from harness.kernel.policies import Policy

SUMMONS_DAYS: Parameter[int] = Parameter(
    "sip_kallelse_frist_dagar", Annotated[int, msgspec.Meta(ge=0)], "ett heltal dagar, minst 0"
)
IN_OUTAGE: Parameter[Literal["stoppa", "tillat_och_flagga"]] = Parameter(
    "sip_vid_avbrott", Literal["stoppa", "tillat_och_flagga"], "stoppa eller tillat_och_flagga"
)
CONSENTS_FROM: Parameter[int] = Parameter(
    "sip_barn_samtycker_fran_ar", Annotated[int, msgspec.Meta(ge=0, le=18)], "ett heltal år, 0 till 18"
)
PARAMETERS = (SUMMONS_DAYS, IN_OUTAGE, CONSENTS_FROM)

OPPENVARD, SCHOOL = "regional öppenvård", "elevhälsa"


def _one_at_a_time(active: Sequence[str]) -> bool:
    return not active


def _may_summon(part: str, is_at_discharge: bool) -> bool:
    return part == OPPENVARD if is_at_discharge else True


def _late_days(ready: date, today: date, days: int) -> int | None:
    late = (today - ready).days - days
    return late if late > 0 else None


def _needs_consent(has_consent: bool) -> bool:
    return has_consent


def _may_consent(age: int, by_guardian: bool, from_age: int) -> bool:
    return by_guardian or age >= from_age


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


MAY_START: Policy[Callable[[Sequence[str]], bool]] = Policy(
    id="samsa.sip.en_aktiv",
    function=_one_at_a_time,
    source="Domänregel 3.12, GITS slutrapport 2025-02-18 (risk för dubbla SIP); AK-SIP-08",
    trust="D",
    description="En person som har en aktiv SIP, i SAMSA eller i Samvy, får inte en till.",
)
MAY_SUMMON: Policy[Callable[[str, bool], bool]] = Policy(
    id="samsa.sip.kallelse.avsandare",
    function=_may_summon,
    source="LUS (2017:612) 4 kap. 3 §; AK-SIP-03",
    trust="B",
    description="Vid utskrivning kallar den fasta vårdkontakten i regionens öppenvård; annars den part som vill.",
)
LATE_DAYS: Policy[Callable[[date, date, int], int | None]] = Policy(
    id="samsa.sip.kallelse.frist",
    function=_late_days,
    source="LUS (2017:612) 4 kap. 3 §; AK-SIP-04",
    trust="B",
    description="Kallelsen är försenad från dag fyra efter underrättelsen om utskrivningsklar.",
)
CONSENT_GIVEN: Policy[Callable[[bool], bool]] = Policy(
    id="samsa.sip.samtycke",
    function=_needs_consent,
    source="LUS (2017:612) 4 kap. 2 §, HSL 16 kap. 4 §; AK-SIP-01, AK-SIP-15",
    trust="B",
    description="Ingen kallas och ingen plan fastställs utan samtycke som gäller.",
)
CHILD_CONSENT: Policy[Callable[[int, bool, int], bool]] = Policy(
    id="samsa.sip.barns_samtycke",
    function=_may_consent,
    source="Domänregel 3.6; AK-SIP-13",
    trust="D",
    description="För ett barn som inte självt kan samtycka gör en vårdnadshavare det; från vilken ålder är antaget.",
)
OPPENVARD_CALLED: Policy[Callable[[bool, bool], bool]] = Policy(
    id="samsa.sip.oppenvard",
    function=_called_when_needed,
    source="LUS (2017:612) 4 kap. 1 §; AK-SIP-05",
    trust="B",
    description="Behövs kommunal hälso- och sjukvård är regionens öppenvård alltid kallad.",
)
CALLS_PRINCIPALS: Policy[Callable[[Collection[str]], bool]] = Policy(
    id="samsa.sip.kallas_eller_bjuds",
    function=_none_of_theirs,
    source="Domänregel 3.7; AK-SIP-06",
    trust="C",
    description="Huvudmännens enheter kallas; bara andra bjuds in.",
)
MAY_FOLLOW_UP: Policy[Callable[[int], bool]] = Policy(
    id="samsa.sip.uppfoljningar",
    function=_as_often_as_needed,
    source="Domänregel 3.4; AK-SIP-10",
    trust="C",
    description="En plan följs upp hur många gånger som helst innan den avslutas.",
)
SCHOOL_STARTS: Policy[Callable[[str, bool], bool]] = Policy(
    id="samsa.sip.skolan",
    function=_for_children,
    source="Domänregel 3.8; AK-SIP-12",
    trust="C",
    description="Elevhälsan är en likvärdig part, för barn.",
)
REFUSED_WITH_REASON: Policy[Callable[[str], bool]] = Policy(
    id="samsa.sip.nekad_med_skal",
    function=_written,
    source="Domänregel 3.9; AK-SIP-14",
    trust="C",
    description="Den som nekar en SIP skriver varför.",
)
SEES_CONTENT: Policy[Callable[[bool, bool], bool]] = Policy(
    id="samsa.sip.insyn",
    function=_who_takes_part,
    source="Domänregel 3.6, 5.8; AK-SIP-15; att historiken syns är antaget",
    trust="D",
    description="Den som deltar läser innehållet, också sedan samtycket har återkallats.",
)
MEETING_FORM: Policy[Callable[[str], str]] = Policy(
    id="samsa.sip.motesform",
    function=_as_it_was,
    source="GITS slutrapport 2025-02-18 (videomöten); AK-SIP-16",
    trust="C",
    description="Mötets form registreras som den var.",
)
MAY_CHANGE: Policy[Callable[[bool], bool]] = Policy(
    id="samsa.sip.slut",
    function=_while_active,
    source="Domänregel 3.4; AK-SIP-17; att en avslutad plan inte kan ändras är antaget",
    trust="D",
    description="En plan som är slut går bara att läsa.",
)
KEEPS_REQUEST: Policy[Callable[[str], str]] = Policy(
    id="samsa.sip.begaran",
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
    MAY_START,
    MAY_SUMMON,
    LATE_DAYS,
    CONSENT_GIVEN,
    CHILD_CONSENT,
)
