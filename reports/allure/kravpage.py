"""``krav.html`` beside the report: every krav in words, so that a link from a scenario leads somewhere offline."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from itertools import groupby
from pathlib import Path

from reports.outcome import Outcome
from testdata.krav.register import Krav, all_krav
from testdata.scenario import TEST_TYPES

PAGE = "krav.html"
_CATALOGUE = "steg.html"
"""The step catalogue, which the command line writes beside the report."""
_STYLE = (
    ":root{color-scheme:light dark}body{font:1rem/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;"
    "padding:0 1rem}dt{font-weight:600;margin-top:1rem}dd{margin:0}small{opacity:.8}:target{outline:2px solid}"
)


def krav_address(krav_id: str) -> str:
    """Where the krav stands, seen from the report's own page."""
    return f"{PAGE}#{krav_id}"


def write_krav_page(folder: Path, outcomes: Mapping[str, Mapping[str, int]], test_type: str = "") -> None:
    """Write the page.

    Args:
        outcomes: for each krav id that was claimed, the number of scenarios by outcome.
        test_type: the only one that *outcomes* is of; empty when it is of them all.
    """
    scope = f"i den här körningens {TEST_TYPES[test_type].lower()}" if test_type else "i den här körningen"
    parts = [
        f'<!doctype html><html lang="sv"><head><meta charset="utf-8"><title>Krav</title><style>{_STYLE}</style></head>',
        "<body><main><h1>Krav</h1>",
        f"<p>{len(all_krav())} acceptanskriterier, varav {len(outcomes)} prövades {scope}.</p>",
        f'<p>Meningarna som scenarierna är skrivna med står i <a href="{_CATALOGUE}">stegkatalogen</a>.</p>',
    ]
    for area, group in groupby(all_krav().values(), key=lambda krav: krav.area):
        parts.append(f"<h2>{escape(area)}</h2><dl>")
        parts += [_entry(krav, outcomes.get(krav.id, {}), scope) for krav in group]
        parts.append("</dl>")
    parts.append("</main></body></html>\n")
    (folder / PAGE).write_text("".join(parts), encoding="utf-8")


def _entry(krav: Krav, outcomes: Mapping[str, int], scope: str) -> str:
    counted = ", ".join(f"{Outcome(name).shown}: {number}" for name, number in outcomes.items())
    shown = counted or f"otestat {scope}"
    assumed = ", kräver beslut" if krav.assumed else ""
    return (
        f'<dt id="{escape(krav.id)}">{escape(krav.id)}</dt><dd>{escape(krav.text)}<br>'
        f"<small>{TEST_TYPES[krav.test_type]}{assumed}. Källa: {escape(krav.source)}. Utfall: {shown}.</small></dd>"
    )
