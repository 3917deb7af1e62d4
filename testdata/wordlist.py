"""Words that mean the same to a testledare: ``ordlista.toml``, for guessing and searching only."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_FILE = Path(__file__).with_name("ordlista.toml")


@dataclass(frozen=True, slots=True, kw_only=True)
class WordList:
    """``concepts`` are expressions by what they mean; ``small_words`` say next to nothing by themselves."""

    concepts: Mapping[str, tuple[str, ...]]
    small_words: frozenset[str]


@cache
def word_list() -> WordList:
    read = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    return WordList(
        concepts={name: tuple(expressions) for name, expressions in read["begrepp"].items()},
        small_words=frozenset(read["smaord"]["ord"]),
    )
