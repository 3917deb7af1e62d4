"""What a scenario asks of a persona, in words: "över 80 år i Mark med skyddad folkbokföring"."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from testdata.faults import Specifikationsfel
from testdata.identity.value import Sex
from testdata.organisation.kommuner import find_kommun, kommuner
from testdata.people.personas.catalogue import Persona, personas, traits
from testdata.spelling import nearest, unknown_name

PLAN_WINDOW = (date(2022, 1, 1), date(2023, 12, 31))
"""The years of the plan. An age holds from the first day to the last, where a scenario has not said what day it is."""

SCENARIO_YEARS = (date(2020, 1, 1), date(2030, 12, 31))
"""Days that a scenario is likely to have: a description that fits nobody on any of them is refused in the text."""

_NO_LOWEST, _NO_HIGHEST = -1, 999
_AGES = re.compile(
    r"över (?P<over>\d+) år|under (?P<under>\d+) år|mellan (?P<least>\d+) och (?P<most>\d+) år|född (?P<born>\d{4})"
)
_SEXES = re.compile(rf"(?:{Sex.KVINNA}|{Sex.MAN})\b")
_PLACE = re.compile(r"i |från ")
_WITH = re.compile(r"(?P<word>med|utan) ")
_JOINT = re.compile(r" ?, ?| och ")
_NEXT_PART = re.compile(r" (?:med|utan|och|över|under|mellan|född|i|från)\b|,|$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Criteria that all hold. Ages are whole years, ``youngest`` and ``oldest`` both included."""

    text: str
    youngest: int = _NO_LOWEST
    oldest: int = _NO_HIGHEST
    birth_year: int | None = None
    sex: Sex | None = None
    kommun: str | None = None
    traits: tuple[str, ...] = ()
    without: tuple[str, ...] = ()

    def misses(self, persona: Persona, first: date, last: date) -> tuple[str, ...]:
        """What *persona* lacks, in Swedish; her age counts from *first* to *last*. Empty when she fits."""
        wrong = []
        ages = persona.age_on(first), persona.age_on(last)
        if ages[0] < self.youngest or ages[1] > self.oldest or ages[0] < 0:
            years = f"{ages[0]} år" if ages[0] == ages[1] else f"{ages[0]}–{ages[1]} år"
            wrong.append(f"är {years}" if ages[0] >= 0 else "är inte född än")
        if self.birth_year not in (None, persona.born.year):
            wrong.append(f"är född {persona.born.year}")
        if self.sex not in (None, persona.sex):
            wrong.append(f"är {persona.sex}")
        if self.kommun not in (None, persona.kommun.namn):
            wrong.append(f"bor i {persona.kommun.namn}")
        wrong += [f"har inte {trait}" for trait in self.traits if trait not in persona.traits]
        wrong += [f"har {trait}" for trait in self.without if trait in persona.traits]
        return tuple(wrong)


ANYBODY = Wanted(text="")
"""No criterion but to be born."""


def parse_wanted(text: str) -> Wanted:
    """*text* as criteria: age, sex, kommun, and traits of the catalogue with ``med`` and ``utan``, in any order.

    "Över 80 år" is to have turned 80; "under 18 år" is not to have turned 18; "mellan 20 och 30 år" includes both. A
    comma or ``och`` may stand between two criteria, and between two traits it carries ``med`` or ``utan`` on.

    Raises:
        Specifikationsfel: a word that means nothing, something said twice, or an unknown kommun or trait; the nearest
            are suggested.
    """
    wanted, rest, joining = Wanted(text=text), " ".join(text.split()), ""
    if not rest:
        raise _unreadable(text, rest)
    while rest:
        word = _WITH.match(rest)
        if age := _AGES.match(rest):
            wanted, end, joining = _with_age(wanted, age), age.end(), ""
        elif sex := _SEXES.match(rest):
            wanted, end, joining = _once(wanted, sex=Sex(sex.group())), sex.end(), ""
        elif place := _PLACE.match(rest):
            after = rest[place.end() :]
            name = _longest(after, [k.namn for k in kommuner()]) or _word(after)
            wanted, end, joining = _once(wanted, kommun=find_kommun(name).namn), place.end() + len(name), ""
        elif word or joining:
            joining = word["word"] if word else joining
            start = word.end() if word else 0
            trait = _longest(rest[start:], traits())
            if not trait:
                raise _unknown_trait(_word(rest[start:]))
            wanted, end = _with_trait(wanted, joining, trait), start + len(trait)
        else:
            raise _unreadable(text, rest)
        rest = rest[end:]
        joint = _JOINT.match(rest)
        if rest and not joint and not rest.startswith(" "):
            raise _unreadable(text, rest)
        joining = joining if joint else ""
        rest, ended = rest[joint.end() if joint else 1 :], rest
        if joint and not rest:
            raise _unreadable(text, ended.strip())
    return wanted


