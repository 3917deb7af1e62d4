"""What is kept of sammanslagningar in SAMSA. No case is moved: each keeps the identity it was opened under."""

from __future__ import annotations

from harness.kernel.events import Fact, fact_kinds


class PatientsMerged(Fact, frozen=True):
    """Identities are ``oid|id``. ``sips`` are the active SIPs among which one must be chosen, if there are two."""

    kind = "sammanslagning-gjord"
    merge: str
    low: str
    high: str
    unit: str
    sips: list[str]


class PatientsSeparated(Fact, frozen=True):
    kind = "sammanslagning-upplost"
    merge: str
    unit: str


class SamvyMergeTold(Fact, frozen=True):
    """Samvy has merged (or taken apart) two identities. Of two messages about the same, the later ``number`` holds."""

    kind = "sammanslagning-besked"
    message: str
    low: str
    high: str
    is_merged: bool
    number: int


KINDS = fact_kinds(PatientsMerged, PatientsSeparated, SamvyMergeTold)
