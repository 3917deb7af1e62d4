"""The keywords of Swedish Gherkin, and what a line that is none of them was probably meant to begin with.

Gherkin takes a line with a misspelt keyword for prose. Everything here is about telling the two apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from testdata.spelling import fold

STEPS = ("Givet", "När", "Så", "Och", "Men")
BLOCKS = ("Egenskap", "Regel", "Bakgrund", "Scenario", "Scenariomall", "Abstrakt Scenario", "Exempel")
KEYWORDS = (*BLOCKS, *STEPS)

_ENGLISH_STEPS = {"Given": "Givet", "When": "När", "Then": "Så", "And": "Och", "But": "Men"}
_ENGLISH_BLOCKS = {
    "Feature": "Egenskap",
    "Rule": "Regel",
    "Background": "Bakgrund",
    "Example": "Scenario",
    "Scenario Outline": "Scenariomall",
    "Scenario Template": "Scenariomall",
    "Examples": "Exempel",
    "Scenarios": "Exempel",
}
_WORD = re.compile(r"[^\W\d_]+")
_BLOCK = re.compile(r"\s*(?P<head>[^\W\d_]+(?: +[^\W\d_]+)?)\s*:(?P<rest>.*)", re.DOTALL)
_UNSEEN = re.compile(r"[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]")
_HEADLESS = re.compile(
    rf"(?P<head>{'|'.join(BLOCKS)})(?:\s*[:;=：﹕︰∶꞉ː](?P<rest>.*)|(?:\s*[-–—]\s*|\s+|(?=\d))(?P<rest2>[A-ZÅÄÖ0-9].*))"
)
_MARKUP = re.compile(r"[*_`~]+(?=\S)|(?<=\S)[*_`~]+")
_BULLET = re.compile(r"^(?:[-+*•–—>(»«”“\"'‣▪·]+\s*|(?:\d+|[a-z])[.)]\s*|\[[ x]?\]\s*)+")
_SHORT = 4  # letters: at this length one changed letter is usually another word


@dataclass(frozen=True, slots=True)
class Meant:
    """A keyword that a line can be meant to begin with, and what would follow it."""

    keyword: str
    rest: str

    @property
    def is_block(self) -> bool:
        return self.keyword in BLOCKS

    @property
    def line(self) -> str:
        """The line as it should be written, without indentation."""
        if self.is_block:
            return f"{self.keyword}: {self.rest}".rstrip()
        return f"{self.keyword} {self.rest}".rstrip()


def is_step(line: str) -> bool:
    """Whether Gherkin reads the stripped *line* as a step, where one may stand."""
    return line.startswith(("Givet ", "När ", "Så ", "Och ", "Men ", "* "))


def is_block(line: str) -> bool:
    """Whether Gherkin reads the stripped *line* as the head of a block, where one may stand."""
    return line.startswith(tuple(f"{keyword}:" for keyword in BLOCKS))


@lru_cache(maxsize=4096)
def meant_block(line: str) -> tuple[Meant, ...]:
    """The blocks that *line* can be meant to open: right, misspelt, English, or without its colon and alone."""
    line = seen(line)
    match = _BLOCK.fullmatch(line)
    if match is None:
        alone = {fold(keyword): keyword for keyword in BLOCKS}.get(fold(line))
        return (Meant(alone, ""),) if alone else ()
    head, rest = fold(match["head"]), match["rest"].strip()
    return tuple(Meant(keyword, rest) for keyword in _nearest_blocks(head))


def _nearest_blocks(head: str) -> tuple[str, ...]:
    exact = [k for k in BLOCKS if fold(k) == head] or [sv for en, sv in _ENGLISH_BLOCKS.items() if fold(en) == head]
    if exact:
        return tuple(exact)
    if close := _closest(head, [(fold(k), k) for k in BLOCKS]):
        return close
    return _closest(head, [(fold(en), sv) for en, sv in _ENGLISH_BLOCKS.items()])


def _closest(word: str, candidates: Sequence[tuple[str, str]]) -> tuple[str, ...]:
    """Those of *candidates* with the fewest changed letters: at most one, or two in a long word."""
    distances = [(distance(word, known), keyword) for known, keyword in candidates]
    near = [(d, k) for (d, k), (known, _) in zip(distances, candidates, strict=True) if d <= 1 + (len(known) > 7)]
    least = min((d for d, _ in near), default=0)
    return tuple(dict.fromkeys(keyword for d, keyword in near if d == least))


@lru_cache(maxsize=4096)
def meant_step(line: str) -> tuple[Meant, ...]:
    """The steps that *line* can be meant as, judged by its first word, whatever its case."""
    line = seen(line)
    match = _WORD.match(line)
    if match is None:
        return ()
    word, rest = match.group(), line[match.end() :].lstrip(" :\t").strip()
    return tuple(Meant(keyword, rest) for keyword in _step_keywords(fold(word))) or tuple(_joined(line))


def _step_keywords(word: str) -> tuple[str, ...]:
    exact = [k for k in STEPS if fold(k) == word] or [sv for en, sv in _ENGLISH_STEPS.items() if fold(en) == word]
    if exact:
        return tuple(exact)
    known = [*((k, k) for k in STEPS), *_ENGLISH_STEPS.items()]
    return tuple(dict.fromkeys(keyword for written, keyword in known if _is_misspelt(word, fold(written))))


def _is_misspelt(word: str, keyword: str) -> bool:
    """Whether *word* is *keyword* with one mistake. In a short one only a mistake that makes no other word counts."""
    if word[:1] != keyword[:1]:
        return False
    if len(keyword) > _SHORT:
        return distance(word, keyword) == 1
    if len(word) > len(keyword):  # a letter written twice
        return re.sub(r"(.)\1", r"\1", word) == re.sub(r"(.)\1", r"\1", keyword)
    return len(keyword) > 2 and distance(word, keyword) == 1 and (len(word) < len(keyword) or _swapped(word, keyword))


def _swapped(word: str, keyword: str) -> bool:
    return sorted(word) == sorted(keyword)


def _joined(line: str) -> Iterator[Meant]:
    """A keyword without the space after it: ``Givetpatienten``."""
    for keyword in STEPS:
        if len(keyword) > _SHORT and line.startswith(keyword) and line[len(keyword) :][:1].isalpha():
            yield Meant(keyword, line[len(keyword) :].strip())


def lost_block(line: str) -> tuple[Meant, ...]:
    """The block that a line of prose is the head of: behind a bullet, in bold, or with something else for its colon.

    ``Exempel på det`` is prose: a keyword without colon is taken for one only with a capital or a figure after it.
    """
    bare = without_markup(line)
    if found := meant_block(bare):
        return found
    match = _HEADLESS.fullmatch(bare)
    return (Meant(match["head"], (match["rest"] or match["rest2"] or "").strip()),) if match else ()


def without_markup(line: str) -> str:
    """*line* without what lists, quotations and Markdown put around it."""
    bare = _BULLET.sub("", _MARKUP.sub("", seen(line)))
    # A sentence may itself end with a quoted value.
    return bare.rstrip("»«”“') " + '"' * seen(line).startswith('"'))


def is_marker(line: str) -> bool:
    """Whether the stripped *line* opens a paragraph that is a description on purpose."""
    return fold(line).startswith("beskrivning:")


def is_capitalised_step(line: str) -> bool:
    """Whether *line* begins as a step in a text where ``så att`` is prose: with a capital."""
    return line[:1].isupper() and bool(meant_step(line))


def seen(line: str) -> str:
    """*line* as a reader sees it: without signs of no width, and with every space an ordinary one."""
    return re.sub(r"[^\S\n]", " ", _UNSEEN.sub("", line)).strip()


def distance(word: str, other: str) -> int:
    """How many letters are wrong, missing, too many or swapped."""
    if abs(len(word) - len(other)) > 2 or not set(word) & set(other):
        return 99
    from rapidfuzz.distance import OSA  # only a line that could be a mistake needs it

    return OSA.distance(word, other, score_cutoff=3)
