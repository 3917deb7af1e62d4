"""Who lives with whom: a hundred people in 50 households, repeated for every hundred of a population.

The shares follow no register: they are a rough Swedish household of 2022 (class D), with children, adults
and old in proportions that a care chain meets. What repeats is only the composition: ages, names, kommun and
the order of the households differ from hundred to hundred.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache

from testdata.identity.value import Sex

BLOCK = 100
"""The people of one composition."""

_SERIALS = 499
"""Serials that each sex has on each birth date: 002-998 and 003-999 (001 is left out, so that both have as many)."""


class HomeRole(StrEnum):
    """What a person is at home. The words of the files."""

    SINGLE = "ensamstående"
    PARTNER = "sambo eller make"
    PARENT = "förälder"
    CHILD = "barn"
    TWIN = "tvilling"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One place of the composition.

    ``youngest`` and ``oldest`` are ages in years, the second not included. ``parents`` are places. ``twin_of``
    is the place of the twin with the same birth date. ``first_serial`` and ``serials`` are the serials that only
    this place uses among those of its sex and ages, so that no number is made twice.
    """

    household: int
    order: int
    role: HomeRole
    sex: Sex
    youngest: int
    oldest: int
    parents: tuple[int, ...] = ()
    twin_of: int | None = None
    first_serial: int = 0
    serials: int = 0


@dataclass(frozen=True, slots=True)
class _Member:
    role: HomeRole
    sex: str
    youngest: int
    oldest: int


def _of(role: HomeRole, sexes: str, youngest: int, oldest: int) -> list[_Member]:
    return [_Member(role, sex, youngest, oldest) for sex in sexes]


def _family(sexes: str, *children: _Member, youngest: int = 30, oldest: int = 46) -> list[_Member]:
    return [*_of(HomeRole.PARENT, sexes, youngest, oldest), *children]


def _households() -> list[list[_Member]]:
    """Parents first: a population that ends in mid-household never has a child without them.

    A parent is 17-46 years older than a child, and siblings are at least a year apart unless twins.
    """
    role = HomeRole
    families = [
        _family("km", _Member(role.CHILD, older, 6, 13), _Member(role.CHILD, younger, 0, 5))
        for older, younger in ("km", "mk", "kk", "mm", "km", "mk", "km", "mk", "mk")
    ]
    twins = [_family("km", *_of(role.TWIN, "km", 0, 13))]
    one_parent = [
        _family("k", _Member(role.CHILD, "m", 0, 8), youngest=26),
        _family("m", _Member(role.CHILD, "k", 0, 8), youngest=26),
    ]
    grown = [_family("km", _Member(role.CHILD, sex, 18, 25), youngest=45, oldest=62) for sex in "km"]
    middle = [_of(role.PARTNER, sexes, 45, 65) for sexes in ("km",) * 7 + ("kk",)]
    alone = [_of(role.SINGLE, sex, 20, 65) for sex in "kmkmkmkmkmkmmm"]
    older = [_of(role.PARTNER, sexes, 65, 80) for sexes in ("km",) * 4 + ("mm",)]
    older += [_of(role.SINGLE, sex, 65, 80) for sex in "kmkm"]
    oldest = [_of(role.PARTNER, "km", 80, 93), *(_of(role.SINGLE, sex, 80, 95) for sex in "kkm")]
    oldest += [_of(role.SINGLE, "k", 90, 105)]
    return families + twins + one_parent + grown + middle + alone + older + oldest


_GENERATIONS = ((0, 14), (17, 65), (65, 106))
"""Ages that share serials among themselves and with no other generation: no date belongs to two of them."""


@cache
def places() -> tuple[Place, ...]:
    """All hundred, household by household."""
    found: list[Place] = []
    for number, members in enumerate(_households()):
        start = len(found)
        parents = tuple(start + i for i, member in enumerate(members) if member.role is HomeRole.PARENT)
        for order, member in enumerate(members):
            is_second_twin = member.role is HomeRole.TWIN and members[order - 1].role is HomeRole.TWIN
            found.append(
                Place(
                    household=number,
                    order=order,
                    role=member.role,
                    sex=Sex.KVINNA if member.sex == "k" else Sex.MAN,
                    youngest=member.youngest,
                    oldest=member.oldest,
                    parents=parents if member.role in (HomeRole.CHILD, HomeRole.TWIN) else (),
                    twin_of=start + order - 1 if is_second_twin else None,
                )
            )
    return _with_serials(found)


def _with_serials(found: list[Place]) -> tuple[Place, ...]:
    """Give every place its own share of the serials of its sex and generation."""
    shared: dict[int, Place] = {}
    for sex in Sex:
        for youngest, oldest in _GENERATIONS:
            group = [i for i, p in enumerate(found) if p.sex is sex and youngest <= p.youngest and p.oldest <= oldest]
            share = _SERIALS // len(group)
            for turn, i in enumerate(group):
                shared[i] = replace(found[i], first_serial=turn * share, serials=share)
    return tuple(shared[i] for i in range(len(found)))
