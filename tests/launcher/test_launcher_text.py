"""What the launcher may be made of: the standard library, one short file, old grammar."""

from __future__ import annotations

import ast
import sys
from pathlib import Path


def test_it_needs_nothing_but_the_standard_library(repository: Path) -> None:
    tree = ast.parse((repository / "provtryck").read_text("utf-8"))

    imported = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    imported |= {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}

    assert {name.partition(".")[0] for name in imported} <= sys.stdlib_module_names


def test_an_old_python_can_read_it(repository: Path) -> None:
    text = (repository / "provtryck").read_text("utf-8")

    ast.parse(text, feature_version=(3, 7))


def test_it_stays_one_short_file(repository: Path) -> None:
    assert len((repository / "provtryck").read_text("utf-8").splitlines()) < 295
