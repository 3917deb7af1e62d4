"""Allure's files on disk: one finished result for each scenario, and its attachments."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import msgspec

PLAYWRIGHT_TRACE: Final = "application/vnd.allure.playwright-trace"
"""A trace of a browser: a zip file, which the page lets one save. How it is opened: docs/handbok/01-kom-igang.md."""

_EXTENSIONS: Final = {
    "text/csv": "csv",
    "text/plain": "txt",
    "text/html": "html",
    "text/yaml": "yaml",
    "image/svg+xml": "svg",
    "image/png": "png",
    "application/json": "json",
    "application/xml": "xml",
    "application/zip": "zip",
    PLAYWRIGHT_TRACE: "zip",
}


class ResultFolder:
    """Writes each file once and whole, in one call.

    A process killed in the middle of a write leaves a cut file under its final name: the account
    looks for those, so a second name and a rename would only cost time.
    """

    def __init__(self, root: Path) -> None:
        root.mkdir(parents=True, exist_ok=True)
        self._root = f"{root}/"
        self._encoder = msgspec.json.Encoder()

    def write_result(self, result: Mapping[str, Any]) -> None:
        """Keep one result under its ``uuid``; the same scenario again replaces it."""
        self._write(f"{result['uuid']}-result.json", self._encoder.encode(result))

    def write_attachment(self, stem: str, media_type: str, body: bytes, extension: str = "") -> str:
        """Keep *body* and return the name that a result refers to it by."""
        name = f"{stem}-attachment.{extension or _EXTENSIONS.get(media_type, 'bin')}"
        self._write(name, body)
        return name

    def write_text(self, name: str, text: str) -> None:
        self._write(name, text.encode())

    def _write(self, name: str, body: bytes) -> None:
        descriptor = os.open(self._root + name, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)
        try:
            os.write(descriptor, body)
        finally:
            os.close(descriptor)
