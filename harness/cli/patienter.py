"""``patienter``: synthetic people as files."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from harness.cli.root import ROOT
from harness.cli.screen import open_screen
from harness.cli.swedish import BadWords, SwedishCommand

DEFAULT_COUNT = 100
_SEARCH, _LOAD = "sok", "hamta"
FIRST_HOSPITAL_DAY = "2022-04-05"
"""The day the first hospitals go live in the plan: ages count on it unless another day is said."""

Words = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="ANTAL",
        help=f"hur många personer, {DEFAULT_COUNT} om inget anges; eller sok ORD: sök i personkatalogen",
    ),
]
ListFile = Annotated[
    Path | None,
    typer.Option(
        "--fil", metavar="FIL", show_default=False, help="till hamta: Skatteverkets lista som fil (annars öppna data)"
    ),
]
Page = Annotated[bool, typer.Option("--skriv", help="skriv om personkatalogens sida, docs/personer.html")]
Seed = Annotated[
    int, typer.Option("--fro", metavar="N", show_default=False, help="samma frö ger samma byte (1 om inget anges)")
]
EraName = Annotated[
    str,
    typer.Option(
        "--varld",
        metavar="VÄRLD",
        show_default=False,
        help="nutid: publicerade testnummer, några tusen; framtid: hela filen 400 år framåt, miljoner; "
        "katalog: personkatalogens personer, och vad som händer dem",
    ),
]
Day = Annotated[
    str,
    typer.Option(
        "--dag", metavar="DAG", show_default=False, help=f"dagen som åldrar räknas på ({FIRST_HOSPITAL_DAY} annars)"
    ),
]
Formats = Annotated[
    str,
    typer.Option(
        "--format",
        metavar="FORMAT",
        show_default=False,
        help="csv, parquet, ndjson, fhir, med komma emellan (annars csv)",
    ),
]
Style = Annotated[
    str,
    typer.Option(
        "--namnstil", metavar="STIL", show_default=False, help="igenkannbar (Testlind; annars) eller realistisk"
    ),
]
Faults = Annotated[
    float,
    typer.Option(
        "--fel", metavar="ANDEL", show_default=False, help="lägg in fel med flit i andelen rader, t.ex. 0.01, med facit"
    ),
]
Workers = Annotated[
    int, typer.Option("-n", metavar="N", min=1, show_default=False, help="så många processer (annars en)")
]
Out = Annotated[
    Path | None,
    typer.Option("--ut", metavar="MAPP", show_default=False, help="mapp för filerna (reports/patienter annars)"),
]


def register(app: typer.Typer) -> None:
    app.command(
        "patienter",
        cls=SwedishCommand,
        help="Skriv syntetiska personer till filer. »patienter sok ORD« söker i personkatalogen, "
        "»patienter hamta« läser in Skatteverkets testnummer.",
        options_metavar="[FLAGGOR]",
    )(make_people)


def make_people(
    ctx: typer.Context,
    words: Words = None,
    seed: Seed = 1,
    era: EraName = "nutid",
    day: Day = FIRST_HOSPITAL_DAY,
    formats: Formats = "csv",
    style: Style = "igenkannbar",
    faults: Faults = 0.0,
    workers: Workers = 1,
    out: Out = None,
    page: Page = False,
    file: ListFile = None,
) -> int:
    """Skriv syntetiska personer till filer."""
    # Imported here: nobody who asks for help or runs a test waits for numpy and pyarrow.
    from harness.cli import population
    from testdata.people.namelists import NameStyle
    from testdata.people.personas.catalogue import personas
    from testdata.population.future import Wish
    from testdata.population.production import Era, Order

    given, console = list(words or ()), open_screen()
    _require_flags_of(ctx, given, page=page, era=era)
    if given == [_LOAD]:
        from harness.cli import testnummer

        return testnummer.load(console, file=file, url=testnummer.API)
    if page or given[:1] == [_SEARCH]:
        from harness.cli import persons

        return persons.write_page(ROOT / "docs", console) if page else persons.show(given[1:], console)
    if len(given) > 1 or (given and not given[0].isdecimal()):
        raise BadWords(f"»{' '.join(given)}« är inte ett antal. Skriv till exempel »patienter 500«.")
    order = Order(
        wish=Wish(seed=seed, reference=_day(day), style=NameStyle(_one_of(style, list(NameStyle), "--namnstil"))),
        era=Era(_one_of(era, list(Era), "--varld")),
        count=int(given[0]) if given else len(personas()) if era == Era.CATALOGUE else DEFAULT_COUNT,
        formats=tuple(dict.fromkeys(part.strip() for part in formats.split(",") if part.strip())),
        faults=faults,
    )
    return population.write(order, out or ROOT / "reports" / "patienter", workers, console)


_FLAGS = {
    "seed": "--fro", "era": "--varld", "day": "--dag", "formats": "--format", "style": "--namnstil",
    "faults": "--fel", "workers": "-n", "out": "--ut", "page": "--skriv", "file": "--fil",
}  # fmt: skip


def _require_flags_of(ctx: typer.Context, given: list[str], *, page: bool, era: str) -> None:
    """Every flag that was given has an effect; one that is ignored would look as if it had."""
    said = {name for name in _FLAGS if (source := ctx.get_parameter_source(name)) and source.name != "DEFAULT"}
    if given[:1] == [_LOAD]:
        what, allowed = "patienter hamta", {"file"}
    elif given[:1] == [_SEARCH]:
        what, allowed = "patienter sok", set()
    elif page:
        what, allowed = "patienter --skriv", {"page"}
        if given:
            raise BadWords("--skriv står ensam: »patienter --skriv«.")
    elif era == "katalog":
        what, allowed = "patienter --varld katalog", {"era", "day", "formats", "faults", "workers", "out"}
    else:
        what, allowed = "patienter ANTAL", set(_FLAGS) - {"page", "file"}
    if lost := sorted(_FLAGS[name] for name in said - allowed):
        raise BadWords(
            f"{', '.join(lost)} har ingen verkan med »{what}«. Ta bort {'den' if len(lost) == 1 else 'dem'}."
        )


def _one_of(word: str, known: list[str], flag: str) -> str:
    if word not in [str(one) for one in known]:
        raise BadWords(f"»{word}« går inte att välja med {flag}. Välj {' eller '.join(str(one) for one in known)}.")
    return word


def _day(text: str) -> date:
    from testdata.population.future import REFERENCE_YEARS

    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise BadWords(f"»{text}« är ingen dag. Skriv den som 2022-04-05.") from None
    if day.year not in REFERENCE_YEARS:
        raise BadWords(f"»{text}« går inte: välj en dag {REFERENCE_YEARS.start}–{REFERENCE_YEARS.stop - 1}.")
    return day
