"""The sentences and the features as the commands about them need them: read once for each process."""

from __future__ import annotations

import importlib
from collections.abc import Sequence
from contextlib import suppress
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


def read_readable(files: Sequence[Path]) -> list[Pickle]:
    """The pickles of those of *files* that can be read, in order. What is wrong with the others, ``granska`` says."""
    pickles: list[Pickle] = []
    for file in files:
        with suppress(Exception):  # whatever is wrong with a file, the catalogue of the others is wanted
            pickles += read_pickles(file, ROOT)
    return pickles
