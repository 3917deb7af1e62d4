"""A folder of tiny wheels made on the spot, and lock files that pin them, so that no network is needed."""

from __future__ import annotations

import hashlib
from pathlib import Path
from zipfile import ZipFile, ZipInfo

# Writes down how it was called; stands in for the fast installer, or fails in its place.
UV = """\
#!/bin/sh
echo "uv $* $UV_FIND_LINKS" >> "$STUBLOGG"
test "$UV_STUB" != trasig
"""
WHEEL = "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n"


class Wheelhouse:
    """Wheels of version 1.0 with one empty module each; *uv* also has its program."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        empty = folder.with_name("tomt-index")
        for path in (folder, empty):
            path.mkdir()
        self.empty_index = empty.as_uri()

    def lock(self, *names: str) -> str:
        """A lock file with one hashed pin for each name; the wheels are made as it is written."""
        return "".join(f"{name}==1.0 \\\n    --hash=sha256:{self._make(name)}\n" for name in names)

    def _make(self, name: str) -> str:
        module = name.replace("-", "_")
        info = f"{module}-1.0.dist-info"
        files = {
            f"{module}/__init__.py": "",
            f"{info}/METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n",
            f"{info}/WHEEL": WHEEL,
        }
        if name == "uv":
            files[f"{module}-1.0.data/scripts/uv"] = UV
        files[f"{info}/RECORD"] = "".join(f"{path},,\n" for path in [*files, f"{info}/RECORD"])
        wheel = self.folder / f"{module}-1.0-py3-none-any.whl"
        with ZipFile(wheel, "w") as archive:
            for path, text in files.items():
                entry = ZipInfo(path)
                entry.external_attr = 0o100755 << 16
                archive.writestr(entry, text)
        return hashlib.sha256(wheel.read_bytes()).hexdigest()
