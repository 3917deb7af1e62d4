"""Identities as the personuppgiftstjänst has told Samvy of them: huvudidentitet and protection, nothing more.

No plan is moved by what is told. One that has not been told of is its own huvudidentitet.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import msgspec

from harness.kernel.decisions import Circumstances, Decision, Envelope
from harness.kernel.document import WorldDocument
from harness.kernel.events import Draft
from harness.systems.samvy.facts import IdentityTold

if TYPE_CHECKING:
    from harness.systems.samvy.state import SamvyState


@dataclass(frozen=True, slots=True)
class KnownIdentity:
    """``head`` is ``oid|id``; ``number`` that of the change it comes from."""

    head: str
    protection: tuple[str, ...] = ()
    number: int = 0


@dataclass(slots=True)
class IdentityNotices:
    """By ``oid|id``. A message counts once, and one that was overtaken changes nothing."""

    seen: set[str] = field(default_factory=set)
    known: dict[str, KnownIdentity] = field(default_factory=dict)

    def note(self, fact: IdentityTold) -> None:
        self.seen.add(fact.message)
        for told in fact.identities:
            person = _joined(told)
            if fact.number >= self.find(person).number:
                head = _joined(told["huvudidentitet"])
                self.known[person] = KnownIdentity(head, tuple(told["skydd"]), fact.number)

    def find(self, person: str) -> KnownIdentity:
        return self.known.get(person, KnownIdentity(person))


def known_from_start(document: WorldDocument) -> IdentityNotices:
    """What had been told before the world began."""
    known = {}
    for person in document.people:
        for identity in person.identiteter:
            head = person.identiteter[0]
            known[f"{identity.oid}|{identity.id}"] = KnownIdentity(f"{head.oid}|{head.id}", person.skydd)
    return IdentityNotices(known=known)


def receive_change(state: SamvyState, envelope: Envelope, _circumstances: Circumstances) -> Decision:
    """What the personuppgiftstjänst tells. The same message twice changes nothing."""
    if envelope.id in state.identities.seen:
        return Decision()
    told = [msgspec.to_builtins(each) for each in envelope.body["identiteter"]]
    fact = IdentityTold(message=envelope.id, number=envelope.body["lopnummer"], identities=told)
    return Decision(drafts=(Draft(fact),))


def _joined(identity: dict[str, Any]) -> str:
    return f"{identity['oid']}|{identity['id']}"
