"""Our pickles as pytest-bdd's own objects, for its hooks and for every plugin that listens to them."""

from __future__ import annotations

from collections import OrderedDict
from functools import lru_cache

from pytest_bdd.gherkin_parser import Cell, DataTable, Location, Row
from pytest_bdd.parser import Feature, Rule, Scenario, Step

from steps.pickles import Pickle, PickleStep

# pytest-bdd's tables carry the place of every cell; nothing that listens to the hooks reads it.
_NOWHERE = Location(line=0, column=0)


def as_feature(pickle: Pickle) -> Feature:
    """The feature of *pickle*, without its other scenarios."""
    return _feature(pickle.path, pickle.feature, pickle.feature_tags, pickle.language)


def as_scenario(pickle: Pickle) -> Scenario:
    rule = Rule(keyword="Regel", name=pickle.rule, description="", tags=set()) if pickle.rule else None
    return Scenario(
        feature=as_feature(pickle),
        keyword=pickle.keyword,
        name=pickle.name,
        line_number=pickle.line,
        steps=[_step(step) for step in pickle.steps],
        description="",
        tags=set(pickle.tags),
        rule=rule,
    )


@lru_cache(maxsize=64)
def _feature(path: str, name: str, tags: frozenset[str], language: str) -> Feature:
    return Feature(
        scenarios=OrderedDict(),
        filename=path,
        rel_filename=path,
        language=language,
        keyword="Egenskap",
        name=name,
        tags=set(tags),
        background=None,
        line_number=1,
        description="",
    )


def _step(step: PickleStep) -> Step:
    return Step(
        name=step.text,
        type=step.kind,
        indent=0,
        line_number=step.line,
        keyword=step.keyword,
        datatable=_table(step.datatable) if step.datatable else None,
        docstring=step.docstring,
    )


def _table(rows: tuple[tuple[str, ...], ...]) -> DataTable:
    return DataTable(
        location=_NOWHERE,
        rows=[
            Row(id="", location=_NOWHERE, cells=[Cell(location=_NOWHERE, value=value) for value in row]) for row in rows
        ],
    )