def find_personas(
    wanted: Wanted, window: tuple[date, date] = PLAN_WINDOW, *, taken: Collection[str] = ()
) -> tuple[Persona, ...]:
    """Everybody who fits *wanted* during *window* and is not among *taken* (given names).

    Raises:
        Specifikationsfel: nobody; tells of the three nearest and what each of them lacks.
    """
    free = [persona for persona in personas() if persona.given_name not in taken]
    missing = {persona.given_name: wanted.misses(persona, *window) for persona in free}
    fitting = tuple(persona for persona in free if not missing[persona.given_name])
    if fitting:
        return fitting
    near = sorted(free, key=lambda persona: len(missing[persona.given_name]))[:3]
    told = "; ".join(f"{p.given_name} ({', '.join(missing[p.given_name])})" for p in near)
    first, last = window
    days = f"{first}" if first == last else f"{first} – {last}"
    raise Specifikationsfel(
        f"Ingen i personkatalogen är en patient {wanted.text}.",
        expected=f"någon som stämmer med allt, {days}",
        actual=f"närmast: {told}",
        next_step="Ändra det som sägs om patienten, eller välj någon ur docs/personer.html.",
    )


def fits_somebody(wanted: Wanted) -> bool:
    """Whether anybody fits *wanted* on some day that a scenario is likely to have (:data:`SCENARIO_YEARS`)."""
    first, last = SCENARIO_YEARS
    ageless = replace(wanted, youngest=_NO_LOWEST, oldest=_NO_HIGHEST)
    return any(
        persona.age_on(first) <= wanted.oldest and persona.age_on(last) >= wanted.youngest
        for persona in personas()
        if not ageless.misses(persona, last, last)
    )


def _with_age(wanted: Wanted, age: re.Match[str]) -> Wanted:
    if age["born"]:
        return _once(wanted, birth_year=int(age["born"]))
    if age["over"]:
        return _once(wanted, youngest=int(age["over"]))
    if age["under"]:
        return _once(wanted, oldest=int(age["under"]) - 1)
    return _once(_once(wanted, youngest=int(age["least"])), oldest=int(age["most"]))


def _once(wanted: Wanted, **criterion: Any) -> Wanted:
    """*wanted* with one more *criterion*, which must not have been said already: the last would silently win."""
    [(name, value)] = criterion.items()
    if getattr(wanted, name) != getattr(ANYBODY, name):
        raise Specifikationsfel(
            f"Beskrivningen »{wanted.text}« säger {_SAID[name]} två gånger.",
            expected=f"{_SAID[name]} en gång",
            actual=f"»{wanted.text}«",
            next_step="Behåll det som gäller, och ta bort det andra.",
        )
    return replace(wanted, **{name: value})


_SAID = {
    "youngest": "lägsta ålder",
    "oldest": "högsta ålder",
    "birth_year": "födelseår",
    "sex": "kön",
    "kommun": "kommun",
}


def _with_trait(wanted: Wanted, joining: str, trait: str) -> Wanted:
    if joining == "utan":
        return replace(wanted, without=(*wanted.without, trait))
    return replace(wanted, traits=(*wanted.traits, trait))


def _longest(text: str, known: Collection[str]) -> str:
    """The longest of *known* that *text* begins with, as whole words, or an empty text."""
    return max((k for k in known if re.match(rf"{re.escape(k)}(?!\w)", text)), key=len, default="")


def _word(text: str) -> str:
    """What stands before the next part of the description."""
    found = _NEXT_PART.search(text)
    return text[: found.start()] if found else text


def _unknown_trait(name: str) -> Specifikationsfel:
    return unknown_name(
        name, traits(), subject="Egenskapen", expected="en egenskap ur personkatalogen, docs/personer.html"
    )


def _unreadable(text: str, rest: str) -> Specifikationsfel:
    first = rest.split(" ")[0]
    words = ("över", "under", "mellan", "född", "kvinna", "man", "i", "från", "med", "utan")
    near = nearest(first, words)
    return Specifikationsfel(
        f"»{rest}« i beskrivningen av patienten går inte att förstå." + (f" Menade du »{near[0]}«?" if near else ""),
        expected="till exempel »över 80 år i Mark med skyddad folkbokföring utan god man«",
        actual=f"»{text}«",
        next_step="Använd »över N år«, »under N år«, »mellan N och M år«, »född ÅÅÅÅ«, »kvinna«, »man«, »i KOMMUN«, "
        "»med EGENSKAP« och »utan EGENSKAP«.",
    )
