"""One file mended: letters, keywords, layout, ids, in that order, and what was done in words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from steps.document import parse_or_explain
from steps.hygiene.source import Source
from steps.mending.ids import ids_in, set_ids
from steps.mending.layout import lay_out
from steps.mending.letters import mend_letters
from steps.mending.words import mend_words
from steps.pickles import Pickle, compile_pickles
from steps.registry import Registry


@dataclass(frozen=True, slots=True)
class Mended:
    """``text`` is what the file should hold, ``done`` what differs. With ``hindrance`` nothing is changed."""

    text: str
    done: Sequence[str] = ()
    hindrance: str = ""


def mend(source: Source, registry: Registry, taken: set[str]) -> Mended:
    """The text of *source* mended. *taken* are ids of other scenarios, and grows by those that are set."""
    if lone := re.search(r"\r(?!\n)", source.raw):
        line = len(re.findall(r"\r\n|\r|\n", source.raw[: lone.start()])) + 1
        return Mended(source.raw, hindrance=f"rad {line}: ett ensamt CR, som kan vara en radbrytning eller inte")
    done = list(_line_ends(source))
    lettered = list(mend_letters(source.lines))
    if hindrance := _ids_that_meet(source, lettered, taken):
        return Mended(source.raw, hindrance=hindrance)
    done += (f"rad {n}: bytte osynliga eller delade tecken" for n in _changed(source.lines, lettered))
    words = mend_words(lettered, registry)
    done += (f"rad {n + 1}: »{lettered[n].strip()}« blev »{line.strip()}«" for n, line in words.items())
    text = "\n".join(words.get(n, line) for n, line in enumerate(lettered))
    document = parse_or_explain(text)
    if not isinstance(document, dict):
        return Mended(source.raw, hindrance=f"rad {document[0].line}: {document[0].sentence}")
    laid = lay_out(text)
    laid_document = parse_or_explain(laid)
    if not isinstance(laid_document, dict) or _meaning(text) != _meaning(laid):
        return Mended(source.raw, hindrance="uppställningen skulle ändra vad texten säger")
    done += _layout_done(text, laid)
    with_ids, added = set_ids(laid, laid_document, source.path, taken)
    if added:
        done.append(f"satte @id på {added} {'scenario' if added == 1 else 'scenarier'}")
    return Mended(with_ids, done)


def _ids_that_meet(source: Source, lettered: Sequence[str], taken: set[str]) -> str:
    """What is said when letters that are mended would give a scenario the id of another. *taken* grows."""
    known = taken | ids_in(source.text)
    for number in _changed(source.lines, lettered):
        for found in sorted(ids_in(lettered[number - 1]) - ids_in(source.line(number))):
            if found in known:
                return f"rad {number}: utan de osynliga tecknen blir taggen @id:{found}, som redan finns"
            known.add(found)
            taken.add(found)
    return ""


def _line_ends(source: Source) -> Iterator[str]:
    if source.raw.startswith("\ufeff"):
        yield "tog bort byteordningsmarkeringen"
    if "\r" in source.raw:
        yield "bytte radbrytningarna till LF"


def _changed(before: Sequence[str], after: Sequence[str]) -> Iterator[int]:
    return (n for n, (old, new) in enumerate(zip(before, after, strict=True), start=1) if old != new)


def _layout_done(before: str, after: str) -> Iterator[str]:
    old, new = before.split("\n"), after.split("\n")
    pairs = [(a, b) for a, b in zip(old, new, strict=False) if a != b]
    indented = sum(1 for a, b in pairs if a.strip() == b.strip() and a.rstrip() != b)
    blanks = sum(1 for a, b in pairs if a.rstrip() == b)
    rows = sum(1 for a, b in pairs if a.strip() != b.strip())
    for number, what in ((indented, "drog in {} {}"), (rows, "riktade {} {} i tabeller")):
        if number:
            yield what.format(number, "rad" if number == 1 else "rader")
    if blanks:
        yield f"tog bort blanktecken sist på {blanks} {'rad' if blanks == 1 else 'rader'}"
    if not before.endswith("\n"):
        yield "satte radbrytning sist"
    elif len(new) < len(old):
        yield "tog bort tomma rader sist"


def _meaning(text: str) -> list[Pickle] | str:
    """All that is run of *text*; where it stands left out."""
    document = parse_or_explain(text)
    if not isinstance(document, dict):
        return ""
    try:
        pickles = compile_pickles(document, "")
    except Exception as fault:  # noqa: BLE001  # a template that cannot be filled in can still be laid out
        return unicodedata.normalize("NFC", str(fault))
    return [
        replace(p, line=0, scenario_line=0, steps=tuple(replace(step, line=0) for step in p.steps)) for p in pickles
    ]
