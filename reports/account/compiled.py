"""Counts the scenarios of a feature file as gherkin-official compiles it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
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
    lines = dict(_own_lines(document.get("feature", {}).get("children", [])))
    return [
        CompiledPickle(
            path=path,
            line=pickle["location"]["line"],
            lines=lines[pickle["astNodeIds"][0]] | {pickle["location"]["line"]},
            tags=tuple(dict.fromkeys(tag["name"].removeprefix("@") for tag in pickle["tags"])),
        )
        for pickle in Compiler().compile(cast(GherkinDocumentWithURI, document))
    ]


def _own_lines(children: Iterable[Mapping[str, Any]]) -> Iterable[tuple[str, frozenset[int]]]:
    """The lines of each scenario's keyword and steps, by its id. A background belongs to no scenario."""
    for child in children:
        if "rule" in child:
            yield from _own_lines(child["rule"]["children"])
        elif "scenario" in child:
            scenario = child["scenario"]
            nodes = (scenario, *scenario["steps"])
            yield scenario["id"], frozenset(node["location"]["line"] for node in nodes)
