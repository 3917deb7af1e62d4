"""Editors that read Python as text, not as Python, must find every sentence and every step of the features."""

from __future__ import annotations

import ast
import json
import re
from pathlib import Path

import pytest

from steps.catalogue.editor import editor_settings
from steps.definitions import AREAS
from steps.pickles import read_pickles
from steps.registry import load_registry

ROOT = Path(__file__).resolve().parents[2]
SETTINGS = json.loads(editor_settings(load_registry().definitions))
# What the Cucumber extension takes for the sign of a regular expression: the sentence would then match nothing.
REGULAR_EXPRESSION = re.compile(r"[().*\\|]|\?P")


def decorators() -> list[tuple[str, ast.expr]]:
    """The first argument of parsers.parse in every decorator of a step, with its place."""
    found = []
    for area in AREAS:
        path = ROOT / "steps" / "definitions" / f"{area}.py"
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            for decorator in node.decorator_list if isinstance(node, ast.FunctionDef) else ():
                parse = decorator.args[0] if isinstance(decorator, ast.Call) else decorator
                assert isinstance(parse, ast.Call) and ast.unparse(parse.func) == "parsers.parse", ast.unparse(
                    decorator
                )
                found.append((f"{path.name}:{parse.lineno}", parse.args[0]))
    return found


@pytest.mark.parametrize(("place", "argument"), decorators())
def test_a_sentence_is_one_literal_that_looks_like_no_regular_expression(place: str, argument: ast.expr) -> None:
    assert isinstance(argument, ast.Constant)
    assert isinstance(argument.value, str)
    assert argument.lineno == argument.end_lineno, "pieces are not put together by an editor"
    assert not REGULAR_EXPRESSION.search(argument.value)


def as_the_editor_reads_it(pattern: str) -> re.Pattern[str]:
    """A Cucumber expression with the parameter types of the settings."""
    types = {found["name"]: found["regexp"] for found in SETTINGS["cucumber.parameterTypes"]}
    parts = re.split(r"\{([^{}]+)\}", pattern)
    return re.compile("".join(f"(?:{types[p]})" if i % 2 else re.escape(p) for i, p in enumerate(parts)))


def test_every_step_of_the_features_is_known_to_the_editor_and_none_is_ambiguous() -> None:
    expressions = [as_the_editor_reads_it(d.pattern) for d in load_registry().definitions]
    texts = {
        step.text for file in ROOT.glob("features/**/*.feature") for p in read_pickles(file, ROOT) for step in p.steps
    }

    assert len(texts) > 100
    assert {text: n for text in texts if (n := sum(1 for e in expressions if e.fullmatch(text))) != 1} == {}


def test_the_editor_looks_where_features_and_sentences_are() -> None:
    for key, least in (("cucumber.features", 5), ("cucumber.glue", 5)):
        assert sum(1 for pattern in SETTINGS[key] for _ in ROOT.glob(pattern)) >= least
