"""The persona catalogue for people: a search on the command line, and a page that needs nothing else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from rich.console import Console

from reports.summary import GREEN, SPECIFICATION_FAULT
from testdata.faults import Specifikationsfel
from testdata.organisation.plan import rows_in_force
from testdata.people.personas.catalogue import Persona, personas
from testdata.people.personas.lives import happenings_of
from testdata.people.personas.wanted import PLAN_WINDOW, find_personas, parse_wanted
from testdata.spelling import fold

PAGE = "personer.html"
_GROUPS = ((0, 17, "barn"), (18, 64, "vuxna"), (65, 999, "äldre"))
_OLDEST_DECADE = 10


@dataclass(frozen=True, slots=True)
class Bar:
    """How many personas are of one decade of age on one day. ``height`` is a share of the highest, in per cent."""

    decade: str
    count: int
    height: int


def show(words: Sequence[str], console: Console) -> int:
    """Print the personas that *words* are about; without words, all."""
    try:
        found = _search(" ".join(words))
    except Specifikationsfel as fault:
        console.print(str(fault), style="red", markup=False)
        return SPECIFICATION_FAULT
    for persona in found:
        console.print(f"\n{persona.name}, {ages(persona)}, {persona.kommun.namn}", style="bold", markup=False)
        console.print(f"  {persona.description}", markup=False)
        console.print(f"  Egenskaper: {', '.join(persona.traits)}", markup=False)
        for role, who in persona.around.items():
            console.print(f"  {role.capitalize()}: {', '.join(who)}", markup=False)
        for happening in happenings_of(persona):
            console.print(f"  {happening}", markup=False)
        console.print(f"  Skriv: Givet {persona.given_name} ur personkatalogen", markup=False)
    people = "person" if len(found) == 1 else "personer"
    console.print(f"\n{len(found)} {people} av {len(personas())} i personkatalogen.", markup=False)
    return GREEN


def _search(text: str) -> Sequence[Persona]:
    """Those who fit *text* as a scenario would say it, else those who have every word of it somewhere.

    Raises:
        Specifikationsfel: there are none of either; says why nobody fits.
    """
    if not text:
        return personas()
    try:
        return find_personas(parse_wanted(text))
    except Specifikationsfel:
        words = fold(text).split()
        found = [persona for persona in personas() if all(word in _everything(persona) for word in words)]
        if not found:
            raise
        return found


def _everything(persona: Persona) -> str:
    around = " ".join(f"{role} {' '.join(who)}" for role, who in persona.around.items())
    kommun = f"{persona.kommun.namn} {persona.kommun.omrade}"
    said = (persona.name, kommun, str(persona.sex), *persona.traits, around, persona.description)
    return fold(" ".join(said))


def ages(persona: Persona) -> str:
    """Her age at the beginning and the end of the plan, as a reader says it."""
    first, last = (persona.age_on(day) for day in PLAN_WINDOW)
    if first < 0:
        return f"född {persona.born}"
    return f"{first} år" if first == last else f"{first}–{last} år"


def write_page(folder: Path, console: Console) -> int:
    """Draw the page anew in *folder*."""
    path = folder / PAGE
    path.write_text(draw_page(), encoding="utf-8", newline="\n")
    console.print(f"{path}: skriven på nytt", markup=False)
    return GREEN


def draw_page() -> str:
    """The page: every persona, what to write, and how old they are on the plan's first and last day."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("harness.cli", "templates"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    days = plan_days()
    return environment.get_template("personer.html.jinja").render(
        personas=personas(),
        ages=ages,
        searched=_everything,
        happenings_of=happenings_of,
        days=[(day, tuple(bars(day)), tuple(groups(day))) for day in days],
    )


def plan_days() -> tuple[date, date]:
    """The first and the last day on which something goes live."""
    days = [row.day for row in rows_in_force() if row.day is not None]
    return min(days), max(days)


def bars(day: date) -> Iterator[Bar]:
    """One for each decade of age, those of a hundred and more together. Who is not born yet is left out."""
    decades = [min(age // 10, _OLDEST_DECADE) for age in (p.age_on(day) for p in personas()) if age >= 0]
    highest = max(decades.count(decade) for decade in range(_OLDEST_DECADE + 1))
    for decade in range(_OLDEST_DECADE + 1):
        name = "100–" if decade == _OLDEST_DECADE else f"{decade * 10}–{decade * 10 + 9}"
        count = decades.count(decade)
        yield Bar(name, count, round(100 * count / highest))


def groups(day: date) -> Iterator[tuple[str, int]]:
    """How many are children, adults and old on *day*."""
    for youngest, oldest, name in _GROUPS:
        yield name, sum(1 for persona in personas() if youngest <= persona.age_on(day) <= oldest)
