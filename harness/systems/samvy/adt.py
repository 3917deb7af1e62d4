"""What Samvy tells SAMSA of an admission, as Millennium does with ADT. Pure.

Source:
    identity-fhir 4.3: A01, A03, A11, and A16 (pending discharge), which is nearest to beräknad utskrivning. Which
    events Millennium really sends is not known; that SAMSA hears is a parameter (class D).
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from harness.kernel.decisions import Circumstances, Envelope
from harness.kernel.parameters import Parameter
from harness.kernel.policies import Policy
from harness.systems.samvy.vocabulary import NAME

STARTED = "startad"
TELLS: Parameter[bool] = Parameter("adt_vardtillfalle_till_samsa", bool, "sant eller falskt")
PARAMETERS = (TELLS,)

_WORDS = {"A01": "inskriven", "A03": "utskriven", "A11": "inskrivningen avbruten", "A16": "beräknad utskrivning"}


def _event(what: str, has_left: bool) -> str | None:
    """*has_left* says whether the patient was discharged before."""
    if what == "avslutad":
        return None if has_left else "A11"
    planned = {"inskrivningsmeddelande": "A16", "planeradUtskrivningAndrad": "A16"}
    return {STARTED: "A01", "utskriven": "A03", **planned}.get(what)


EVENT: Policy[Callable[[str, bool], str | None]] = Policy(
    id="samvy.adt",
    function=_event,
    source="HL7 v2 kapitel 3 (A01, A03, A11, A16); vilka händelser Millennium sänder är inte publicerat",
    trust="D",
    description="Inskrivning är A01, utskrivning A03, beräknad utskrivning A16 och avslut utan utskrivning A11.",
)
POLICIES = (EVENT,)


def tell(
    plan: str,
    person: str,
    unit: str,
    what: str,
    *,
    order: int,
    has_left: bool,
    planned: date | None,
    circumstances: Circumstances,
) -> tuple[Envelope, ...]:
    """Of two messages about the same *plan*, the one with the higher *order* says how it is."""
    if not circumstances.parameters.read(TELLS):
        return ()
    event = circumstances.policies.use(EVENT)(what, has_left)
    if event is None:
        return ()
    body = {
        "adt": event,
        "vardplanering": plan,
        "person": person,
        "enhet": unit,
        "lopnummer": order,
        "beraknad_utskrivning": planned.isoformat() if planned else None,
    }
    return (
        Envelope(
            id=f"{NAME}:adt:{plan}:{order}",
            sender=NAME,
            recipient="samsa",
            kind="samvy-adt",
            body=body,
            text=f"ADT {event}: {_WORDS[event]} ({plan})",
        ),
    )
