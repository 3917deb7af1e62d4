"""Writes a population to its folder: whole or not at all, and never over something that is not ours."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from reports.summary import GREEN, SPECIFICATION_FAULT
from testdata.faults import Specifikationsfel
from testdata.population.production import SUMMARY, Era, File, Order, check_order, produce

_ROWS = {"facit": "fel", "fhir": "bunt", "handelser": "händelser"}
_PROOFS = {
    Era.PRESENT: "Varje nummer är ett testnummer ur Skatteverkets publicerade lista.",
    Era.FUTURE: "Alla lever 400 år framåt: inget nummer kan ha delats ut. Filen är för volym, inte för regler om "
    "helger.",
    Era.CATALOGUE: "Varje nummer är ett testnummer ur Skatteverkets publicerade lista, eller ett reservnummer som "
    "bara får användas mot simulatorn.",
}


def write(order: Order, folder: Path, workers: int, console: Console) -> int:
    """Make *order* in *folder*, in place of an earlier population there. Returns the exit code."""
    try:
        check_order(order)
        _check_folder(folder)
    except Specifikationsfel as fault:
        console.print(str(fault), style="red", markup=False)
        return SPECIFICATION_FAULT
    folder.parent.mkdir(parents=True, exist_ok=True)
    # Beside its place: a rename is then all that is left to do, and an interrupted run leaves what was there.
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix=f".{folder.name}-") as scratch:
        made = Path(scratch) / "ny"
        made.mkdir()
        files = _produce(order, made, workers, console)
        if folder.exists():
            shutil.move(folder, Path(scratch) / "gammal")
        shutil.move(made, folder)
    _tell(order, folder, files, console)
    return GREEN


def _produce(order: Order, folder: Path, workers: int, console: Console) -> tuple[File, ...]:
    if not console.is_terminal:
        return produce(
            order,
            folder,
            workers=workers,
            told=lambda done: console.print(f"{done} av {order.count} personer", markup=False),
        )
    columns = (TextColumn("Personer"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console) as progress:
        task = progress.add_task("", total=order.count)
        return produce(order, folder, workers=workers, told=lambda done: progress.update(task, completed=done))


def _check_folder(folder: Path) -> None:
    if not folder.exists() or (folder.is_dir() and (not any(folder.iterdir()) or (folder / SUMMARY).is_file())):
        return
    raise Specifikationsfel(
        f"{folder} har annat innehåll än en befolkning från Provtryck.",
        expected="en mapp som inte finns, är tom eller har en tidigare befolkning",
        actual="en fil" if folder.is_file() else f"en mapp utan {SUMMARY}",
        next_step="Välj en annan mapp med --ut. Ingenting är skrivet.",
    )


def _tell(order: Order, folder: Path, files: tuple[File, ...], console: Console) -> None:
    for file in files:
        rows = next((rows for start, rows in _ROWS.items() if file.name.startswith(start)), "personer")
        shown = "" if rows == "bunt" else f"  {file.rows} {rows}"
        console.print(f"  {file.name}{shown}", markup=False)
    proof = _PROOFS[order.era]
    if order.faults:
        proof += " De fel som är inlagda med flit står i facit; inget av dem ger ett nummer som kan vara någons."
    console.print(f"{order.count} personer i {folder}. {proof}", markup=False)
