"""Writes a sentence that exists with the values of the step that was meant as it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from steps.columns import Column
from steps.suggestion.ranking import Sentence, Understood
from steps.suggestion.values import Value
from steps.valuekinds import Field, ValueKind
from testdata.model import Part
from testdata.organisation.enheter import find_unit

_OF_HOSPITALS = ("sjukhus", "avsandare")
"""Fields in which a hospital is likelier than another unit."""


def rewrite(sentence: Sentence, step: Understood, columns: Sequence[Column] = ()) -> str:
    """*sentence* with the values of *step* in its fields; a field for which it has none stays, as ``{dag}``.

    *columns* are the columns of a Scenariomall that the step is written with: a value that stands where one of
    them does is written as ``<column>``.
    """
    text = sentence.shown
    for one, written in _assigned(sentence.fields, step, columns):
        text = text.replace(f"{{{one.name}}}", written, 1)
    return text


def _assigned(fields: Iterable[Field], step: Understood, columns: Sequence[Column]) -> Iterator[tuple[Field, str]]:
    """Each field that has a value, and the value as our sentences write it."""
    fields = list(fields)
    left = _without_quoted_choices(fields, step)
    for one in sorted(fields, key=lambda f: (f.kind is ValueKind.UNITS, f.name not in _OF_HOSPITALS)):
        if one.kind is ValueKind.UNITS:
            if units := [value.text for value in left if value.kind is ValueKind.UNIT]:
                yield one, _listed(units)
            continue
        value = _pick(one, left)
        if value:
            left.remove(value)
            yield one, _with_columns(value, columns)
        elif step.wordy.get(one.kind):
            written = _in_words(one, step.wordy[one.kind])
            whole = [column for column in columns if column.value == written]
            yield one, f"<{whole[0].name}>" if len(whole) == 1 else written


def _without_quoted_choices(fields: Sequence[Field], step: Understood) -> list[Value]:
    """The values that are known; what stands in quotes and is a choice of another field is not free text."""
    left = [value for value in step.values if value.text]
    chosen = {_in_words(one, step.wordy[one.kind]) for one in fields if step.wordy.get(one.kind)}
    texts = [value for value in left if value.kind is ValueKind.TEXT]
    if len(texts) <= sum(one.kind is ValueKind.TEXT for one in fields):
        return left
    return [value for value in left if value.kind is not ValueKind.TEXT or value.text not in chosen]


def _pick(one: Field, values: Iterable[Value]) -> Value | None:
    fitting = [value for value in values if value.kind is one.kind]
    if one.name in _OF_HOSPITALS:
        fitting.sort(key=lambda value: find_unit(value.text).part is not Part.SLUTENVARD)
    return fitting[0] if fitting else None


def _with_columns(value: Value, columns: Sequence[Column]) -> str:
    """*value*, or the column that it comes from; a unit may be a column only in part: ``VC <kommun>``."""
    inside = [column for column in columns if value.start <= column.start and column.end <= value.end]
    if len(inside) != 1:
        return value.text
    [column] = inside
    part_of_a_name = value.kind is ValueKind.UNIT and column.value != value.text
    return value.text.replace(column.value, f"<{column.name}>") if part_of_a_name else f"<{column.name}>"


def _in_words(one: Field, choices: tuple[str, ...]) -> str:
    if one.kind is not ValueKind.NEEDS:
        return choices[0]
    return _listed(sorted(choices, key=list(one.words()).index))


def _listed(words: Sequence[str]) -> str:
    *first, last = words
    return f"{', '.join(first)} och {last}" if first else last
