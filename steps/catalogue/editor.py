"""What an editor needs to complete and check our sentences: the fields as Cucumber parameter types."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import Any

from steps.definitions.fields import TYPES
from steps.registry import Definition
from steps.valuekinds import ValueKind
from steps.vocabulary import field

_CLOSED = (ValueKind.SYSTEM, ValueKind.MESSAGE, ValueKind.STATE, ValueKind.ROLE, ValueKind.REASON)
"""Kinds with so few values that the editor can check them."""


def editor_settings(definitions: Iterable[Definition]) -> str:
    """The settings of VS Code for this repository, as the Cucumber extension reads them.

    A parameter type bears the name of a field as the definitions write it, with its type: ``dag:Dag``.
    """
    names = sorted({_as_written(*found) for definition in definitions for found in definition.field_types})
    settings: dict[str, Any] = {
        "cucumber.features": ["features/**/*.feature"],
        "cucumber.glue": ["steps/definitions/*.py"],
        "cucumber.parameterTypes": [{"name": name, "regexp": _expression(name)} for name in names],
        "files.associations": {"*.feature": "cucumber"},
        "[cucumber]": {
            "editor.tabSize": 2,
            "editor.insertSpaces": True,
            "editor.quickSuggestions": {"other": True, "comments": False, "strings": True},
        },
        "files.encoding": "utf8",
        "files.eol": "\n",
    }
    return json.dumps(settings, ensure_ascii=False, indent=2) + "\n"


def _as_written(name: str, type_name: str) -> str:
    return f"{name}:{type_name}" if type_name else name


def _expression(written: str) -> str:
    name, _, type_name = written.partition(":")
    known = field(name)
    if known.kind in _CLOSED:
        return "|".join(map(re.escape, known.words())).replace(r"\ ", " ")
    if type_name in TYPES:
        return TYPES[type_name].pattern.replace(r"\ ", " ")
    return r"\d+" if known.kind is ValueKind.NUMBER else ".+"
