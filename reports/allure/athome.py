"""Keeps a page at home: whatever would make a browser ask another host is taken out of what Allure drew.

A page that still would is refused.
"""

from __future__ import annotations

import base64
import re
from functools import lru_cache
from html.parser import HTMLParser
from typing import Final

from testdata.faults import Miljofel

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

# A button in the page opens a window with a word of waiting, sends that window to this host and hands a
# Playwright trace over. Ours goes nowhere (the program adds the slash that makes the rest a comment), so
# the word of waiting stays, and says what to do instead. It stands inside a quoted text: no apostrophes.
_TRACE_VIEWER: Final = b"https://trace.playwright.dev"
_NOWHERE: Final = b"javascript:void 0/"
_TRACE_WAITING: Final = b"<body>Opening Playwright trace...</body>"
_TRACE_ADVICE: Final = (
    '<body><main style="max-width:36rem;line-height:1.5"><h1>Så öppnar du spåret</h1>'
    "<p>Spåret visas i Playwrights eget fönster på den här datorn. Ingenting skickas någonstans.</p>"
    "<ol><li>Stäng fönstret och spara bilagan med nedladdningsknappen bredvid.</li>"
    "<li>Skriv i en terminal, i mappen med Provtryck:<br>"
    "<code>.venv/bin/python -m playwright show-trace --port 9323 FIL</code>"
    " (i Windows <code>.venv&bsol;Scripts&bsol;python</code>)"
    "</li><li>Öppna adressen som skrivs ut i en webbläsare.</li></ol></main></body>"
).encode()


def keep_at_home(page: str) -> str:
    """*page* as Allure drew it, without anything that asks another host. Links that a person clicks stay.

    Raises:
        Miljofel: something would still be fetched from elsewhere, or the page has another shape than expected.
    """
    page, programs = _PROGRAM_TEXT.subn(lambda found: _at_home(found.group()), _ANALYTICS.sub("", page))
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
            where="index.html",
            next_step="Gå igenom reports/allure/athome.py mot den version av Allure som package.json anger.",
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


@lru_cache(maxsize=1)  # the program is the same in every page of a run
def _at_home(program: str) -> str:
    text = base64.b64decode(program).replace(_TRACE_VIEWER, _NOWHERE).replace(_TRACE_WAITING, _TRACE_ADVICE)
    return base64.b64encode(text).decode("ascii")
