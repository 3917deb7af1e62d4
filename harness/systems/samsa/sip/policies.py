"""The rules of a SIP that a world can replace, and the parameters they need."""

from __future__ import annotations

from collections.abc import Callable, Sequence
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

OPPENVARD, ELEVHALSA = "regional öppenvård", "elevhälsa"


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
POLICIES = (MAY_START, MAY_SUMMON, LATE_DAYS, CONSENT_GIVEN, CHILD_CONSENT)
