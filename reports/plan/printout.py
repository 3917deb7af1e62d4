"""A deltestplan as a testledare reads of it at the end of a run, and when it may not begin."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final

from rich.console import Console

from reports.plan.gate import Judged, PlanVerdict

_COLOURS: Final = {"uppfyllt": "green", "inte uppfyllt": "red", "bedöms inte": "red", "bedöms av människa": "yellow"}
_HEADINGS: Final = {"start": "Startkriterier", "slut": "Slutkriterier"}


def print_plan(verdict: PlanVerdict, console: Console, *, today: date) -> None:
    """The plan's name and every criterion; and what would make them look better than they are."""
    console.print(f"\nPlan: {verdict.plan.name} ({verdict.plan.when})", style="bold", markup=False)
    if not verdict.plan.holds_on(today):
        console.print(f"  Körd {today}, utanför planens dagar ({verdict.plan.when}).", style="yellow", markup=False)
    for name in verdict.unclaimed:
        console.print(f"  Krav i planen utan scenario: {name}", style="yellow", markup=False)
    if verdict.narrowed:
        flags = ", ".join(verdict.narrowed)
        console.print(f"  Bara en del av planen kördes, begränsad med {flags}.", style="yellow", markup=False)
    for kind, heading in _HEADINGS.items():
        own = [each for each in verdict.judged if each.criterion.kind == kind]
        if own:
            console.print(f"  {heading}:", markup=False)
            print_judged(own, console)
    if not verdict.judgeable and not verdict.narrowed:
        console.print("  Allt kördes inte, så inget slutkriterium som mäts är uppfyllt.", style="red", markup=False)
    if verdict.says_no:
        unmet = any(each.met == "inte uppfyllt" for each in verdict.judged)
        why = "något kriterium är inte uppfyllt" if unmet else "kör planen utan flaggor, så bedöms slutkriterierna"
        console.print(f"  Grinden säger nej: {why}.", style="red", markup=False)


def print_judged(judged: Iterable[Judged], console: Console) -> None:
    for each in judged:
        console.print(f"    {each.line}", style=_COLOURS[each.met], markup=False)
