"""``allure.step`` and ``allure.attach`` as the Allure library calls them, put into the open scenario."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Protocol

import allure_commons
from allure_commons.types import AttachmentType

from reports.allure.recording import Recording
from testdata.faults import Avvikelse


class Listener(Protocol):
    """Who knows which scenario is open, if any."""

    current: Recording | None


class AllureCalls:
    """Answers the hooks of allure_commons."""

    def __init__(self, listener: Listener) -> None:
        self._listener = listener

    @allure_commons.hookimpl
    def start_step(self, title: str, params: Mapping[str, str]) -> None:
        if self._listener.current:
            self._listener.current.open(title, params)

    @allure_commons.hookimpl
    def stop_step(
        self,
        exc_type: type[BaseException] | None,
        exc_val: BaseException | None,
        exc_tb: TracebackType | None,
    ) -> None:
        if self._listener.current is None:
            return
        if exc_type is None:
            self._listener.current.close()
        else:
            self._listener.current.close("failed" if issubclass(exc_type, Avvikelse) else "broken", str(exc_val))

    @allure_commons.hookimpl
    def attach_data(self, body: str | bytes, name: str | None, attachment_type: object, extension: str | None) -> None:
        if self._listener.current:
            data = body.encode() if isinstance(body, str) else body
            media_type, ending = _kind(attachment_type, extension)
            self._listener.current.attach(name or "Bilaga", media_type, data, ending)

    @allure_commons.hookimpl
    def attach_file(self, source: str, name: str | None, attachment_type: object, extension: str | None) -> None:
        self.attach_data(Path(source).read_bytes(), name or Path(source).name, attachment_type, extension)


def _kind(attachment_type: object, extension: str | None) -> tuple[str, str]:
    if isinstance(attachment_type, AttachmentType):
        return attachment_type.mime_type, extension or attachment_type.extension
    return (attachment_type if isinstance(attachment_type, str) else "application/octet-stream"), extension or ""
