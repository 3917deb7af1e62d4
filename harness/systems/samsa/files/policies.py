"""What may be attached, as rules that a world can replace, and the limits. No limit is published (class D)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Literal

import msgspec

from harness.kernel.parameters import Parameter
from harness.kernel.policies import Policy

FileType = Literal["pdf", "png", "jpg", "docx"]

MAX_MEGABYTES: Parameter[float] = Parameter(
    "fil_max_mb",
    Annotated[float, msgspec.Meta(gt=0, le=100)],
    "ett tal större än 0, högst 100 (en MB är 1 048 576 byte)",
)
TYPES: Parameter[tuple[FileType, ...]] = Parameter(
    "filtyper", tuple[FileType, ...], "en lista med filtyper: pdf, png, jpg, docx"
)
MAX_FILES: Parameter[int] = Parameter(
    "filer_per_meddelande_max", Annotated[int, msgspec.Meta(ge=1)], "ett heltal, minst 1"
)
PARAMETERS = (MAX_MEGABYTES, TYPES, MAX_FILES)

_MEGABYTE = 1024 * 1024
_MAGIC = {"pdf": b"%PDF-", "png": b"\x89PNG\r\n\x1a\n", "jpg": b"\xff\xd8\xff", "docx": b"PK\x03\x04"}
# The harmless string that every malware scanner finds, in two parts: whole, it would make a scanner take this file.
_EICAR = rb"X5O!P%@AP[4\PZX54(P^)7CC)7}$" + b"EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"


def _looks_like(kind: str, content: bytes) -> bool:
    return content.startswith(_MAGIC[kind]) and (kind != "docx" or b"word/" in content)


def _is_too_big(size: int, megabytes: float) -> bool:
    return size > megabytes * _MEGABYTE


def _is_harmful(content: bytes) -> bool:
    return _EICAR in content


def _may_read(is_part: bool, has_got_a_message: bool) -> bool:
    return is_part or has_got_a_message


def _as_it_came(content: bytes) -> bytes:
    return content


LOOKS_LIKE: Policy[Callable[[str, bytes], bool]] = Policy(
    id="samsa.fil.innehall_mot_typ",
    function=_looks_like,
    source="Domänregel 5.9; AK-FIL-04",
    trust="D",
    description="En fil vars första byte inte är den uppgivna typens avvisas.",
)
TOO_BIG: Policy[Callable[[int, float], bool]] = Policy(
    id="samsa.fil.storlek",
    function=_is_too_big,
    source="Domänregel 5.9; AK-FIL-04",
    trust="D",
    description="En fil som är större än gränsen avvisas; en som är precis så stor tas emot.",
)
HARMFUL: Policy[Callable[[bytes], bool]] = Policy(
    id="samsa.fil.skadlig",
    function=_is_harmful,
    source="Domänregel 5.9; AK-FIL-04",
    trust="D",
    description="En fil med skadlig kod avvisas; simulatorn känner igen testfilen EICAR.",
)
MAY_READ: Policy[Callable[[bool, bool], bool]] = Policy(
    id="samsa.fil.lasare",
    function=_may_read,
    source="GITS slutrapport 2025-02-18 (bifoga filer i SAMSA); AK-FIL-01; att den som bytts ut läser kvar är antaget",
    trust="D",
    description="Ärendets filer öppnas av parterna, och av den som har fått ett meddelande i ärendet.",
)
KEEPS: Policy[Callable[[bytes], bytes]] = Policy(
    id="samsa.fil.innehall",
    function=_as_it_came,
    source="GITS slutrapport 2025-02-18 (bifoga filer i SAMSA); AK-FIL-03",
    trust="D",
    description="Filens innehåll lämnas ut som det kom, byte för byte.",
)
POLICIES = (LOOKS_LIKE, TOO_BIG, HARMFUL, MAY_READ, KEEPS)
