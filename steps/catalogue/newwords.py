"""Reads the new words of a sentence, as a testledare types them, into a pattern of its definition."""

from __future__ import annotations

import re

from steps.definitions.fields import TYPES
from steps.pickles import KEYWORDS
from steps.registry import Definition
from testdata.faults import Specifikationsfel

_FIELD = re.compile(r"\{([^{}]*)\}")
_NOT_IN_A_SENTENCE = re.compile(r"[().*\\|'<>]")
"""Editors take a sentence with one of these for a regular expression; < and > belong to columns."""


def read_pattern(text: str, definition: Definition) -> str:
    """The new words of *definition* as it writes them: ``{dag:Dag}`` for ``{dag}``, ``{kl:Kl}`` for ``kl. {kl}``.

    Raises:
        Specifikationsfel: they have another keyword, other fields, or signs that no sentence may have.
    """
    words = " ".join(text.split())
    keyword, _, rest = words.partition(" ")
    if keyword in KEYWORDS.values():
        own = KEYWORDS[definition.context.type or ""]
        if keyword != own:
            raise _fault(f"Meningen är ett {own}-steg och kan inte bli ett {keyword}-steg.", text, f"Börja med {own}.")
        words = rest
    wanted, given = sorted(definition.field_names), sorted(_FIELD.findall(words))
    if wanted != given:
        raise _fault(
            "Den nya meningen har inte samma fält.",
            f"{_listed(given)} i »{words}«",
            f"Använd vart och ett av {_listed(wanted)} en gång.",
        )
    pattern = words
    for name, type_name in definition.field_types:
        prefix = TYPES[type_name].prefix if type_name in TYPES else ""
        if f"{prefix}{{{name}}}" not in pattern:
            raise _fault(f"Framför {{{name}}} ska det stå »{prefix.strip()}«.", words, f"Skriv {prefix}{{{name}}}.")
        typed = f"{{{name}:{type_name}}}" if type_name else f"{{{name}}}"
        pattern = pattern.replace(f"{prefix}{{{name}}}", typed)
    fixed = _FIELD.sub("", pattern)
    if bad := _NOT_IN_A_SENTENCE.search(fixed):
        raise _fault(f"Tecknet {bad.group()} kan inte stå i en mening.", words, "Ta bort det, eller skriv med ord.")
    if "{" in fixed or "}" in fixed or not re.search(r"\w", fixed):
        raise _fault("Den nya meningen går inte att läsa.", words, "Skriv ord, och fälten som {namn} inom klamrar.")
    return pattern


def _listed(names: list[str]) -> str:
    return ", ".join(f"{{{name}}}" for name in names) or "inga fält"


def _fault(sentence: str, actual: str, next_step: str) -> Specifikationsfel:
    return Specifikationsfel(
        sentence,
        expected="samma mening med andra ord: samma nyckelord och samma fält",
        actual=actual,
        where="det andra argumentet",
        next_step=next_step,
    )
