"""Telling SAMSA and Samvy that something about an identity has changed. Pure.

Source:
    PU 5.1: an update is visible within 3 s. That it is a message, and what it says, is ours (class D).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import msgspec

from harness.kernel.decisions import Circumstances, Decision, Envelope
from harness.kernel.document import Identity
from harness.kernel.events import Draft
from harness.systems.pu.adt import events_of, title_of
from harness.systems.pu.chains import chain_of, protection_of
from harness.systems.pu.clerk import NAME
from harness.systems.pu.facts import ChangeTold
from harness.systems.pu.state import PuState

RECIPIENTS = ("samsa", "samvy")
KIND = "identitet-andrad"


def tell(
    state: PuState, drafts: Sequence[Draft], concerned: Iterable[Identity], circumstances: Circumstances
) -> Decision:
    """*drafts*, and one message to each recipient about how it is afterwards with all who are *concerned*.

    A later message has a higher ``lopnummer``, so that one that is overtaken can be left aside.
    """
    number = state.told + 1
    events = events_of((draft.fact for draft in drafts), circumstances)
    after = state.after(draft.fact for draft in drafts)
    identities = dict.fromkeys(identity for one in concerned for identity in chain_of(after, one, circumstances))
    body = {
        "lopnummer": number,
        "adt": events,
        "identiteter": [_describe(after, identity, circumstances) for identity in identities],
    }
    return Decision(
        drafts=(*drafts, Draft(ChangeTold(number=number))),
        outgoing=tuple(
            Envelope(
                id=f"{NAME}-{number}-{recipient}",
                sender=NAME,
                recipient=recipient,
                kind=KIND,
                body=body,
                text=title_of(events),
            )
            for recipient in RECIPIENTS
        ),
    )


def _describe(state: PuState, identity: Identity, circumstances: Circumstances) -> dict[str, Any]:
    return {
        "oid": identity.oid,
        "id": identity.id,
        "huvudidentitet": msgspec.to_builtins(chain_of(state, identity, circumstances)[0]),
        "skydd": list(protection_of(state, identity, circumstances)),
    }
