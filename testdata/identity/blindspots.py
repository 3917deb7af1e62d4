"""What the check digit of an NRID does not see: one character read wrong, and the number is still valid."""

from __future__ import annotations

from dataclasses import dataclass

from testdata.faults import Specifikationsfel
from testdata.identity.nrid import parse_nrid
from testdata.identity.value import Identity

_CHARACTERS = "0123456789ABCDEFGHJKLMNPRSTUXYZ"


@dataclass(frozen=True, slots=True)
class Lookalike:
    """A valid number that differs from another in one character. ``place`` counts from 1."""

    place: int
    written: str
    read: str
    identity: Identity


def lookalikes(number: str) -> tuple[Lookalike, ...]:
    """Every valid NRID that is *number* with one other character before the check digit, as B for K.

    About one misreading in forty is not noticed: a system must compare name and birth date as well (AK-RES-16).

    Raises:
        Specifikationsfel: *number* is no NRID.
    """
    value = parse_nrid(number).value
    return tuple(
        Lookalike(at + 1, written, read, identity)
        for at, written in enumerate(value[:-1])
        for read in _CHARACTERS
        if read != written and (identity := _valid(f"{value[:at]}{read}{value[at + 1 :]}"))
    )


def _valid(number: str) -> Identity | None:
    try:
        return parse_nrid(number)
    except Specifikationsfel:
        return None
