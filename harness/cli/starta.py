"""``starta``: a lasting world to work in, with its pages for those who run it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from harness.cli.root import ROOT
from harness.cli.screen import open_screen
from harness.cli.swedish import BadWords, SwedishCommand

DEFAULT_PORT = 8400
_FOLDER = "varldar"

Port = Annotated[
    int,
    typer.Option(
        "--port", metavar="PORT", min=1, max=65535, show_default=False, help=f"porten ({DEFAULT_PORT} om inget anges)"
    ),
]
Folder = Annotated[
    Path | None,
    typer.Option("--mapp", metavar="MAPP", show_default=False, help=f"där världarna sparas ({_FOLDER} annars)"),
]
Name = Annotated[
    str, typer.Option("--varld", metavar="NAMN", show_default=False, help="världens namn (ovning om inget anges)")
]
Start = Annotated[
    str,
    typer.Option(
        "--start",
        metavar="TID",
        show_default=False,
        help="vad klockan är när en ny värld börjar (2022-04-04 08.00 om inget anges)",
    ),
]
Pace = Annotated[
    float,
    typer.Option(
        "--tempo",
        metavar="FAKTOR",
        min=0,
        show_default=False,
        help="låt klockan gå så många gånger fortare än vår; utan flaggan står den still",
    ),
]


def register(app: typer.Typer) -> None:
    app.command(
        "starta",
        cls=SwedishCommand,
        help="Starta simulatorn med en värld som finns kvar, tills du trycker Ctrl-C.",
        options_metavar="[FLAGGOR]",
    )(start)


def start(
    port: Port = DEFAULT_PORT,
    folder: Folder = None,
    name: Name = "ovning",
    start: Start = "2022-04-04 08.00",
    pace: Pace = 0,
) -> int:
    """Starta simulatorn."""
    # Imported here: nobody who asks for help waits for personas and drivers.
    from harness.cli import lasting

    moment = lasting.parse_start(start)
    if moment is None:
        raise BadWords(f"»{start}« är ingen tidpunkt. Skriv den som 2022-04-04 08.00.")
    return lasting.run(
        lasting.Wish(port=port, folder=folder or ROOT / _FOLDER, name=name, start=moment, pace=pace), open_screen()
    )
