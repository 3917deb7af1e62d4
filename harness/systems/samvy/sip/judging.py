"""Whether something may happen in a samordnad plan. Each judge gives its no, or None. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from harness.kernel.calendar import age_on, is_minor
from harness.kernel.decisions import Circumstances
from harness.kernel.landscape import Employee
from harness.systems.samvy.sip import wire
from harness.systems.samvy.sip.completeness import CHILD_GAPS, GAPS
from harness.systems.samvy.sip.policies import (
    CALLS_PRINCIPALS,
    CONSENT,
    CONSENT_OF_CHILD,
    INVITES,
    MAY_FOLLOW_UP,
    OLD_ENOUGH,
    OPPENVARD_CALLED,
    REFUSED_WITH_REASON,
)
from harness.systems.samvy.sip.state import JointPlan
from harness.systems.samvy.sip.vocabulary import Giver, Phase
from harness.systems.samvy.state import Plan
from harness.systems.samvy.vocabulary import Role
from harness.systems.samvy.worker import Denied

_PRIMARY_CARE, _HOME_CARE = "regional öppenvård", "kommunal hälso- och sjukvård"


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What a happening is judged by. ``care_plan`` is the vårdplanering that the plan belongs to, if any."""

    plan: JointPlan
    worker: Employee
    care_plan: Plan | None
    circumstances: Circumstances

    @property
    def part(self) -> str:
        return self.circumstances.landscape.units[self.worker.unit].part

    @property
    def age(self) -> int:
        return age_on(self.plan.born, self.circumstances.today)

    @property
    def is_child(self) -> bool:
        return is_minor(self.plan.born, self.circumstances.today)

    @property
    def needs_home_care(self) -> bool:
        """Whether the vårdplanering has found a need of kommunal hälso- och sjukvård (LUS 4 kap. 1 §)."""
        judged = self.care_plan.named("behovBedomt") if self.care_plan else ()
        return any(Role.KOMMUNAL_HSV in one.fact.insatser for one in judged)


def judge_consent(setting: Setting, happening: wire.SamtyckeRegistrerat) -> Denied | None:
    by_guardian = happening.givet_av is Giver.VARDNADSHAVARE
    if by_guardian and not setting.is_child:
        return Denied("fel_samtycke", "Personen är vuxen: bara hon själv kan samtycka.")
    circumstances = setting.circumstances
    from_age = circumstances.parameters.read(OLD_ENOUGH)
    may_consent = circumstances.policies.use(CONSENT_OF_CHILD)(setting.age, by_guardian, from_age)
    if happening.ja and not may_consent:
        return Denied("vardnadshavare_fattas", f"Barnet är {setting.age} år; före {from_age} krävs en vårdnadshavare.")
    return None


def judge_invitation(setting: Setting, happening: wire.InbjudanSkickad) -> Denied | None:
    circumstances, units = setting.circumstances, setting.circumstances.landscape.units
    if not circumstances.policies.use(INVITES)(setting.part, setting.care_plan is not None):
        return Denied("fel_inbjudare", "Vid utskrivning bjuder den regionala öppenvården in.", 403)
    if denied := _without_consent(setting):
        return denied
    if unknown := [unit for unit in happening.huvudman if unit not in units]:
        return Denied("fel_begaran", f"Ingen enhet heter {', '.join(unknown)}.", 422)
    named = sorted({unit.name for unit in units.values()} & set(happening.ovriga))
    if not circumstances.policies.use(CALLS_PRINCIPALS)(named):
        return Denied("ska_kallas", f"{', '.join(named)} är en huvudmans enhet och anges som sådan.")
    parts = {setting.part, *(units[unit].part for unit in happening.huvudman)}
    needs_home_care = _HOME_CARE in parts or setting.needs_home_care
    if not circumstances.policies.use(OPPENVARD_CALLED)(needs_home_care, _PRIMARY_CARE in parts):
        return Denied("oppenvard_fattas", "Med kommunal hälso- och sjukvård ska regionens öppenvård vara med.")
    if happening.motestid <= circumstances.now:
        return Denied("motestid_passerad", "Mötestiden har redan varit.")
    return None


def judge_meeting(setting: Setting, _happening: wire.MoteGenomfort) -> Denied | None:
    if setting.plan.awaits_meeting:
        return None
    return Denied("ingen_inbjudan", f"{setting.plan.id} är i fasen {setting.plan.phase}: ingen är inbjuden.")


def judge_plan(setting: Setting, happening: wire.PlanFaststalld) -> Denied | None:
    if setting.plan.phase not in (Phase.MOTESKLAR, Phase.AKTIV):
        return Denied("mote_fattas", f"{setting.plan.id} är i fasen {setting.plan.phase}: mötet har inte varit.")
    use = setting.circumstances.policies.use
    missing = [*use(GAPS)(happening), *(use(CHILD_GAPS)(happening) if setting.is_child else [])]
    if missing:
        return Denied("plan_ofullstandig", f"Planen kan inte fastställas utan {', '.join(missing)}.")
    return _without_consent(setting)


def judge_follow_up(setting: Setting, _happening: wire.Uppfoljd) -> Denied | None:
    times = sum(one.what == "uppfoljd" for _, one in setting.plan.happened)
    if not setting.circumstances.policies.use(MAY_FOLLOW_UP)(times):
        return Denied("plan_ej_aktiv", f"{setting.plan.id} är redan uppföljd.")
    return _not_running(setting) or _without_consent(setting)


def judge_end(setting: Setting, _happening: wire.Avslutad) -> Denied | None:
    return _not_running(setting)


def judge_refusal(setting: Setting, happening: wire.Nekad) -> Denied | None:
    if setting.plan.phase is Phase.AKTIV:
        return Denied("plan_redan_aktiv", f"{setting.plan.id} är fastställd och kan avslutas men inte nekas.")
    if setting.circumstances.policies.use(REFUSED_WITH_REASON)(happening.anledning):
        return None
    return Denied("anledning_fattas", "Ett nej kräver sin anledning.")


def nothing_against(_setting: Setting, _happening: wire.Avbojd) -> Denied | None:
    return None


def _not_running(setting: Setting) -> Denied | None:
    if setting.plan.phase is Phase.AKTIV:
        return None
    return Denied("plan_ej_aktiv", f"{setting.plan.id} är i fasen {setting.plan.phase}, inte aktiv.")


def _without_consent(setting: Setting) -> Denied | None:
    if setting.circumstances.policies.use(CONSENT)(setting.plan.has_consent):
        return None
    return Denied("samtycke_fattas", f"I {setting.plan.id} finns inget samtycke som gäller.")
