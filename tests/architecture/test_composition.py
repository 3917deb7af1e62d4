"""The composition root and the layout."""

from __future__ import annotations

import ast
import importlib
import pkgutil
from pathlib import Path

import steps.definitions

ROOT = Path(__file__).resolve().parents[2]


def test_conftest_is_plugin_names_and_nothing_else() -> None:
    body = ast.parse((ROOT / "conftest.py").read_text()).body

    kinds = [type(node).__name__ for node in body]

    assert kinds == ["Expr", "Assign"]


def test_every_module_of_definitions_is_a_plugin_so_that_a_stock_run_finds_its_sentences() -> None:
    conftest = ast.parse((ROOT / "conftest.py").read_text())
    plugins = {node.value for node in ast.walk(conftest) if isinstance(node, ast.Constant)}
    modules = {
        module.name
        for module in pkgutil.iter_modules(steps.definitions.__path__, "steps.definitions.")
        if "@given" in source(module.name) or "@then" in source(module.name) or "@when" in source(module.name)
    }

    assert modules
    assert modules <= plugins


def test_our_rooms_are_imported_from_this_checkout() -> None:
    for room in ("steps", "fixtures", "testdata", "harness", "reports"):
        assert Path(importlib.import_module(room).__file__ or "").parent == ROOT / room


def test_no_module_is_longer_than_the_ceiling() -> None:
    rooms = ("steps", "fixtures", "testdata", "harness", "reports")
    lengths = {
        file.relative_to(ROOT).as_posix(): len(file.read_text().splitlines())
        for room in rooms
        for file in (ROOT / room).rglob("*.py")
        if "node_modules" not in file.parts
    }

    too_long = {file: lines for file, lines in lengths.items() if lines > 255}

    assert not too_long


def source(module: str) -> str:
    return Path(importlib.import_module(module).__file__ or "").read_text()
