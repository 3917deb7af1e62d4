"""One part of a population as files: CSV, Parquet, NDJSON, FHIR."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from testdata.population.fhir import bundle

if TYPE_CHECKING:
    import pyarrow as pa

_IN_A_BUNDLE = 1000
_ROWS_AT_ONCE = 10_000


def write_csv(table: pa.Table, path: Path) -> None:
    """UTF-8, semicolon, texts in quotes, a header."""
    import pyarrow.csv

    options = pyarrow.csv.WriteOptions(delimiter=";", quoting_style="needed")
    pyarrow.csv.write_csv(table, path, options)


def write_parquet(table: pa.Table, path: Path) -> None:
    import pyarrow.parquet

    pyarrow.parquet.write_table(table, path, compression="zstd")


def write_ndjson(table: pa.Table, path: Path) -> None:
    """A JSON object a line. An empty text is null: it says that there is no such thing."""
    with path.open("w", encoding="utf-8", newline="\n") as file:
        for start in range(0, len(table), _ROWS_AT_ONCE):
            rows = table.slice(start, _ROWS_AT_ONCE).to_pylist()
            file.writelines(json.dumps(_plain(row), ensure_ascii=False) + "\n" for row in rows)


def write_fhir(table: pa.Table, path: Path) -> None:
    """Bundles of a thousand patients, one a line."""
    with path.open("w", encoding="utf-8", newline="\n") as file:
        for start in range(0, len(table), _IN_A_BUNDLE):
            rows = table.slice(start, _IN_A_BUNDLE).to_pylist()
            file.write(json.dumps(bundle(rows), ensure_ascii=False, separators=(",", ":")) + "\n")


def _plain(row: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value.isoformat() if name == "fodd" else value or None for name, value in row.items()}


FORMATS: Mapping[str, tuple[str, Callable[[Any, Path], None]]] = {
    "csv": ("personer-{part:04}.csv", write_csv),
    "parquet": ("personer-{part:04}.parquet", write_parquet),
    "ndjson": ("personer-{part:04}.ndjson", write_ndjson),
    "fhir": ("fhir-{part:04}.ndjson", write_fhir),
}
"""How each format's files are called, and written."""
