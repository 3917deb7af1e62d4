"""Gives a sentence other words, in its definition and in every text that says it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from pytest_bdd import parsers

from steps.catalogue.lines import STEP_LINE, rewritten, says
from steps.catalogue.literal import replace_literal
from steps.catalogue.newwords import read_pattern
from steps.definitions.fields import TYPES
from steps.document import parse_text, relative_path
from steps.pickles import KEYWORDS, Pickle, PickleStep, compile_pickles, read_pickles
from steps.registry import Definition, Registry, shown
from steps.vocabulary import field
from testdata.faults import Specifikationsfel
from testdata.spelling import nearest

_BLOCK = re.compile(r"(```gherkin\n)(.*?)(```)", re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One file as it is and as it would be; ``lines`` are those that say the sentence."""

    path: Path
    before: str
    after: str
    lines: int


def plan_renaming(
    old: str, new: str, *, registry: Registry, features: Sequence[Path], pages: Sequence[Path], root: Path
) -> list[Change]:
    """The changes that make *old* read *new* everywhere; nothing is written.

    Args:
        old: a sentence as the catalogue shows it, with its keyword where it has several.
        new: what it shall be, with the same fields.
        features: the feature files that may say it.
        pages: Markdown whose ``gherkin`` blocks may say it.

    Raises:
        Specifikationsfel: there is no such sentence, the new one has other fields, cannot be told from a sentence
            that exists, or a line cannot be rewritten with certainty.
    """
    definition = _find(old, registry)
    pattern = read_pattern(new, definition)
    renamed = _renamed(definition, pattern)
    after = Registry([renamed if d is definition else d for d in registry.definitions])
    texts = {file: read_pickles(file, root) for file in features}
    said = [step for pickles in texts.values() for step in _steps(pickles)]
    _check_others([*said, *_examples(registry)], definition, registry, after)
    changes = [_definition_change(definition, pattern)]
    for file, pickles in texts.items():
        changes.append(_feature_change(file, pickles, definition, renamed, pattern, registry, after, root))
    changes += [_page_change(page, definition, pattern, registry) for page in pages]
    return [change for change in changes if change.lines]


def _find(old: str, registry: Registry) -> Definition:
    keyword, _, rest = old.strip().partition(" ")
    kinds = [kind for kind, word in KEYWORDS.items() if word == keyword]
    text = rest.strip() if kinds else old.strip()
    found = [d for d in registry.definitions if shown(d.pattern) == text and d.context.type in (kinds or KEYWORDS)]
    if len(found) == 1:
        return found[0]
    if found:
        raise Specifikationsfel(
            f"Meningen »{text}« finns både som {' och '.join(KEYWORDS[d.context.type or ''] for d in found)}.",
            expected="en mening med sitt nyckelord",
            actual=f"»{old}«",
            where="det första argumentet",
            next_step=f"Skriv vilken du menar, till exempel »{KEYWORDS[found[0].context.type or '']} {text}«.",
        )
    known = [f"{KEYWORDS[d.context.type]} {shown(d.pattern)}" for d in registry.definitions if d.context.type]
    meant = nearest(old, known)
    raise Specifikationsfel(
        f"Meningen »{old}« finns inte.",
        expected="en mening så som stegkatalogen visar den, med {fält} inom klamrar",
        actual=f"»{old}«",
        where="det första argumentet",
        next_step=f"Menade du »{meant[0]}«?" if meant else "Sök den med: provtryck steg ORD",
    )


def _renamed(definition: Definition, pattern: str) -> Definition:
    parser = parsers.parse(pattern, extra_types=TYPES)
    return replace(definition, pattern=pattern, context=replace(definition.context, parser=parser))


def _definition_change(definition: Definition, pattern: str) -> Change:
    path = Path(definition.context.step_func.__code__.co_filename)
    before = _read(path)
    after = replace_literal(before, definition.context.type or "", definition.pattern, pattern)
    return Change(path=path, before=before, after=after, lines=1)


