"""Which files of a repository are text that somebody wrote, for the scan of identities.

Reads files and asks git; judges nothing.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

# Other people's code and its caches; never committed, never ours.
_NOT_OURS = frozenset({".git", ".venv", "node_modules", "__pycache__", ".mypy_cache", ".pytest_cache",
                       ".ruff_cache", ".hypothesis"})  # fmt: skip


def text_files(root: Path) -> Iterator[tuple[str, str]]:
    """(path relative to *root* with ``/``, text) of every file that is UTF-8 text.

    With git: what is tracked, and what is untracked but not ignored. Without: everything.
    """
    for name in sorted(_listed(root)):
        path = root / name
        if _NOT_OURS.isdisjoint(name.split("/")) and path.is_file():
            content = path.read_bytes()
            if b"\0" in content:
                continue
            try:
                yield name, content.decode("utf-8")
            except UnicodeDecodeError:
                continue


def _listed(root: Path) -> list[str]:
    command = ["git", "-C", str(root), "ls-files", "-co", "--exclude-standard", "-z"]
    try:
        listed = subprocess.run(command, capture_output=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        return list(_walked(root))
    return [name for name in listed.decode("utf-8").split("\0") if name]


def _walked(root: Path) -> Iterator[str]:
    for folder, subfolders, files in os.walk(root):
        subfolders[:] = [name for name in subfolders if name not in _NOT_OURS]
        for name in files:
            yield (Path(folder) / name).relative_to(root).as_posix()
