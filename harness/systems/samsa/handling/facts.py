"""What is kept of how a case is handled."""

from __future__ import annotations

from harness.kernel.events import Fact, fact_kinds


class CareContactNamed(Fact, frozen=True):
    """The fasta vårdkontakten. ``kept`` says that she was so already, and stays."""

    kind = "fast-vardkontakt"
    case: str
    unit: str
    name: str
    kept: bool


class SipOffered(Fact, frozen=True):
    """The patient was offered a SIP and said yes or no; ``name`` documented it."""

    kind = "sip-erbjuden"
    case: str
    unit: str
    name: str
    says_yes: bool


class MessageReturned(Fact, frozen=True):
    """*unit* should not have had the message: it goes back to the sender, and is not handled."""

    kind = "meddelande-felsant"
    case: str
    number: int
    unit: str
    name: str
    reason: str


class MessageForwarded(Fact, frozen=True):
    """Within the own organisation, from one unit to another that had not got it."""

    kind = "meddelande-vidaresant"
    case: str
    number: int
    unit: str
    to: str
    name: str


class PartyReplaced(Fact, frozen=True):
    """From now on *unit* is the part with *role*; what was sent before stays where it was sent."""

    kind = "part-bytt"
    case: str
    role: str
    unit: str


class PartyAdded(Fact, frozen=True):
    """*unit* takes part from now on with *role*, beside the one that has it."""

    kind = "part-tillagd"
    case: str
    role: str
    unit: str


class CaseInterrupted(Fact, frozen=True):
    """``state`` is the case's from now on."""

    kind = "arende-avbrutet"
    case: str
    reason: str
    state: str


KINDS = fact_kinds(
    CareContactNamed, SipOffered, MessageReturned, MessageForwarded, PartyReplaced, PartyAdded, CaseInterrupted
)
"""All of them are about a case."""
