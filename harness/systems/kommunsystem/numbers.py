"""Numbers in VGR-format as a kommun's system makes them. It has its own rules: nobody else's are asked.

Source:
    Inera, Lokala Reservidn 1.2; AK-RES-01, AK-RES-02.
"""

from __future__ import annotations

from datetime import date
from typing import Literal

Sex = Literal["kvinna", "man"]
FIRST, LAST = date(1800, 1, 1), date(2099, 12, 31)

_SERIALS = {"kvinna": range(6, 80, 2), "man": range(7, 80, 2), None: range(80, 90)}
_LETTERS = {"kvinna": "K", "man": "M", None: "X"}
_WORTH = {"K": "5", "M": "7", "X": "8"}


def count_of(sex: Sex | None) -> int:
    """How many numbers there are for one birth date."""
    return len(_SERIALS[sex])


def number_at(place: int, born: date, sex: Sex | None) -> str:
    """Number *place* (from 0) of those born on a day."""
    body = f"{born:%Y%m%d}{_LETTERS[sex]}{_SERIALS[sex][place]:02}"
    return body + _control(body)


def _control(body: str) -> str:
    figures = [int(_WORTH.get(sign, sign)) for sign in body[2:]]
    doubled = [figure * 2 - 9 * (figure > 4) if place % 2 == 0 else figure for place, figure in enumerate(figures)]
    return str(-sum(doubled) % 10)
