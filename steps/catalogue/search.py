"""Finds sentences by any word that a testledare would use for what they do."""

from __future__ import annotations

from collections.abc import Iterable

from steps.catalogue.entry import Area, Entry
from steps.suggestion.words import Words, alternatives
from testdata.spelling import fold
from testdata.wordlist import word_list

_LEAST_SHARE = 0.6


class Search:
    """The sentences of some areas, read once without inflection and with synonyms."""

    def __init__(self, areas: Iterable[Area]) -> None:
        self._entries = [entry for area in areas for entry in area.entries]
        self._words = Words([_about(entry) for entry in self._entries], word_list())

    def find(self, query: str) -> list[Entry]:
        """The sentences that speak of what *query* says, those that say most of it first.

        Read are the sentence, its explanation and what its fields take. A query that is no such word is looked
        for as letters, as the page does it.
        """
        wanted = [token for token in self._words.tokens(query) if not self._words.is_small(token)]
        found = []
        for place, entry in enumerate(self._entries):
            share = _share(wanted, self._things(_about(entry)))
            if share >= _LEAST_SHARE:
                found.append((-share, -_share(wanted, self._things(entry.text)), place, entry))
        if not found:
            parts = fold(query).split()
            return [entry for entry in self._entries if all(part in fold(self.words_of(entry)) for part in parts)]
        return [entry for *_, entry in sorted(found, key=lambda one: one[:3])]

    def words_of(self, entry: Entry) -> str:
        """The words by which a page can find *entry* without this module: its own, and their synonyms."""
        concepts = {thing.removeprefix("#") for thing in self._things(entry.text) if thing.startswith("#")}
        synonyms = [word for name, found in word_list().concepts.items() if name in concepts for word in found]
        return " ".join(dict.fromkeys([entry.sentence, entry.meaning, *synonyms])).lower()

    def _things(self, text: str) -> set[str]:
        tokens = (token for token in self._words.tokens(text) if not self._words.is_small(token))
        return {thing for token in tokens for thing in alternatives(token)}


def _about(entry: Entry) -> str:
    return " ".join([entry.text, entry.meaning, *(f"{field.name} {field.allowed}" for field in entry.fields)])


def _share(wanted: list[str], there: set[str]) -> float:
    """How much of what is wanted is there; nothing of nothing."""
    return sum(1 for token in wanted if there.intersection(alternatives(token))) / len(wanted) if wanted else 0
