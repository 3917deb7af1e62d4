"""What happens to files, as it is kept."""

from __future__ import annotations

from harness.kernel.events import Fact, fact_kinds


class ContentStored(Fact, frozen=True):
    """Bytes by their sha256, once however often they are attached; base64 in the journal."""

    kind = "filinnehall-lagrat"
    sha256: str
    content: bytes


class FileAttached(Fact, frozen=True):
    """``message`` is the number of the message it is attached to, None for the case itself; ``size`` is in bytes."""

    kind = "fil-bifogad"
    case: str
    file: int
    message: int | None
    name: str
    type: str
    size: int
    sha256: str
    unit: str
    person: str
    person_name: str


KINDS = fact_kinds(ContentStored, FileAttached)
