"""``granska``: say what is wrong with feature files, and mend what can be mended."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated, Any

import typer

from harness.cli.chosenpaths import chosen_folders, read_chosen
from harness.cli.root import FEATURES, ROOT
from harness.cli.screen import open_screen
from harness.cli.swedish import SwedishCommand
from reports.account.ledger import chosen_files
from reports.summary import GREEN, SPECIFICATION_FAULT
from steps.finding import Finding

SCHEMA = 1

Paths = Annotated[list[str] | None, typer.Argument(metavar="VÄG", help="fil eller mapp (annars alla scenarier)")]
Json = Annotated[bool, typer.Option("--json", help="skriv ett JSON-dokument i stället för text")]
Mend = Annotated[
    bool,
    typer.Option("--ratta", help="rätta felstavade nyckelord, indrag, tabeller och tecken, och sätt @id på scenarier"),
]


@dataclass(frozen=True, slots=True)
class FileMended:
    """What ``--ratta`` did with one file, or why it left it alone."""

    path: str
    done: Sequence[str]
    hindrance: str


def register(app: typer.Typer) -> None:
    app.command("granska", cls=SwedishCommand, help="Granska texten i feature-filer.", options_metavar="[FLAGGOR]")(
        granska
    )


def granska(paths: Paths = None, as_json: Json = False, mend: Mend = False) -> int:
    """Granska texten i feature-filer."""
    from harness.cli.definitions import read_registry
    from steps.hygiene import check
    from testdata.machineday import machine_day

    chosen = read_chosen(list(paths or []), FEATURES)
    files = chosen_files(chosen)
    read_registry()
    today = machine_day()
    mended = _mend(files, today) if mend else []
    findings = check(files, ROOT, today=today, folders=chosen_folders(chosen))
    if as_json:
        sys.stdout.write(document_text(findings, mended, len(files)))
    else:
        _print(findings, mended, len(files))
    return SPECIFICATION_FAULT if any(finding.is_error for finding in findings) else GREEN


def _mend(files: Sequence[Path], today: date) -> list[FileMended]:
    """Mend each file that needs it. Ids are kept apart from those of every feature we know, and of its siblings."""
    from harness.cli.definitions import read_registry
    from steps.document import relative_path
    from steps.hygiene.files import read_source
    from steps.hygiene.identities import hide_numbers
    from steps.mending import mend, write_whole
    from steps.mending.ids import ids_in

    siblings = [path for folder in dict.fromkeys(file.parent for file in files) for path in folder.glob("*.feature")]
    known = [path.resolve() for path in (*FEATURES.rglob("*.feature"), *siblings) if path.is_file()]
    everywhere = dict.fromkeys((*files, *known))
    sources = {file: read_source(file, relative_path(file, ROOT)) for file in everywhere}
    taken = {found for s in sources.values() if not isinstance(s, Finding) for found in ids_in(s.text)}
    registry = read_registry()
    told = []
    for file in files:
        source = sources[file]
        if isinstance(source, Finding):
            told.append(FileMended(source.path, (), source.sentence))
            continue
        mended = mend(source, registry, taken)
        if mended.text != source.raw:
            write_whole(file, mended.text)
        if mended.done or mended.hindrance:
            done = [hide_numbers(what, today) for what in mended.done]
            told.append(FileMended(source.path, done, hide_numbers(mended.hindrance, today)))
    return told


def document_text(findings: Sequence[Finding], mended: Sequence[FileMended], files: int) -> str:
    """The document of docs/granska.schema.json."""
    document: dict[str, Any] = {
        "schema": SCHEMA,
        "fel": sum(1 for finding in findings if finding.is_error),
        "anmarkningar": sum(1 for finding in findings if not finding.is_error),
        "filer": files,
        "fynd": [
            {
                "fil": finding.path,
                "rad": finding.line,
                "text": finding.text,
                "regel": finding.rule,
                "allvar": finding.severity,
                "mening": finding.sentence,
                "atgard": finding.remedy,
            }
            for finding in findings
        ],
        "rattat": [{"fil": m.path, "gjort": list(m.done)} for m in mended if m.done],
        "orort": [{"fil": m.path, "orsak": m.hindrance} for m in mended if m.hindrance],
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _print(findings: Sequence[Finding], mended: Sequence[FileMended], files: int) -> None:
    from harness.cli.findings import print_by_file, visible

    console = open_screen()
    for one in mended:
        word = "Lät bli" if one.hindrance else "Rättade"
        console.print(f"{word} {visible(one.path)}", style="yellow" if one.hindrance else "green", markup=False)
        for line in (one.hindrance,) if one.hindrance else one.done:
            console.print(f"  {visible(line)}", markup=False)
    if mended:
        console.print()
    print_by_file(findings, console)
    faults = sum(1 for finding in findings if finding.is_error)
    remarks = len(findings) - faults
    console.print(
        f"{faults} fel, {remarks} {'anmärkning' if remarks == 1 else 'anmärkningar'} "
        f"i {files} {'fil' if files == 1 else 'filer'}"
    )
