"""What may be combined and dissolved. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from harness.kernel.decisions import Circumstances, Decision, Envelope
from harness.kernel.events import Crossing, Draft
from harness.systems.samvy.combining.facts import Combined, SamsaMergeNoticed, Uncombined
from harness.systems.samvy.combining.policies import KNOWN, LINK_FIRST, MIXED_UP, ONLY_SECURED
from harness.systems.samvy.combining.state import Combination, Combinations
from harness.systems.samvy.identities import IdentityNotices
from harness.systems.samvy.vocabulary import NAME
from harness.systems.samvy.worker import Denied


def combine(
    made: Combinations,
    identities: IdentityNotices,
    source: str,
    target: str,
    *,
    running_plans: Sequence[str],
    is_secured: bool,
    unit: str,
    circumstances: Circumstances,
) -> Decision | Denied:
    """AK-RES-10, AK-RES-19. *running_plans* are those of both, before."""
    if not circumstances.policies.use(ONLY_SECURED)(is_secured):
        return Denied("ej_sakerstalld", "Identiteten är inte säkerställd: ingenting förs samman.")
    if target in made.records(source):
        return Denied("redan_sammanforda", "Identiteterna hör redan till samma person i Samvy.")
    known = circumstances.parameters.read(KNOWN)
    are_both_known = all(one.partition("|")[0] in known for one in (source, target))
    have_one_head = identities.find(source).head == identities.find(target).head
    if circumstances.policies.use(MIXED_UP)(are_both_known, have_one_head):
        return Denied("forvaxling", "Identiteterna hör till två kända personer.")
    if circumstances.parameters.read(LINK_FIRST) and not have_one_head:
        return Denied("koppling_fattas", "Identiteterna är inte kopplade i personuppgiftstjänsten.")
    combined = Combined(
        combination=f"SF-{len(made.made) + 1}",
        source=source,
        target=target,
        unit=unit,
        plans=list(running_plans) if len(running_plans) > 1 else [],
    )
    draft = Draft(combined, Crossing(unit, NAME, f"Sammanföring {combined.combination}"))
    return Decision(drafts=(draft,), outgoing=(_tell_samsa(made, source, target, is_combined=True),))


def dissolve(made: Combinations, one: Combination, *, unit: str) -> Decision | Denied:
    """Each record shows again what was started under it (AK-RES-14)."""
    if one.is_dissolved:
        return Denied("redan_isar", f"{one.fact.combination} är redan upplöst.")
    draft = Draft(
        Uncombined(combination=one.fact.combination, unit=unit),
        Crossing(unit, NAME, f"Upplösning av {one.fact.combination}"),
    )
    told = _tell_samsa(made, one.fact.source, one.fact.target, is_combined=False)
    return Decision(drafts=(draft,), outgoing=(told,))


def hear_samsa(made: Combinations, envelope: Envelope) -> Decision:
    """What SAMSA tells of its sammanslagningar. What has been heard changes nothing."""
    if envelope.id in made.heard:
        return Decision()
    said = envelope.body
    fact = SamsaMergeNoticed(
        message=envelope.id,
        source=said["lag"],
        target=said["hog"],
        is_merged=said["sammanslagen"],
        order=said["lopnummer"],
    )
    return Decision(drafts=(Draft(fact),))


def _tell_samsa(made: Combinations, source: str, target: str, *, is_combined: bool) -> Envelope:
    """As Millennium does with ADT: A40 merges, A37 takes apart (identity-fhir 4.3). The order never falls."""
    order = 1 + sum(1 + one.is_dissolved for one in made.made.values())
    adt = "A40" if is_combined else "A37"
    return Envelope(
        id=f"{NAME}:adt:{order}",
        sender=NAME,
        recipient="samsa",
        kind="samvy-sammanforing",
        body={"adt": adt, "lag": source, "hog": target, "sammanford": is_combined, "lopnummer": order},
        text=f"ADT {adt}: {'identiteter förs samman' if is_combined else 'identiteter tas isär'}",
    )
