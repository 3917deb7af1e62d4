"""What must hold for the sentences: exactly one definition reads each, and its values can be."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache

from steps.finding import Finding
from steps.hygiene.source import Source
from steps.pickles import Pickle, PickleStep
from steps.registry import Definition, Registry
from testdata.faults import Specifikationsfel

_SPECIFIED = "specificerad"
_UNKNOWN = "okant-steg"
_PARAMETER = re.compile(r"<[^<>]+>")

Fault = tuple[str, str, str]
"""Rule, sentence and remedy."""


class SentenceChecker:
    """Judges each sentence once, however many scenarios it stands in."""

    def __init__(self, registry: Registry) -> None:
        self._registry = registry
        self._known: dict[tuple[object, ...], Fault | None] = {}

    def check_steps(self, pickles: Iterable[Pickle], source: Source) -> Iterator[Finding]:
        told: set[tuple[int, str | Fault]] = set()
        specified: dict[int, list[Pickle]] = {}
        for pickle in pickles:
            if _SPECIFIED in pickle.tags:
                specified.setdefault(pickle.scenario_line, []).append(pickle)
                continue
            for step in pickle.steps:
                if _PARAMETER.search(step.text):
                    continue  # its table lacks a column, which is told of there
                fault = self._fault(step)
                # A sentence that does not exist is so in every row; what a value cannot be differs.
                same = _UNKNOWN if fault and fault[0] == _UNKNOWN else fault
                if fault and same and (step.line, same) not in told:
                    told.add((step.line, same))
                    yield source.finding(fault[0], step.line, fault[1], fault[2])
        for line, group in specified.items():
            if all(self._fault(step) is None for pickle in group for step in pickle.steps):
                yield source.finding(
                    "specificerad-klar",
                    line,
                    f"Scenariot »{group[0].name}« körs inte, fast alla steg finns nu.",
                    "Ta bort taggen @specificerad.",
                )

    def _fault(self, step: PickleStep) -> Fault | None:
        rows = None if step.datatable is None else len(step.datatable)
        key = (step.kind, step.text, step.columns, rows, step.docstring is not None)
        if key not in self._known:
            self._known[key] = self._judge(step)
        return self._known[key]

    def _judge(self, step: PickleStep) -> Fault | None:
        readings = self._registry.readings(step.kind, step.text)
        rule = {0: _UNKNOWN, 1: "omojligt-varde"}.get(len(readings), "tvetydigt-steg")
        try:
            reading = self._registry.find(step)
            reading.definition.arguments_of(step, reading.fields)  # 30 februari, an unknown system
        except Specifikationsfel as fault:
            detail = f" {fault.actual}" if rule == "tvetydigt-steg" else ""
            return rule, f"{fault.sentence}{detail}", fault.next_step
        return _argument_fault(step, reading.definition)


def _argument_fault(step: PickleStep, definition: Definition) -> Fault | None:
    """A table or a docstring that nobody reads is lost in silence; one that is awaited fails the step."""
    needs = _needed_arguments(definition.context.step_func)
    sentence = f"Steget »{step.keyword} {step.text}«"
    for argument, what, given in (
        ("datatable", "tabell", step.datatable is not None),
        ("docstring", "textruta", step.docstring is not None),
    ):
        if given and argument not in definition.arguments:
            return "argument-oanvant", f"{sentence} läser ingen {what}.", f"Ta bort den {what} som står under steget."
        if not given and argument in needs:
            return "argument-saknas", f"{sentence} saknar sin {what}.", f"Skriv en {what} under steget."
    if step.datatable is not None and len(step.datatable) == 1:
        return (
            "tabell-utan-rader",
            f"Tabellen under {sentence[0].lower()}{sentence[1:]} har bara en rubrikrad, så inget kontrolleras.",
            "Skriv minst en rad under rubrikraden.",
        )
    return None


@cache
def _needed_arguments(function: Callable[..., object]) -> frozenset[str]:
    parameters = inspect.signature(function).parameters.values()
    return frozenset(p.name for p in parameters if p.default is inspect.Parameter.empty)
