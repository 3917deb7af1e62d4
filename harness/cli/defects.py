"""Choosing defects, running the campaign, and telling what came of it."""

from __future__ import annotations

import time
from collections.abc import Sequence
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

from rich.console import Console

from harness.cli import matrix
from harness.cli.campaign import Campaign, choose_workers, robot_pickles, run_campaign
from harness.cli.root import ROOT
from harness.cli.swedish import BadWords
from harness.cli.verdicts import innocent, powerless, survivors
from harness.defects.catalogue import list_defects
from harness.defects.defect import Defect
from reports.summary import DEVIATION, GREEN, UNBALANCED
from testdata.krav.register import all_krav
from testdata.spelling import nearest

_SHOWN = 40


def try_all(words: Sequence[str], console: Console, *, everywhere: bool, output: Path) -> int:
    """Exit code 0 when every defect is caught and every scenario catches one, 1 when not, 4 when nobody knows."""
    chosen, on_pages = _choose(words)
    began = time.monotonic()
    try:
        campaign = run_campaign(
            robot_pickles(ROOT),
            chosen,
            everywhere=everywhere,
            workers=choose_workers(),
            advance=lambda told: console.print(told, markup=False),
        )
    except BrokenProcessPool:
        console.print(
            "En av processerna dog eller kom aldrig igång, så ingenting är sagt om någon defekt. Kör igen.",
            style="bold",
        )
        return UNBALANCED
    if campaign.red_before:
        _tell_red_before(campaign, console)
        return UNBALANCED
    code = _tell(campaign, console, whole=not words)
    if on_pages:
        console.print(
            f"{len(on_pages)} defekter finns bara på sidorna och prövas av »provtryck sjalvtest«.", markup=False
        )
    page = matrix.write(campaign, output)
    console.print(f"Tid: {time.monotonic() - began:.0f} s. Matris: {page}", markup=False)
    return code


def _choose(words: Sequence[str]) -> tuple[list[Defect], list[Defect]]:
    """Those that were named, or all; and those among them that no API shows.

    Raises:
        BadWords: no defect and no krav has that name.
    """
    everything = list_defects()
    known = {defect.id for defect in everything} | set(all_krav())
    for word in words:
        if word not in known:
            hits = " eller ".join(nearest(word, sorted(known))) or "något annat"
            raise BadWords(f"Ingen defekt och inget krav heter »{word}«. Menade du {hits}?")
    chosen = [one for one in everything if not words or one.id in words or set(one.krav) & set(words)]
    if not chosen:
        raise BadWords(f"Ingen defekt bryter {', '.join(words)}: kravet är obevisat.")
    return [one for one in chosen if not one.on_pages_only], [one for one in chosen if one.on_pages_only]


def _tell_red_before(campaign: Campaign, console: Console) -> None:
    console.print("Dessa scenarier är röda utan någon defekt, så ingen defekt har prövats:", style="bold")
    for index, stopped in campaign.red_before.items():
        pickle = campaign.pickles[index]
        console.print(f"  {pickle.place}: {pickle.name}\n    {stopped}", markup=False)
    console.print("Nästa steg: kör »provtryck testa --kanal api« och rätta dem.", markup=False)


def _tell(campaign: Campaign, console: Console, *, whole: bool) -> int:
    alive, strangers = survivors(campaign), innocent(campaign)
    krav = frozenset(krav for trial in campaign.trials for krav in trial.defect.krav)
    weak = powerless(campaign, krav) if whole else []
    for one in alive:
        console.print(f"\nÖVERLEVER  {one.defect.id} ({', '.join(one.krav)})", style="bold", markup=False)
        console.print(f"  {one.defect.description}", markup=False)
        for fell in dict.fromkeys(one.fell):
            console.print(f"  Föll på något annat: {fell}", markup=False)
        console.print("  Nästa steg: skriv ett Så som märker det i ett scenario med kravet.", markup=False)
    for defect, red in strangers:
        places = ", ".join(campaign.pickles[index].place for index in red)
        console.print(f"\nFÄLLER ANDRA  {defect.id}: {places}", style="bold", markup=False)
        console.print("  Nästa steg: märk scenariot med kravet, eller defekten med scenariots.", markup=False)
    if weak:
        console.print(f"\nKRAFTLÖSA: {len(weak)} scenarier som ingen defekt gör röda", style="bold", markup=False)
    for scenario in weak[:_SHOWN]:
        console.print(f"  {scenario.place}: {scenario.name} ({', '.join(scenario.krav)})", markup=False)
    if len(weak) > _SHOWN:
        console.print(f"  … och {len(weak) - _SHOWN} till, i matrisen.", markup=False)
    tried = sum(len(trial.tried) for trial in campaign.trials)
    caught = len(campaign.trials) - len(alive)
    console.print(
        f"\n{len(campaign.trials)} defekter i {tried} körningar: {caught} fångade, {len(alive)} överlever"
        + (f", {len(weak)} kraftlösa scenarier." if whole else "."),
        markup=False,
    )
    return DEVIATION if alive or weak or strangers else GREEN
