"""The sentences and the features as the commands about them need them: read once for each process."""

from __future__ import annotations

import importlib
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from harness.cli.root import ROOT, plugin_names
from steps.pickles import Pickle, read_pickles
from steps.registry import Registry, load_registry

_PACKAGE = "steps.definitions."


@cache
def read_registry() -> Registry:
    """Every definition that the root conftest names."""
    for name in plugin_names():
        if name.startswith(_PACKAGE):
            importlib.import_module(name)
    return load_registry()


def read_features(files: Sequence[Path]) -> list[Pickle]:
    """The pickles of *files*, in order.

    Raises:
        Specifikationsfel: a file cannot be read.
    """
    return [pickle for file in files for pickle in read_pickles(file, ROOT)]
