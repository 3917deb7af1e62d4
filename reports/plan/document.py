"""Reads a deltestplan from its TOML file, and says what is wrong with it: which file, which key, what to do."""

from __future__ import annotations

import math
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any, Final, NoReturn

from reports.plan.measures import END_MEASURES, KRAV_MEASURES, START_MEASURES
from reports.plan.plan import Bound, Choice, Criterion, Kind, Limit, Plan
from testdata.faults import Specifikationsfel
from testdata.spelling import nearest

_ENVIRONMENTS: Final = ("simulator",)
_KEYS: Final = ("namn", "syfte", "miljo", "vem", "nar", "urval", "startkriterier", "slutkriterier")
_CHOICE_KEYS: Final = ("vagar", "krav", "omrade", "tagg", "testtyp", "kanal")
_CRITERION_KEYS: Final = ("text", "mat", "hogst", "minst")
_BOUNDS: Final[tuple[Bound, ...]] = ("hogst", "minst")
_LINE: Final = re.compile(r"at line (\d+)")


def read_plan(file: Path) -> Plan:
    """The plan in *file*.

    Raises:
        Specifikationsfel: the file cannot be read, or something in it cannot be meant.
    """
    plan = _Table(str(file), "", _load(file), _KEYS)
    environment = plan.one_of("miljo", _ENVIRONMENTS, default=_ENVIRONMENTS[0])
    first, last = _days(plan)
    choice = _choice(plan.table("urval", _CHOICE_KEYS))
    criteria = (*_criteria(plan, "start", START_MEASURES), *_criteria(plan, "slut", END_MEASURES))
    for criterion in criteria:
        if criterion.limit and criterion.limit.measure in KRAV_MEASURES and not choice.krav:
            plan.refuse(
                "urval.krav",
                f"Måttet {criterion.limit.measure} räknar planens krav, och planen nämner inga.",
                "saknas",
                "Räkna upp kraven i urval.krav, eller ta bort måttet.",
            )
    return Plan(
        name=plan.text("namn"),
        purpose=plan.text("syfte"),
        environment=environment,
        who=plan.texts("vem"),
        first=first,
        last=last,
        choice=choice,
        criteria=criteria,
    )


def _load(file: Path) -> Mapping[str, Any]:
    where = _Table(str(file), "", {}, ())
    try:
        return tomllib.loads(file.read_text(encoding="utf-8-sig"))
    except OSError:
        where.refuse("", f"Planen {file} går inte att läsa.", "ingen läsbar fil", "Kontrollera sökvägen efter --plan.")
    except UnicodeDecodeError:
        where.refuse("", f"Planen {file} är inte sparad som UTF-8.", "andra tecken", "Spara filen på nytt som UTF-8.")
    except tomllib.TOMLDecodeError as fault:
        line = _LINE.search(str(fault))
        place = f"rad {line[1]}" if line else "slutet av filen"
        remedy = 'Texter står inom citattecken, listor inom [ ] och varje nyckel en gång på en egen rad: namn = "…".'
        where.refuse("", f"Planen {file} går inte att läsa som TOML.", f"något fel på {place}", remedy)


def _days(plan: _Table) -> tuple[date, date]:
    if isinstance(plan.values.get("nar"), Mapping):
        span = plan.table("nar", ("fran", "till"))
        first, last = span.day("fran"), span.day("till")
        if last < first:
            span.refuse("till", "Planen slutar innan den börjar.", f"{first} till {last}", "Byt plats på dagarna.")
        return first, last
    day = plan.day("nar")
    return day, day


def _choice(chosen: _Table) -> Choice:
    return Choice(
        paths=chosen.texts("vagar"),
        krav=chosen.texts("krav"),
        areas=chosen.texts("omrade"),
        tags=chosen.text("tagg", default=""),
        test_types=chosen.texts("testtyp"),
        channel=chosen.text("kanal", default=""),
    )


def _criteria(plan: _Table, kind: Kind, measures: Sequence[str]) -> Iterator[Criterion]:
    for table in plan.tables(f"{kind}kriterier", _CRITERION_KEYS):
        yield Criterion(text=table.text("text"), kind=kind, limit=_limit(table, measures))


