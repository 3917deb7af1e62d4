"""Ranks the sentences there are by how likely it is that a step was meant as one of them."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from steps.suggestion.values import Value, find_values, masked
from steps.suggestion.words import Words, alternatives
from steps.valuekinds import Field, ValueKind
from steps.vocabulary import field
from testdata.spelling import fold
from testdata.wordlist import word_list

_SMALL_WEIGHT = 0.1
_UNKNOWN_WEIGHT = 1.5
# How much each thing counts; they were set by hand on half of the misworded steps in tests/steps.
_OF_ITS_WORDS, _OF_THE_STEP, _OF_VALUES, _OF_LETTERS = 0.35, 0.3, 0.25, 0.1
_LESS_FOR_THE_FIRST = 0.5
_OTHER_KEYWORD = 0.25
# One says that something is so and the other that it is not.
_NEGATION, _OPPOSITE = "#inte", 0.05
_LIGHT = frozenset({ValueKind.SYSTEM, ValueKind.DAY, ValueKind.CLOCK})
"""Kinds that nearly every sentence has: their presence says little."""
_WORDY = (
    ValueKind.MESSAGE,
    ValueKind.NEEDS,
    ValueKind.STATE,
    ValueKind.ROLE,
    ValueKind.REASON,
    ValueKind.LETTER,
    ValueKind.CARE_FORM,
    ValueKind.PLAN,
    ValueKind.REMARK,
    ValueKind.DELIVERY,
    ValueKind.FILE,
    ValueKind.READ,
    ValueKind.NUMBER_KIND,
    ValueKind.REFERRING,
    ValueKind.SHORTCOMING,
    ValueKind.SIP_STATE,
    ValueKind.MEETING_FORM,
    ValueKind.CONSENTING,
    ValueKind.REQUESTING,
    ValueKind.GAP,
)
"""Kinds whose values are ordinary words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence that exists: ``shown`` as a reader sees it (``patienten {alias} från {kommun}``)."""

    kind: str
    shown: str
    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Understood:
    """A step as it was understood.

    ``source`` is the step as written and ``text`` the same without its values, folded. ``wordy`` are values of
    closed lists that its words may say, the likeliest first.
    """

    source: str
    values: tuple[Value, ...]
    wordy: Mapping[ValueKind, tuple[str, ...]]
    tokens: tuple[str, ...]
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranked:
    """A sentence with its likeness to a step, from 0 to 1."""

    sentence: Sentence
    likeness: float


class Ranking:
    """Every sentence, taken apart once."""

    def __init__(self, sentences: Iterable[tuple[str, str, Sequence[str]]]) -> None:
        """*sentences* are (kind, shown, names of fields)."""
        self.sentences = tuple(
            Sentence(kind=kind, shown=shown, fields=tuple(map(field, names))) for kind, shown, names in sentences
        )
        choices = [word for kind in _WORDY for word in self._choices(kind)]
        texts = [self._masked(sentence) for sentence in self.sentences]
        self._words = Words([*texts, *choices], word_list())
        self._fixed = {s: self._meaningful(self._words.tokens(t)) for s, t in zip(self.sentences, texts, strict=True)}
        self._letters = {s: fold(t) for s, t in zip(self.sentences, texts, strict=True)}
        frequency = Counter(
            thing for fixed in self._fixed.values() for thing in {t for token in fixed for t in alternatives(token)}
        )
        total = len(self.sentences)
        self._weight = {token: math.log(1 + total / count) for token, count in frequency.items()}
        self._choice_tokens = {
            kind: {choice: self._telling(self._words.tokens(choice)) for choice in self._choices(kind)}
            for kind in _WORDY
        }

    def understand(self, text: str) -> Understood:
        values = find_values(text)
        without = masked(text, values)
        tokens = self._meaningful(self._words.tokens(without))
        quoted = " ".join(value.text for value in values if value.kind is ValueKind.TEXT)
        everything = {thing for t in (*tokens, *self._words.tokens(quoted)) for thing in alternatives(t)}
        wordy = {kind: self._said(kind, everything) for kind in _WORDY}
        return Understood(source=text, values=tuple(values), wordy=wordy, tokens=tokens, text=fold(without))

    def rank(self, understood: Understood, kind: str | None = None) -> list[Ranked]:
        """Every sentence, the likeliest first. Those of another *kind* (given, when, then) lose some."""
        ranked = [
            Ranked(
                sentence=sentence,
                likeness=self._likeness(sentence, understood)
                - (_OTHER_KEYWORD if kind not in (None, sentence.kind) else 0),
            )
            for sentence in self.sentences
        ]
        return sorted(ranked, key=lambda r: -r.likeness)

    def _likeness(self, sentence: Sentence, step: Understood) -> float:
        fixed, explained = set(self._fixed[sentence]), self._explained(sentence, step)
        its_words = self._share(fixed, step.tokens)
        the_step = self._share(set(step.tokens) - explained, fixed)
        letters = fuzz.token_sort_ratio(self._letters[sentence], step.text) / 100
        return (
            _OF_ITS_WORDS * its_words
            + _OF_THE_STEP * the_step
            + _OF_VALUES * _fit(sentence, step)
            + _OF_LETTERS * letters
            - (_OPPOSITE if (_NEGATION in fixed) != (_NEGATION in step.tokens) else 0)
        )

    def _share(self, wanted: Collection[str], there: Collection[str]) -> float:
        """How much of the weight of *wanted* is *there*."""
        things = {thing for token in there for thing in alternatives(token)}
        total = found = 0.0
        for token in wanted:
            common = things.intersection(alternatives(token))
            weight = self._weight_of(max(common or [token]))
            total += weight
            found += weight if common else 0
        return found / total if total else 1.0

    def _weight_of(self, token: str) -> float:
        if self._words.is_small(token):
            return _SMALL_WEIGHT
        return max(self._weight.get(thing, _UNKNOWN_WEIGHT) for thing in alternatives(token))

    def _explained(self, sentence: Sentence, step: Understood) -> set[str]:
        """Words of the step that are values of fields which the sentence has."""
        kinds = {f.kind for f in sentence.fields}
        found = {
            token
            for kind in kinds & set(_WORDY)
            for choice in step.wordy[kind]
            for token in self._choice_tokens[kind][choice]
        }
        if ValueKind.SYSTEM in kinds:
            found |= {fold(value.text) for value in step.values if value.kind is ValueKind.SYSTEM}
        return found

    def _said(self, kind: ValueKind, tokens: set[str]) -> tuple[str, ...]:
        """The choices of *kind* all of whose telling words are said; the one that says most first."""
        there = [
            (len(telling), c)
            for c, telling in self._choice_tokens[kind].items()
            if all(tokens.intersection(alternatives(t)) for t in telling)
        ]
        return tuple(choice for _, choice in sorted(there, key=lambda found: -found[0]))

    def _telling(self, tokens: Sequence[str]) -> frozenset[str]:
        return frozenset(token for token in tokens if not self._words.is_small(token))

    @staticmethod
    def _meaningful(tokens: Sequence[str]) -> tuple[str, ...]:
        return tuple(token for token in tokens if not token.startswith("{"))

    @staticmethod
    def _masked(sentence: Sentence) -> str:
        text = sentence.shown
        for one in sentence.fields:
            text = text.replace(f"{{{one.name}}}", f"{{{fold(one.kind.value)}}}")
        return text

    def _choices(self, kind: ValueKind) -> Sequence[str]:
        return next((f.words() for s in self.sentences for f in s.fields if f.kind is kind), ())


def _fit(sentence: Sentence, step: Understood) -> float:
    """How well the values of a step go into the fields of a sentence: 1 when all do and no field is left."""
    wanted = Counter(f.kind for f in sentence.fields)
    there = Counter(value.kind for value in step.values)
    there.update(kind for kind in _WORDY if step.wordy[kind] and kind in wanted)
    if ValueKind.UNITS in wanted and there[ValueKind.UNIT] > wanted[ValueKind.UNIT]:
        there[ValueKind.UNIT], there[ValueKind.UNITS] = wanted[ValueKind.UNIT], 1  # the others stand in the list
    if ValueKind.TEXT not in wanted and ValueKind.STATE in wanted & there:
        del there[ValueKind.TEXT]  # a läge within quotes
    fitting, everything = _worth(wanted & there), _worth(wanted | there)
    return fitting / everything if everything else 1.0


def _worth(kinds: Mapping[ValueKind, int]) -> float:
    """A first day or clock time says little, as nearly every sentence has one; a second says as much as any value."""
    return sum(number - (_LESS_FOR_THE_FIRST if kind in _LIGHT and number else 0) for kind, number in kinds.items())
