"""Faults on the links between systems, put there on purpose: what they are, and when they strike."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from datetime import datetime
from enum import StrEnum
from typing import Annotated

import msgspec

EVERY_SYSTEM = "alla"


class FaultKind(StrEnum):
    """What can be wrong with a link. The words of the wire.

    ``NERE``: nothing gets through. ``FORDROJNING``: messages come ``sekunder`` later. ``TAPP``: an attempt is lost.
    ``DUBBLETT``: the receipt is lost, so the message comes once more. ``OMKASTNING``: each message comes up to
    ``sekunder`` later, so that they overtake each other. ``FORVANSKNING``: what arrives is not what was sent.
    """

    NERE = "nere"
    FORDROJNING = "fordrojning"
    TAPP = "tapp"
    DUBBLETT = "dubblett"
    OMKASTNING = "omkastning"
    FORVANSKNING = "forvanskning"


NEEDS_SECONDS = frozenset({FaultKind.FORDROJNING, FaultKind.OMKASTNING})


class LinkFault(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """One fault on the link from ``fran`` to ``till`` (names of systems, or "alla").

    ``andel`` is the share of the attempts that it strikes; which ones depends on ``fro``, the message and the attempt,
    and on nothing else. It holds from ``borjar`` up to, not including, ``slutar`` (care time; None is no limit).
    """

    fran: str
    till: str
    slag: FaultKind
    sekunder: Annotated[int, msgspec.Meta(ge=0, le=31_536_000)] = 0
    andel: Annotated[float, msgspec.Meta(gt=0, le=1)] = 1.0
    fro: int = 0
    borjar: Annotated[datetime, msgspec.Meta(tz=True)] | None = None
    slutar: Annotated[datetime, msgspec.Meta(tz=True)] | None = None

    def is_on(self, sender: str, recipient: str, now: datetime) -> bool:
        """Whether it is on that link at *now*."""
        if self.fran not in (EVERY_SYSTEM, sender) or self.till not in (EVERY_SYSTEM, recipient):
            return False
        return (self.borjar is None or self.borjar <= now) and (self.slutar is None or now < self.slutar)

    def strikes(self, message: str, attempt: int) -> bool:
        """Whether *attempt* (from 1) to deliver the message with that id is struck."""
        return self.andel == 1 or _share(self, message, attempt) < self.andel

    def delay_s(self, message: str) -> int:
        """How many seconds later the message comes."""
        if self.slag is FaultKind.FORDROJNING:
            return self.sekunder
        return int(_share(self, message, 0) * (self.sekunder + 1)) if self.slag is FaultKind.OMKASTNING else 0


def on_link(
    faults: Iterable[LinkFault], kinds: Iterable[FaultKind], sender: str, recipient: str, now: datetime
) -> Iterator[LinkFault]:
    """The *faults* of *kinds* that are on that link at *now*."""
    wanted = frozenset(kinds)
    return (fault for fault in faults if fault.slag in wanted and fault.is_on(sender, recipient, now))


def _share(fault: LinkFault, message: str, attempt: int) -> float:
    """A number from 0 up to 1, the same for the same fault, message and attempt."""
    drawn = hashlib.sha256(f"{fault.fro}|{fault.slag}|{message}|{attempt}".encode()).digest()
    return int.from_bytes(drawn[:7]) / 2**56
