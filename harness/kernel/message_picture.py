"""The message picture of a world: who said what to whom and when, as one SVG that needs nothing else."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from html import escape

from harness.kernel.calendar import STOCKHOLM

# Pixels. A column holds about COLUMN_CHARS characters of 12 pixel text.
TIME_WIDTH = 130
COLUMN = 170
COLUMN_CHARS = 24
HEAD = 76
LINE = 15
ROW_PADDING = 20

_STYLE = (
    "text{font:12px system-ui,'Segoe UI',sans-serif;fill:#1b1b1b}"
    ".head{font-weight:600}.time{fill:#555}"
    ".text{paint-order:stroke;stroke:#fff;stroke-width:4px}"
    ".life{stroke:#b5b5b5;stroke-dasharray:3 4}.arrow{stroke:#1f4e79;stroke-width:1.5;fill:none}"
    "#tip path{fill:#1f4e79}"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrow:
    """``sender`` and ``recipient`` are HSA-ids or system names."""

    at: datetime
    sender: str
    recipient: str
    text: str


def draw_messages(arrows: Sequence[Arrow], *, title: str, names: Mapping[str, str], systems: Sequence[str]) -> str:
    """
    Args:
        arrows: oldest first.
        names: what people call the participants; one without a name is shown by its id.
        systems: the participants that are systems, in the order they shall stand, right of the units.

    Returns:
        An SVG document. Every text in it is escaped.
    """
    columns = _order_columns(arrows, systems)
    width = TIME_WIDTH + COLUMN * max(1, len(columns))
    rows, height = _draw_rows(arrows, columns)
    heads = [_draw_head(names.get(end, end), x, height) for end, x in columns.items()]
    if not arrows:
        rows = [f'<text x="{TIME_WIDTH}" y="{HEAD + LINE}">Inga meddelanden ännu.</text>']
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" role="img" lang="sv" aria-label="{escape(title)}" '
            f'width="{width}" height="{height}" viewBox="0 0 {width} {height}">',
            f"<title>{escape(title)}</title>",
            f"<style>{_STYLE}</style>",
            '<defs><marker id="tip" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="8" markerHeight="8" '
            'orient="auto-start-reverse"><path d="M0 0L8 4L0 8z"/></marker></defs>',
            f'<rect width="{width}" height="{height}" fill="#fff"/>',
            *heads,
            *rows,
            "</svg>",
        ]
    )


def _order_columns(arrows: Sequence[Arrow], systems: Sequence[str]) -> dict[str, int]:
    """The middle of every participant's column: units as they appear, then systems."""
    seen = dict.fromkeys(end for arrow in arrows for end in (arrow.sender, arrow.recipient))
    ordered = [end for end in seen if end not in systems] + [end for end in systems if end in seen]
    return {end: TIME_WIDTH + COLUMN * place + COLUMN // 2 for place, end in enumerate(ordered)}


def _draw_head(name: str, x: int, height: int) -> str:
    lines = textwrap.wrap(name, COLUMN_CHARS - 4, max_lines=4, placeholder=" …") or [""]
    return (
        _draw_lines(lines, x, LINE + 4, css="head")
        + f'<line class="life" x1="{x}" y1="{HEAD - 4}" x2="{x}" y2="{height - 8}"/>'
    )


def _draw_rows(arrows: Sequence[Arrow], columns: Mapping[str, int]) -> tuple[list[str], int]:
    y = HEAD
    rows = []
    for arrow in arrows:
        start, end = columns[arrow.sender], columns[arrow.recipient]
        reach = max(COLUMN_CHARS, COLUMN_CHARS * abs(end - start) // COLUMN)
        lines = textwrap.wrap(arrow.text, reach) or [""]
        line_y = y + LINE * len(lines) + 6
        time = f"{arrow.at.astimezone(STOCKHOLM):%Y-%m-%d %H:%M:%S}"
        rows.append(f'<text class="time" x="4" y="{line_y}">{time}</text>')
        rows.append(_draw_lines(lines, (start + end) // 2, y + LINE, css="text"))
        rows.append(_draw_arrow(start, end, line_y))
        y = line_y + ROW_PADDING
    return rows, y + LINE


def _draw_arrow(start: int, end: int, y: int) -> str:
    path = f"M{start} {y - 4}h26v8h-26" if start == end else f"M{start} {y}H{end}"
    return f'<path class="arrow" d="{path}" marker-end="url(#tip)"/>'


def _draw_lines(lines: Sequence[str], x: int, y: int, *, css: str) -> str:
    spans = "".join(f'<tspan x="{x}" y="{y + LINE * place}">{escape(line)}</tspan>' for place, line in enumerate(lines))
    return f'<text class="{css}" text-anchor="middle">{spans}</text>'
