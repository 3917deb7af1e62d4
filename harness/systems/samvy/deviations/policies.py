"""What a world can replace of how Samvy sees and exports avvikelser."""

from __future__ import annotations

from collections.abc import Callable, Collection

from harness.kernel.policies import Policy
from harness.systems.samvy.deviations.vocabulary import Severity, Shortcoming
from harness.systems.samvy.vocabulary import PostStatus

_ORDER = (Severity.HOG, Severity.MEDEL, Severity.LAG)
_GRAVE = (Shortcoming.UTAN_INFORMATION, Shortcoming.FEL_MOTTAGARE)


def _each(_shortcoming: Shortcoming) -> bool:
    return True


def _has_a_case(case: str | None) -> bool:
    return case is not None


def _severity(shortcoming: Shortcoming) -> Severity:
    if shortcoming in _GRAVE:
        return Severity.HOG
    return Severity.LAG if shortcoming is Shortcoming.ANNAT else Severity.MEDEL


def _worst_first(severity: Severity) -> int:
    return _ORDER.index(severity)


def _other_system_or_afterwards(in_samsa: bool, registered_afterwards: bool) -> bool:
    return in_samsa or registered_afterwards


def _names_somebody(text: str, names: Collection[str]) -> bool:
    folded = text.casefold()
    return any(name.casefold() in folded for name in names)


def _from_notice(is_late: bool, statuses: Collection[PostStatus]) -> Shortcoming:
    if is_late:
        return Shortcoming.SEN_INSKRIVNING
    if PostStatus.ATERFORD in statuses:
        return Shortcoming.FEL_MOTTAGARE
    if any(status is not PostStatus.KVITTERAD for status in statuses):
        return Shortcoming.EJ_KVITTERAT
    return Shortcoming.ANNAT


def _exported() -> bool:
    return True


SEES: Policy[Callable[[Shortcoming], bool]] = Policy(
    id="samvy.avvikelse.automatisk",
    function=_each,
    source="LUS (2017:612) 2 kap. 3 §, 3 kap. 2 §, 4 kap. 3 §; AK-AVV-04; vilka som ger en rapport är antaget",
    trust="D",
    description="Sent inskrivningsmeddelande, saknad utskrivningsinformation och sen SIP-kallelse rapporteras.",
)
PATIENT_RELATED: Policy[Callable[[str | None], bool]] = Policy(
    id="samvy.avvikelse.patientrelaterad",
    function=_has_a_case,
    source="Frågor och svar om kommunala optioner 2019-09-26; AK-AVV-03",
    trust="C",
    description="Bara det som gäller en patients vårdplanering rapporteras från Samvy; annat i avvikelsesystemet.",
)
EXPORTS: Policy[Callable[[], bool]] = Policy(
    id="samvy.avvikelse.export",
    function=_exported,
    source="Frågor och svar om kommunala optioner 2019-09-26; AK-AVV-02",
    trust="C",
    description="Varje rapport exporteras till avvikelsesystemet, som Millennium inte ersätter.",
)
SEVERITY: Policy[Callable[[Shortcoming], Severity]] = Policy(
    id="samvy.avvikelse.allvar",
    function=_severity,
    source="GITS slutrapport 2025-02-18; AK-AVV-06; graderna är antagna",
    trust="D",
    description="Utebliven information och fel mottagare är allvarligast, om inte den som rapporterar säger annat.",
)
PRIORITY: Policy[Callable[[Severity], int]] = Policy(
    id="samvy.avvikelse.prioritet",
    function=_worst_first,
    source="GITS slutrapport 2025-02-18; AK-AVV-06",
    trust="C",
    description="Avvikelser listas med de allvarligaste först; lika allvarliga i den ordning de hände.",
)
COEXISTENCE: Policy[Callable[[bool, bool], bool]] = Policy(
    id="samvy.avvikelse.samexistens",
    function=_other_system_or_afterwards,
    source="GITS slutrapport 2025-02-18; AK-AVV-08; hur det känns igen är antaget",
    trust="D",
    description="En avvikelse märks samexistens när personen har något igång i SAMSA, eller vid efterregistrering.",
)
NAMES_SOMEBODY: Policy[Callable[[str, Collection[str]], bool]] = Policy(
    id="samvy.avvikelse.vad_inte_vem",
    function=_names_somebody,
    source="Domänregel 5.10; AK-AVV-05; hur namn i fri text hanteras är antaget",
    trust="D",
    description="En beskrivning som nämner en medarbetare vid namn eller HSA-id tas inte emot.",
)
SUGGESTS: Policy[Callable[[bool, Collection[PostStatus]], Shortcoming]] = Policy(
    id="samvy.avvikelse.forslag",
    function=_from_notice,
    source="Domänregel 5.10; AK-AVV-01; hur bristen föreslås är antaget",
    trust="D",
    description="Bristen föreslås av beskedet: sent, återfört, utan kvittens eller annat.",
)
POLICIES = (SEES, PATIENT_RELATED, EXPORTS, SEVERITY, PRIORITY, COEXISTENCE, NAMES_SOMEBODY, SUGGESTS)
