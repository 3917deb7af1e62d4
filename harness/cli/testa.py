"""``testa``: run scenarios and report."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from harness.cli.chosenpaths import read_chosen
from harness.cli.lastrun import read_red
from harness.cli.names import BOTH, check_areas, check_channel, check_expression, check_krav, check_test_types
from harness.cli.planned import follow_plan
from harness.cli.request import RunRequest
from harness.cli.root import FEATURES, OUTPUT, ROOT
from harness.cli.run import run_tests
from harness.cli.screen import open_screen
from harness.cli.swedish import BadWords, SwedishCommand
from reports.summary import UNBALANCED
from testdata.machineday import machine_day
from testdata.scenario import TEST_TYPES

Paths = Annotated[
    list[str] | None,
    typer.Argument(metavar="VÄG[:RAD]", help="fil, mapp eller fil:rad (annars alla scenarier)"),
]
Krav = Annotated[
    list[str] | None, typer.Option("--krav", metavar="ID", help="bara scenarier för kravet, t.ex. AK-INUT-02")
]
Areas = Annotated[
    list[str] | None,
    typer.Option("--omrade", metavar="NAMN", help="bara mappen under features, t.ex. systemval"),
]
Tags = Annotated[
    str,
    typer.Option(
        "--tagg", metavar="UTTRYCK", help="bara taggar som stämmer, t.ex. 'krav:AK-SYS-02 eller krav:AK-SYS-03'"
    ),
]
PlanFile = Annotated[
    Path | None,
    typer.Option("--plan", metavar="FIL", help="kör en deltestplan, t.ex. docs/exempel/deltestplan.toml"),
]
TestTypes = Annotated[
    list[str] | None,
    typer.Option("--testtyp", metavar="TYP", help=f"bara testtypen: {', '.join(TEST_TYPES)}"),
]
Channel = Annotated[
    str,
    typer.Option(
        "--kanal",
        metavar="KANAL",
        show_default=False,
        help="bara kanalen api (gränssnitt) eller webb (sidor i webbläsare); bada om inget anges",
    ),
]
Seed = Annotated[
    int, typer.Option("--fro", metavar="N", show_default=False, help="frö för testdata (1 om inget anges)")
]
Workers = Annotated[
    int | None,
    typer.Option(
        "-n", metavar="N", show_default=False, help="antal processer (annars 1, och fler när sidor ska öppnas)"
    ),
]
Repetitions = Annotated[
    int,
    typer.Option(
        "--repetera", metavar="N", show_default=False, help="kör varje scenario N gånger och visa vad som är ostadigt"
    ),
]
Output = Annotated[
    Path,
    typer.Option("--ut", metavar="MAPP", show_default=False, help="mapp för rapporten (reports/out om inget anges)"),
]
Json = Annotated[Path | None, typer.Option("--json", metavar="FIL", help="skriv sammanfattningen även hit")]
LastRed = Annotated[bool, typer.Option("--senast-roda", help="bara det som var rött i förra körningen med samma --ut")]
Pictures = Annotated[
    bool, typer.Option("--skarmbilder", help="skärmbild efter varje steg i kanalen webb, också när det är grönt")
]
Today = Annotated[str, typer.Option("--idag", metavar="ÅÅÅÅ-MM-DD", hidden=True)]
Defects = Annotated[list[str] | None, typer.Option("--defekt", metavar="ID", hidden=True)]


def register(app: typer.Typer) -> None:
    app.command("testa", cls=SwedishCommand, help="Kör scenarier och bygg rapporten.", options_metavar="[FLAGGOR]")(
        run_scenarios
    )


def run_scenarios(
    paths: Paths = None,
    krav: Krav = None,
    areas: Areas = None,
    tags: Tags = "",
    plan: PlanFile = None,
    test_types: TestTypes = None,
    channel: Channel = BOTH,
    seed: Seed = 1,
    workers: Workers = None,
    repetitions: Repetitions = 1,
    output: Output = OUTPUT,
    json: Json = None,
    last_red: LastRed = False,
    pictures: Pictures = False,
    defects: Defects = None,
    today: Today = "",
) -> int:
    """Kör scenarier och bygg rapporten."""
    console = open_screen()
    _check_numbers(seed, workers, repetitions)
    check_test_types(test_types or [])
    check_channel(channel)
    check_krav(krav or [])
    check_expression(tags)
    check_areas(areas or [])
    words, cases = list(paths or []), []
    if last_red:
        if plan is not None:
            raise BadWords("Ange antingen --senast-roda eller --plan, inte båda.")
        if words:
            raise BadWords("Ange antingen --senast-roda eller vägar, inte båda.")
        red = read_red(output)
        if red.lost:
            listed = "".join(f"\n  {one}" for one in red.lost)
            raise BadWords(
                f"Det här var rött i förra körningen men finns inte längre, eller går inte att läsa:{listed}"
            )
        cases = list(red.cases)
        words = list(dict.fromkeys(str(ROOT / place) for place, _ in cases))
        if not cases:
            console.print(f"Inget var rött i förra körningen i {output}, så det finns inget att köra.", markup=False)
            return UNBALANCED
    request = RunRequest(
        chosen=tuple(read_chosen(words, FEATURES)),
        krav=tuple(krav or ()),
        areas=tuple(areas or ()),
        tags=tags,
        test_types=tuple(test_types or ()),
        cases=tuple(cases),
        channels=() if channel == BOTH else (channel,),
        seed=seed,
        workers=workers,
        repetitions=repetitions,
        output=output.resolve(),
        json=json,
        pictures=pictures,
        defects=tuple(defects or ()),
        today=_read_day(today),
    )
    return run_tests(request if plan is None else follow_plan(request, plan, words), console)


def _read_day(text: str) -> date:
    """The day that was given, else the machine's: asked once, so that the whole run has the same."""
    try:
        return date.fromisoformat(text) if text else machine_day()
    except ValueError as fault:
        raise BadWords(f"»{text}« är ingen dag. Skriv den som ÅÅÅÅ-MM-DD.") from fault


def _check_numbers(seed: int, workers: int | None, repetitions: int) -> None:
    if seed < 0:
        raise BadWords(f"Fröet kan inte vara {seed}. Ange 0 eller ett större heltal.")
    if workers is not None and workers < 1:
        raise BadWords(f"Det går inte att köra i {workers} processer. Ange 1 eller fler.")
    if repetitions < 1:
        raise BadWords(f"Det går inte att köra {repetitions} gånger. Ange 1 eller fler.")
