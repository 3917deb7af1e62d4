"""The wire of files. Content is base64."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

from msgspec import Meta, Struct

# No control characters and nothing that is a path somewhere.
Filename = Annotated[str, Meta(min_length=1, max_length=255, pattern=r"^[^/\\\x00-\x1f]+$")]


class NyFil(Struct, frozen=True, forbid_unknown_fields=True):
    """``meddelande`` is the number of one of the case's messages, None for the case itself."""

    namn: Filename
    typ: Annotated[str, Meta(min_length=1, max_length=20)]
    innehall: bytes
    meddelande: int | None = None


class Fil(Struct, frozen=True):
    """``storlek`` is in bytes."""

    fil: int
    namn: str
    typ: str
    storlek: int
    sha256: str
    meddelande: str | None
    enhet: str
    medarbetare: str
    uppladdare: str
    tid: datetime


class FilMedInnehall(Struct, frozen=True):
    fil: Fil
    innehall: bytes
