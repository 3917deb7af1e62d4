"""Replaces the text of one sentence in the source of its definition, and nothing else."""

from __future__ import annotations

import ast
from collections.abc import Iterator


def replace_literal(source: str, kind: str, old: str, new: str) -> str:
    """*source* with the pattern *old* of a ``@given``, ``@when`` or ``@then`` (*kind*) replaced by *new*.

    Raises:
        LookupError: the source has no such decorator, or several.
    """
    found = [node for node in _patterns(ast.parse(source), kind) if node.value == old]
    if len(found) != 1:
        raise LookupError(f"{len(found)} decorators @{kind} with the pattern {old!r}")
    [node] = found
    # The columns of ast count bytes.
    lines = [line.encode() for line in source.splitlines(keepends=True)]
    start = sum(map(len, lines[: node.lineno - 1])) + node.col_offset
    end = sum(map(len, lines[: (node.end_lineno or node.lineno) - 1])) + (node.end_col_offset or 0)
    whole = source.encode()
    return (whole[:start] + _literal(new).encode() + whole[end:]).decode()


def _patterns(tree: ast.Module, kind: str) -> Iterator[ast.Constant]:
    for function in ast.walk(tree):
        if isinstance(function, ast.FunctionDef):
            for decorator in function.decorator_list:
                if not (isinstance(decorator, ast.Call) and ast.unparse(decorator.func) == kind and decorator.args):
                    continue
                parse = decorator.args[0]
                if isinstance(parse, ast.Call) and parse.args and isinstance(parse.args[0], ast.Constant):
                    yield parse.args[0]


def _literal(text: str) -> str:
    quote = "'" if '"' in text else '"'
    return f"{quote}{text}{quote}"
