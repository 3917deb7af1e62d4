"""The format of an HSA-id, and the ids that this room gives to its invented units and persons."""

from __future__ import annotations

import re

from testdata.faults import Specifikationsfel

PREFIX = "SE0000000000-"
"""An organisation number of zeros cannot exist, so no id of ours can belong to anyone (D12)."""

_SHAPE = re.compile(r"SE[0-9]{10}-[A-Za-z0-9]{1,18}")
_LONGEST = 31


def check_hsa_id(text: str) -> str:
    """Return *text* if it has the format of an HSA-id; it is not looked up anywhere.

    Shape: ``SE``, ten digits, ``-``, then 1 to 18 of A-Z a-z 0-9; at most 31 characters.

    Raises:
        Specifikationsfel: wrong shape.

    Source:
        AK-INK-07. Inera's rules for HSA-id (openEHR Sweden, healthmod/1922990156). Class B.
    """
    if _SHAPE.fullmatch(text) and len(text) <= _LONGEST:
        return text
    odd = sorted({c for c in text if c in "åäöÅÄÖ@"})
    actual = f"'{text}' ({len(text)} tecken)"
    if odd:
        actual += f", som innehåller {', '.join(odd)}"
    raise Specifikationsfel(
        f"'{text}' är inte ett HSA-id.",
        expected="SE, tio siffror, bindestreck och 1–18 bokstäver a–z eller siffror; högst 31 tecken, inga å ä ö",
        actual=actual,
        krav="AK-INK-07",
        next_step="Rätta HSA-id:t, eller använd enhetens namn i stället.",
    )
