"""The summary as a testledare reads it at the end of a run."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from reports.account.account import Account
from reports.folder import OutputFolder
from reports.outcome import Outcome
from reports.row import FinishedRow, turn_word
from reports.summary import Summary, lacks_browser
from testdata.scenario import TEST_TYPES

_COLOURS = {
    Outcome.GODKAND: "green",
    Outcome.UNDERKAND: "red",
    Outcome.TRASIG: "magenta",
    Outcome.SPECIFIKATIONSFEL: "yellow",
    Outcome.VANTAD: "cyan",
}

_SHOWN_DIFFERENCES = 20


def print_summary(summary: Summary, console: Console, *, interrupted: bool = False) -> None:
    """Everything a reader needs first. *interrupted*: what never ran needs no row each, only its number."""
    _print_awaited(summary.awaited, console)
    for first, *same in _alike(summary.red):
        print_red(first, console)
        if same:
            console.print(f"  Samma fel i {len(same)} till:")
        for row in same:
            console.print(f"    {shown_run(row)}  {row.name}", markup=False)
    for gone in summary.gone:
        line = f"Fanns i förra körningen men finns inte längre: {gone.place}  {gone.name}"
        console.print(line, style="yellow", markup=False)
    if not summary.rows and summary.account.collected and not interrupted:
        console.print("Inget scenario stämmer med det som valdes: krav, taggar, område, testtyp och kanal tillsammans.")
        console.print("Utan kanaltagg körs ett scenario bara i api; --kanal webb tar dem som har @kanal:webb.")
        console.print(escape(account_line(summary.account)))
        _print_unasked(summary.account, console)
        return
    if not summary.rows:
        console.print("Inget scenario kördes.")
    console.print(_outcome_table(summary))
    console.print(_test_type_table(summary))
    console.print(escape(account_line(summary.account)))
    if interrupted:
        account = summary.account
        console.print(f"Du avbröt: {account.run} av {account.planned} scenarier hann köras.", style="red")
    else:
        _print_unexplained(summary.account, console)
        _print_unasked(summary.account, console)
    console.print(trust_line(summary))
    if summary.rows and summary.proves_nothing:
        console.print(
            f"Ingenting är bevisat: {_in_words(summary.outcomes)}, och inget blev grönt eller rött.", style="red"
        )
    for case in summary.unstable:
        outcomes = ", ".join(outcome.shown for outcome in case.outcomes)
        line = f"Ostadigt: {case.place} ({case.channel})  {case.name}: {outcomes}"
        console.print(line, style="yellow", markup=False)
    if lacks_browser(summary):
        console.print("Scenarierna i kanalen webb kördes inte: webbläsare saknas.")
        console.print("Installera Chromium, Chrome eller Edge, eller välj --kanal api om det är meningen.")


def print_reports(folder: OutputFolder, test_types: Iterable[str], console: Console) -> None:
    """Where the reports lie: the joint one, and then one line for each of *test_types*. A path is never broken."""
    console.print(f"Rapport: {folder.page()}", markup=False, soft_wrap=True)
    for test_type in test_types:
        console.print(f"  {TEST_TYPES[test_type]}: {folder.page(test_type)}", markup=False, soft_wrap=True)


def shown_run(row: FinishedRow) -> str:
    """``features/x.feature:12 (api)``, and which time it was after the first."""
    return f"{row.place} ({row.channel}{turn_word(row.repetition, ', ')})"


def print_red(row: FinishedRow, console: Console) -> None:
    """One red scenario with its six parts."""
    console.print()
    head = f"{row.outcome.shown.upper()}  {shown_run(row)}  {row.name}"
    console.print(escape(head), style=f"bold {_COLOURS.get(row.outcome, '')}")
    if row.fault is not None:
        console.print(row.fault.text, markup=False, highlight=False)


def _print_awaited(rows: Sequence[FinishedRow], console: Console) -> None:
    """Known reds, each with what it deviates in: they turn nothing red, and must not be forgotten."""
    if not rows:
        return
    days = ", ".join(sorted({str(row.until) for row in rows}))
    word = "väntad röd" if len(rows) == 1 else "väntade röda"
    console.print(f"\n{len(rows)} {word}, sista dag {days}:", style="cyan")
    for row in rows:
        sentence = row.fault.parts["Fel"] if row.fault else ""
        console.print(f"  {row.until}  {shown_run(row)}  {row.name}: {sentence}", markup=False)


def _print_unexplained(account: Account, console: Console) -> None:
    unexplained = [difference for difference in account.differences if not difference.is_explained]
    for difference in unexplained[:_SHOWN_DIFFERENCES]:
        where = " ".join(part for part in (difference.place, difference.channel) if part)
        where += turn_word(difference.repetition)
        console.print(f"  {where}, vid {difference.stage}: {difference.reason}", style="red", markup=False)
    if len(unexplained) > _SHOWN_DIFFERENCES:
        rest = len(unexplained) - _SHOWN_DIFFERENCES
        console.print(f"  … och {rest} till. Alla står i sammanfattning.json.", style="red", markup=False)


def _print_unasked(account: Account, console: Console) -> None:
    """What has a reason that no flag of ``testa`` gave: nobody may believe that it was run."""
    reasons = Counter(d.reason for d in account.differences if d.is_explained and d.was_unasked)
    for reason, number in reasons.items():
        console.print(f"{number} {'scenario' if number == 1 else 'scenarier'}: {reason}.", style="red", markup=False)


def _alike(rows: Iterable[FinishedRow]) -> list[list[FinishedRow]]:
    """Rows that say the same together: a system that is down says so once for each scenario.

    Avvikelser and specifikationsfel are each somebody's to mend, and stand alone; but one that is the same
    in both channels is one, and told of the first of them.
    """
    groups: dict[object, list[FinishedRow]] = {}
    for row in sorted(rows, key=lambda row: row.channel):
        key: object = (row.place, row.fault.text if row.fault else row.run)
        if row.outcome is Outcome.TRASIG and row.fault is not None:
            key = (row.fault.kind, row.fault.parts["Fel"], row.fault.parts["Faktiskt"])
        groups.setdefault(key, []).append(row)
    return list(groups.values())


def account_line(account: Account) -> str:
    """``Kontot stämmer: 58 skrivna = 58 kompilerade → 58 planerade, …`` or where it does not."""
    counts = (
        f"{account.written} skrivna {'=' if account.written == account.compiled else '≠'} "
        f"{account.compiled} kompilerade → {account.planned} planerade, {account.collected} insamlade, "
        f"{account.run} körda, {account.reported} rapporterade"
    )
    explained = sum(1 for d in account.differences if d.is_explained and not d.was_run)
    notes = f" ({explained} kördes inte, med känd orsak)" if explained else ""
    return f"Kontot {'stämmer' if account.balanced else 'stämmer INTE'}: {counts}{notes}."


def account_word(account: Account) -> str:
    """The account in so few words that a report shows them whole."""
    return f"stämmer, {account.run} körda" if account.balanced else "stämmer INTE"


def account_in_short(account: Account) -> str:
    """The account on the page of a test type: no number, as that would not be the page's own."""
    return "hela körningens stämmer" if account.balanced else "hela körningens stämmer INTE"


