"""``steg``: the step catalogue, and new words for a sentence."""

from __future__ import annotations

from typing import Annotated

import typer

from harness.cli.screen import open_screen
from harness.cli.swedish import BadWords, SwedishCommand

_RENAME = "byt"

Words = Annotated[
    list[str] | None,
    typer.Argument(metavar="ORD", help="sök meningar om detta, t.ex. inlagd; utan ord visas alla"),
]
Unused = Annotated[bool, typer.Option("--oanvanda", help="bara meningar som inget scenario använder")]
Json = Annotated[bool, typer.Option("--json", help="skriv katalogen som JSON")]
Write = Annotated[
    bool, typer.Option("--skriv", help="skriv om handbokens sida, docs/steg.html och VS Codes inställningar")
]
Yes = Annotated[bool, typer.Option("--ja", help="till »steg byt«: ändra utan att fråga")]


def register(app: typer.Typer) -> None:
    app.command(
        "steg",
        cls=SwedishCommand,
        help="Visa och sök meningarna. »steg byt GAMMAL NY« ger en mening nya ord överallt.",
        options_metavar="[FLAGGOR]",
    )(show_steps)


def show_steps(
    words: Words = None, unused: Unused = False, json: Json = False, write: Write = False, yes: Yes = False
) -> int:
    """Visa, sök, skriv eller byt meningar."""
    # Imported here: nobody who asks for help or runs a test waits for pytest-bdd and every definition.
    from harness.cli import catalogue

    console, given = open_screen(), list(words or ())
    renames = given[:1] == [_RENAME]
    if (write and (given or json or unused)) or (renames and (json or unused)) or (yes and not renames):
        raise BadWords("Flaggorna går inte att kombinera: --skriv står ensam, och --ja hör till »steg byt«.")
    if renames:
        return catalogue.rename(given[1:], console, ask=not yes)
    if write:
        return catalogue.write_pages(console)
    return catalogue.show(" ".join(given), console, unused=unused, as_document=json)
