"""Reads ``VÄG[:RAD]`` as it was typed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from harness.cli.swedish import BadWords
from reports.account.ledger import Chosen, feature_files

_PLACE: Final = re.compile(r"(?P<path>.+?):(?P<line>[0-9]+)")


def read_chosen(words: Sequence[str], default: Path) -> list[Chosen]:
    """The paths that *words* name, absolute; *default* when there are none.

    Raises:
        BadWords: a path does not exist, holds no feature file, or has a line though it is a folder.
    """
    return [_read_one(word) for word in words] or [_checked(Chosen(path=default, line=None), str(default))]


def _read_one(word: str) -> Chosen:
    match = _PLACE.fullmatch(word)
    if match and not Path(word).exists():
        return _checked(Chosen(path=Path(match["path"]).resolve(), line=int(match["line"])), word)
    return _checked(Chosen(path=Path(word).resolve(), line=None), word)


def _checked(chosen: Chosen, word: str) -> Chosen:
    if not chosen.path.exists():
        raise BadWords(f"»{word}« finns inte.")
    if chosen.line is not None and chosen.path.is_dir():
        raise BadWords(f"»{word}«: en rad kan bara anges för en fil, och {chosen.path.name} är en mapp.")
    if not chosen.path.is_dir() and chosen.path.suffix != ".feature":
        raise BadWords(f"»{word}« är ingen .feature-fil.")
    if not feature_files(chosen.path):
        raise BadWords(f"Det finns inga .feature-filer i »{word}«.")
    return chosen


def as_word(chosen: Chosen) -> str:
    return str(chosen.path) if chosen.line is None else f"{chosen.path}:{chosen.line}"


def chosen_folders(chosen: Sequence[Chosen]) -> list[Path]:
    """The folders that *chosen* names, and every folder in them: where a file may lie that nothing collects."""
    from steps.hygiene.files import folders_below

    return [folder for choice in chosen if choice.path.is_dir() for folder in folders_below(choice.path)]
