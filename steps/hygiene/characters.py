"""Signs that do not show, or show as other signs: line ends, blanks, normal forms, look-alike letters.

A sentence is compared letter by letter. What an author cannot see must not decide whether it matches.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from steps.finding import Finding
from steps.hygiene.source import Source
from steps.keywords import is_capitalised_step, meant_block, seen
from steps.linekinds import FENCES, LineKind, line_kinds

_MEND = "provtryck granska --ratta rättar det."
# What our texts are made of; a file with nothing else is not looked through sign by sign.
_UNSUSPECTED = re.compile(r"[^\n\t\x20-\x7eåäöÅÄÖéÉèÈüÜáÁóÓ§°»«–…×½]")
# Where str.splitlines ends a line and Gherkin does not: what follows can be hidden from a reader, or seem a line.
_LINE_ENDERS = re.compile(r"[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_FORMAT = re.compile(r"[a-z]+(?:/[a-z.+-]+)?")
_COMPARED = frozenset({LineKind.TAG, LineKind.CELL, LineKind.BLOCK, LineKind.STEP})
_LATIN = re.compile(r"[A-Za-zÀ-ÖØ-öø-ÿ]")
_WORD = re.compile(r"[^\W_]+")
# Letters that are drawn as one of ours. Other letters of other alphabets are seen to be foreign (β, µ).
_LOOKALIKE = frozenset("аеорсухіјѕԁԛԝһӏАВЕКМНОРСТУХІЈЅԌ" + "οΑΒΕΖΗΙΚΜΝΟΡΤΥΧ" + "ոսօցհ" + "ɑɡ")


def check_characters(source: Source) -> Iterator[Finding]:
    yield from _line_ends(source)
    yield from _blanks(source)
    if _UNSUSPECTED.search(source.text):
        yield from _letters(source)


def check_fences(source: Source) -> Iterator[Finding]:
    """What stands on the line of a fence is no part of the text. After the first one a format may stand: ``json``."""
    if not any(fence in source.text for fence in FENCES):
        return
    opens = True
    for number, (line, kind) in enumerate(zip(source.lines, line_kinds(source.lines), strict=True), start=1):
        if kind is not LineKind.FENCE:
            continue
        rest = line.strip()[len(FENCES[0]) :].strip()
        if rest and not (opens and _FORMAT.fullmatch(rest)):
            yield source.finding(
                "text-efter-textruta",
                number,
                f"»{rest}« står på samma rad som {line.strip()[: len(FENCES[0])]} och hör inte till textrutan.",
                "Skriv texten på en egen rad inne i textrutan, eller ta bort den.",
            )
        opens = not opens


def _line_ends(source: Source) -> Iterator[Finding]:
    if source.raw.startswith("\ufeff"):
        yield source.finding("bom", 1, "Filen börjar med en osynlig byteordningsmarkering (BOM).", _MEND)
    if "\r" not in source.raw:
        return
    ends = re.findall(r"\r\n|\r|\n", source.raw)
    if "\r" in ends:
        line = ends.index("\r") + 1
        yield source.finding(
            "ensam-cr",
            line,
            "Raden slutar med ett ensamt CR, som en del program läser som radbrytning och andra inte.",
            "Sätt en radbrytning där tecknet står, eller ta bort det, och spara filen med radbrytningen LF.",
        )
    if "\r\n" in ends:
        line = ends.index("\r\n") + 1
        count = ends.count("\r\n")
        yield source.finding(
            "crlf", line, f"{count} {'rad' if count == 1 else 'rader'} slutar med CRLF i stället för LF.", _MEND
        )


def _blanks(source: Source) -> Iterator[Finding]:
    if source.text and not source.text.endswith("\n"):
        yield source.finding("sista-radbrytning", len(source.lines), "Filens sista rad saknar radbrytning.", _MEND)
    trailing = re.search(r"[ \t]$", source.text, re.MULTILINE)
    if not trailing and "\t" not in source.text:
        return
    kinds = line_kinds(source.lines)
    for number, (line, kind) in enumerate(zip(source.lines, kinds, strict=True), start=1):
        if kind in (LineKind.DOCSTRING, LineKind.COMMENT):
            continue  # their text is the author's own
        if "\t" in line[: len(line) - len(line.lstrip())]:
            yield source.finding("tabb", number, "Raden är indragen med tabb.", _MEND)
        # A step that is only its keyword needs the blank after it to be one; what it lacks is a sentence.
        if line[-1:] in (" ", "\t") and not (kind is LineKind.STEP and " " not in line.strip()):
            yield source.finding("slutblanksteg", number, "Raden slutar med blanktecken.", _MEND)


def _letters(source: Source) -> Iterator[Finding]:
    for number, (line, kind) in enumerate(zip(source.lines, line_kinds(source.lines), strict=True), start=1):
        if not _UNSUSPECTED.search(line):
            continue
        if not (kind in _COMPARED or (kind is LineKind.TEXT and _is_keyword(line))):
            if kind is not LineKind.DOCSTRING and (enders := list(dict.fromkeys(_LINE_ENDERS.findall(line)))):
                yield source.finding(
                    "osynligt-tecken",
                    number,
                    f"Raden innehåller tecken som en del program läser som radbrytning: "
                    f"{', '.join(_name(sign) for sign in enders)}.",
                    "Skriv om raden för hand.",
                )
            continue
        by_hand = "Skriv om cellen för hand." if kind is LineKind.CELL else _MEND
        if hidden := list(dict.fromkeys(sign for sign in line if is_hidden(sign))):
            names = ", ".join(_name(sign) for sign in hidden)
            yield source.finding("osynligt-tecken", number, f"Raden innehåller tecken som inte syns: {names}.", by_hand)
        if not unicodedata.is_normalized("NFC", line):
            wrong = [word for word in line.split() if not unicodedata.is_normalized("NFC", word)]
            yield source.finding(
                "normalform",
                number,
                f"Bokstäver i »{unicodedata.normalize('NFC', wrong[0])}« är sparade som två tecken var, "
                "och är inte lika med bokstäverna i meningarna.",
                by_hand,
            )
        if foreign := list(dict.fromkeys(lookalikes(line))):
            names = ", ".join(f"»{sign}« ({_name(sign)})" for sign in foreign)
            yield source.finding(
                "frammande-bokstav",
                number,
                f"Raden innehåller tecken som bara liknar våra: {names}.",
                "Skriv om ordet för hand på tangentbordet.",
            )


def _is_keyword(line: str) -> bool:
    """Whether a line that Gherkin takes for text is meant to be more: ``Givet`` and a space that is none."""
    line = unicodedata.normalize("NFC", seen(line))
    return bool(meant_block(line)) or is_capitalised_step(line)


def is_hidden(sign: str) -> bool:
    """A sign of no width, or a space that is not the ordinary one. A tab shows, and is judged elsewhere."""
    return unicodedata.category(sign) in ("Cf", "Cc", "Zl", "Zp", "Zs") and sign not in " \t"


def lookalikes(line: str) -> Iterable[str]:
    """Letters of other alphabets inside a word of ours, or in a word that looks like one; foreign figures."""
    for word in _WORD.findall(line):
        foreign = [sign for sign in word if sign in _LOOKALIKE]
        if foreign and (_LATIN.search(word) or len(foreign) == len(word) > 1):
            yield from foreign
        yield from (sign for sign in word if sign.isdecimal() and not sign.isascii())
        yield from (sign for sign in word if unicodedata.normalize("NFKC", sign).isascii() and _is_styled(sign))


def _is_styled(sign: str) -> bool:
    """A letter that is drawn wide, bold or in a circle, and is another letter."""
    return sign.isalpha() and not sign.isascii() and sign not in "ªº" and unicodedata.is_normalized("NFC", sign)


def _name(sign: str) -> str:
    return _NAMES.get(sign) or f"U+{ord(sign):04X} {unicodedata.name(sign, '').lower()}".rstrip()


_NAMES = {
    "\x0b": "lodrät tabb (U+000B)",
    "\x0c": "sidbrytning (U+000C)",
    "\x85": "radbrytning (U+0085)",
    "\u2028": "radbrytning (U+2028)",
    "\u2029": "styckebrytning (U+2029)",
    "\u00a0": "hårt mellanslag (U+00A0)",
    "\u202f": "smalt hårt mellanslag (U+202F)",
    "\u00ad": "mjukt bindestreck (U+00AD)",
    "\u200b": "mellanslag utan bredd (U+200B)",
    "\u200d": "sammanfogare utan bredd (U+200D)",
    "\ufeff": "byteordningsmarkering inne i texten (U+FEFF)",
}
