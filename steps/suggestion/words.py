"""A sentence as the things it speaks of: without inflection, spelling and the choice between synonyms."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

import snowballstemmer
from rapidfuzz.distance import OSA
from rapidfuzz.process import extractOne

from testdata.model import System
from testdata.spelling import fold
from testdata.wordlist import WordList

_TOKEN = re.compile(r"\{\w+\}|[a-z]+")
_SYSTEMS = frozenset(fold(system.value) for system in System)
_OR = "|"
_LONGEST_EXPRESSION = 5
_MOST_BETWEEN = 2
_SHORTEST_CORRECTED = 4
_SHORTEST_JOINED = 8
_TWO_EDITS_FROM = 8

stem = lru_cache(maxsize=4096)(snowballstemmer.stemmer("swedish").stemWord)


class Words:
    """Reads texts as tokens. A token is a concept of the word list, a stem, or a marker like ``{namn}``; an
    expression of several concepts is one token with :func:`alternatives`.

    *known* are texts of the sentences that there are: what is misspelt is taken for one of their words.
    """

    def __init__(self, known: Iterable[str], word_list: WordList) -> None:
        expressions = [(name, e) for name, found in word_list.concepts.items() for e in (name, *found)]
        self._small = {fold(word) for word in word_list.small_words}
        known_words = {word for text in (*known, *(e for _, e in expressions)) for word in _words(text)}
        # In order: of two words that are as near to a misspelt one, the same is chosen every time.
        self._vocabulary = dict.fromkeys(sorted(word for word in known_words if not word.startswith("{")))
        self._by_stem: dict[str, str] = {}
        for word in self._vocabulary:
            self._by_stem.setdefault(stem(word), word)
        self._concepts: dict[tuple[str, ...], str] = {}
        for name, expression in expressions:
            key = tuple(map(stem, _words(expression)))
            others = self._concepts.get(key, "")
            if f"#{name}" not in alternatives(others):
                self._concepts[key] = f"{others}{_OR if others else ''}#{name}"
        self._starts = {key[0] for key in self._concepts}
        self._read = lru_cache(maxsize=4096)(self._tokens)

    def tokens(self, text: str) -> tuple[str, ...]:
        """What *text* speaks of, in order. Small words are there too: :meth:`is_small` tells them apart."""
        return self._read(text)

    def is_small(self, token: str) -> bool:
        return token in self._small

    def _tokens(self, text: str) -> tuple[str, ...]:
        apart = [part for word in _words(text) for part in self._without_negation(word)]
        corrected = [self._correct(word) for word in self._joined(apart)]
        return tuple(self._conceived(corrected))

    def _without_negation(self, word: str) -> Sequence[str]:
        """``okvitterad`` is ``inte kvitterad``: without this it would be taken for a misspelt ``kvitterad``."""
        bare = word.removeprefix("o")
        unknown = word not in self._vocabulary and stem(word) not in self._by_stem
        if unknown and bare != word and (bare in self._vocabulary or stem(bare) in self._by_stem):
            return "inte", bare
        return (word,)

    def _joined(self, words: Sequence[str]) -> Iterator[str]:
        """Compounds that were written apart are one word: ``social tjänst``."""
        at = 0
        while at < len(words):
            pair = "".join(words[at : at + 2])
            if len(words[at : at + 2]) == 2 and "{" not in pair and len(pair) >= _SHORTEST_JOINED:
                whole = self._correct(pair)
                if whole in self._vocabulary and OSA.distance(whole, pair) <= 1 and whole not in words[at : at + 2]:
                    yield whole
                    at += 2
                    continue
            yield words[at]
            at += 1

    def _correct(self, word: str) -> str:
        """The known word that *word* is, is a form of, or is a misspelling of; else *word* itself."""
        if word.startswith("{") or word in self._vocabulary or word in self._small:
            return word
        if (same_stem := self._by_stem.get(stem(word))) is not None:
            return same_stem
        if len(word) < _SHORTEST_CORRECTED:
            return word
        edits = 1 + (len(word) >= _TWO_EDITS_FROM)
        near = extractOne(word, self._vocabulary.keys(), scorer=OSA.distance, score_cutoff=edits)
        return near[0] if near and len(near[0]) >= _SHORTEST_CORRECTED else word

    def _conceived(self, words: Sequence[str]) -> Iterator[str]:
        """Expressions of the word list become their concept, the longest first; what stands between is kept."""
        stems = [word if word.startswith("{") or word in self._small else stem(word) for word in words]
        raw = [word if word.startswith("{") else stem(word) for word in words]
        taken: set[int] = set()
        for at in range(len(words)):
            if at in taken:
                continue
            found = self._expression_at(raw, words, at, taken)
            if found:
                name, used = found
                taken.update(used)
                yield name
            else:
                yield stems[at]

    def _expression_at(
        self, stems: Sequence[str], words: Sequence[str], at: int, taken: set[int]
    ) -> tuple[str, list[int]] | None:
        if stems[at] not in self._starts:
            return None
        best: tuple[str, list[int]] | None = None
        paths: list[list[int]] = [[at]]
        while paths:
            used = paths.pop()
            name = self._concepts.get(tuple(stems[i] for i in used))
            if name and (best is None or len(used) > len(best[1])):
                best = (name, used)
            if len(used) == _LONGEST_EXPRESSION:
                continue
            for nxt in range(used[-1] + 1, min(used[-1] + 2 + _MOST_BETWEEN, len(stems))):
                if nxt not in taken:
                    paths.append([*used, nxt])
                if not (words[nxt].startswith("{") or words[nxt] in self._small or words[nxt] in _SYSTEMS):
                    break
        return best


def alternatives(token: str) -> list[str]:
    """What *token* may stand for: one thing, but for an expression that the word list has under several."""
    return token.split(_OR)


def _words(text: str) -> list[str]:
    return _TOKEN.findall(fold(text))
