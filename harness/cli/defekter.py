"""``defekter``: the seeded defects, each against the scenarios of its krav."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from harness.cli.root import OUTPUT
from harness.cli.screen import open_screen
from harness.cli.swedish import SwedishCommand

Words = Annotated[
    list[str] | None,
    typer.Argument(metavar="URVAL", help="bara dessa defekter eller krav, t.ex. samvy-frist-25h eller AK-INUT-02"),
]
Everywhere = Annotated[
    bool, typer.Option("--alla", help="pröva varje defekt på alla scenarier som kan märka den, inte bara dess kravs")
]
Output = Annotated[
    Path,
    typer.Option("--ut", metavar="MAPP", show_default=False, help="mapp för matrisen (annars reports/out/defekter)"),
]


def register(app: typer.Typer) -> None:
    app.command(
        "defekter",
        cls=SwedishCommand,
        help="Slå på en defekt i taget och se vilka scenarier som blir röda: de som inget fäller bevisar inget.",
        options_metavar="[FLAGGOR]",
    )(try_defects)


def try_defects(words: Words = None, everywhere: Everywhere = False, output: Output = OUTPUT / "defekter") -> int:
    """Pröva defekterna."""
    # Imported here: nobody who asks for help waits for every simulated system.
    from harness.cli import defects

    return defects.try_all(words or [], open_screen(), everywhere=everywhere, output=output)
