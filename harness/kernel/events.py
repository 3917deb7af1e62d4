"""Events: what happened in a world, in the only form that is kept.

A system says what happened as a :class:`Fact`; the world numbers and dates it, which makes it an
:class:`Event`. The bytes of an event are canonical: sorted keys, no wall time.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar, TypeVar

import msgspec

from harness.kernel.calendar import moment_text, parse_moment


class Fact(msgspec.Struct, frozen=True):
    """The data of one kind of event. ``kind`` and ``version`` never change once they have been journaled."""

    kind: ClassVar[str] = ""
    version: ClassVar[int] = 1


@dataclass(frozen=True, slots=True)
class Crossing:
    """An arrow in the message picture: HSA-ids or system names, and a short Swedish text."""

    sender: str
    recipient: str
    text: str


@dataclass(frozen=True, slots=True)
class Draft:
    """A fact that a rule wants to have happened. ``happened`` is when, if that was before it is registered."""

    fact: Fact
    crossing: Crossing | None = None
    happened: datetime | None = None


class Event(
    msgspec.Struct,
    frozen=True,
    omit_defaults=True,
    rename={
        "number": "nr",
        "care_time": "tid",
        "kind": "typ",
        "sender": "fran",
        "recipient": "till",
        "real_time": "verklig_tid",
    },
):
    """One line of a journal. ``care_time`` is when it was registered, ISO 8601 with the offset of Stockholm.

    ``real_time`` is when it happened, for what was registered afterwards (efterregistrering).
    """

    number: int
    care_time: str
    system: str
    kind: str
    version: int
    data: dict[str, Any]
    sender: str | None = None
    recipient: str | None = None
    text: str | None = None
    real_time: str | None = None

    @property
    def at(self) -> datetime:
        """When it happened, in UTC."""
        return parse_moment(self.real_time or self.care_time)

    @property
    def registered(self) -> datetime:
        """When it was written down, in UTC."""
        return parse_moment(self.care_time)


F = TypeVar("F", bound=Fact)
FactKinds = Mapping[tuple[str, int], type[Fact]]

_encoder = msgspec.json.Encoder(order="sorted")
_decoder = msgspec.json.Decoder(Event)


def fact_kinds(*kinds: type[Fact]) -> FactKinds:
    """The facts that one system can read, by kind and version."""
    return {(kind.kind, kind.version): kind for kind in kinds}


def make_event(draft: Draft, *, number: int, care_time: str, system: str) -> Event:
    crossing = draft.crossing
    return Event(
        number=number,
        care_time=care_time,
        system=system,
        kind=draft.fact.kind,
        version=draft.fact.version,
        data=msgspec.to_builtins(draft.fact),
        sender=crossing.sender if crossing else None,
        recipient=crossing.recipient if crossing else None,
        text=crossing.text if crossing else None,
        real_time=moment_text(draft.happened) if draft.happened else None,
    )


def read_fact(event: Event, kinds: FactKinds) -> Fact:
    """The fact in *event*.

    Raises:
        LookupError: the journal was written by a release that knew a kind or version that this one does not.
    """
    kind = kinds.get((event.kind, event.version))
    if kind is None:
        raise LookupError(
            f"Händelse {event.number} i journalen ({event.system}, {event.kind}, version {event.version}) "
            "är okänd för denna version av simulatorn."
        )
    return msgspec.convert(event.data, kind)


def encode_event(event: Event) -> bytes:
    """One line without its line feed."""
    return _encoder.encode(event)


def decode_event(line: bytes) -> Event:
    return _decoder.decode(line)
