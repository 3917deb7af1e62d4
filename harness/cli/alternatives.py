"""Which verdicts turn when an assumption is another, and how that is told."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from rich.console import Console

from harness.cli.assumptions import Assumption
from harness.cli.assumptionshown import counted, document, scenarios, show_one
from harness.cli.rulebook import told
from reports.row import FinishedRow

_LOST = "kördes inte"


@dataclass(frozen=True, slots=True, kw_only=True)
class Turned:
    """A scenario that ended otherwise under an alternative. ``why`` is what the fault says, where there is one."""

    row: FinishedRow
    after: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Alternative:
    """One other value of a parameter, and the verdicts that turn with it among ``tried`` scenarios."""

    value: Any
    tried: int
    turned: tuple[Turned, ...]


def compare(value: Any, before: Sequence[FinishedRow], after: Iterable[FinishedRow]) -> Alternative:
    """Which of *before* ended otherwise in *after*. One that is not there has turned too: it was not run."""
    ended = {(row.scenario_id, row.channel): row for row in after}
    turned = []
    for row in before:
        other = ended.get((row.scenario_id, row.channel))
        if other is None or other.outcome is not row.outcome:
            why = next(iter(other.fault.parts.values())) if other and other.fault else ""
            turned.append(Turned(row=row, after=other.outcome.shown if other else _LOST, why=why))
    return Alternative(value=value, tried=len(before), turned=tuple(turned))


def show(found: Sequence[tuple[Assumption, tuple[Alternative, ...]]], console: Console, *, as_document: bool) -> None:
    """Each assumption with what turned under each alternative, or why none was tried."""
    if as_document:
        told_all = [{**document(each), "vander": [_document(a) for a in others]} for each, others in found]
        console.print(json.dumps(told_all, ensure_ascii=False, indent=2), markup=False)
        return
    for each, others in found:
        show_one(each, console)
        if not others:
            console.print(f"  {_why_not(each)}", markup=False)
        for other in others:
            console.print(f"  Med {told(other.value)}: {len(other.turned)} av {other.tried} vänder", markup=False)
            for one in other.turned:
                console.print(
                    f"    {one.row.place}  {one.row.name}: {one.row.outcome.shown} → {one.after}", markup=False
                )
                if one.why:
                    console.print(f"      {one.why}", markup=False)
    turned = [one.row for _, others in found for other in others for one in other.turned]
    tried = sum(1 for _, others in found if others)
    console.print(
        f"\n{counted(len(found))}, varav {tried} prövades. Scenarier som vänder: {len({row.place for row in turned})}.",
        markup=False,
    )
    if krav := sorted({name for row in turned for name in row.krav}):
        console.print(f"Krav med utfall som vänder: {', '.join(krav)}.", markup=False)


def _why_not(each: Assumption) -> str:
    if not each.parameter.in_landscape:
        return "Inte prövat: ingen byggd regel läser den än."
    if not each.leaning:
        return "Inte prövat: inget scenario vilar på värdet."
    return f"Inte prövat: inget alternativ är angivet. {scenarios(len(each.leaning)).capitalize()} vilar på värdet."


def _document(other: Alternative) -> dict[str, Any]:
    return {
        "alternativ": other.value,
        "provade": other.tried,
        "vander": [
            {
                "plats": one.row.place,
                "namn": one.row.name,
                "fore": one.row.outcome.shown,
                "efter": one.after,
                "fel": one.why,
            }
            for one in other.turned
        ],
    }
