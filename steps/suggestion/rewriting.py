"""Writes a sentence that exists with the values of the step that was meant as it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from steps.suggestion.ranking import Sentence, Understood
from steps.suggestion.values import Value
from steps.vocabulary import Field, ValueKind
from testdata.model import Part
from testdata.organisation.enheter import find_unit

_OF_HOSPITALS = ("sjukhus", "avsandare")
"""Fields in which a hospital is likelier than another unit."""


def rewrite(sentence: Sentence, step: Understood, columns: Mapping[str, str] | None = None) -> str:
    """*sentence* with the values of *step* in its fields; a field for which it has none stays, as ``{dag}``.

    *columns* are the columns that the step is written with in a Scenariomall, and their values in the row that
    was read: what comes from a column is written as ``<column>``.
    """
    column_of = {value: f"<{name}>" for name, value in (columns or {}).items()}
    text = sentence.shown
    for one, written, source in _assigned(sentence.fields, step):
        text = text.replace(f"{{{one.name}}}", column_of.get(source, written), 1)
    return text


def _assigned(fields: Iterable[Field], step: Understood) -> Iterator[tuple[Field, str, str]]:
    """Each field that has a value: the value as our sentences write it, and as the step has it."""
    left = [value for value in step.values if value.text]
    for one in sorted(fields, key=lambda f: f.name not in _OF_HOSPITALS):
        value = _pick(one, left)
        if value:
            left.remove(value)
            yield one, value.text, step.source[value.start : value.end]
        elif step.wordy.get(one.kind):
            written = _in_words(one, step.wordy[one.kind])
            yield one, written, written


def _pick(one: Field, values: Iterable[Value]) -> Value | None:
    fitting = [value for value in values if value.kind is one.kind]
    if one.name in _OF_HOSPITALS:
        fitting.sort(key=lambda value: find_unit(value.text).part is not Part.SLUTENVARD)
    return fitting[0] if fitting else None


def _in_words(one: Field, choices: tuple[str, ...]) -> str:
    if one.kind is not ValueKind.NEEDS:
        return choices[0]
    *first, last = sorted(choices, key=list(one.words()).index)
    return f"{', '.join(first)} och {last}" if first else last
