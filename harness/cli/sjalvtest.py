"""``sjalvtest``: the product's own tests, linters and types."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from typing import Annotated, Final

import typer

from harness.cli.root import ROOT
from harness.cli.screen import open_screen
from harness.cli.swedish import SwedishCommand

# Most of the time goes to browsers and processes of their own. What the arguments say of it goes before.
_ON_ALL_CORES: Final = ("-n", "auto", "--maxprocesses", "4", "--dist", "worksteal")
_CONTEXT: Final = {"ignore_unknown_options": True, "allow_interspersed_args": False}
Arguments = Annotated[
    list[str] | None,
    typer.Argument(metavar="ARGUMENT", help="skickas vidare till pytest, t.ex. tests/cli -x"),
]


def register(app: typer.Typer) -> None:
    app.command(
        "sjalvtest",
        cls=SwedishCommand,
        help="Testa testprogrammet självt: kodstil, typer, importregler och enhetstester.",
        context_settings=dict(_CONTEXT),
        options_metavar="",
    )(run_checks)


def run_checks(arguments: Arguments = None) -> int:
    """Run every check, also after a failed one, and return the exit code of the first that failed."""
    console = open_screen()
    failed: list[tuple[str, int]] = []
    for heading, words in checks(arguments or ()):
        console.rule(heading, align="left")
        console.file.flush()
        code = subprocess.run([sys.executable, "-m", *words], cwd=ROOT, check=False).returncode
        if code:
            failed.append((heading, code))
    console.rule("Resultat", align="left")
    for heading, code in failed:
        console.print(f"{heading}: underkänd (kod {code})", style="red")
    if not failed:
        console.print("Självtestet är godkänt.", style="green")
    return failed[0][1] if failed else 0


def checks(arguments: Sequence[str]) -> list[tuple[str, list[str]]]:
    """Each check by its heading, as words after ``python -m``. Import contracts are among the tests."""
    return [
        ("Kodstil", ["ruff", "check", "."]),
        ("Formatering", ["ruff", "format", "--check", "."]),
        ("Typer", ["mypy"]),
        ("Tester", ["pytest", "tests", *_ON_ALL_CORES, *arguments]),
    ]
