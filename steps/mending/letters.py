"""Letters in two signs made one, signs that do not show taken out: where sentences are compared."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

from steps.hygiene.characters import is_hidden
from steps.keywords import is_capitalised_step, meant_block, seen
from steps.linekinds import LineKind, line_kinds

_MENDED = (LineKind.TAG, LineKind.BLOCK, LineKind.STEP)


def mend_letters(lines: Sequence[str]) -> Iterator[str]:
    """*lines* with ordinary letters and spaces. Cells, docstrings, comments and prose are left alone."""
    for line, kind in zip(lines, line_kinds(lines), strict=True):
        keyword = kind is LineKind.TEXT and _is_meant(line)
        yield _plain(line) if (kind in _MENDED or keyword) and not line.isascii() else line


def _is_meant(line: str) -> bool:
    line = unicodedata.normalize("NFC", seen(line))
    return bool(meant_block(line)) or is_capitalised_step(line)


def _plain(line: str) -> str:
    signs = (_plain_sign(sign) if is_hidden(sign) else sign for sign in line)
    return unicodedata.normalize("NFC", "".join(signs))


def _plain_sign(sign: str) -> str:
    return " " if sign.isspace() else ""
