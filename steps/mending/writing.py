"""Writes a whole file or nothing."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path


def write_whole(file: Path, text: str) -> None:
    """Replace *file* with *text* in UTF-8. Whoever reads meanwhile, or is interrupted, has the old file."""
    handle, name = tempfile.mkstemp(prefix=f".{file.name}-", dir=file.parent)
    try:
        with os.fdopen(handle, "wb") as new:
            new.write(text.encode())
        shutil.copymode(file, name)
        Path(name).replace(file)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
