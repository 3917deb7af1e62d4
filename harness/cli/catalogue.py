"""The step catalogue as ``steg`` shows it: in the terminal, as pages, and with new words for a sentence."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from difflib import unified_diff
from pathlib import Path
from typing import Any

import typer
from rich.console import Console

from harness.cli.definitions import read_readable, read_registry
from harness.cli.root import FEATURES, ROOT
from harness.cli.swedish import BadWords
from steps.catalogue.build import build_catalogue
from steps.catalogue.editor import editor_settings
from steps.catalogue.entry import Area, Entry
from steps.catalogue.handbook import allowed, handbook_page
from steps.catalogue.page import PAGE, catalogue_page
from steps.catalogue.renaming import Change, plan_renaming
from steps.catalogue.search import Search
from steps.mending import write_whole
from testdata.faults import Specifikationsfel

_SHOWN = 8
_SHOWN_PLACES = 5
SENTENCES = ROOT / "docs" / "handbok" / "04-meningar.md"
CATALOGUE = ROOT / "docs" / PAGE
EDITOR = ROOT / ".vscode" / "settings.json"


def show(query: str, console: Console, *, unused: bool, as_document: bool) -> int:
    """Print the sentences that speak of *query*, or all of them when it is empty."""
    areas = read_catalogue()
    found = Search(areas).find(query) if query else [entry for area in areas for entry in area.entries]
    if unused:
        found = [entry for entry in found if not entry.uses]
    if as_document:
        console.print(json.dumps([as_json(e) for e in found], ensure_ascii=False, indent=2), markup=False)
    elif query:
        _print_found(found, query, console, unused=unused)
    else:
        _print_all(areas, found, console)
    return 0


def read_catalogue() -> tuple[Area, ...]:
    """The catalogue of the product's own sentences, and of the features that can be read."""
    return build_catalogue(read_registry(), read_readable(sorted(FEATURES.rglob("*.feature"))))


def write_page(folders: Iterable[Path]) -> None:
    """Write the catalogue beside each report."""
    text = catalogue_page(read_catalogue(), with_lines=True)
    for folder in folders:
        Path(folder, PAGE).write_text(text, encoding="utf-8")


def write_pages(console: Console) -> int:
    """Write every page that is made from the definitions."""
    for path, text in pages(read_catalogue()).items():
        changed = not path.exists() or path.read_text(encoding="utf-8") != text
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
        console.print(f"{path.relative_to(ROOT)}: {'skriven på nytt' if changed else 'stämde redan'}", markup=False)
    return 0


def pages(areas: Sequence[Area]) -> dict[Path, str]:
    """Every file that is made from the definitions, by its path."""
    return {
        SENTENCES: handbook_page(areas),
        CATALOGUE: catalogue_page(areas, with_lines=False),
        EDITOR: editor_settings(read_registry().definitions),
    }


def rename(arguments: Sequence[str], console: Console, *, ask: bool) -> int:
    """Show what would change as a diff, and do it when that is wanted."""
    if len(arguments) != 2:  # the old words and the new
        raise BadWords('Skriv: provtryck steg byt "den gamla meningen" "den nya meningen"')
    documents = sorted([ROOT / "README.md", *ROOT.glob("docs/**/*.md")])
    try:
        changes = plan_renaming(
            *arguments,
            registry=read_registry(),
            features=sorted(FEATURES.rglob("*.feature")),
            pages=[page for page in documents if page != SENTENCES],
            root=ROOT,
        )
    except Specifikationsfel as fault:
        raise BadWords(str(fault)) from fault
    for change in changes:
        console.print("".join(_diff(change)), markup=False, end="")
    lines = sum(change.lines for change in changes)
    files = f"{len(changes)} {'fil' if len(changes) == 1 else 'filer'}"
    console.print(f"\n{lines} {'rad' if lines == 1 else 'rader'} i {files} ändras.")
    if ask and not (console.is_terminal and typer.confirm("Ändra?", prompt_suffix=" ")):
        console.print("Ingenting är ändrat. Kör igen med --ja för att ändra.")
        return 0
    for change in changes:
        write_whole(change.path, change.after)
    console.print("Ändrat. Kör nu: provtryck steg --skriv, och därefter: provtryck granska")
    return 0


def as_json(entry: Entry) -> dict[str, Any]:
    return {
        "mening": entry.sentence,
        "gor": entry.meaning,
        "exempel": entry.example,
        "falt": [
            {"namn": f.name, "slag": f.kind.value, "tar": f.allowed.replace("`", ""), "varden": list(f.words())}
            for f in entry.fields
        ],
        "foljs_av": entry.takes,
        "kanaler": list(entry.channels),
        "anvands": [use.place for use in entry.uses],
        "definition": entry.place,
    }


def _diff(change: Change) -> Iterable[str]:
    name = change.path.relative_to(ROOT).as_posix()
    return unified_diff(
        change.before.splitlines(keepends=True), change.after.splitlines(keepends=True), name, name, n=1
    )


def _print_all(areas: Iterable[Area], found: Sequence[Entry], console: Console) -> None:
    for area in areas:
        entries = [entry for entry in area.entries if entry in found]
        if entries:
            console.print(f"\n{area.heading}", style="bold", markup=False)
        for entry in entries:
            console.print(f"  {_count(entry):>4}  {entry.sentence}", markup=False)
    unused = sum(1 for entry in found if not entry.uses)
    console.print(f"\n{len(found)} meningar, {unused} används inte. Siffran är hur många rader som använder meningen.")
    console.print("Sök med: provtryck steg ORD. Fler uppgifter om en mening visas när du söker den.")


def _print_found(found: Sequence[Entry], query: str, console: Console, *, unused: bool) -> None:
    if not found and unused:
        console.print(f"Alla meningar som handlar om »{query}« används.", markup=False)
    elif not found:
        console.print(f"Ingen mening handlar om »{query}«. Pröva ett annat ord, eller bara ett av dem.", markup=False)
    for entry in found[:_SHOWN]:
        console.print(f"\n{entry.sentence}", style="bold", markup=False)
        console.print(f"  {entry.meaning} {entry.details}".rstrip(), markup=False)
        console.print(f"  Exempel: {entry.example}", markup=False)
        if entry.takes:
            console.print(f"  Följs av en {entry.takes}.", markup=False)
        for field in entry.fields:
            console.print(f"  {{{field.name}}}: {allowed(field).replace('`', '')}", markup=False)
        console.print(f"  {_usage(entry)}", markup=False)
    if len(found) > _SHOWN:
        rest = ", ".join(f"»{entry.sentence}«" for entry in found[_SHOWN:])
        console.print(f"\n{len(found) - _SHOWN} till: {rest}", markup=False)


def _usage(entry: Entry) -> str:
    if not entry.uses:
        return "Används inte i något scenario än."
    places = ", ".join(use.place for use in entry.uses[:_SHOWN_PLACES])
    more = f" och {len(entry.uses) - _SHOWN_PLACES} till" if len(entry.uses) > _SHOWN_PLACES else ""
    lines = "en rad" if len(entry.uses) == 1 else f"{len(entry.uses)} rader"
    return f"Används på {lines}, i kanalen {' och '.join(entry.channels)}: {places}{more}"


def _count(entry: Entry) -> str:
    return str(len(entry.uses)) if entry.uses else "–"
