"""What a parsed identity is, and the words for its kinds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from testdata.faults import Specifikationsfel
from testdata.model import PersonId


class Kind(StrEnum):
    """The four kinds of identity. Their formats are disjoint: a string is at most one of them."""

    PERSONNUMMER = "personnummer"
    SAMORDNINGSNUMMER = "samordningsnummer"
    NRID = "nationellt reservnummer"
    VGR = "VGR-reservnummer"


class Sex(StrEnum):
    """Sex as the number states it."""

    KVINNA = "kvinna"
    MAN = "man"


OID = {
    Kind.PERSONNUMMER: "1.2.752.129.2.1.3.1",
    Kind.SAMORDNINGSNUMMER: "1.2.752.129.2.1.3.3",
    Kind.NRID: "1.2.752.74.9.1",
    Kind.VGR: "1.2.752.113.11.0.2.1.1.1",
}
"""The domain of each kind (AK-RES-04; Inera and its wiki on local reserve ids). Class B."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """One identity and what its characters say.

    ``born`` is the date in the number, which need not be the person's registered birth date; None
    where the number has no real date. ``sex`` is None where the number leaves it unknown.
    """

    kind: Kind
    value: str
    born: date | None
    sex: Sex | None

    @property
    def person_id(self) -> PersonId:
        return PersonId(OID[self.kind], self.value)


def sex_of(digit: str) -> Sex:
    """Odd is man, even is kvinna: the third serial digit of every kind."""
    return Sex.MAN if int(digit) % 2 else Sex.KVINNA


def calendar_day(year: str, month: str, day: str) -> date | None:
    """The date, or None when the calendar has no such day."""
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def identity_fault(
    kind: Kind, shown: str, reason: str, *, expected: str, krav: str, next_step: str
) -> Specifikationsfel:
    """The fault for a text that is not a valid identity of *kind*."""
    return Specifikationsfel(
        f"'{shown}' är inte ett giltigt {kind}: {reason}.",
        expected=expected,
        actual=reason,
        krav=krav,
        next_step=next_step,
    )
