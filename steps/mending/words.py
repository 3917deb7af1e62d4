"""Misspelt keywords put right, where only one can be meant and the line is then read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from steps.document import Document, parse_or_explain
from steps.keywords import Meant, is_marker, meant_block, meant_step
from steps.linekinds import LineKind, line_kinds
from steps.pickles import Pickle, compile_pickles
from steps.registry import Registry
from testdata.spelling import fold

# Ordinary words that are almost a keyword: to say that they are wrong is safe, to change them is not.
_ORDINARY = frozenset({"regler", "reglerna", "regeln", "exemplet", "bakgrunden", "scenarier", "scenariot",
                       "egenskaper", "egenskapen"})  # fmt: skip


def mend_words(lines: Sequence[str], registry: Registry) -> dict[int, str]:
    """The lines to change, by their place in *lines*, and what they become.

    A line is changed only when the whole file can be read with the change and the line is a step that exists,
    or a block.
    """
    changes = dict(_candidates(lines))
    while changes:
        changed = [changes[n].line if n in changes else line for n, line in enumerate(lines)]
        wrong = _not_read(changed, changes, registry)
        if not wrong:
            return {n: _indented(lines[n], meant) for n, meant in changes.items()}
        changes = {n: meant for n, meant in changes.items() if n not in wrong}
    return {}


def _candidates(lines: Sequence[str]) -> Iterator[tuple[int, Meant]]:
    marked = False
    for number, (line, kind) in enumerate(zip(lines, line_kinds(lines), strict=True)):
        if kind is not LineKind.TEXT:
            marked = marked and kind is LineKind.COMMENT
            continue
        bare = line.strip()
        marked = marked or is_marker(bare)
        if marked:
            continue  # what its author has said is a description
        block = meant_block(bare)
        if block and ":" not in bare:
            continue  # a heading in prose; as a block it would take what follows
        meant = block or meant_step(bare)
        if len(meant) == 1 and fold(bare.partition(":")[0]) not in _ORDINARY:
            yield number, meant[0]


def _indented(line: str, meant: Meant) -> str:
    return line[: len(line) - len(line.lstrip())] + meant.line


def _not_read(lines: Sequence[str], changes: Mapping[int, Meant], registry: Registry) -> set[int]:
    """Those of *changes* that do not make what they should; all of them when the fault lies elsewhere."""
    document = parse_or_explain("\n".join(lines))
    if not isinstance(document, dict):
        at_fault = {fault.line - 1 for fault in document} & changes.keys()
        return at_fault or set(changes)
    read = _blocks(document) | _steps(document, registry)
    return {n for n in changes if n + 1 not in read}


def _blocks(document: Document) -> set[int]:
    """The lines on which something is opened."""
    feature = document.get("feature")
    if not feature:
        return set()

    def visit(node: Mapping[str, Any]) -> Iterator[int]:
        yield node["location"]["line"]
        for child in node.get("children", ()):
            yield from visit(next(iter(child.values())))
        for table in node.get("examples", ()):
            yield table["location"]["line"]

    return set(visit(feature))


def _steps(document: Document, registry: Registry) -> set[int]:
    """The lines of steps that are read in every scenario they are in."""
    try:
        pickles = compile_pickles(document, "")
    except Exception:  # noqa: BLE001  # what the compiler cannot take is for the checker to tell
        return set()
    right: set[int] = set()
    wrong: set[int] = set()
    for line, is_right in _judged(pickles, registry):
        (right if is_right else wrong).add(line)
    return right - wrong


def _judged(pickles: Sequence[Pickle], registry: Registry) -> Iterator[tuple[int, bool]]:
    for pickle in pickles:
        for step in pickle.steps:
            # Not registry.find: which sentence was meant is costly to guess, and nobody here asks for it.
            yield step.line, len(registry.readings(step.kind, step.text)) == 1
