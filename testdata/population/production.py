"""A population as a folder of files, part by part, on as many workers as one likes (D13)."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from enum import StrEnum
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING, Any

from testdata.faults import Specifikationsfel
from testdata.population.birthdays import SHIFT, largest_population
from testdata.population.defects import put_faults
from testdata.population.future import Wish, future_people
from testdata.population.named import happening_rows, named_people
from testdata.population.present import present_people
from testdata.population.writing import FORMATS

if TYPE_CHECKING:
    import pyarrow as pa

SCHEMA = 1
SUMMARY = "befolkning.json"
"""What a folder of ours has beside the people: what it was made of, and the checksum of every file."""

PART = 100_000
"""People in a part. It does not depend on the workers, and neither do the bytes."""

_KEY = "facit-{part:04}.ndjson"
_HAPPENINGS = "handelser.ndjson"


class Era(StrEnum):
    """When the people live, or that they are those of the persona catalogue. The words of the command line."""

    PRESENT = "nutid"
    FUTURE = "framtid"
    CATALOGUE = "katalog"


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What to make. ``faults`` is the share of the rows that get a fault on purpose, 0 up to 1; personas get none."""

    wish: Wish
    era: Era
    count: int
    formats: tuple[str, ...]
    faults: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    name: str
    sha256: str
    rows: int
    size: int


def check_order(order: Order) -> None:
    """
    Raises:
        Specifikationsfel: nobody, a format that does not exist, or more people than there are numbers for.
    """
    unknown = [name for name in order.formats if name not in FORMATS]
    if unknown or not order.formats:
        raise Specifikationsfel(
            f"Formatet {', '.join(unknown) or 'saknas'}" + (" finns inte." if unknown else "."),
            expected=f"ett eller flera av {', '.join(FORMATS)}",
            actual=", ".join(order.formats) or "inget",
            next_step="Skriv till exempel --format csv,parquet.",
        )
    if order.count < 1 or not 0 <= order.faults <= 1:
        raise Specifikationsfel(
            "Antalet personer eller andelen fel går inte att använda.",
            expected="minst en person, och en andel fel från 0 till 1",
            actual=f"{order.count} personer, andel {order.faults}",
            next_step="Rätta antalet eller --fel.",
        )
    if order.faults and order.era is Era.CATALOGUE:
        raise Specifikationsfel(
            "Personkatalogen skrivs inte med fel.",
            expected="personer så som katalogen har dem",
            actual=f"andel fel {order.faults}",
            next_step="Ta bort --fel, eller välj --varld nutid eller framtid.",
        )
    most = largest_population() if order.era is Era.FUTURE else len(people_of(order))
    if order.count > most:
        raise Specifikationsfel(
            f"Det finns inte testnummer till {order.count} personer.",
            expected=f"högst {most} personer i {order.era}",
            actual=str(order.count),
            krav="AK-RAM-05",
            next_step=(
                "Välj färre."
                if order.era is not Era.PRESENT
                else "Välj färre, eller --varld framtid: hela filen flyttas då 400 år framåt."
            ),
        )


def produce(order: Order, folder: Path, *, workers: int, told: Callable[[int], None]) -> tuple[File, ...]:
    """Write the files of *order* and their summary into *folder*, which exists; *told* hears how many are done.

    Memory is bounded by one part for each worker, whatever the count.

    Raises:
        Specifikationsfel: as :func:`check_order`.
    """
    check_order(order)
    parts = list(range(-(-order.count // PART)))
    files: list[File] = [_happenings(folder)] if order.era is Era.CATALOGUE else []
    for part, made in zip(parts, _made(order, folder, parts, workers), strict=True):
        files += made
        told(min((part + 1) * PART, order.count))
    text = json.dumps(summary(order, files), ensure_ascii=False, indent=2) + "\n"
    (folder / SUMMARY).write_text(text, encoding="utf-8", newline="\n")
    return tuple(files)


def summary(order: Order, files: list[File]) -> dict[str, Any]:
    """The document of :data:`SUMMARY`. Nothing in it depends on machine, day or workers."""
    wish, is_future = order.wish, order.era is Era.FUTURE
    return {
        "schema": SCHEMA,
        "antal": order.count,
        "fro": wish.seed,
        "varld": order.era.value,
        "dag": (wish.reference + SHIFT if is_future else wish.reference).isoformat(),
        "namnstil": wish.style.value,
        "identitetskalla": _SOURCES[order.era],
        "andel_fel": order.faults,
        "antal_fel": sum(file.rows for file in files if file.name.startswith("facit")),
        "filer": [{"namn": f.name, "sha256": f.sha256, "rader": f.rows, "byte": f.size} for f in files],
    }


_SOURCES = {
    Era.PRESENT: "regel, rollista",
    Era.FUTURE: "framtidsvärld",
    Era.CATALOGUE: "rollista, reservnummer",
}


def _made(order: Order, folder: Path, parts: list[int], workers: int) -> Iterator[list[File]]:
    if workers == 1 or len(parts) == 1:
        yield from (make_part(order, folder, part) for part in parts)
        return
    # Spawned: a forked child of a process with threads (pyarrow's) can stand still for ever.
    with ProcessPoolExecutor(min(workers, len(parts)), mp_context=get_context("spawn")) as pool:
        yield from pool.map(make_part, [order] * len(parts), [folder] * len(parts), parts)


def make_part(order: Order, folder: Path, part: int) -> list[File]:
    """Write one part. The people of a part are the same whatever the count of the whole."""
    first = part * PART
    table = people(order, first, min(PART, order.count - first))
    table, key = put_faults(table, order.wish.seed, first, order.faults)
    files = []
    for name in order.formats:
        pattern, write = FORMATS[name]
        path = folder / pattern.format(part=part + 1)
        write(table, path)
        files.append(_file(path, len(table)))
    if order.faults:
        path = folder / _KEY.format(part=part + 1)
        lines = [json.dumps(fault, ensure_ascii=False) + "\n" for fault in key]
        path.write_text("".join(lines), encoding="utf-8", newline="\n")
        files.append(_file(path, len(key)))
    return files


def people(order: Order, first: int, count: int) -> pa.Table:
    """The people of *order* from number *first*, without faults."""
    if order.era is Era.FUTURE:
        return future_people(order.wish, first, count)
    return people_of(order).slice(first, count)


def people_of(order: Order) -> pa.Table:
    """Everybody there is for an order that is not of the framtidsvärld."""
    return named_people(order.wish) if order.era is Era.CATALOGUE else present_people(order.wish)


def _happenings(folder: Path) -> File:
    path, rows = folder / _HAPPENINGS, list(happening_rows())
    lines = [json.dumps(row, ensure_ascii=False) + "\n" for row in rows]
    path.write_text("".join(lines), encoding="utf-8", newline="\n")
    return _file(path, len(rows))


def _file(path: Path, rows: int) -> File:
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return File(name=path.name, sha256=digest, rows=rows, size=path.stat().st_size)
