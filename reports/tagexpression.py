"""A boolean expression over tags: ``rok och inte (webb eller styr)``; and/or/not work as well."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from typing import Final

from testdata.faults import Specifikationsfel

TagExpression = Callable[[Collection[str]], bool]

# A tag holds anything but white space and parentheses, so that krav:AK-INUT-02 is one word.
_TOKEN: Final = re.compile(r"[()]|[^\s()]+")
_AND: Final = ("och", "and")
_OR: Final = ("eller", "or")
_NOT: Final = ("inte", "not")
_RESERVED: Final = (*_AND, *_OR, *_NOT, "(", ")")


def read_expression(text: str) -> TagExpression:
    """The test that *text* describes. ``inte`` binds tightest, then ``och``, then ``eller``.

    Raises:
        Specifikationsfel: the expression is not whole; says after which word.
    """
    reader = _Reader(text)
    expression = reader.alternatives()
    if reader.ahead is not None:
        raise reader.fault("slutet på uttrycket")
    return expression


def read_words(text: str) -> list[tuple[str, bool]]:
    """The tags that *text* names, in order, and of each whether it is one to leave out (behind ``inte``).

    Raises:
        Specifikationsfel: as :func:`read_expression`.
    """
    reader = _Reader(text)
    reader.alternatives()
    return reader.named


class _Reader:
    """Recursive descent: one method for each level of binding."""

    def __init__(self, text: str) -> None:
        self.named: list[tuple[str, bool]] = []
        self._negated = False
        self._text = text
        self._words = _TOKEN.findall(text)
        self._at = 0

    @property
    def ahead(self) -> str | None:
        return self._words[self._at] if self._at < len(self._words) else None

    def alternatives(self) -> TagExpression:
        left = self.conditions()
        while self._take(_OR):
            left = _either(left, self.conditions())
        return left

    def conditions(self) -> TagExpression:
        left = self.term()
        while self._take(_AND):
            left = _both(left, self.term())
        return left

    def term(self) -> TagExpression:
        if self._take(_NOT):
            self._negated = not self._negated
            inner = _negation(self.term())
            self._negated = not self._negated
            return inner
        if self._take(("(",)):
            inner = self.alternatives()
            if not self._take((")",)):
                raise self.fault("en slutparentes")
            return inner
        word = self.ahead
        if word is None or word.lower() in _RESERVED:
            raise self.fault("en tagg")
        self._at += 1
        tag = word.removeprefix("@")
        self.named.append((tag, self._negated))
        return _presence(tag)

    def fault(self, expected: str) -> Specifikationsfel:
        before = " ".join(self._words[: self._at]) or "början"
        return Specifikationsfel(
            f"Tagguttrycket »{self._text}« går inte att läsa.",
            expected=f"{expected} efter »{before}«",
            actual=f"»{self.ahead}«" if self.ahead is not None else "uttrycket tar slut",
            where="flaggan --tagg",
            next_step="Skriv till exempel: --tagg 'krav:AK-SYS-02 eller krav:AK-SYS-03'.",
        )

    def _take(self, words: Collection[str]) -> bool:
        if self.ahead is None or self.ahead.lower() not in words:
            return False
        self._at += 1
        return True


def _presence(tag: str) -> TagExpression:
    return lambda tags: tag in tags


def _negation(inner: TagExpression) -> TagExpression:
    return lambda tags: not inner(tags)


def _both(left: TagExpression, right: TagExpression) -> TagExpression:
    return lambda tags: left(tags) and right(tags)


def _either(left: TagExpression, right: TagExpression) -> TagExpression:
    return lambda tags: left(tags) or right(tags)
