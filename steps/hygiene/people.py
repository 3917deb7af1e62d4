"""Every person of a scenario is introduced before anything is said of her."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from steps.dsl.cast import CHOSEN
from steps.finding import Finding
from steps.hygiene.source import Source
from steps.pickles import Pickle
from steps.registry import Registry
from testdata.spelling import nearest

_NEW, _CHOSEN_BY = "NyttNamn", "Urval"
_NAMES = ("Namn", _NEW)
"""The field types of sentences that name a person, and of those that introduce her."""


def check_people(pickles: Iterable[Pickle], registry: Registry, source: Source) -> Iterator[Finding]:
    """Names that no earlier step of their scenario introduces; each line is told of once.

    What follows a step that does not exist is left out: that step may be the one that introduces.
    """
    told: set[tuple[int, str]] = set()
    for pickle in pickles:
        introduced: list[str] = []
        for step in pickle.steps:
            readings = registry.readings(step.kind, step.text)
            if len(readings) != 1:
                break
            [reading] = readings
            types = [type_name for _, type_name in reading.definition.field_types]
            if _CHOSEN_BY in types and _NEW not in types:
                introduced.append(CHOSEN)
            for name, type_name in reading.definition.field_types:
                if type_name not in _NAMES:
                    continue
                alias = str(reading.fields[name])
                if type_name == _NEW:
                    introduced.append(alias)
                elif alias not in introduced and (step.line, alias) not in told:
                    told.add((step.line, alias))
                    yield _unknown(source, step.line, alias, introduced)


def _unknown(source: Source, line: int, alias: str, introduced: Sequence[str]) -> Finding:
    meant = nearest(alias, introduced)
    hint = f" Menade du {meant[0]}?" if meant else ""
    return source.finding(
        "okand-person",
        line,
        f"Scenariot nämner {alias} men har aldrig infört patienten.{hint}",
        f"Rätta namnet, eller lägg till »Givet patienten {alias} från …« med rätt kommun.",
    )
