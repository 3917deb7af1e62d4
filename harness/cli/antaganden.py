"""``antaganden``: what nobody has decided, who should, and what leans on it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from harness.cli.root import OUTPUT
from harness.cli.screen import open_screen
from harness.cli.swedish import BadWords, SwedishCommand

Words = Annotated[
    list[str] | None, typer.Argument(metavar="ORD", help="bara antaganden som handlar om detta, t.ex. systemval_regel")
]
Krav = Annotated[
    str,
    typer.Option("--krav", metavar="KRAV", show_default=False, help="bara antaganden bakom kravet, t.ex. AK-SYS-05"),
]
Turn = Annotated[
    bool, typer.Option("--vand", help="kör scenarierna med alternativen och visa vilka utfall som vänder (kanalen api)")
]
Output = Annotated[
    Path,
    typer.Option(
        "--ut", metavar="MAPP", show_default=False, help="mappen där den senaste körningen ligger (annars reports/out)"
    ),
]
Json = Annotated[bool, typer.Option("--json", help="skriv antagandena som JSON")]


def register(app: typer.Typer) -> None:
    app.command(
        "antaganden",
        cls=SwedishCommand,
        help="Visa antagandena: värde, alternativ, vem som beslutar och vad som vilar på dem.",
        options_metavar="[FLAGGOR]",
    )(show_assumptions)


def show_assumptions(
    words: Words = None, krav: Krav = "", turn: Turn = False, output: Output = OUTPUT, json: Json = False
) -> int:
    """Visa antagandena."""
    # Imported here: nobody who asks for help waits for the reading of every feature.
    from harness.cli import assumptions, assumptionshown, names, tracing, turning

    if krav:
        names.check_krav([krav])
    if turn and output != OUTPUT:
        raise BadWords("Flaggan --vand kör själv och läser ingen tidigare körning: ta bort --ut.")
    chosen = assumptions.choose_assumptions(" ".join(words or ()), krav=krav)
    if not chosen:
        raise BadWords("Inget antagande stämmer med det som valdes. provtryck antaganden visar alla.")
    if turn:
        return turning.turn(chosen, open_screen(), as_document=json)
    rows, when = tracing.read_unchanged(output)
    found = [assumptions.measure(parameter, rows) for parameter in chosen]
    told = tracing.told_when(when, output)
    assumptionshown.show(found, open_screen(), told, measured=when is not None, as_document=json)
    return 0
