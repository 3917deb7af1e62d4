"""Every krav of step 1 can go red: by a planted defect in a system, or by a wrong date in the plan."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from fixtures.api import ApiDrivers
from fixtures.environment import Simulator
from harness.cli.campaign import Campaign, robot_pickles, run_campaign
from harness.cli.verdicts import innocent, survivors
from harness.defects.catalogue import list_defects
from harness.defects.defect import Defect
from steps.pickles import Pickle
from testdata.organisation.landscape import Landscape, build_landscape
from testdata.organisation.plan import rows_in_force
from tests.features.relay import ROOT, first_state, krav_of, run_with

PICKLES = robot_pickles(ROOT)
DEFECTS = [defect for defect in list_defects() if not defect.on_pages_only]
ON_PAGES = [defect for defect in list_defects() if defect.on_pages_only]


def run(simulator: Simulator, name: str, pickle: Pickle, defects: list[str], frozen: Landscape | None = None) -> str:
    """The verdict of one scenario in a world of its own."""
    drivers = ApiDrivers(simulator.url, f"{name}-{pickle.scenario_id}", frozen)
    _, verdict = run_with(drivers, pickle, range(len(pickle.steps)), first_state(pickle, defects))
    if drivers.control.created:
        drivers.control.close_world()
    return verdict


def verdicts(
    simulator: Simulator, name: str, defects: list[str], pickles: Sequence[Pickle], frozen: Landscape | None = None
) -> dict[str, tuple[Pickle, str]]:
    """Those of *pickles* that did not pass, with what they said."""
    ran = ((pickle, run(simulator, name, pickle, defects, frozen)) for pickle in pickles)
    return {pickle.place: (pickle, verdict) for pickle, verdict in ran if verdict}


@pytest.fixture(scope="module")
def campaign() -> Campaign:
    """Every defect on every scenario whose world leans on its policy: ``provtryck defekter --alla``."""
    made = run_campaign(PICKLES, DEFECTS, everywhere=True, workers=2, advance=lambda _told: None)
    assert made.red_before == {}
    return made


@pytest.mark.parametrize("defect", DEFECTS, ids=lambda d: d.id)
def test_a_defect_reddens_each_krav_it_breaks_and_no_scenario_that_claims_only_others(
    campaign: Campaign, defect: Defect
) -> None:
    [trial] = [one for one in campaign.trials if one.defect == defect]
    only = replace(campaign, trials=[trial])

    assert survivors(only) == []
    assert [[PICKLES[index].place for index in red] for _, red in innocent(only)] == []


@pytest.mark.parametrize("defect", ON_PAGES, ids=lambda d: d.id)
def test_what_is_wrong_on_a_page_alone_reddens_nothing_over_the_api(campaign: Campaign, defect: Defect) -> None:
    assert all(defect.policy not in leaned_on for leaned_on in campaign.leaned_on)


@pytest.mark.parametrize("defect", DEFECTS[::20], ids=lambda d: d.id)
def test_those_that_do_not_lean_on_a_policy_do_not_notice_that_it_is_replaced(
    simulator: Simulator, campaign: Campaign, defect: Defect
) -> None:
    """What the campaign's pruning rests on, tried on every twentieth defect."""
    others = [
        pickle for pickle, leaned_on in zip(PICKLES, campaign.leaned_on, strict=True) if defect.policy not in leaned_on
    ]

    assert verdicts(simulator, f"annan-{defect.id}", [defect.id], others) == {}


def test_a_wrong_date_in_the_plan_reddens_what_leans_on_it_and_nothing_else(simulator: Simulator) -> None:
    """Sahlgrenska one week late."""
    rows = [
        replace(row, day=date(2023, 4, 25)) if row.what == "sjukhus:SU" and row.omrade == "västra" else row
        for row in rows_in_force()
    ]
    wrong = build_landscape(rows)
    simulator.load(wrong)

    red = verdicts(simulator, "fel-datum", [], PICKLES, wrong)

    assert {k for pickle, _ in red.values() for k in krav_of(pickle)} == {"AK-SYS-03", "AK-SYS-06", "AK-SYS-08"}
    assert all(verdict.startswith("Avvikelse i then") for _, verdict in red.values())


def test_every_krav_of_the_features_is_broken_by_some_defect() -> None:
    claimed = {krav for pickle in PICKLES for krav in krav_of(pickle)}

    assert claimed - {krav for defect in DEFECTS for krav in defect.krav} == set()
