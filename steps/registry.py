"""Every step definition, indexed once, so that a step costs the same with 30 definitions or 500.

pytest-bdd's own decorators and parsers are kept; only its search (a scan of every fixture for every
step) is replaced. Two definitions that match one sentence are an error here, where pytest-bdd lets
one of them win in silence.
"""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from pytest_bdd import parsers
from pytest_bdd.steps import StepFunctionContext, step_function_context_registry

import steps.definitions
from steps.definitions.fields import TYPES
from steps.pickles import KEYWORDS, PickleStep
from testdata.faults import Specifikationsfel

if TYPE_CHECKING:
    from steps.suggestion.ranking import Ranking

_FIELD = re.compile(r"\{[^{}]*\}")
_FIELD_NAME = re.compile(r"\{(\w+):?([^{}]*)\}")
_UNFILLED = re.compile(r"\{(\w+)\}")
_WORD = re.compile(r"\w+")
_OWN_ARGUMENTS = frozenset({"stage", "datatable", "docstring"})


@dataclass(frozen=True, kw_only=True)
class Definition:
    """One decorated sentence and the function it calls."""

    pattern: str
    context: StepFunctionContext
    arguments: frozenset[str]

    @property
    def place(self) -> str:
        code = inspect.unwrap(self.context.step_func).__code__
        return f"{self.context.step_func.__module__}:{code.co_firstlineno}"

    @cached_property
    def field_types(self) -> tuple[tuple[str, str], ...]:
        """Each field of the sentence with the name of its type, which may be empty: ``{alias:Namn}``, ``{enhet}``."""
        return tuple(_FIELD_NAME.findall(self.pattern))

    @property
    def field_names(self) -> tuple[str, ...]:
        return tuple(name for name, _ in self.field_types)

    @property
    def is_async(self) -> bool:
        return inspect.iscoroutinefunction(self.context.step_func)

    @property
    def is_generator(self) -> bool:
        function = self.context.step_func
        return inspect.isgeneratorfunction(function) or inspect.isasyncgenfunction(function)

    def reads_as(self, kind: str) -> bool:
        return self.context.type is None or self.context.type == kind

    def fields(self, text: str) -> dict[str, Any] | None:
        """What the fields of the sentence say in *text*, unconverted; None when it is another sentence."""
        parser = self.context.parser
        if isinstance(parser, parsers.parse):  # matched and taken apart in one go, not in two
            found = parser.parser.parse(text)
            return dict(found.named) if found else None
        return (parser.parse_arguments(text) or {}) if parser.is_matching(text) else None

    def arguments_of(self, step: PickleStep, fields: Mapping[str, Any]) -> dict[str, Any]:
        """The arguments of the function for *step*, converted; without ``stage``."""
        convert = self.context.converters
        values = {
            name: convert[name](value) if name in convert else value
            for name, value in fields.items()
            if name in self.arguments
        }
        if "datatable" in self.arguments and step.datatable is not None:
            values["datatable"] = [list(row) for row in step.datatable]
        if "docstring" in self.arguments and step.docstring is not None:
            values["docstring"] = step.docstring
        return values


@dataclass(frozen=True, slots=True)
class Reading:
    """A definition that reads a sentence, and what it found in its fields."""

    definition: Definition
    fields: Mapping[str, Any]


