"""The files of SAMSA in one world. Changed by :meth:`FileShelf.apply`, and by nothing else."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from harness.kernel.events import Event, read_fact
from harness.systems.samsa.files import facts


@dataclass(frozen=True, slots=True)
class AttachedFile:
    """``about`` says what it is; ``at`` is when it came, in UTC."""

    about: facts.FileAttached
    at: datetime


@dataclass(slots=True)
class FileShelf:
    """Bytes by sha256, and the files of each case in the order they came."""

    contents: dict[str, bytes] = field(default_factory=dict)
    by_case: dict[str, list[AttachedFile]] = field(default_factory=dict)

    def of(self, case: str) -> list[AttachedFile]:
        return self.by_case.get(case, [])

    def apply(self, event: Event) -> None:
        match read_fact(event, facts.KINDS):
            case facts.ContentStored(sha256=sha256, content=content):
                self.contents[sha256] = content
            case facts.FileAttached() as attached:
                self.by_case.setdefault(attached.case, []).append(AttachedFile(attached, event.at))
