"""Why a file cannot be read as Gherkin, said to its author: the right line, in Swedish, with a remedy.

gherkin-official explains itself in English, and goes on after a fault, so that one misspelt Egenskap gives
an error for every line below it. Here each fault is told once, where it was made.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from gherkin.errors import CompositeParserException, NoSuchLanguageException, ParserException

from steps.keywords import is_block, is_step, meant_block, meant_step
from steps.linekinds import unclosed_fence
from steps.tablecells import split_cells

_LANGUAGE = re.compile(r"^\s*#\s*language\s*:\s*sv\s*$")
_LANGUAGE_MEANT = re.compile(r"^\s*#\s*(?:lang|språk|sprak|lan?gu)\w*", re.IGNORECASE)
_BEFORE_FEATURE = "#FeatureLine"
_AFTER_TAG = "expected: #TagLine, #RuleLine"
_BAD_TAG = "A tag may not contain whitespace"


@dataclass(frozen=True, slots=True)
class Unreadable:
    """One fault of the text. ``rule`` is its id in ``steps.hygiene.rules``."""

    rule: str
    line: int
    sentence: str
    remedy: str


def explain_all(fault: CompositeParserException | ParserException, lines: Sequence[str]) -> list[Unreadable]:
    """Every fault that is no consequence of another, in order."""
    errors = fault.errors if isinstance(fault, CompositeParserException) else [fault]
    told: dict[tuple[str, int], Unreadable] = {}
    for error in _causes(errors):
        unreadable = _explain(error, lines)
        told.setdefault((unreadable.rule, unreadable.line), unreadable)
    return list(told.values())


def _causes(errors: Sequence[ParserException]) -> Iterator[ParserException]:
    """The errors without those that only say that the parser is still where it was."""
    waiting = ""
    for error in errors:
        text = str(error)
        waits_for = next((sign for sign in (_BEFORE_FEATURE, _AFTER_TAG) if sign in text), "")
        if waits_for and waiting in (waits_for, _BAD_TAG):
            continue
        waiting = _BAD_TAG if _BAD_TAG in text else waits_for
        yield error
        if isinstance(error, NoSuchLanguageException):
            return


def _explain(error: ParserException, lines: Sequence[str]) -> Unreadable:
    number, text = error.location["line"], str(error)
    line = lines[number - 1].strip() if number <= len(lines) else ""
    if isinstance(error, NoSuchLanguageException):
        return Unreadable(
            "sprak",
            number,
            f"Språket på raden »{line}« finns inte.",
            "Skriv »# language: sv«. Koden för svenska är sv; se är Sverige.",
        )
    if _BAD_TAG in text:
        return Unreadable(
            "tagg-mellanslag",
            number,
            f"En tagg på raden »{line}« innehåller mellanslag.",
            "Skriv varje tagg i ett ord med @ först, till exempel @krav:AK-INUT-01, och mellanslag mellan taggarna.",
        )
    if "inconsistent cell count" in text:
        return _ragged(number, lines)
    if _BEFORE_FEATURE in text:
        return _before_feature(number, line, lines)
    if "unexpected end of file" in text:
        return _at_the_end(text, lines)
    if _AFTER_TAG in text:
        return _after_tag(number, line, lines)
    return _misplaced(number, line, text)


def _ragged(number: int, lines: Sequence[str]) -> Unreadable:
    first = number
    while first > 1 and (lines[first - 2].strip().startswith(("|", "#")) or not lines[first - 2].strip()):
        first -= 1
    while not lines[first - 1].strip().startswith("|"):
        first += 1
    here, there = (len(split_cells(lines[n - 1])[0]) for n in (number, first))
    return Unreadable(
        "ojamn-tabell",
        number,
        f"Raden har {here} {'cell' if here == 1 else 'celler'}, men tabellens första rad (rad {first}) har {there}.",
        "Skriv lika många celler på varje rad; raden ska börja och sluta med |. En tom cell skrivs »| |«, "
        "och ett lodstreck i en cell skrivs »\\|«.",
    )


def _before_feature(number: int, line: str, lines: Sequence[str]) -> Unreadable:
    is_right = any(meant.keyword == "Egenskap" for meant in meant_block(line)) and is_block(line)
    for place, other in enumerate(lines[: number - 1], start=1):
        if _LANGUAGE.match(other) and is_right:
            return Unreadable(
                "sprak",
                place,
                "Raden »# language: sv« står inte först, och läses därför som en kommentar.",
                "Flytta den till filens första rad, ovanför taggarna.",
            )
        if _LANGUAGE_MEANT.match(other) and not _LANGUAGE.match(other):
            return Unreadable(
                "sprak",
                place,
                f"Raden »{other.strip()}« läses som en kommentar, så språket är inte valt.",
                "Skriv den »# language: sv«, på filens första rad.",
            )
    if is_right:
        return Unreadable(
            "sprak",
            1,
            "Filen säger inte att den är skriven på svenska, och då väntas engelska nyckelord.",
            "Skriv »# language: sv« på filens första rad.",
        )
    meant = [m for m in meant_block(line) if m.keyword == "Egenskap"]
    if meant:
        return _misspelt(number, line, meant[0].line)
    if not line:
        return Unreadable(
            "utan-egenskap", 1, "Filen innehåller ingen Egenskap.", "Skriv en egenskap, eller ta bort filen."
        )
    return Unreadable(
        "olaslig-rad",
        number,
        f"Raden »{line}« står före Egenskap, och där kan bara taggar och kommentarer stå.",
        "Skriv »Egenskap: …« på raden ovanför, eller gör raden till en kommentar med # först.",
    )


def _at_the_end(text: str, lines: Sequence[str]) -> Unreadable:
    if "#DocStringSeparator" in text and "#StepLine" not in text and (opened := unclosed_fence(lines)):
        fence = lines[opened - 1].strip()[:3]
        return Unreadable(
            "oavslutad-docstring",
            opened,
            f"Textrutan som börjar här ({fence}) avslutas aldrig, så resten av filen blir text.",
            f"Skriv {fence} på en egen rad efter texten.",
        )
    tags = [n for n, line in enumerate(lines, start=1) if line.strip().startswith("@")]
    if tags:
        return _lone_tag(tags[-1], lines)
    return Unreadable("olaslig-rad", len(lines), "Filen slutar för tidigt.", "Skriv klart det sista scenariot.")


def _after_tag(number: int, line: str, lines: Sequence[str]) -> Unreadable:
    if (meant := meant_block(line)) and not is_block(line):
        return _misspelt(number, line, meant[0].line)
    tag = number - 1
    while tag > 1 and not lines[tag - 1].strip().startswith("@"):
        tag -= 1
    return _lone_tag(tag, lines)


def _lone_tag(number: int, lines: Sequence[str]) -> Unreadable:
    return Unreadable(
        "tagg-utan-scenario",
        number,
        f"Under raden »{lines[number - 1].strip()}« kommer inget som kan ha taggar.",
        "Sätt taggar direkt ovanför Egenskap, Regel, Scenario, Scenariomall eller Exempel, eller ta bort raden.",
    )


def _misplaced(number: int, line: str, text: str) -> Unreadable:
    if is_step(line) and "#StepLine" not in text:
        return Unreadable(
            "steg-efter-exempel",
            number,
            f"Steget »{line}« står efter Exempel.",
            "Flytta steget upp, före Exempel, eller skriv ett nytt scenario ovanför det.",
        )
    if line.startswith("Egenskap:"):
        return Unreadable(
            "andra-egenskap",
            number,
            f"»{line}« är filens andra Egenskap; en fil har en.",
            "Flytta den till en egen fil, eller gör den till en Regel.",
        )
    if line.startswith("Bakgrund:"):
        return Unreadable(
            "bakgrund-sent",
            number,
            "Bakgrund står efter ett scenario.",
            "Flytta den upp, före det första scenariot i egenskapen eller regeln.",
        )
    if "|" in line and not line.startswith("|") and "#TableRow" in text:
        return Unreadable(
            "olaslig-rad",
            number,
            f"Raden »{line}« börjar inte med |.",
            "Börja raden med |, om den hör till tabellen ovanför.",
        )
    if line.startswith("|"):
        return Unreadable(
            "olaslig-rad",
            number,
            f"Tabellraden »{line}« står där ingen tabell kan stå.",
            "En tabell står direkt under sitt steg eller under »Exempel:«.",
        )
    meant = meant_block(line) or meant_step(line)
    if meant and not is_block(line):
        return _misspelt(number, line, meant[0].line)
    return Unreadable(
        "olaslig-rad",
        number,
        f"Raden »{line}« börjar inte med något nyckelord som kan stå här.",
        "Börja med Givet, När, Så, Och eller Men. En förklaring skrivs som kommentar med # först.",
    )


def _misspelt(number: int, line: str, right: str) -> Unreadable:
    return Unreadable(
        "okant-nyckelord", number, f"Raden »{line}« börjar inte med ett nyckelord.", f"Menade du »{right}«?"
    )