class Registry:
    """Finds the one definition of a sentence.

    Every definition is filed under the rarest whole word of its fixed text; a sentence is tried only
    against what is filed under its own words. Answers are remembered per sentence.
    """

    def __init__(self, definitions: Iterable[Definition]) -> None:
        self.definitions = tuple(definitions)
        words = {d.pattern: _fixed_words(d.pattern) for d in self.definitions}
        frequency = Counter(word for found in words.values() for word in found)
        self._by_word: dict[str, list[Definition]] = defaultdict(list)
        self._wordless: list[Definition] = []
        for definition in self.definitions:
            fixed = words[definition.pattern]
            if fixed:
                self._by_word[min(fixed, key=lambda w: (frequency[w], w))].append(definition)
            else:
                self._wordless.append(definition)
        self._known: dict[tuple[str, str], tuple[Reading, ...]] = {}

    def readings(self, kind: str, text: str) -> tuple[Reading, ...]:
        """Every way to read *text* as a step of *kind*: one, when all is well."""
        key = (kind, text)
        if key not in self._known:
            candidates = list(self._wordless)
            for word in dict.fromkeys(_WORD.findall(text.lower())):
                candidates += self._by_word.get(word, ())
            tried = ((d, d.fields(text)) for d in candidates if d.reads_as(kind))
            self._known[key] = tuple(Reading(d, fields) for d, fields in tried if fields is not None)
        return self._known[key]

    def find(self, step: PickleStep) -> Reading:
        """The one way to read *step*.

        Raises:
            Specifikationsfel: no definition matches (names the nearest), or several do (names them).
        """
        found = self.readings(step.kind, step.text)
        if len(found) == 1:
            return found[0]
        sentence = f"{KEYWORDS[step.kind]} {step.text}"
        if found:
            raise Specifikationsfel(
                f"Steget »{sentence}« kan läsas på flera sätt.",
                expected="exakt en stegdefinition som passar",
                actual="; ".join(f"»{r.definition.pattern}« ({r.definition.place})" for r in found),
                next_step="Den som utvecklar stegen behöver göra meningarna entydiga.",
            )
        raise Specifikationsfel(
            f"Steget »{sentence}« finns inte.",
            expected="en mening som finns i stegkatalogen",
            actual=f"»{step.text}«",
            next_step=self._suggestion(step),
        )

    def _suggestion(self, step: PickleStep) -> str:
        from steps.suggestion.suggest import suggest  # only a mistake needs it
        from steps.vocabulary import FIELDS

        unfilled = [name for name in _UNFILLED.findall(step.text) if name in FIELDS]
        if unfilled:
            return " ".join(f"Byt {{{name}}} mot {FIELDS[name].allowed.replace('`', '')}." for name in unfilled)
        meant = suggest(self._ranking, step)
        if not meant:
            return "Skriv om meningen med steg som finns. Sök bland dem med: provtryck steg ORD"
        return f"Menade du {' eller '.join(f'»{sentence}«' for sentence in meant)}?"

    @cached_property
    def _ranking(self) -> Ranking:
        from steps.suggestion.ranking import Ranking

        return Ranking((d.context.type or "", shown(d.pattern), d.field_names) for d in self.definitions)


def shown(pattern: str) -> str:
    """A pattern as a reader sees it: ``{dag:Dag}`` becomes ``{dag}``, and ``{kl:Kl}`` becomes ``kl. {kl}``."""
    return _FIELD_NAME.sub(_shown_field, pattern)


def _shown_field(match: re.Match[str]) -> str:
    field_type = TYPES.get(match[2])
    return f"{field_type.prefix if field_type else ''}{{{match[1]}}}"


def load_registry() -> Registry:
    """The registry of every definition in ``steps.definitions`` and in plugins already imported.

    pytest-bdd keeps its contexts in a module-level registry; it is read here and nowhere else. Its own
    built-in step ("trace", a debugger) is not a sentence for a testledare and is left out.
    """
    for module in pkgutil.iter_modules(steps.definitions.__path__, "steps.definitions."):
        importlib.import_module(module.name)
    contexts = {id(c): c for c in step_function_context_registry.values()}.values()
    ours = [c for c in contexts if not c.step_func.__module__.startswith("pytest_bdd")]
    definitions = [_definition(context) for context in ours]
    return Registry(sorted(definitions, key=lambda d: (d.place, d.pattern, d.context.type or "")))


def _definition(context: StepFunctionContext) -> Definition:
    return Definition(
        pattern=context.parser.name,
        context=context,
        arguments=frozenset(inspect.signature(context.step_func).parameters),
    )


def forbidden_arguments(definition: Definition) -> set[str]:
    """Arguments that are neither a field of the sentence nor allowed by architecture D10."""
    return set(definition.arguments) - set(definition.field_names) - _OWN_ARGUMENTS


def _fixed_words(pattern: str) -> frozenset[str]:
    """Whole words of the fixed text: not joined to a field on either side."""
    marked = _FIELD.sub("\0", pattern.lower())
    return frozenset(
        match.group()
        for match in _WORD.finditer(marked)
        if marked[match.start() - 1 : match.start()] != "\0" and marked[match.end() : match.end() + 1] != "\0"
    )
