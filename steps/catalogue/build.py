"""Makes the catalogue from the definitions, their Swedish docstrings and the features that use them."""

from __future__ import annotations

import importlib
import inspect
from collections import defaultdict
from collections.abc import Iterable, Mapping

from steps.catalogue.entry import Area, Entry, Use
from steps.definitions import AREAS
from steps.pickles import KEYWORDS, Pickle
from steps.registry import Definition, Registry, shown
from steps.vocabulary import field

_PACKAGE = "steps.definitions"
_ABOUT = "Meningar om "


def build_catalogue(registry: Registry, pickles: Iterable[Pickle]) -> tuple[Area, ...]:
    """Every area in order, with its sentences in the order of the source. *pickles* are those that may use them."""
    uses, examples = _uses(registry, pickles)
    areas = []
    for name in AREAS:
        module = f"{_PACKAGE}.{name}"
        # A definition that is no Givet, När or Så is refused by hygiene, which says so better.
        found = [d for d in registry.definitions if d.context.step_func.__module__ == module and d.context.type]
        heading, introduction = _split(importlib.import_module(module).__doc__)
        areas.append(
            Area(
                name=name,
                heading=_capital(heading.removeprefix(_ABOUT).rstrip(".")),
                introduction=introduction,
                entries=tuple(
                    _entry(d, tuple(uses[id(d)]), examples.get(id(d), "")) for d in sorted(found, key=_order)
                ),
            )
        )
    return tuple(areas)


def _uses(registry: Registry, pickles: Iterable[Pickle]) -> tuple[Mapping[int, list[Use]], Mapping[int, str]]:
    """Where each definition is used, and how it read the first time; by the identity of the definition."""
    uses: dict[int, dict[str, Use]] = defaultdict(dict)
    examples: dict[int, str] = {}
    for pickle in pickles:
        for step in pickle.steps:
            for reading in registry.readings(step.kind, step.text):
                place = f"{pickle.path}:{step.line}"
                uses[id(reading.definition)].setdefault(place, Use(place=place, channels=pickle.channels))
                examples.setdefault(id(reading.definition), step.text)
    return defaultdict(list, {key: list(found.values()) for key, found in uses.items()}), examples


def _entry(definition: Definition, uses: tuple[Use, ...], example: str) -> Entry:
    kind = definition.context.type or ""
    text = shown(definition.pattern)
    fields = tuple(field(name) for name in definition.field_names)
    meaning, details = _split(definition.context.step_func.__doc__)
    return Entry(
        kind=kind,
        keyword=KEYWORDS[kind],
        text=text,
        meaning=meaning,
        details=details,
        fields=fields,
        takes="tabell"
        if "datatable" in definition.arguments
        else "text"
        if "docstring" in definition.arguments
        else "",
        example=f"{KEYWORDS[kind]} {example or text.format(**{f.name: f.example for f in fields})}",
        uses=uses,
        place=definition.place,
    )


def _order(definition: Definition) -> tuple[int, int, int]:
    """The order of the source, and for one function: Givet, När, and the longer »försöker« last."""
    line = int(definition.place.rpartition(":")[2])
    return line, list(KEYWORDS).index(definition.context.type or ""), len(definition.pattern)


def _split(docstring: str | None) -> tuple[str, str]:
    """The first line of a docstring, and the rest."""
    first, _, rest = inspect.cleandoc(docstring or "").partition("\n")
    return first, " ".join(rest.split())


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
