"""The assumptions as a testledare and a program read them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from rich.console import Console

from harness.cli.assumptions import Assumption
from harness.cli.rulebook import told
from reports.row import FinishedRow

_SHOWN = 8


def show(found: Sequence[Assumption], console: Console, when: str, *, measured: bool, as_document: bool) -> None:
    """Each with who decides it, and the scenarios that leaned on it in the last run.

    *when* says when that was; *measured* is False when there is none.
    """
    if as_document:
        documents = [document(each, measured=measured) for each in found]
        console.print(json.dumps(documents, ensure_ascii=False, indent=2), markup=False)
        return
    for each in found:
        show_one(each, console)
        _show_leaning(each, console, measured=measured)
    leaning = {row.place for each in found for row in each.leaning}
    rests = f" {scenarios(len(leaning)).capitalize()} vilar på det." if measured else ""
    console.print(
        f"\n{counted(len(found))}.{rests} {when}\n"
        "Regler av klass D som inte har något alternativ visar provtryck regler --klass D.",
        markup=False,
    )


def show_one(each: Assumption, console: Console) -> None:
    """What is assumed, what else it could be, and whose decision it is."""
    parameter = each.parameter
    other = ", ".join(map(told, parameter.alternatives))
    console.print(f"\n{parameter.id}", style="bold", markup=False)
    console.print(f"  {parameter.why}", markup=False)
    console.print(f"  Värde: {told(parameter.default)}; alternativ: {other or 'inga angivna'}", markup=False)
    console.print(f"  Bör beslutas av: {parameter.decided_by}", markup=False)
    console.print(f"  Källa: {parameter.source}", markup=False)
    console.print(f"  Krav: {', '.join(each.krav)}", markup=False)


def document(each: Assumption, *, measured: bool = True) -> dict[str, Any]:
    """What a program reads. What leans on it is null where no run has measured it."""
    parameter = each.parameter
    return {
        "id": parameter.id,
        "varde": parameter.default,
        "alternativ": list(parameter.alternatives),
        "varfor": parameter.why,
        "beslutas_av": parameter.decided_by,
        "kalla": parameter.source,
        "krav": list(each.krav),
        "i_landskapet": parameter.in_landscape,
        "vilar_pa": [_case(row) for row in each.leaning] if measured else None,
        "anger_sjalv": [_case(row) for row in each.stating] if measured else None,
    }


def _show_leaning(each: Assumption, console: Console, *, measured: bool) -> None:
    if not each.parameter.in_landscape:
        console.print("  Ingen byggd regel läser den än.", markup=False)
        return
    if not measured:
        console.print("  Vilar på den: inte mätt än", markup=False)
        return
    rows = list({row.place: row for row in each.leaning}.values())
    console.print(f"  Vilar på den: {scenarios(len(rows))}", markup=False)
    for row in rows[:_SHOWN]:
        console.print(f"    {row.place}  {row.name}: {row.outcome.shown}", markup=False)
    if len(rows) > _SHOWN:
        console.print(f"    … och {len(rows) - _SHOWN} till (--json visar alla)", markup=False)
    if stating := len({row.place for row in each.stating}):
        console.print(f"  Anger själva ett värde: {scenarios(stating)}", markup=False)


def counted(number: int) -> str:
    return "Ett antagande" if number == 1 else f"{number} antaganden"


def scenarios(number: int) -> str:
    """How many scenarios. A row of a Scenariomall is one: it has a world of its own."""
    return "ett scenario" if number == 1 else f"{number} scenarier"


def _case(row: FinishedRow) -> dict[str, str]:
    return {"plats": row.place, "kanal": row.channel, "namn": row.name, "utfall": row.outcome.value}