def _limit(table: _Table, measures: Sequence[str]) -> Limit | None:
    given = [bound for bound in _BOUNDS if bound in table.values]
    if "mat" not in table.values and not given:
        return None
    if len(given) != 1 or "mat" not in table.values:
        table.refuse(
            "mat",
            "Ett kriterium som mäts har ett mått och en gräns.",
            ", ".join(key for key in ("mat", *given) if key in table.values),
            "Skriv mat och antingen hogst eller minst. Utan alla tre bedöms kriteriet av människa.",
        )
    number = table.number(given[0])
    if given[0] == "minst" and number == 0:
        table.refuse("minst", "Minst 0 är alltid uppfyllt.", "0", "Skriv minst 1 eller mer, eller ta bort kriteriet.")
    return Limit(measure=table.one_of("mat", measures), bound=given[0], number=number)


class _Table:
    """One table of the file: takes values out of it, and refuses what cannot be meant."""

    def __init__(self, file: str, path: str, values: Mapping[str, Any], keys: Sequence[str]) -> None:
        self._file = file
        self._path = path
        self.values = values
        for key in values:
            if key not in keys:
                self.refuse(key, f"Nyckeln »{key}« finns inte.", f"»{key}«", _meant(key, keys))

    def refuse(self, key: str, sentence: str, actual: str, next_step: str, expected: str = "") -> NoReturn:
        path = ".".join(part for part in (self._path, key) if part)
        raise Specifikationsfel(
            sentence,
            expected=expected or "en deltestplan som docs/exempel/deltestplan.toml",
            actual=actual,
            where=f"{self._file}{f', nyckeln {path}' if path else ''}",
            next_step=next_step,
        )

    def text(self, key: str, *, default: str | None = None) -> str:
        value = self.values.get(key, default)
        if not isinstance(value, str) or (not value.strip() and default is None):
            self._wrong(key, "en text inom citattecken", f'{key} = "…"')
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        value = self.values.get(key, [])
        if not isinstance(value, list) or not all(isinstance(each, str) and each.strip() for each in value):
            self._wrong(key, "en lista av texter", f'{key} = ["…", "…"]')
        return tuple(value)

    def number(self, key: str) -> float:
        value = self.values.get(key)
        if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value < math.inf:
            self._wrong(key, "ett tal som är minst 0", f"{key} = 0")
        return value

    def day(self, key: str) -> date:
        value = self.values.get(key)
        if isinstance(value, datetime) or not isinstance(value, date):
            self._wrong(key, "en dag, eller fran och till", f"{key} = 2026-03-02")
        return value

    def one_of(self, key: str, known: Sequence[str], *, default: str | None = None) -> str:
        value = self.text(key, default=default)
        if value not in known:
            self.refuse(key, f"»{value}« finns inte här.", f"»{value}«", _meant(value, known))
        return value

    def table(self, key: str, keys: Sequence[str]) -> _Table:
        value = self.values.get(key, {})
        if not isinstance(value, Mapping):
            self._wrong(key, "en tabell", f"[{key}]")
        return _Table(self._file, f"{self._path}.{key}".strip("."), value, keys)

    def tables(self, key: str, keys: Sequence[str]) -> list[_Table]:
        value = self.values.get(key, [])
        if not isinstance(value, list) or not all(isinstance(each, Mapping) for each in value):
            self._wrong(key, "en lista av tabeller", f"[[{key}]]")
        return [_Table(self._file, f"{key}[{number}]", each, keys) for number, each in enumerate(value, start=1)]

    def _wrong(self, key: str, expected: str, example: str) -> NoReturn:
        there = self.values.get(key)
        actual = "saknas" if there is None else f"{there!r}" if not isinstance(there, str) else f"»{there}«"
        what = "saknas" if there is None else "har ett värde som inte går att använda"
        self.refuse(key, f"Nyckeln {key} {what}.", actual, f"Skriv till exempel: {example}", expected)


def _meant(name: str, known: Sequence[str]) -> str:
    near = nearest(name, known)
    return f"Menade du »{near[0]}«?" if near else f"Det finns: {', '.join(known)}."
