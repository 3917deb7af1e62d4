"""The wire of avvikelser in Samvy."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

import msgspec
from msgspec import Meta, Struct

from harness.systems.samvy.deviations.vocabulary import Severity, Shortcoming
from harness.systems.samvy.wire import SOMETHING

Id = Annotated[str, Meta(min_length=1, max_length=100)]


class NyAvvikelse(Struct, frozen=True, forbid_unknown_fields=True):
    """What is left out is taken from the besked (AK-AVV-01)."""

    vardplanering: Id | None
    beskrivning: Annotated[str, Meta(pattern=SOMETHING, max_length=2000)]
    besked: Id | None = None
    brist: Shortcoming | None = None
    motpart: Id | None = None
    allvar: Severity | None = None


class Forslag(Struct, frozen=True):
    """What a report of a besked starts from. ``motpart`` is an HSA-id."""

    vardplanering: str
    besked: str
    motpart: str
    intraffade: datetime
    brist: str
    allvar: str
    samexistens: bool


class Avvikelse(Struct, frozen=True, rename="camel"):
    """``mottagen_som`` is the avvikelsesystem's number; None until it has said that it has the report."""

    id: str
    automatisk: bool
    arende: str
    besked: str | None
    brist: str
    beskrivning: str
    rapporterad_av: str
    motpart: str
    intraffade: datetime
    allvar: str
    samexistens: bool
    mottagen_som: str | None


new_report = msgspec.json.Decoder(NyAvvikelse)
