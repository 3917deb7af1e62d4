"""Every kind of report in a browser, from disk: it shows its scenarios, and asks no host for anything."""

from __future__ import annotations

import io
import json
import struct
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from resultfolder import CHROMIUM, Results, a_fault, a_row, needs_allure, needs_chromium

from reports.allure.html import build_html
from reports.allure.results import PLAYWRIGHT_TRACE
from reports.outcome import Outcome
from reports.verdict import Verdict

pytestmark = [needs_allure, needs_chromium]


def a_picture() -> bytes:
    """One red dot, as PNG."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(b"\0\xff\0\0")) + chunk(b"IEND", b"")


def a_trace() -> bytes:
    body = io.BytesIO()
    with zipfile.ZipFile(body, "w") as archive:
        archive.writestr(zipfile.ZipInfo("trace.trace"), "{}")
    return body.getvalue()


@pytest.fixture(scope="module")
def results(tmp_path_factory: pytest.TempPathFactory) -> Results:
    results = Results(tmp_path_factory.mktemp("ut å"))
    for test_type in ("oberoende", "anvandaracceptans"):
        results.add(a_row(f"{test_type}-grön", test_type))
        results.add(
            a_row(f"{test_type}-röd", test_type, "webb"),
            Verdict(outcome=Outcome.UNDERKAND, fault=a_fault("Avvikelse")),
            step_evidence=[("Skärmbild", "image/png", a_picture()), ("Sidan som text", "text/yaml", b"- heading: Hej")],
            evidence=[("Spår", PLAYWRIGHT_TRACE, a_trace()), ("Bild", "text/html", b"<img src='https://a.invalid/x'>")],
        )
    build_html(results.folder, title="Provtryck")
    return results


class Reader:
    """Somebody who looks at a report. ``page`` and ``context`` are Playwright's."""

    def __init__(self, context: Any) -> None:
        self.context = context
        self.page = context.new_page()

    def open(self, page: Path) -> None:
        self.page.goto(page.as_uri())

    def open_red(self, page: Path, name: str) -> None:
        self.open(page)
        self.page.get_by_text(name).first.click()
        self.page.get_by_text("Inkorgen var tom.").first.wait_for()


@pytest.fixture
def reader(tmp_path: Path) -> Iterator[Reader]:
    """A reader whose browser, when it is closed, has asked no host for anything, in any window."""
    from playwright.sync_api import sync_playwright

    log = tmp_path / "nät.json"
    with sync_playwright() as driver:
        arguments = ["--no-sandbox", f"--log-net-log={log}"]
        chromium = driver.chromium.launch(executable_path=CHROMIUM, args=arguments)
        yield Reader(chromium.new_context(locale="sv-SE"))
        chromium.close()
    events = json.loads(log.read_text("utf-8"))["events"]
    asked = {str(event.get("params", {}).get("url", "")) for event in events}
    assert [url for url in asked if url.startswith(("http", "ws"))] == []


@pytest.mark.parametrize("test_type", ["", "oberoende", "anvandaracceptans"])
def test_a_report_opens_from_disk_and_asks_no_host(results: Results, reader: Reader, test_type: str) -> None:
    shown = test_type or "oberoende"

    reader.open_red(results.folder.page(test_type), f"Fall {shown}-röd")
    for name in ("det händer", "Skärmbild", "Sidan som text", "Bild"):
        reader.page.get_by_text(name, exact=name != "det händer").last.click()
    reader.page.get_by_text("heading: Hej").wait_for()

    picture = reader.page.locator("img[src^=blob], img[src^=data]").first
    picture.wait_for()
    assert picture.evaluate("it => it.naturalWidth") == 1


def test_the_reader_chooses_a_channel(results: Results, reader: Reader) -> None:
    reader.open(results.folder.page("oberoende"))
    page = reader.page
    page.get_by_text("Alla", exact=True).click()
    page.get_by_text("Kanal webb", exact=True).click()

    page.get_by_text("Fall oberoende-röd").wait_for()
    assert page.get_by_text("Fall oberoende-grön").count() == 0


def test_a_trace_is_saved_from_the_page_and_not_sent_away(results: Results, reader: Reader) -> None:
    reader.open_red(results.folder.page(), "Fall oberoende-röd")
    buttons = reader.page.get_by_text(PLAYWRIGHT_TRACE).first.locator("xpath=..").locator("button")

    with reader.page.expect_download() as download:
        buttons.last.click()
    with reader.context.expect_page() as window:
        buttons.first.click()
    # Past the moment at which Allure's own program would have gone to the viewer's host.
    window.value.wait_for_timeout(3000)

    assert download.value.suggested_filename.endswith(".zip")
    assert Path(download.value.path()).read_bytes() == a_trace()
    assert "python -m playwright show-trace --port 9323 FIL" in window.value.inner_text("body")
