"""``regler``: what the simulated systems hold to, where that is written, and how sure it is."""

from __future__ import annotations

from typing import Annotated

import typer

from harness.cli.screen import open_screen
from harness.cli.swedish import BadWords, SwedishCommand

_CLASSES = ("A", "B", "C", "D")

Words = Annotated[
    list[str] | None, typer.Argument(metavar="ORD", help="bara regler som handlar om detta, t.ex. utskrivningsklar")
]
Trust = Annotated[
    str, typer.Option("--klass", metavar="KLASS", show_default=False, help="bara klass A, B, C eller D (D = antagande)")
]
Krav = Annotated[
    str, typer.Option("--krav", metavar="KRAV", show_default=False, help="bara regler bakom kravet, t.ex. AK-INUT-02")
]
Json = Annotated[bool, typer.Option("--json", help="skriv reglerna som JSON")]


def register(app: typer.Typer) -> None:
    app.command(
        "regler",
        cls=SwedishCommand,
        help="Visa reglerna som de simulerade systemen följer: källa, klass, krav och parameter.",
        options_metavar="[FLAGGOR]",
    )(show_rules)


def show_rules(words: Words = None, trust: Trust = "", krav: Krav = "", json: Json = False) -> int:
    """Visa reglerna."""
    # Imported here: nobody who asks for help waits for every simulated system.
    from harness.cli import names, rulebook

    if trust and trust not in _CLASSES:
        raise BadWords(f"Klassen »{trust}« finns inte. Välj {', '.join(_CLASSES[:-1])} eller {_CLASSES[-1]}.")
    if krav:
        names.check_krav([krav])
    found = rulebook.choose_rules(rulebook.read_rules(), " ".join(words or ()), trust=trust, krav=krav)
    rulebook.show(found, open_screen(), as_document=json)
    return 0