def _feature_change(
    file: Path,
    pickles: Sequence[Pickle],
    definition: Definition,
    renamed: Definition,
    pattern: str,
    registry: Registry,
    after: Registry,
    root: Path,
) -> Change:
    path = relative_path(file, root)
    before = _read(file)
    lines = before.split("\n")
    touched: set[int] = set()
    for pickle in pickles:
        for step in pickle.steps:
            if step.line not in touched and _reads_as(registry, step, definition):
                lines[step.line - 1] = rewritten(lines[step.line - 1], definition, pattern)
                touched.add(step.line)
    text = "\n".join(lines)
    if touched:
        _hold_against(pickles, text, path, definition, renamed, registry, after)
    return Change(path=file, before=before, after=text, lines=len(touched))


def _hold_against(
    pickles: Sequence[Pickle],
    text: str,
    path: str,
    definition: Definition,
    renamed: Definition,
    registry: Registry,
    after: Registry,
) -> None:
    """Every step of the new *text* must be read as it was, by the same sentence and with the same values."""
    now = compile_pickles(parse_text(text.removeprefix("\ufeff"), path), path)
    old_steps = [step for pickle in pickles for step in pickle.steps]
    new_steps = [step for pickle in now for step in pickle.steps]
    for old, new in zip(old_steps, new_steps, strict=True):
        before = [
            (renamed if r.definition is definition else r.definition, dict(r.fields))
            for r in registry.readings(old.kind, old.text)
        ]
        if [(r.definition, dict(r.fields)) for r in after.readings(new.kind, new.text)] != before:
            raise _uncertain(f"{path}:{old.line}", f"{old.keyword} {old.text}")


def _reads_as(registry: Registry, step: PickleStep, definition: Definition) -> bool:
    return [r.definition for r in registry.readings(step.kind, step.text)] == [definition]


def _page_change(page: Path, definition: Definition, pattern: str, registry: Registry) -> Change:
    before = _read(page)
    count = 0

    def block(match: re.Match[str]) -> str:
        nonlocal count
        lines = []
        kind = ""
        for line in match[2].split("\n"):
            said = STEP_LINE.match(line)
            kind = next((k for k, word in KEYWORDS.items() if said and word == said["keyword"]), kind)
            mine = said and kind == definition.context.type and says(said["text"], definition, registry)
            lines.append(rewritten(line, definition, pattern) if mine else line)
            count += bool(mine)
        return match[1] + "\n".join(lines) + match[3]

    after = _BLOCK.sub(block, before)
    return Change(path=page, before=before, after=after, lines=count)


def _read(file: Path) -> str:
    """The text with the line ends that it has."""
    with file.open(encoding="utf-8", newline="") as opened:
        return opened.read()


_Said = tuple[str, str, str]
"""Where something is said, the kind of step, and its text."""


def _check_others(said: Iterable[_Said], definition: Definition, registry: Registry, after: Registry) -> None:
    """No other step may come to be read by the new words."""
    for place, kind, text in said:
        before = [r.definition for r in registry.readings(kind, text)]
        if before == [definition]:
            continue
        now = [r.definition for r in after.readings(kind, text)]
        if now != before:
            raise Specifikationsfel(
                f"Den nya meningen passar också på steget »{text}«, som är en annan mening.",
                expected="en mening som inte går att förväxla med någon annan",
                actual=f"»{text}« går att läsa på {len(now)} sätt",
                where=place,
                next_step="Välj andra ord.",
            )


def _steps(pickles: Iterable[Pickle]) -> Iterator[_Said]:
    for pickle in pickles:
        for step in pickle.steps:
            yield f"{pickle.path}:{step.line}", step.kind, step.text


def _examples(registry: Registry) -> Iterator[_Said]:
    """Every sentence as it may be said, also those that no feature says."""
    for definition in registry.definitions:
        text = shown(definition.pattern).format(**{name: field(name).example for name in definition.field_names})
        yield definition.place, definition.context.type or "", text


def _uncertain(place: str, line: str) -> Specifikationsfel:
    return Specifikationsfel(
        f"Raden »{line}« går inte att skriva om med säkerhet.",
        expected="att samma värden står i den nya meningen",
        actual="värdena hamnar annorlunda, eller meningen går att läsa på flera sätt",
        where=place,
        next_step="Välj andra ord, eller skriv om raden för hand först.",
    )
