"""Feature files compiled to pickles: one per scenario and example row.

The parser and the compiler are gherkin-official's; this module only gathers what a run needs.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from gherkin.pickles.compiler import Compiler

from steps.columns import Column, columns_of
from steps.document import Document, parse_text, read_text, relative_path
from testdata.scenario import API, PlannedRow

StepKind = Literal["given", "when", "then"]

_KINDS: Mapping[str, StepKind] = {"Context": "given", "Action": "when", "Outcome": "then"}
KEYWORDS: Mapping[str, str] = {"given": "Givet", "when": "När", "then": "Så"}
"""The keyword by which a kind of step is shown; Och and Men are of the kind before them."""
_CHANNEL_TAG = "kanal:"
_ID_TAG = "id:"
_KRAV_TAG = "krav:"


@dataclass(frozen=True, slots=True, kw_only=True)
class PickleStep:
    """One sentence with its values filled in. ``line`` is where it stands in the file.

    ``columns`` are the columns of its Scenariomall that it is written with, where their values stand in ``text``.
    """

    keyword: str
    kind: StepKind
    text: str
    line: int
    datatable: tuple[tuple[str, ...], ...] | None
    docstring: str | None
    columns: tuple[Column, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Pickle:
    """One scenario, or one example row of one, ready to run.

    ``path`` is relative to the root, with slashes. ``line`` is the row's line where there is one. ``copy``
    is 0, or how many rows above it in the same scenario are alike to the letter.
    """

    path: str
    line: int
    scenario_line: int
    language: str
    feature: str
    feature_tags: frozenset[str]
    rule: str
    name: str
    keyword: str
    tags: tuple[str, ...]
    example: tuple[tuple[str, str], ...]
    steps: tuple[PickleStep, ...]
    copy: int = 0

    @property
    def place(self) -> str:
        return f"{self.path}:{self.line}"

    @property
    def channels(self) -> tuple[str, ...]:
        """The channels its tags name; api when they name none (architecture D18)."""
        named = tuple(t.removeprefix(_CHANNEL_TAG) for t in self.tags if t.startswith(_CHANNEL_TAG))
        return tuple(dict.fromkeys(named)) or (API,)

    @property
    def krav(self) -> frozenset[str]:
        """The AK-ids that its tags claim."""
        return frozenset(t.removeprefix(_KRAV_TAG) for t in self.tags if t.startswith(_KRAV_TAG))

    @property
    def values(self) -> str:
        """The example row in one string, for names."""
        return ", ".join(value for _, value in self.example)

    @property
    def scenario_id(self) -> str:
        """Stable between runs and machines; safe in a file name and in an address.

        The ``@id`` of the scenario where it has one, so that history survives a new name or another file; else
        its name, readable.
        """
        given = next((t.removeprefix(_ID_TAG) for t in self.tags if t.startswith(_ID_TAG)), "")
        if given:
            row = "\n".join(f"{k}={v}" for k, v in self.example)
            # No id holds a _: the row of one scenario is never taken for another scenario.
            return "_".join(filter(None, (given, _digest(row) if row else "", self._copy)))
        return self.id_by_name

    @property
    def id_by_name(self) -> str:
        """What :attr:`scenario_id` is as long as the scenario has no ``@id``."""
        identity = "\n".join((self.path, self.rule, self.name, *(f"{k}={v}" for k, v in self.example)))
        return "-".join(filter(None, (_slug(self.name), _digest(identity), self._copy)))

    @property
    def _copy(self) -> str:
        """Tells apart example rows that are alike to the letter: two worlds, two results."""
        return str(self.copy) if self.copy else ""

    def stands_at(self, line: int) -> bool:
        """Whether *line* is the scenario's, its example row's or one of its own steps'."""
        own_steps = {step.line for step in self.steps if step.line > self.scenario_line}
        return line in (self.line, self.scenario_line) or line in own_steps

    def planned(self, channel: str, nodeid: str) -> PlannedRow:
        return PlannedRow(
            nodeid=nodeid,
            place=self.place,
            channel=channel,
            scenario_id=self.scenario_id,
            name=self.name,
            feature=self.feature,
            rule=self.rule,
            tags=self.tags,
            example=self.example,
        )


