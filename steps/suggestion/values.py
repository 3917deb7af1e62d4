"""Finds the values in a step: its people, units, days and clock times, however they are written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import pairwise

from rapidfuzz.distance import OSA
from rapidfuzz.process import extractOne

from steps.valuekinds import ValueKind
from testdata.model import System
from testdata.organisation.enheter import units
from testdata.organisation.kommuner import kommuner
from testdata.spelling import fold

_MONTHS = ("jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_MONTH = r"(?P<month>jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)[a-zåäö]*\.?"
_DAYS = (
    re.compile(r"\b(?P<year>\d{4})[-/.](?P<number>\d{1,2})[-/.](?P<day>\d{1,2})\b"),
    re.compile(r"\b(?P<year>\d{4})(?P<number>\d{2})(?P<day>\d{2})\b"),
    re.compile(rf"\b(?P<day>\d{{1,2}})(?::?e)?\s+{_MONTH}(?:\s+(?P<year>\d{{4}}))?\b", re.IGNORECASE),
    re.compile(r"\b(?P<day>\d{1,2})/(?P<number>\d{1,2})(?:[\s-]+(?P<year>\d{4}))?\b"),
)
_DURATION = re.compile(
    r"\b(?:(?P<hours>\d+)\s*(?:timm\w*|tim\b|h\b)(?:\s*(?:och\s+)?(?P<rest>\d+)\s*min\w*)?|(?P<minutes>\d+)\s*min\w*)",
    re.IGNORECASE,
)
# "3 dygn som utskrivningsklar" is a number of days and not a time that passes.
_PASSING_DAYS = re.compile(r"\b(?P<days>\d+)\s*(?:dygn|dagar|dag)\b(?=\s+(?:går|gått|senare|passerar))", re.IGNORECASE)
_COUNT = re.compile(r"\b(?P<count>inget|inga|noll|ett|en|\d+)\s+meddelanden?\b", re.IGNORECASE)
_COUNT_WORDS = {"inget": 0, "inga": 0, "noll": 0, "ett": 1, "en": 1}
_CLOCKS = (
    re.compile(
        r"\b(?:kl\b\.?|klockan)\s*(?:är\s+|blir\s+|blev\s+)?"
        r"(?P<hour>\d{1,2})(?:[.:](?P<minute>\d{2}))?\b(?![-/])",
        re.IGNORECASE,
    ),
    re.compile(r"(?<![\d.:-])(?P<hour>\d{1,2})[.:](?P<minute>\d{2})\b(?![.:\d-])"),
)
_WANTED = re.compile(r"\b(?:(?:över|under) \d+ år|mellan \d+ och \d+ år|född \d{4})\b.*$", re.IGNORECASE)
_QUOTED = re.compile(r"[\"”“»](?P<text>[^\"”“»«]+)[\"”“«]")
_NUMBER = re.compile(r"(?<![\w.-])\d+(?![\w.-])")
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_LONGEST_NAME = 5
_SHORTEST_FUZZY = 6
_LEAST_LIKENESS = 0.85


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """A value in a text, from ``start`` to ``end``. ``text`` is how our sentences write it, as far as it is known."""

    kind: ValueKind
    text: str
    start: int
    end: int


def find_values(text: str) -> list[Value]:
    """The values of *text*, in order and apart from each other. People are known by their capital."""
    found = _Found(text)
    found.add(_quoted(text))
    found.add(_value(ValueKind.WANTED, match.group(), match) for match in _WANTED.finditer(text))
    found.add(_days(text))
    found.add(_durations(text))
    found.add(_value(ValueKind.DURATION, f"{match['days']} dygn", match) for match in _PASSING_DAYS.finditer(text))
    found.add(_counts(text))
    found.add(_clocks(text))
    found.add(_numbers(text))
    found.add(_places(found.words()))
    found.add(_systems(found.words()))
    found.add(_names(found.words()))
    return found.values


def masked(text: str, values: Iterable[Value]) -> str:
    """*text* with ``{kind}`` in the place of each value; a system is also a word and stays."""
    for value in sorted(values, key=lambda v: -v.start):
        if value.kind is not ValueKind.SYSTEM:
            text = f"{text[: value.start]}{{{_marker(value.kind)}}}{text[value.end :]}"
    return text


def _marker(kind: ValueKind) -> str:
    return fold(kind.value)


class _Found:
    """Values so far. What one reading has taken is not there for the next."""

    def __init__(self, text: str) -> None:
        self._text = text
        self.values: list[Value] = []

    def add(self, candidates: Iterable[Value]) -> None:
        for value in candidates:
            if not any(value.start < other.end and other.start < value.end for other in self.values):
                self.values.append(value)
        self.values.sort(key=lambda value: value.start)

    def words(self) -> list[re.Match[str]]:
        """The words that no value has taken."""
        taken = [(value.start, value.end) for value in self.values]
        return [m for m in _WORD.finditer(self._text) if not any(s < m.end() and m.start() < e for s, e in taken)]


def _value(kind: ValueKind, text: str, match: re.Match[str]) -> Value:
    return Value(kind=kind, text=text, start=match.start(), end=match.end())


def _quoted(text: str) -> Iterator[Value]:
    for match in _QUOTED.finditer(text):
        yield _value(ValueKind.TEXT, match["text"], match)


def _days(text: str) -> Iterator[Value]:
    for pattern in _DAYS:
        for match in pattern.finditer(text):
            parts = match.groupdict()
            month = int(parts["number"]) if parts.get("number") else 1 + _MONTHS.index(parts["month"].lower())
            yield _value(ValueKind.DAY, _day(parts["year"], month, int(parts["day"])), match)


def _day(year: str | None, month: int, day: int) -> str:
    """The day as our sentences write it; empty for one that lacks its year or does not exist."""
    try:
        return date(int(year), month, day).isoformat() if year else ""
    except ValueError:
        return ""


def _durations(text: str) -> Iterator[Value]:
    for match in _DURATION.finditer(text):
        hours, minutes = match["hours"], match["minutes"] or match["rest"]
        parts = []
        if hours:
            parts.append(f"{hours} {'timme' if int(hours) == 1 else 'timmar'}")
        if minutes:
            parts.append(f"{minutes} {'minut' if int(minutes) == 1 else 'minuter'}")
        yield _value(ValueKind.DURATION, " och ".join(parts), match)


def _counts(text: str) -> Iterator[Value]:
    for match in _COUNT.finditer(text):
        word = match["count"].lower()
        count = _COUNT_WORDS[word] if word in _COUNT_WORDS else int(word)
        said = {0: "inget meddelande", 1: "ett meddelande"}.get(count, f"{count} meddelanden")
        yield _value(ValueKind.COUNT, said, match)


def _clocks(text: str) -> Iterator[Value]:
    for pattern in _CLOCKS:
        for match in pattern.finditer(text):
            hour, minute = int(match["hour"]), match["minute"] or "00"
            if hour < 24 and int(minute) < 60:
                yield _value(ValueKind.CLOCK, f"{hour:02}.{minute}", match)


def _numbers(text: str) -> Iterator[Value]:
    for match in _NUMBER.finditer(text):
        yield _value(ValueKind.NUMBER, match.group(), match)


@cache
def _place_names() -> Mapping[str, tuple[ValueKind, str]]:
    """Units and kommuner by their folded names, hyphens as spaces."""
    named = {_plain(kommun.namn): (ValueKind.KOMMUN, kommun.namn) for kommun in kommuner()}
    named |= {_plain(unit.full_name): (ValueKind.UNIT, unit.name) for unit in units()}
    named |= {_plain(unit.name): (ValueKind.UNIT, unit.name) for unit in units()}
    return named


def _plain(name: str) -> str:
    return fold(name).replace("-", " ")


def _places(words: list[re.Match[str]]) -> Iterator[Value]:
    """Units and kommuner, the longest name at each place first."""
    at = 0
    while at < len(words):
        for length in range(min(_LONGEST_NAME, len(words) - at), 0, -1):
            run = words[at : at + length]
            if any(after.start() - before.end() > 1 for before, after in pairwise(run)):
                continue
            place = _place(" ".join(word.group() for word in run))
            if place:
                kind, name = place
                yield Value(kind=kind, text=name, start=run[0].start(), end=run[-1].end())
                at += length - 1
                break
        at += 1


def _place(written: str) -> tuple[ValueKind, str] | None:
    names = _place_names()
    plain = _plain(written)
    if not any(letter.isupper() for letter in written) and " " not in plain and plain not in ("sas", "skas"):
        return None  # »vara« and »mark« are words; only with a capital are they places
    for form in (plain, plain.removesuffix("s")):
        if form in names:
            return names[form]
    if len(plain) < _SHORTEST_FUZZY:
        return None
    if part := _part_of_a_name(plain):
        return names[part]
    near = extractOne(plain, names.keys(), scorer=OSA.normalized_similarity, score_cutoff=_LEAST_LIKENESS)
    return names[near[0]] if near else None


def _part_of_a_name(plain: str) -> str | None:
    """The one name that has all words of *plain*: ``vc hisingen`` is ``vc goteborg hisingen``."""
    words = set(plain.split())
    if len(words) < 2:
        return None
    having = [name for name in _place_names() if words < set(name.split())]
    return having[0] if len(having) == 1 else None


def _systems(words: list[re.Match[str]]) -> Iterator[Value]:
    for match in words:
        for system in System:
            if OSA.distance(fold(match.group()), fold(system.value)) <= 1:
                yield _value(ValueKind.SYSTEM, system.value, match)


def _names(words: list[re.Match[str]]) -> Iterator[Value]:
    """People: words with one capital that are nothing else."""
    for match in words:
        written = match.group()
        if written[0].isupper() and written[1:].islower() and not _is_ordinary(written):
            yield _value(ValueKind.NAME, _nominative(written), match)


def _is_ordinary(written: str) -> bool:
    """Words that begin with a capital for another reason than being somebody's name."""
    return fold(written).startswith(("milleni", "millenn"))


def _nominative(name: str) -> str:
    """``Astrids`` is Astrid; ``Agnes`` and ``Lars`` are names as they stand, and shall not lose their s."""
    bare = name.removesuffix("s")
    return bare if len(bare) > 3 and bare[-1] not in "eiu" and bare != name else name
