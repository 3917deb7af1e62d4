"""Files that cannot be read, and files that look like features and never run."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from steps.document import relative_path
from steps.finding import Finding
from steps.hygiene.source import Source

_SUFFIX = ".feature"
_MISSPELT = (".featur", ".featue", ".fature", ".feture", ".featurer", ".features", ".egenskap")
_AFTER = (".txt", ".md", ".bak", ".orig", ".doc", ".docx", ".rtf")


def read_source(file: Path, path: str) -> Source | Finding:
    """The text of *file*, or why there is none."""
    empty = Source(path, "")
    if file.is_dir():
        return empty.finding(
            "mapp-feature",
            None,
            f"{path} är en mapp, inte en fil.",
            "Döp om mappen så att namnet inte slutar på .feature.",
        )
    raw = file.read_bytes()
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as fault:
        line = raw.count(b"\n", 0, fault.start) + 1
        bad = raw.split(b"\n")[line - 1].decode("latin-1").rstrip("\r")
        finding = empty.finding(
            "ej-utf8",
            line,
            "Filen är inte sparad som UTF-8, så å, ä och ö går inte att läsa.",
            "Spara filen på nytt och välj teckenkodningen UTF-8.",
        )
        return replace(finding, text=bad)
    if not text.strip("\ufeff \t\r\n"):
        return empty.finding("tom-fil", None, "Filen är tom.", "Skriv en egenskap, eller ta bort filen.")
    return Source(path, text)


def check_strays(folders: Iterable[Path], root: Path) -> Iterator[Finding]:
    """Files straight in *folders* that were meant as features, and that nothing collects."""
    for folder in sorted(set(folders)):
        for name in sorted(os.listdir(folder)):
            if _is_stray(name) and not (folder / name).is_dir():
                path = relative_path(folder, root) + "/" + name
                right = _right_name(name)
                yield Source(path, "").finding(
                    "fel-filandelse",
                    None,
                    f"{name} körs aldrig: bara filer som slutar på .feature, med små bokstäver, läses.",
                    f"Döp om filen till {right}, eller flytta den härifrån.",
                )


def folders_below(folder: Path) -> list[Path]:
    """*folder* and every folder in it."""
    return [folder, *sorted(path for path in folder.rglob("*") if path.is_dir())]


def _is_stray(name: str) -> bool:
    stem, dot, suffix = name.rpartition(".")
    lower = f"{dot}{suffix}".lower()
    if f"{dot}{suffix}" == _SUFFIX or not stem:
        return False
    return lower == _SUFFIX or lower in _MISSPELT or (lower in _AFTER and stem.lower().endswith(_SUFFIX))


def _right_name(name: str) -> str:
    stem = name.rpartition(".")[0]
    return f"{stem[: -len(_SUFFIX)] if stem.lower().endswith(_SUFFIX) else stem}{_SUFFIX}"
