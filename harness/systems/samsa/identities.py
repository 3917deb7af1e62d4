"""What SAMSA has been told of identities: which one is huvudidentitet, and which protection each has.

Nothing is asked about them here, and no case is moved. An identity that nobody has told of is its own.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import msgspec

from harness.kernel.decisions import Circumstances, Decision, Envelope
from harness.kernel.document import Identity, WorldDocument
from harness.kernel.events import Draft
from harness.systems.samsa.facts import IdentityTold

if TYPE_CHECKING:
    from harness.systems.samsa.state import SamsaState


class Told(msgspec.Struct, frozen=True):
    """One identity as it was told."""

    oid: str
    id: str
    huvudidentitet: Identity
    skydd: tuple[str, ...]


class _Change(msgspec.Struct, frozen=True):
    lopnummer: int
    identiteter: tuple[Told, ...]


@dataclass(slots=True)
class Identities:
    """``seen`` are message ids. ``told`` has each identity with the number of the change it comes from."""

    seen: set[str] = field(default_factory=set)
    told: dict[Identity, tuple[int, Told]] = field(default_factory=dict)

    def note(self, fact: IdentityTold) -> None:
        """A change that has been overtaken by a later one is left aside."""
        self.seen.add(fact.message)
        for each in msgspec.convert(fact.identities, tuple[Told, ...]):
            identity = Identity(each.oid, each.id)
            if fact.number >= self.told.get(identity, (0, each))[0]:
                self.told[identity] = (fact.number, each)

    def find(self, identity: Identity) -> Told:
        alone = Told(identity.oid, identity.id, identity, ())
        return self.told.get(identity, (0, alone))[1]


def known_from_start(document: WorldDocument) -> Identities:
    """What SAMSA had been told before the world began."""
    return Identities(
        told={
            identity: (0, Told(identity.oid, identity.id, person.identiteter[0], person.skydd))
            for person in document.people
            for identity in person.identiteter
        }
    )


def receive_change(state: SamsaState, envelope: Envelope, _circumstances: Circumstances) -> Decision:
    """The same message twice changes nothing."""
    if envelope.id in state.identities.seen:
        return Decision()
    change = msgspec.convert(envelope.body, _Change)
    told = [msgspec.to_builtins(each) for each in change.identiteter]
    fact = IdentityTold(message=envelope.id, number=change.lopnummer, identities=told)
    return Decision(drafts=(Draft(fact),))
