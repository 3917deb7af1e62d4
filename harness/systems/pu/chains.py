"""Which identities hang together, which of them is huvudidentitet, and what protection they share. Pure."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from harness.kernel.decisions import Circumstances
from harness.kernel.document import Identity
from harness.systems.pu.policies import HEAD, INHERITS, MATCHES
from harness.systems.pu.state import PuState


def find_identity(state: PuState, wanted: Identity, circumstances: Circumstances) -> Identity | None:
    """The identity that *wanted* is here; None when nobody has it."""
    return circumstances.policies.use(MATCHES)(state.records, wanted)


def head_of(pointers: Mapping[Identity, Identity], identity: Identity, circumstances: Circumstances) -> Identity:
    """The huvudidentitet of *identity*: itself when it is not linked."""
    if identity not in pointers:
        return identity
    return circumstances.policies.use(HEAD)(pointers, identity)


def chain_of(state: PuState, identity: Identity, circumstances: Circumstances) -> tuple[Identity, ...]:
    """Every identity with the same huvudidentitet, that one first and the others as they were linked."""
    head = head_of(state.pointers, identity, circumstances)
    others = (other for other in state.pointers if head_of(state.pointers, other, circumstances) == head)
    return tuple(dict.fromkeys((head, *others)))


def protection_of(state: PuState, identity: Identity, circumstances: Circumstances) -> tuple[str, ...]:
    """Its own and, while it is linked, that of its chain (AK-RES-22). In the order of their letters."""
    own = frozenset(state.records[identity].person.skydd)
    chain = chain_of(state, identity, circumstances)
    if len(chain) == 1:
        return tuple(sorted(own))
    around = protections(state, chain)
    return tuple(sorted(circumstances.policies.use(INHERITS)(own, around)))


def protections(state: PuState, identities: Collection[Identity]) -> frozenset[str]:
    return frozenset(kind for identity in identities for kind in state.records[identity].person.skydd)
