"""Which ADT events of HL7 v2 a change in the personuppgiftstjänst is told as. Pure.

Source:
    identity-fhir 4.3 (HL7 v2, chapter 3). PU itself does not speak HL7 v2; that its changes are told as
    ADT, and which event each is, is ours (class D). A40 is no event of PU: a pointer merges nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from harness.kernel.decisions import Circumstances
from harness.kernel.events import Fact
from harness.kernel.policies import Policy
from harness.systems.pu import facts

_WORDS = {
    "A24": "identiteter kopplas",
    "A28": "ny person",
    "A31": "personuppgifter ändras",
    "A37": "koppling tas isär",
}


def _event(fact: Fact) -> str | None:
    match fact:
        case facts.PersonAdded():
            return "A28"
        case facts.IdentitiesLinked():
            return "A24"
        case facts.IdentitiesUnlinked():
            return "A37"
        case facts.PersonChanged() | facts.ProtectionChanged() | facts.RegistrationChanged():
            return "A31"
    return None


EVENT: Policy[Callable[[Fact], str | None]] = Policy(
    id="pu.adt",
    function=_event,
    source="HL7 v2 kapitel 3 (A24, A28, A31, A37); att ändringar i PU berättas så är antaget",
    trust="D",
    description="Ny person berättas som A28, ändrade uppgifter som A31, koppling som A24 och isärkoppling som A37.",
)


def events_of(taken: Iterable[Fact], circumstances: Circumstances) -> list[str]:
    """The events of what has been *taken* down, each once, in order. What has none of its own is a change (A31)."""
    use = circumstances.policies.use(EVENT)
    return list(dict.fromkeys(event for fact in taken if (event := use(fact)) is not None)) or ["A31"]


def title_of(events: Iterable[str]) -> str:
    """How it stands in the message picture."""
    return "; ".join(f"ADT {event}: {_WORDS.get(event, 'okänd händelse')}" for event in events)
