"""Where the command line writes what a person reads."""

from __future__ import annotations

from rich.console import Console


def open_screen() -> Console:
    """Text as it is: no coloured numbers, no folding in a pipe, and no ``:100:`` made into a picture."""
    return Console(highlight=False, soft_wrap=True, emoji=False)
