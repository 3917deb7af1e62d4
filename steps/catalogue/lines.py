"""A line of a feature, or of an example in the handbook, that says a sentence: found, and written anew."""

from __future__ import annotations

import re

from steps.definitions.fields import TYPES
from steps.registry import Definition, Registry, shown
from steps.valuekinds import ValueKind
from steps.vocabulary import field

STEP_LINE = re.compile(r"^(?P<start>\s*(?P<keyword>Givet|När|Så|Och|Men|\*) )(?P<text>.*?)(?P<end>\s*)$")
_COLUMN = re.compile(r"<[^<>]+>")


def says(text: str, definition: Definition, registry: Registry) -> bool:
    """Whether *text* says the sentence, and no other does; a column may stand for any value of a field."""
    if not _COLUMN.search(text):
        return [r.definition for r in registry.readings(definition.context.type or "", text)] == [definition]
    same_kind = [d for d in registry.definitions if d.context.type == definition.context.type]
    return [d for d in same_kind if _template(d, strict=True).fullmatch(text)] == [definition]


def rewritten(line: str, definition: Definition, pattern: str) -> str:
    """*line* with the new words; unchanged when its text does not have the shape of the old ones."""
    said = STEP_LINE.match(line)
    values = None
    if said:
        text = said["text"]
        values = _template(definition, strict=True).fullmatch(text) or _template(definition, strict=False).fullmatch(
            text
        )
    if not said or not values:
        return line
    text = shown(pattern)
    for name, value in values.groupdict().items():
        text = text.replace(f"{{{name}}}", value)
    return f"{said['start']}{text}{said['end']}"


def _template(definition: Definition, *, strict: bool) -> re.Pattern[str]:
    """Reads the sentence also where a field is a column of a Scenariomall.

    When *strict* a field holds a column or what such a field can hold, and else anything: ``VC <kommun>``.
    """
    types = dict(definition.field_types)
    parts = re.split(r"\{(\w+)\}", shown(definition.pattern))
    return re.compile(
        "".join(
            f"(?P<{part}>{_holds(part, types[part]) if strict else '.+?'})" if index % 2 else re.escape(part)
            for index, part in enumerate(parts)
        )
    )


def _holds(name: str, type_name: str) -> str:
    known = field(name)
    if type_name in TYPES:
        value = TYPES[type_name].value
    elif known.words() and known.kind is not ValueKind.NEEDS:
        value = "|".join(map(re.escape, known.words()))
    else:
        value = r"\d+" if known.kind is ValueKind.NUMBER else ".+?"
    return f"{_COLUMN.pattern}|{value}"
