"""The ways in which people write a personnummer or samordningsnummer, read as twelve digits.

Nothing here knows calendar or check digit; see :mod:`personnummer` and :mod:`samordningsnummer`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from testdata.identity.value import Kind, identity_fault

_SHAPE = re.compile(r"(?P<century>\d\d)?(?P<year>\d\d)(?P<rest>\d{4})(?P<separator>[-+]?)(?P<last>\d{4})")
_EARLIEST_YEAR = 1890
_CENTURIES = range(18, 22)
_FORM = "tolv siffror ÅÅÅÅMMDDNNNK, eller tio med - eller + (ÅÅMMDD-NNNK)"
_STEP = "Skriv numret med tolv siffror, eller använd ett alias och låt ramverket dela ut ett testnummer."


def mask(text: str) -> str:
    """*text* with its last four characters hidden: a fault is printed, and the text may be somebody's."""
    bare = "".join(text.split())
    return f"{bare[:-4]}****"


def twelve_digits(text: str, kind: Kind, born: Callable[[str], date | None], *, today: date | None, krav: str) -> str:
    """Read *text* as twelve digits.

    Space anywhere is ignored. Ten digits need *today*: with ``-`` the person is younger than 100,
    with ``+`` she turns 100 this year or is older (only years count), and with neither the number
    is read only if one single year since 1890 fits. *born* gives the date in twelve digits.

    Raises:
        Specifikationsfel: another shape, or a century that cannot be told.
    """
    match = _SHAPE.fullmatch("".join(text.split()))
    if match is None:
        raise _fault(kind, text, "formen stämmer inte", krav)
    short = match["year"] + match["rest"] + match["last"]
    if match["century"]:
        return match["century"] + short
    if today is None:
        raise _fault(kind, text, "århundradet saknas", krav)
    candidates = [f"{century}{short}" for century in _CENTURIES]
    fitting = [c for c in candidates if _fits(int(c[:4]), born(c), match["separator"], today)]
    if len(fitting) == 1:
        return fitting[0]
    reason = "århundradet går inte att avgöra" if fitting else "inget århundrade passar"
    raise _fault(kind, text, reason, krav)


def _fits(year: int, born: date | None, separator: str, today: date) -> bool:
    # A samordningsnummer may lack a real date; then the year alone decides.
    if year > today.year or (born is not None and born > today):
        return False
    hundred = today.year - year >= 100
    if separator == "+":
        return hundred and today.year - year < 200
    if separator == "-":
        return not hundred
    return year >= _EARLIEST_YEAR


def _fault(kind: Kind, text: str, reason: str, krav: str) -> Exception:
    return identity_fault(kind, mask(text), reason, expected=_FORM, krav=krav, next_step=_STEP)
