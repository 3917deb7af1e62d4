"""Names that are typed, on the command line or in a plan: what does not exist is refused, with the nearest that does.

A name that can never match is seldom meant, and a run of nothing, or of less than was meant, must not look like one.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from harness.cli.root import FEATURES
from harness.cli.swedish import BadWords
from reports.account.ledger import Texts
from reports.tagexpression import read_expression, read_words
from testdata.faults import Specifikationsfel
from testdata.krav.register import krav as find_krav
from testdata.scenario import CHANNELS, NOT_BUILT_TAG, TEST_TYPES
from testdata.spelling import nearest

BOTH: Final = "bada"

_SHOWN: Final = 20

# Tags that mean something whether or not a scenario has them today: to leave them out is no mistake.
_OF_THE_HOUSE: Final = (*TEST_TYPES, NOT_BUILT_TAG, "manniska", "styr", "rok", "risk:hog")


def check_krav(names: Iterable[str], where: str = "") -> None:
    for name in names:
        try:
            find_krav(name)
        except Specifikationsfel as fault:
            raise BadWords(f"{where}{fault}") from fault


def check_areas(names: Iterable[str], where: str = "") -> None:
    known = sorted(folder.name for folder in FEATURES.iterdir() if folder.is_dir())
    for name in names:
        _known(name, known, f"{where}Området »{name}« finns inte.")


def check_test_types(names: Iterable[str], where: str = "") -> None:
    for name in names:
        _known(name, list(TEST_TYPES), f"{where}Testtypen »{name}« finns inte.")


def check_channel(name: str, where: str = "") -> None:
    _known(name, [*CHANNELS, BOTH], f"{where}Kanalen »{name}« finns inte.")


def check_expression(text: str, where: str = "") -> None:
    """That *text* can be read. What it names is for :func:`check_tags`, when the texts have been read."""
    if not text:
        return
    try:
        read_expression(text)
    except Specifikationsfel as fault:
        raise BadWords(f"{where}{fault}") from fault


def check_tags(text: str, texts: Texts) -> None:
    """That every tag in the expression *text* is a scenario's of the chosen *texts*.

    One that is only left out may also be a tag of the house that nobody has today.
    """
    if not text:
        return
    there = sorted({tag for pickle in texts.pickles for tag in pickle.tags})
    for tag, is_left_out in read_words(text):
        if tag not in there and not (is_left_out and tag in _OF_THE_HOUSE):
            _known(tag, there, f"Taggen »{tag}« finns inte i de valda texterna.")


def _known(name: str, known: list[str], sentence: str) -> None:
    if name not in known:
        near = nearest(name, known)
        more = ", …" if len(known) > _SHOWN else ""
        hint = f"Menade du {near[0]}?" if near else f"Det finns: {', '.join(known[:_SHOWN])}{more}."
        raise BadWords(f"{sentence} {hint}")