def read_pickles(file: Path, root: Path) -> list[Pickle]:
    """Compile one feature file.

    Raises:
        Specifikationsfel: the file is not UTF-8 or not Gherkin; says which line and what stands there.
    """
    path = relative_path(file, root)
    return compile_pickles(parse_text(read_text(file, path), path), path)


def compile_pickles(document: Document, path: str) -> list[Pickle]:
    """Compile a parsed feature file; *path* names it. A file without a feature has no pickles."""
    feature = document.get("feature")
    if not feature:
        return []
    steps_by_id, rules, templates, rows = _index(feature)
    tags = frozenset(tag["name"].removeprefix("@") for tag in feature["tags"])
    pickles = []
    copies: Counter[tuple[str, tuple[tuple[str, str], ...]]] = Counter()
    for raw in _compile(document, path):
        scenario_node = raw["astNodeIds"][0]
        row_node = raw["astNodeIds"][1] if len(raw["astNodeIds"]) > 1 else None
        example = rows.get(row_node, ()) if row_node else ()
        pickles.append(
            Pickle(
                path=path,
                line=raw["location"]["line"],
                language=feature["language"],
                feature=feature["name"],
                feature_tags=tags,
                rule=rules[scenario_node],
                name=raw["name"],
                keyword=templates[scenario_node]["keyword"],
                scenario_line=templates[scenario_node]["location"]["line"],
                tags=tuple(dict.fromkeys(tag["name"].removeprefix("@") for tag in raw["tags"])),
                example=example,
                steps=tuple(_step(step, steps_by_id, example) for step in raw["steps"]),
                copy=copies[scenario_node, example],
            )
        )
        copies[scenario_node, example] += 1
    return pickles


def _compile(document: Document, path: str) -> Sequence[Mapping[str, Any]]:
    """The pickles as gherkin-official gives them. Its types are TypedDicts; they end here."""
    compiled: Any = Compiler().compile({**document, "uri": path})  # type: ignore[typeddict-item]
    return list(compiled)


def _index(
    feature: Mapping[str, Any],
) -> tuple[
    dict[str, Mapping[str, Any]],
    dict[str, str],
    dict[str, Mapping[str, Any]],
    dict[str | None, tuple[tuple[str, str], ...]],
]:
    """Everything that pickles refer to by id: steps, scenarios and their rules, example rows."""
    steps: dict[str, Mapping[str, Any]] = {}
    rules: dict[str, str] = {}
    templates: dict[str, Mapping[str, Any]] = {}
    rows: dict[str | None, tuple[tuple[str, str], ...]] = {}

    def visit(children: Sequence[Mapping[str, Any]], rule: str) -> None:
        for child in children:
            if "rule" in child:
                visit(child["rule"]["children"], child["rule"]["name"])
                continue
            holder = child.get("background") or child["scenario"]
            steps.update((step["id"], step) for step in holder["steps"])
            if "scenario" in child:
                rules[holder["id"]] = rule
                templates[holder["id"]] = holder
                for examples in holder["examples"]:
                    names = [cell["value"] for cell in examples.get("tableHeader", {}).get("cells", [])]
                    for row in examples.get("tableBody", []):
                        values = [cell["value"] for cell in row["cells"]]
                        rows[row["id"]] = tuple(zip(names, values, strict=True))

    visit(feature["children"], "")
    return steps, rules, templates, rows


def _step(
    raw: Mapping[str, Any], steps_by_id: Mapping[str, Mapping[str, Any]], example: tuple[tuple[str, str], ...]
) -> PickleStep:
    node = steps_by_id[raw["astNodeIds"][0]]
    argument = raw.get("argument", {})
    table = argument.get("dataTable")
    text = argument.get("docString")
    return PickleStep(
        keyword=node["keyword"].strip(),
        kind=_KINDS.get(raw["type"], "given"),
        text=raw["text"],
        line=node["location"]["line"],
        datatable=tuple(tuple(c["value"] for c in r["cells"]) for r in table["rows"]) if table else None,
        docstring=text["content"] if text else None,
        columns=tuple(columns_of(node["text"], dict(example))),
    )


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:8]


def _slug(name: str) -> str:
    """ASCII letters, digits and hyphens, at most 60 characters."""
    folded = unicodedata.normalize("NFKD", name.lower()).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", folded).strip("-")[:60].rstrip("-") or "scenario"
