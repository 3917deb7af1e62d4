"""Which kind of identity a string is."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from testdata.faults import Specifikationsfel
from testdata.identity.local import is_grid, refuse_grid
from testdata.identity.nrid import parse_nrid
from testdata.identity.personnummer import parse_personnummer
from testdata.identity.samordningsnummer import parse_samordningsnummer
from testdata.identity.value import Identity
from testdata.identity.vgr import parse_vgr


def parse_identity(text: str, *, today: date | None = None) -> Identity:
    """The one identity that *text* is; the four kinds are disjoint.

    Ten digits are read only with *today*.

    Raises:
        Specifikationsfel: it is none of them; says why each did not fit, or that it is an old reserv-id (GRID).
    """
    parsers: tuple[Callable[[], Identity], ...] = (
        lambda: parse_personnummer(text, today=today),
        lambda: parse_samordningsnummer(text, today=today),
        lambda: parse_nrid(text),
        lambda: parse_vgr(text),
    )
    reasons = []
    for parse in parsers:
        try:
            return parse()
        except Specifikationsfel as fault:
            reasons.append(fault.sentence.split("inte ett giltigt ", 1)[-1].rstrip("."))
    if is_grid(text):
        raise refuse_grid(text)
    raise Specifikationsfel(
        "Texten är varken personnummer, samordningsnummer, nationellt reservnummer eller VGR-reservnummer.",
        expected="en giltig identitet av ett av de fyra slagen",
        actual="; ".join(reasons),
        krav="AK-RES-04",
        next_step="Rätta numret, eller använd ett alias och låt ramverket dela ut ett testnummer.",
    )
