"""``python -m harness.cli``: hands the words of the command line to their command."""

from __future__ import annotations

import sys
from collections.abc import Sequence

import typer
from typer.main import get_command

from harness.cli import antaganden, defekter, granska, krav, patienter, regler, sjalvtest, starta, steg, testa
from harness.cli.exitcode import INTERRUPTED, WRONG_USAGE
from harness.cli.swedish import SwedishGroup, WrongUsage, explain


def create_app() -> typer.Typer:
    """The command line with every command that works."""
    app = typer.Typer(
        name="provtryck",
        cls=SwedishGroup,
        help="Acceptanstester för vårdsamordning i SAMSA och Samvy.",
        add_completion=False,
        rich_markup_mode=None,
        subcommand_metavar="KOMMANDO …",
        options_metavar="",
    )
    testa.register(app)
    granska.register(app)
    steg.register(app)
    patienter.register(app)
    krav.register(app)
    regler.register(app)
    antaganden.register(app)
    defekter.register(app)
    starta.register(app)
    sjalvtest.register(app)
    return app


def main(args: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code: 64 when the words make no command."""
    words = list(sys.argv[1:] if args is None else args)
    try:
        code = get_command(create_app()).main(words or ["--help"], prog_name="provtryck", standalone_mode=False)
    except WrongUsage as fault:
        sys.stderr.write(explain(fault) + "\n")
        return WRONG_USAGE
    except (typer.Abort, KeyboardInterrupt):
        sys.stderr.write("Avbrutet.\n")
        return INTERRUPTED
    return code if isinstance(code, int) else 0


if __name__ == "__main__":
    sys.exit(main())
