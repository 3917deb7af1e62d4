"""``krav``: what each acceptance criterion rests on, which scenarios claim it, and what the last run said."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from harness.cli.root import OUTPUT
from harness.cli.screen import open_screen
from harness.cli.swedish import BadWords, SwedishCommand

Names = Annotated[list[str] | None, typer.Argument(metavar="KRAV", help="bara dessa krav, t.ex. AK-INUT-02")]
Areas = Annotated[
    list[str] | None,
    typer.Option("--omrade", metavar="NAMN", help="bara området, t.ex. SIP eller »In- och utskrivning«"),
]
Untested = Annotated[bool, typer.Option("--otestat", help="bara krav som inget scenario prövar")]
Output = Annotated[
    Path,
    typer.Option(
        "--ut", metavar="MAPP", show_default=False, help="mappen där den senaste körningen ligger (annars reports/out)"
    ),
]
Json = Annotated[bool, typer.Option("--json", help="skriv täckningen som JSON")]
Write = Annotated[bool, typer.Option("--skriv", help="skriv om sidan docs/krav.md")]


def register(app: typer.Typer) -> None:
    app.command(
        "krav",
        cls=SwedishCommand,
        help="Visa kraven: källa, klass, scenarier och utfall i senaste körningen.",
        options_metavar="[FLAGGOR]",
    )(show_krav)


def show_krav(
    names: Names = None,
    areas: Areas = None,
    untested: Untested = False,
    output: Output = OUTPUT,
    json: Json = False,
    write: Write = False,
) -> int:
    """Visa kraven, eller skriv sidan."""
    # Imported here: nobody who asks for help waits for the reading of every feature.
    from harness.cli import tracing

    if write and (names or areas or untested or json or output != OUTPUT):
        raise BadWords("Flaggan --skriv står ensam.")
    if write:
        return tracing.write_page(open_screen())
    return tracing.show_krav(
        open_screen(), names or (), areas or (), only_untested=untested, output=output, as_document=json
    )
