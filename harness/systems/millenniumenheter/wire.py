"""What Millenniumenheter answers. The names are those of the wire."""

from __future__ import annotations

from datetime import date
from typing import Literal

import msgspec

SystemName = Literal["SAMSA", "Samvy"]


class Enhet(msgspec.Struct, frozen=True):
    """``system`` is where the unit has its inkorg on the day that was asked about; ``nedlagd`` whether it is closed."""

    hsa_id: str
    namn: str
    part: str
    kommunkod: str | None
    system: SystemName
    inkorg: str
    driftsatt_fran: date | None
    nedlagd: bool


class Systemval(msgspec.Struct, frozen=True):
    """Where a case belongs, and the part and day that decided it (AK-SYS-08)."""

    system: SystemName
    avgorande_enhet: str
    driftsatt_fran: date | None
    motivering: str


class Fel(msgspec.Struct, frozen=True):
    kod: str
    fel: str
