"""What an author probably meant by a name that does not exist."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Iterable

from testdata.faults import Specifikationsfel

# Below this likeness a suggestion is noise ("Menade du Ale?" for every short word).
_LEAST_LIKENESS = 0.55
_MOST_SUGGESTIONS = 3


def fold(name: str) -> str:
    """*name* for comparing only: without case, accents (å ä ö become a a o), repeated space and leading zeros."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return re.sub(r"\b0+(?=\d)", "", " ".join(bare.casefold().split()))


def nearest(name: str, candidates: Iterable[str]) -> tuple[str, ...]:
    """At most three of *candidates* that resemble *name*, the nearest first.

    Where only what :func:`fold` takes away differs, nothing else is suggested.
    """
    by_fold: dict[str, list[str]] = {}
    for candidate in candidates:
        by_fold.setdefault(fold(candidate), []).append(candidate)
    if fold(name) in by_fold:
        return tuple(by_fold[fold(name)])[:_MOST_SUGGESTIONS]
    close = difflib.get_close_matches(fold(name), list(by_fold), n=_MOST_SUGGESTIONS, cutoff=_LEAST_LIKENESS)
    return tuple(candidate for key in close for candidate in by_fold[key])[:_MOST_SUGGESTIONS]


def unknown_name(
    name: str, candidates: Iterable[str], *, subject: str, expected: str, where: str = "", krav: str = ""
) -> Specifikationsfel:
    """The fault for a *name* that is not among *candidates*, with the nearest that are.

    *subject* begins the sentence ("Kommunen"); *expected* says what would have been right.
    """
    known = tuple(candidates)
    suggestions = nearest(name, known)
    sentence = f"{subject} '{name}' finns inte."
    if suggestions:
        sentence += f" Menade du {_either(suggestions)}?"
        next_step = f"Skriv {suggestions[0]}, om det är det du menar."
    else:
        next_step = f"Välj ett av de {len(known)} namn som finns, till exempel {_either(known[:2])}."
    return Specifikationsfel(
        sentence, expected=expected, actual=f"'{name}'", where=where, krav=krav, next_step=next_step
    )


def _either(names: tuple[str, ...]) -> str:
    return " eller ".join(filter(None, [", ".join(names[:-1]), names[-1]]))
