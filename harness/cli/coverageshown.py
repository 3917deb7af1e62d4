"""The coverage of the krav as a testledare and a program read it."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Any

from rich.console import Console

from harness.cli.coverage import UNTESTED, Claim, Coverage
from testdata.scenario import TEST_TYPES

_GREEN = "godkänd"
_PALE = (UNTESTED, "ej kört", "delvis kört", "ej körbar", "ej byggd", "väntad")


def show(covered: Sequence[Coverage], console: Console) -> None:
    """Each krav with its scenarios by Regel, and how many there are of each verdict."""
    for area, group in groupby(covered, key=lambda each: each.krav.area):
        console.print(f"\n{area}", style="bold", markup=False)
        for each in group:
            _show_one(each, console)
    console.print(f"\n{counted(covered)}", markup=False)


def counted(covered: Sequence[Coverage]) -> str:
    """How many krav there are, and what became of them: in one sentence."""
    verdicts = Counter(each.verdict for each in covered)
    untested = [each for each in covered if each.verdict == UNTESTED]
    waiting = sum(1 for each in untested if each.krav.untested)
    tested = len(covered) - len(untested)
    told = ", ".join(f"{number} {verdict}" for verdict, number in verdicts.most_common() if verdict != UNTESTED)
    return (
        f"{len(covered)} krav: {tested} har scenarier{f' ({told})' if told else ''}, {len(untested)} otestade, "
        f"varav {waiting} säger vad de väntar på."
    )


def waits(each: Coverage) -> str:
    """Why a krav is not tested, as it is told; empty when nothing is said."""
    reason = each.krav.untested
    return f"Ej testat, därför att ({reason.waits_for}): {reason.why}" if reason else ""


def by_rule(claims: Iterable[Claim]) -> list[tuple[str, list[Claim]]]:
    """The scenarios under the Regel that they stand under, in the order of the texts."""
    found: dict[tuple[str, str], list[Claim]] = {}
    for claim in claims:
        found.setdefault((claim.path, claim.rule), []).append(claim)
    return [(rule, same) for (_, rule), same in found.items()]


def scenario_line(claim: Claim) -> str:
    """Its name, with how many examples it has and in which channels it is run."""
    examples = f", {claim.rows} exempel" if claim.rows > 1 else ""
    person = "" if claim.by_robot else ", körs inte av robot"
    return f"{claim.name} ({' och '.join(claim.channels)}{examples}{person})"


def as_json(covered: Iterable[Coverage]) -> str:
    return json.dumps([_document(each) for each in covered], ensure_ascii=False, indent=2)


def _show_one(each: Coverage, console: Console) -> None:
    entry = each.krav
    style = "green" if each.green else "" if each.verdict in _PALE else "red"
    measured = f", vilar på klass {each.measured}" if each.measured else ""
    console.print(f"\n{entry.id}  {each.verdict}  (klass {entry.trust}{measured})", style=style, markup=False)
    console.print(f"  {entry.text}", markup=False)
    parameters = f" Parameter: {', '.join(entry.parameters)}." if entry.parameters else ""
    console.print(f"  {TEST_TYPES[entry.test_type]}. Källa: {entry.source}.{parameters}", markup=False)
    if entry.changed:
        console.print(f"  {entry.changed}", markup=False)
    if reason := waits(each):
        console.print(f"  {reason}", markup=False)
    for rule, claims in by_rule(each.claims):
        console.print(f"  Regel: {rule}" if rule else "  Utan Regel", markup=False)
        for claim in claims:
            console.print(f"    {claim.place}  {claim.id}  {scenario_line(claim)}: {claim.verdict}", markup=False)


def _document(each: Coverage) -> dict[str, Any]:
    entry = each.krav
    return {
        "id": entry.id,
        "text": entry.text,
        "omrade": entry.area,
        "testtyp": entry.test_type,
        "kalla": entry.source,
        "klass": entry.trust,
        "matt_klass": each.measured,
        "parameter": list(entry.parameters),
        "andrat": entry.changed or None,
        "ej_testat": {"vantar_pa": str(entry.untested.waits_for), "orsak": entry.untested.why}
        if entry.untested
        else None,
        "utfall": each.verdict,
        "scenarier": [
            {
                "regel": claim.rule or None,
                "id": claim.id or None,
                "namn": claim.name,
                "plats": claim.place,
                "kanaler": list(claim.channels),
                "exempel": claim.rows,
                "robot": claim.by_robot,
                "utfall": claim.verdict,
                "klass": claim.weakest,
            }
            for claim in each.claims
        ],
    }
