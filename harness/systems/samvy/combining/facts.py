"""What is kept of sammanföringar in Samvy. Plans stay with the record they were started under."""

from __future__ import annotations

from harness.kernel.events import Fact, fact_kinds


class Combined(Fact, frozen=True):
    """``source`` and ``target`` are ``oid|id``. ``plans`` are running samordnade planer that met, if there are two."""

    kind = "sammanforing.gjord"
    combination: str
    source: str
    target: str
    unit: str
    plans: list[str]


class Uncombined(Fact, frozen=True):
    kind = "sammanforing.upplost"
    combination: str
    unit: str


class SamsaMergeNoticed(Fact, frozen=True):
    """SAMSA says that it has merged two identities, or taken them apart. The highest ``order`` holds."""

    kind = "samsa.sammanslagningsbesked"
    message: str
    source: str
    target: str
    is_merged: bool
    order: int


KINDS = fact_kinds(Combined, Uncombined, SamsaMergeNoticed)