def assumption_word(summary: Summary) -> str:
    return f"{summary.classes['D']} av {len(summary.green)} gröna"


def trust_line(summary: Summary) -> str:
    """How much of the green rests on assumptions (D7)."""
    green, assumed = len(summary.green), summary.classes["D"]
    word = "grön" if green == 1 else "gröna"
    return f"{green} {word}, varav {assumed} vilar på antaganden (klass D)."


def _in_words(outcomes: Mapping[str, int]) -> str:
    """``3 ej byggd, 1 väntad``: what there is of each that was meant to be run."""
    return ", ".join(
        f"{number} {Outcome(name).shown}" for name, number in outcomes.items() if number and name != Outcome.BORTVALD
    )


def _outcome_table(summary: Summary) -> Table:
    table = Table(title="Utfall", title_justify="left", show_header=False)
    for name, number in summary.outcomes.items():
        if number or name == Outcome.GODKAND:
            outcome = Outcome(name)
            table.add_row(outcome.shown, str(number), style=_COLOURS.get(outcome, ""))
    return table


def _test_type_table(summary: Summary) -> Table:
    table = Table(title="Per testtyp", title_justify="left")
    table.add_column("Testtyp")
    for heading in ("godkända", "röda", "övriga"):
        table.add_column(heading, justify="right")
    for name, outcomes in summary.by_test_type.items():
        red = sum(number for outcome, number in outcomes.items() if Outcome(outcome).is_red)
        green = outcomes.get(Outcome.GODKAND, 0)
        rest = sum(outcomes.values()) - red - green
        table.add_row(TEST_TYPES.get(name, name), str(green), str(red), str(rest))
    return table
