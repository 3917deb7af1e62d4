"""What a campaign amounts to: survivors, and scenarios that nothing turns red. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from harness.cli.campaign import Campaign, Trial
from harness.defects.defect import Defect


@dataclass(frozen=True, slots=True, kw_only=True)
class Survivor:
    """A defect that some ``krav`` did not catch. ``fell`` is how scenarios ended that only fell over."""

    defect: Defect
    krav: tuple[str, ...]
    fell: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Powerless:
    """A scenario that no defect of its krav turned red. ``place`` is its file and line."""

    place: str
    name: str
    krav: tuple[str, ...]


def survivors(campaign: Campaign) -> list[Survivor]:
    """Every krav of a defect must catch it, by an avvikelse in a Så of a scenario that claims the krav."""
    found = []
    for trial in campaign.trials:
        caught_by = {krav for index in trial.caught() for krav in campaign.pickles[index].krav}
        missing = tuple(krav for krav in trial.defect.krav if krav not in caught_by)
        if missing:
            found.append(Survivor(defect=trial.defect, krav=missing, fell=_fallen(trial)))
    return found


def powerless(campaign: Campaign, krav: frozenset[str]) -> list[Powerless]:
    """Of the scenarios that claim one of *krav*, those that no defect turned red."""
    turned = {index for trial in campaign.trials for index in trial.caught()}
    return [
        Powerless(place=pickle.place, name=pickle.name, krav=tuple(sorted(pickle.krav)))
        for index, pickle in enumerate(campaign.pickles)
        if index not in turned and pickle.krav & krav
    ]


def innocent(campaign: Campaign) -> Sequence[tuple[Defect, Sequence[int]]]:
    """Defects that turned scenarios red that claim none of their krav: the defect, or a scenario, claims too little."""
    found = []
    for trial in campaign.trials:
        red = [
            index
            for index, stopped in trial.tried.items()
            if stopped is not None and not campaign.pickles[index].krav & set(trial.defect.krav)
        ]
        if red:
            found.append((trial.defect, red))
    return found


def _fallen(trial: Trial) -> tuple[str, ...]:
    caught = set(trial.caught())
    return tuple(str(one) for index, one in trial.tried.items() if one is not None and index not in caught)
