"""Counts the scenarios of a feature file as gherkin-official compiles it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final, cast

from gherkin.errors import CompositeParserException, ParserException
from gherkin.parser import Parser
from gherkin.pickles.compiler import Compiler, GherkinDocumentWithURI

_CHANNEL_TAG: Final = "kanal:"
_DEFAULT_CHANNEL: Final = "api"


@dataclass(frozen=True, slots=True, kw_only=True)
class CompiledPickle:
    """One scenario, or one example row of one.

    ``lines`` are those that name it when a line is chosen: its keyword's, its row's, its steps'.
    """

    path: str
    line: int
    lines: frozenset[int]
    rule: str
    name: str
    example: tuple[tuple[str, str], ...]
    tags: tuple[str, ...]

    @property
    def place(self) -> str:
        return f"{self.path}:{self.line}"

    @property
    def channels(self) -> tuple[str, ...]:
        """Its channel tags; api where it has none (architecture D18)."""
        named = (tag.removeprefix(_CHANNEL_TAG) for tag in self.tags if tag.startswith(_CHANNEL_TAG))
        return tuple(dict.fromkeys(named)) or (_DEFAULT_CHANNEL,)


def compile_pickles(text: str, path: str) -> list[CompiledPickle]:
    """The pickles of *text*, in order. What is not Gherkin compiles to nothing.

    That a file cannot be read is for hygiene to say; here it shows as fewer compiled than written.
    """
    try:
        document: dict[str, Any] = dict(Parser().parse(text.removeprefix("\ufeff")))
    except (CompositeParserException, ParserException):
        return []
    document["uri"] = path
    scenarios = {found.id: found for found in _scenarios(document.get("feature", {}).get("children", []))}
    return [
        CompiledPickle(
            path=path,
            line=pickle["location"]["line"],
            lines=scenarios[pickle["astNodeIds"][0]].lines | {pickle["location"]["line"]},
            rule=scenarios[pickle["astNodeIds"][0]].rule,
            name=pickle["name"],
            example=scenarios[pickle["astNodeIds"][0]].examples.get(pickle["astNodeIds"][-1], ()),
            tags=tuple(dict.fromkeys(tag["name"].removeprefix("@") for tag in pickle["tags"])),
        )
        for pickle in Compiler().compile(cast(GherkinDocumentWithURI, document))
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Scenario:
    """``lines`` are its keyword's and its steps': a background belongs to no scenario. ``examples`` by row id."""

    id: str
    rule: str
    lines: frozenset[int]
    examples: Mapping[str, tuple[tuple[str, str], ...]]


def _scenarios(children: Iterable[Mapping[str, Any]], rule: str = "") -> Iterator[_Scenario]:
    for child in children:
        if "rule" in child:
            yield from _scenarios(child["rule"]["children"], child["rule"]["name"])
        elif "scenario" in child:
            scenario = child["scenario"]
            nodes = (scenario, *scenario["steps"])
            yield _Scenario(
                id=scenario["id"],
                rule=rule,
                lines=frozenset(node["location"]["line"] for node in nodes),
                examples=dict(_examples(scenario)),
            )


def _examples(scenario: Mapping[str, Any]) -> Iterator[tuple[str, tuple[tuple[str, str], ...]]]:
    for table in scenario["examples"]:
        names = [cell["value"] for cell in table.get("tableHeader", {}).get("cells", [])]
        for row in table.get("tableBody", []):
            yield row["id"], tuple(zip(names, (cell["value"] for cell in row["cells"]), strict=True))
