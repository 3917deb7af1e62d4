"""From the texts, the register and the last run to what ``krav`` shows and writes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path

from rich.console import Console

from harness.cli import names
from harness.cli.coverage import Coverage, contradicted, cover, unknown_krav
from harness.cli.coveragepage import PAGE, coverage_page
from harness.cli.coverageshown import as_json, show
from harness.cli.root import FEATURES, ROOT
from harness.cli.swedish import BadWords
from reports.account.ledger import read_rows
from reports.folder import OutputFolder
from reports.row import FinishedRow
from reports.summary import GREEN, SPECIFICATION_FAULT
from steps.pickles import Pickle, read_pickles
from testdata.faults import Specifikationsfel
from testdata.krav.register import all_krav
from testdata.model import STOCKHOLM
from testdata.spelling import fold, nearest

DOCUMENT = ROOT / "docs" / PAGE


def show_krav(
    console: Console,
    krav: Sequence[str],
    areas: Sequence[str],
    *,
    only_untested: bool,
    output: Path,
    as_document: bool,
    features: Path = FEATURES,
) -> int:
    """Print the coverage of the chosen krav. A tag that names no krav, or an unreadable text, is an error."""
    names.check_krav(krav)
    codes = read_areas(areas)
    pickles, faults = read_features(features)
    rows, when, changed = read_last(OutputFolder(output.resolve()), pickles)
    covered = [
        each
        for each in cover(pickles, rows)
        if (not krav or each.krav.id in krav)
        and (not codes or each.krav.code in codes)
        and not (only_untested and each.claims)
    ]
    wrong = contradicted(covered)
    if as_document and not (faults or wrong):
        console.print(as_json(covered), markup=False)
    elif not as_document:
        show(covered, console)
        console.print(told_when(when, output), markup=False)
        if changed:
            console.print(f"Ändrade efter körningen, och därför ej körda: {', '.join(changed)}.", markup=False)
    return SPECIFICATION_FAULT if tell_faults(faults, wrong, console) else GREEN


def write_page(console: Console) -> int:
    """Write docs/krav.md, unless a text has a fault that would leave something out."""
    pickles, faults = read_features(FEATURES)
    covered = cover(pickles)
    if tell_faults(faults, contradicted(covered), console):
        return SPECIFICATION_FAULT
    text = coverage_page(covered)
    changed = not DOCUMENT.exists() or DOCUMENT.read_text(encoding="utf-8") != text
    DOCUMENT.write_text(text, encoding="utf-8")
    console.print(f"docs/{PAGE}: {'skriven på nytt' if changed else 'stämde redan'}", markup=False)
    return GREEN


def current_page() -> str:
    """What docs/krav.md must say today."""
    return coverage_page(cover(read_features(FEATURES)[0]))


def read_features(folder: Path) -> tuple[list[Pickle], list[str]]:
    """Every scenario under *folder*, and what is wrong with the texts: unreadable, or a krav that does not exist."""
    pickles: list[Pickle] = []
    faults = []
    for file in sorted(folder.rglob("*.feature")):
        try:
            pickles += read_pickles(file, ROOT)
        except Specifikationsfel as fault:
            faults.append(str(fault))
    faults += [f"{place}: {fault.sentence}" for place, fault in unknown_krav(pickles)]
    return pickles, faults


def read_last(
    folder: OutputFolder, pickles: Iterable[Pickle]
) -> tuple[list[FinishedRow], datetime | None, tuple[str, ...]]:
    """The rows of the last run in *folder*, when it was, and the features that were changed since.

    A changed text has not been run, whatever its scenarios are called: its rows say nothing of it.
    """
    if not folder.rows.exists():
        return [], None, ()
    ended = folder.rows.stat().st_mtime
    changed = tuple(sorted({p.path for p in pickles if (ROOT / p.path).stat().st_mtime > ended}))
    rows = [row for row in read_rows(folder) if row.place.rpartition(":")[0] not in changed]
    return rows, datetime.fromtimestamp(ended, tz=STOCKHOLM), changed


def read_unchanged(output: Path) -> tuple[list[FinishedRow], datetime | None]:
    """The rows of the last run in *output* whose texts are as they were then."""
    rows, when, _ = read_last(OutputFolder(output.resolve()), read_features(FEATURES)[0])
    return rows, when


def read_areas(areas: Iterable[str]) -> frozenset[str]:
    """The letters of each area that is named by them or by its heading."""
    known = {fold(entry.code): entry.code for entry in all_krav().values()}
    headings = {fold(entry.area): entry.code for entry in all_krav().values()}
    found = []
    for area in areas:
        code = known.get(fold(area)) or headings.get(fold(area))
        if code is None:
            near = nearest(area, [*known.values(), *(entry.area for entry in all_krav().values())])
            hint = f"Menade du {near[0]}?" if near else f"Det finns: {', '.join(known.values())}."
            raise BadWords(f"Området »{area}« finns inte. {hint}")
        found.append(code)
    return frozenset(found)


def tell_faults(faults: Sequence[str], wrong: Sequence[Coverage], console: Console) -> int:
    """Print what is wrong with the texts or the register; how many things it was."""
    told = [
        *faults,
        *(f"{each.krav.id} står som ej testat men har scenarier. Töm ej_testat i testdata/krav." for each in wrong),
    ]
    for line in told:
        console.print(f"FEL  {line}", style="red", markup=False)
    return len(told)


def told_when(when: datetime | None, output: Path) -> str:
    """When the last run in *output* was."""
    return f"Senaste körningen i {output}: {when:%Y-%m-%d kl. %H.%M}." if when else f"Ingen körning finns i {output}."
