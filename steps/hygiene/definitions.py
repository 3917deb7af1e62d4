"""What must hold for the definitions of sentences (architecture D10): plain functions of values and the stage."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from pytest_bdd import parsers

from steps.document import relative_path
from steps.finding import Finding
from steps.hygiene.source import Source
from steps.registry import Definition, Registry, forbidden_arguments

_DECORATORS = ("given", "when", "then", "step")


def check_definitions(registry: Registry, root: Path) -> Iterator[Finding]:
    seen: dict[tuple[str | None, str], str] = {}
    for definition in registry.definitions:
        source, line = _place(definition, root)
        sentence = f"Stegdefinitionen »{definition.pattern}«"
        if definition.is_async or definition.is_generator or definition.context.target_fixture:
            yield source.finding(
                "definition-form",
                line,
                f"{sentence} är async, har yield eller target_fixture.",
                "Gör den till en vanlig funktion som anropar stage.",
            )
        if extra := forbidden_arguments(definition):
            yield source.finding(
                "definition-argument",
                line,
                f"{sentence} tar {', '.join(sorted(extra))}.",
                "Ett steg tar bara meningens värden, datatable eller docstring, och stage.",
            )
        if not (definition.context.step_func.__doc__ or "").strip():
            yield source.finding(
                "definition-docstring",
                line,
                f"{sentence} saknar docstring.",
                "Skriv på svenska vad meningen betyder; första raden är stegkatalogens.",
            )
        if not _is_literal(definition):
            yield source.finding(
                "definition-literal",
                line,
                f'{sentence} är inte skriven som parsers.parse("…") med texten direkt.',
                "Skriv texten i dekoratorn: då hittar både redigeraren och läsaren den.",
            )
        key = (definition.context.type, definition.pattern)
        if key in seen:
            yield source.finding(
                "dubbel-definition",
                line,
                f"{sentence} finns redan i {seen[key]}.",
                "Ta bort den ena, eller skilj meningarna åt.",
            )
        seen.setdefault(key, f"{source.path}:{line}")


def _place(definition: Definition, root: Path) -> tuple[Source, int]:
    """The file and line of *definition*; its module, where there is no file to read."""
    code = inspect.unwrap(definition.context.step_func).__code__
    file = Path(code.co_filename)
    if not file.is_file():
        return Source(definition.context.step_func.__module__, ""), code.co_firstlineno
    return _source(file, root), code.co_firstlineno


@lru_cache(maxsize=64)
def _source(file: Path, root: Path) -> Source:
    return Source(relative_path(file, root), file.read_text(encoding="utf-8"))


def _is_literal(definition: Definition) -> bool:
    if type(definition.context.parser) is not parsers.parse:
        return False
    file = Path(inspect.unwrap(definition.context.step_func).__code__.co_filename)
    return not file.is_file() or definition.pattern in _literals(file)


@lru_cache(maxsize=64)
def _literals(file: Path) -> frozenset[str]:
    """The sentences that the decorators in *file* spell out."""
    found = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if not (isinstance(node, ast.Call) and _called(node) in _DECORATORS and node.args):
            continue
        parser = node.args[0]
        if isinstance(parser, ast.Call) and _called(parser) == "parse" and parser.args:
            text = parser.args[0]
            if isinstance(text, ast.Constant) and isinstance(text.value, str):
                found.add(text.value)
    return frozenset(found)


def _called(call: ast.Call) -> str:
    return ast.unparse(call.func).rpartition(".")[2]
