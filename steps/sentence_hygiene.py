"""What must hold for the sentences of the features, and for the definitions that read them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from steps.finding import Finding
from steps.pickles import Pickle
from steps.registry import Registry, forbidden_arguments
from testdata.faults import Specifikationsfel


def check_steps(pickles: Iterable[Pickle], registry: Registry) -> Iterator[Finding]:
    seen: set[tuple[int, str]] = set()
    for pickle in pickles:
        if "specificerad" in pickle.tags:
            continue
        for step in pickle.steps:
            if (step.line, step.text) in seen:
                continue
            seen.add((step.line, step.text))
            try:
                reading = registry.find(step)
                reading.definition.arguments_of(step, reading.fields)  # 30 februari, an unknown system
            except Specifikationsfel as fault:
                yield Finding(place=f"{pickle.path}:{step.line}", sentence=fault.sentence, remedy=fault.next_step)


def check_definitions(registry: Registry) -> Iterator[Finding]:
    """Architecture D10: plain functions of their values and the stage."""
    for definition in registry.definitions:
        if definition.is_async or definition.is_generator or definition.context.target_fixture:
            yield Finding(
                place=definition.place,
                sentence=f"Stegdefinitionen »{definition.pattern}« är async, har yield eller target_fixture.",
                remedy="Gör den till en vanlig funktion som anropar stage.",
            )
        if extra := forbidden_arguments(definition):
            yield Finding(
                place=definition.place,
                sentence=f"Stegdefinitionen »{definition.pattern}« tar {', '.join(sorted(extra))}.",
                remedy="Ett steg tar bara meningens värden, datatable eller docstring, och stage.",
            )
