"""Words of the screen: a step says what happens in care, never where one clicks (architecture section 1)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from steps.finding import Finding
from steps.hygiene.scenarios import Node
from steps.hygiene.source import Source

_WORDS = re.compile(
    r"""\b(?:
      (?:dubbel|höger)?klick(?:a|ar|ade|at)?
    | (?:radio|spara|skicka)?knapp(?:en|ar|arna)? | knappar?\s+in
    | (?:webb)?sid(?:a|an|or|orna) | start(?:sida|sidan)
    | (?:bild)?skärm(?:en|ar|bild|bilden)?
    | (?:text|inmatnings|sök|datum|fritext|lösenords)?fält(?:et|en)?
    | (?:kryss|dialog|list|text|sök|in)?rut(?:a|an|or|orna)
    | (?:rullgardins|huvud|snabb)?meny(?:n|er|erna)?
    | flik(?:en|ar|arna)?
    | länk(?:en|ar|arna)?
    | dialog(?:en|er|fönster|fönstret)?
    | scroll(?:a|ar|ade|at)
    | bocka(?:r|de|t)? | kryssa(?:r|de|t)?\s+i | (?:av)?markera(?:r|de|t)?\s+(?:rut|rad)\w*
    | ikon(?:en|er|erna)? | muspekare(?:n)? | popup\w* | (?:rad|auto)knapp\w*
    )\b""",
    re.IGNORECASE | re.VERBOSE,
)
# Ordinary care words that hold one of them.
_ORDINARY = re.compile(
    r"""\b(?:
      vid\s+sidan\s+(?:av|om) | å\s+(?:ena|andra)\s+sidan
    | (?:på|åt|från)\s+(?:\w+s|båda|andra|ena|rätt|fel)\s+sid(?:a|an|or)
    | (?:höger|vänster|frisk|friska|sjuk|sjuka|opererad|opererade)\s+sid(?:a|an)
    | (?:ligg|lägg|vänd|ligger|lägger|vänder)\w*\s+(?:\w+\s+){0,2}(?:på|åt)\s+sidan
    | (?:i|för|förs)\s+dialog | dialog(?:en|er)?\s+(?:med|mellan|om|kring)
    | lägga?r?\s+(?:\w+\s+)?åt\s+sidan
    )\b""",
    re.IGNORECASE | re.VERBOSE,
)


def check_screen_words(holder: Node, source: Source) -> Iterator[Finding]:
    """In the steps of a scenario or a Bakgrund."""
    for step in holder["steps"]:
        if word := screen_word(step["text"]):
            yield source.finding(
                "skarmord",
                step["location"]["line"],
                f"Steget talar om skärmen: »{word}«.",
                "Skriv vad som händer i vården. Hur man gör det i systemet vet Provtryck.",
            )


@lru_cache(maxsize=8192)
def screen_word(text: str) -> str:
    """The first word of the screen in *text*, or an empty string. What stands in quotes is a value."""
    match = _WORDS.search(_ORDINARY.sub("", re.sub(r'"[^"]*"', "", text)))
    return match.group() if match else ""
