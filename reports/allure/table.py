"""Tables as Allure shows them: comma separated, which it draws as a grid."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

import msgspec


def draw_table(rows: Iterable[Sequence[str]]) -> bytes:
    """Rows of text, the first one the heading."""
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows)
    return text.getvalue().encode()


def draw_journal(journal: bytes) -> bytes:
    """A journal (one JSON object a line) as a table: a column for each field, in order of appearance.

    A field that holds more than a plain value is shown as JSON, after the plain ones. A line that is
    no object is shown whole, in a column of its own: evidence is never left out.
    """
    events = [_event(line) for line in journal.splitlines() if line.strip()]
    nested = {name for event in events for name, value in event.items() if isinstance(value, dict | list)}
    columns = sorted(dict.fromkeys(name for event in events for name in event), key=nested.__contains__)
    return draw_table([columns, *([_cell(event.get(name)) for name in columns] for event in events)])


def _event(line: bytes) -> dict[str, object]:
    try:
        event = msgspec.json.decode(line)
    except msgspec.DecodeError:
        event = None
    return event if isinstance(event, dict) else {"rad": line.decode(errors="replace")}


def _cell(value: object) -> str:
    if value is None:
        return ""
    return value if isinstance(value, str) else msgspec.json.encode(value).decode()
