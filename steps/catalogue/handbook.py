"""The catalogue as a page of the handbook, in Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from steps.catalogue.entry import Area, Entry
from steps.valuekinds import Field, ValueKind
from steps.vocabulary import FIELDS

_HEAD = """# Meningarna

Varje steg i ett scenario är en av meningarna nedan. Ord inom klamrar byts mot ett värde: av
`Givet patienten {alias} från {kommun}` blir `Givet patienten Astrid från Borås`. `Och` och `Men` läses som
steget före: efter ett Givet är `Och att …` också ett Givet.

En mening som inte finns stoppar körningen innan något scenario har börjat, och du får veta vilken som troligen
menades, med dina egna värden på plats. Sök bland meningarna med `python3 provtryck steg` och några ord, till exempel
`python3 provtryck steg inlagd`. Samma katalog med exempel och var meningarna används: [steg.html](../steg.html).

Sidan skrivs av `python3 provtryck steg --skriv`.

## Vad som får stå i ett fält

| fält | vad man skriver |
| --- | --- |
"""
_LONG = (ValueKind.UNIT, ValueKind.KOMMUN)
"""Kinds with too many values to list; what they take says where to find them."""


def handbook_page(areas: Iterable[Area]) -> str:
    return _HEAD + "".join(f"{line}\n" for line in _lines(areas))


def _lines(areas: Iterable[Area]) -> Iterator[str]:
    for alike in _alike(FIELDS.values()):
        names = ", ".join(f"`{{{field.name}}}`" for field in alike)
        yield f"| {names} | {allowed(alike[0])} |"
    for area in areas:
        yield from ("", f"## {area.heading}", "")
        if area.introduction:
            yield from (area.introduction, "")
        yield from ("| mening | vad den gör eller kontrollerar | använd |", "| --- | --- | --- |")
        yield from (_row(entry) for entry in area.entries)


def allowed(field: Field) -> str:
    """What *field* takes: in words, and every value where they are few."""
    words = () if field.kind in _LONG else field.words()
    return f"{field.allowed}: {', '.join(f'`{word}`' for word in words)}" if words else field.allowed


def _alike(fields: Iterable[Field]) -> Iterator[Sequence[Field]]:
    """Fields that take the same are told of together."""
    groups: dict[tuple[str, tuple[str, ...]], list[Field]] = {}
    for field in fields:
        groups.setdefault((field.allowed, tuple(field.words())), []).append(field)
    yield from groups.values()


def _row(entry: Entry) -> str:
    used = f"{len(entry.uses)}" if entry.uses else "–"
    return f"| `{entry.sentence}` | {entry.meaning} | {used} |"
