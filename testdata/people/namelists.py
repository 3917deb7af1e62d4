"""Lists of names and streets: recognisable as test data, or as in life (Faker's Swedish ones)."""

from __future__ import annotations

from enum import StrEnum
from functools import cache

from testdata.identity.value import Sex

_FIRST = ("Test", "Prov", "Övnings", "Exempel")
_SECOND = (
    "alm", "asp", "backe", "berg", "björk", "blad", "bäck", "dal", "ek", "fors", "gran", "gren", "hag", "hed",
    "holm", "kulle", "kvist", "lind", "ljung", "lund", "löv", "mark", "mo", "myr", "rot", "rönn", "sjö", "skog",
    "sten", "strand", "ström", "sund", "vall", "vik", "våg", "äng", "ö", "ås",
)  # fmt: skip
_STREET_ENDS = ("gatan", "vägen", "stigen", "gränden", "torget", "backen")


class NameStyle(StrEnum):
    """How a family name looks. The words of the command line."""

    RECOGNISABLE = "igenkannbar"
    REALISTIC = "realistisk"


@cache
def given_names(sex: Sex) -> tuple[str, ...]:
    """Faker's Swedish given names, in its order."""
    # Faker takes a third of a second to import, so nobody pays for it before the first person.
    from faker.providers.person.sv_SE import Provider

    return tuple(Provider.first_names_female if sex is Sex.KVINNA else Provider.first_names_male)


@cache
def family_names(style: NameStyle) -> tuple[str, ...]:
    """Family names: "Testlind" and its like, which say themselves that they are invented, or Faker's Swedish ones.

    A realistic name together with a given name may be somebody's; the number never is.
    """
    if style is NameStyle.RECOGNISABLE:
        return tuple(first + second for second in _SECOND for first in _FIRST)
    from faker.providers.person.sv_SE import Provider

    return tuple(Provider.last_names)


@cache
def streets() -> tuple[str, ...]:
    """Invented street names, which say themselves that they are."""
    return tuple(f"{first}{second}{end}" for first in _FIRST for second in _SECOND for end in _STREET_ENDS)
