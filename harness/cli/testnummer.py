"""``patienter hamta``: load Skatteverket's list of test numbers, from a file or from the open-data API."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from rich.console import Console

from reports.summary import ENVIRONMENT_FAULT, GREEN, SPECIFICATION_FAULT
from testdata.faults import Fault, Miljofel, Specifikationsfel
from testdata.identity.officiell import judge, numbers_in, remember

API = "https://skatteverket.entryscape.net/rowstore/dataset/b4de7df7-63c0-4e7e-bb59-1f156a591763/json"
"""Skatteverket's open data: test personnummer (dataportal.se, 6_67959/testpersonnummer)."""

_PAGE = 500
_PATIENCE_S = 30


def load(console: Console, *, file: Path | None, url: str) -> int:
    """Judge the list and remember it. Returns the exit code; a fault leaves what was remembered."""
    try:
        if file is not None:
            source = str(file)
            numbers = [number for path in _files(file) for number in numbers_in(_read(path), path.name)]
        else:
            source = url
            numbers = list(_from_api(url))
        official = judge(numbers, source)
        place = remember(official, source)
    except (Specifikationsfel, Miljofel) as fault:
        return _tell(fault, console)
    console.print(f"{len(official.numbers)} testnummer, alla giltiga, sparade i {place}.", markup=False)
    console.print(f"Kontrollsumma (sha256): {official.sha256}", markup=False)
    return GREEN


def _files(place: Path) -> list[Path]:
    files = sorted(place.glob("*.txt")) if place.is_dir() else [place]
    if not files or not all(file.is_file() for file in files):
        raise Specifikationsfel(
            f"{place} finns inte, eller har ingen lista.",
            expected="en fil, eller en mapp med .txt-filer",
            actual="ingenting att läsa",
            where=str(place),
            next_step="Rätta sökvägen efter --fil.",
        )
    return files


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise Specifikationsfel(
            f"{path.name} är ingen textfil.",
            expected="text med ett nummer på varje rad, eller JSON",
            actual="något annat",
            where=str(path),
            next_step="Spara listan som text (UTF-8).",
        ) from None


def _from_api(url: str) -> Iterator[str]:
    """Every row, page by page, until a page is empty: how many the server gives at a time is its own business."""
    import requests

    offset = 0
    while True:
        try:
            answer = requests.get(url, params={"_offset": offset, "_limit": _PAGE}, timeout=_PATIENCE_S)
            answer.raise_for_status()
        except requests.RequestException as fault:
            raise Miljofel(
                "Listan med testnummer gick inte att hämta.",
                expected=f"att {url} svarar",
                actual=f"{type(fault).__name__} efter {offset} nummer",
                where=url,
                next_step="Hämta filen i en webbläsare och ange den med --fil. Ingenting är sparat.",
            ) from fault
        page = list(numbers_in(answer.text, url))
        yield from page
        if not page:
            return
        offset += len(page)


def _tell(fault: Fault, console: Console) -> int:
    console.print(str(fault), style="red", markup=False)
    return SPECIFICATION_FAULT if isinstance(fault, Specifikationsfel) else ENVIRONMENT_FAULT
