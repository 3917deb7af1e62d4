"""Finds sentences by any word that a testledare would use for what they do."""

from __future__ import annotations

from collections.abc import Iterable

from steps.catalogue.entry import Area, Entry
from steps.suggestion.words import Words, alternatives
from testdata.spelling import fold
from testdata.wordlist import word_list

_LEAST_SHARE = 0.6


def search(areas: Iterable[Area], query: str) -> list[Entry]:
    """The sentences that speak of what *query* says, those that say most of it first.

    Read are the sentence, its explanation and what its fields take, all without inflection and with synonyms.
    A query that is no such word is looked for as letters, as the page does it.
    """
    entries = [entry for area in areas for entry in area.entries]
    words = Words([_about(entry) for entry in entries], word_list())
    wanted = [token for token in words.tokens(query) if not words.is_small(token)]
    found = []
    for place, entry in enumerate(entries):
        said, explained = _things(words, entry.text), _things(words, _about(entry))
        share = _share(wanted, explained) if wanted else 0
        if share >= _LEAST_SHARE:
            found.append((-share, -_share(wanted, said), place, entry))
    if not found:
        parts = fold(query).split()
        return [entry for entry in entries if all(part in fold(search_words(entry)) for part in parts)]
    return [entry for *_, entry in sorted(found, key=lambda one: one[:3])]


def search_words(entry: Entry) -> str:
    """The words by which a page can find *entry* without this module: its own, and their synonyms."""
    words = Words([_about(entry)], word_list())
    concepts = {thing.removeprefix("#") for thing in _things(words, entry.text) if thing.startswith("#")}
    synonyms = [word for name, found in word_list().concepts.items() if name in concepts for word in found]
    return " ".join(dict.fromkeys([entry.sentence, entry.meaning, *synonyms])).lower()


def _about(entry: Entry) -> str:
    return " ".join([entry.text, entry.meaning, *(f"{field.name} {field.allowed}" for field in entry.fields)])


def _things(words: Words, text: str) -> set[str]:
    return {thing for token in words.tokens(text) if not words.is_small(token) for thing in alternatives(token)}


def _share(wanted: list[str], there: set[str]) -> float:
    return sum(1 for token in wanted if there.intersection(alternatives(token))) / len(wanted)
