"""Every krav of step 1 can go red: by a planted defect in a system, or by a wrong date in the plan."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

import pytest

from fixtures.api import ApiDrivers
from fixtures.environment import Simulator
from harness.defects.catalogue import list_defects
from harness.defects.defect import Defect
from steps.pickles import Pickle
from testdata.organisation.landscape import Landscape, build_landscape
from testdata.organisation.plan import rows_in_force
from tests.features.relay import all_pickles, first_state, krav_of, run_with

PICKLES = all_pickles()
DEFECTS = [defect for defect in list_defects() if not defect.on_pages_only]
ON_PAGES = [defect for defect in list_defects() if defect.on_pages_only]


def run(
    simulator: Simulator, name: str, pickle: Pickle, defects: list[str], frozen: Landscape | None = None
) -> tuple[str, frozenset[str]]:
    """The verdict of one scenario in a world of its own, and the policies and parameters that the world leaned on."""
    drivers = ApiDrivers(simulator.url, f"{name}-{pickle.scenario_id}", frozen)
    state = first_state(pickle, defects)
    _, verdict = run_with(drivers, pickle, range(len(pickle.steps)), state)
    leaned_on = drivers.control.close_world().leaned_on if drivers.control.created else {}
    return verdict, frozenset(leaned_on)


def verdicts(
    simulator: Simulator, name: str, defects: list[str], pickles: Sequence[Pickle], frozen: Landscape | None = None
) -> dict[str, tuple[Pickle, str]]:
    """Those of *pickles* that did not pass, with what they said."""
    ran = ((pickle, run(simulator, name, pickle, defects, frozen)[0]) for pickle in pickles)
    return {pickle.place: (pickle, verdict) for pickle, verdict in ran if verdict}


@pytest.fixture(scope="module")
def leaning(simulator: Simulator) -> Mapping[str, Sequence[Pickle]]:
    """The scenarios that lean on each policy when nothing is wrong.

    A world asks a policy by name and notes that it did. A scenario whose world never asked cannot notice that the
    policy has been replaced: nothing in it is different. So a defect is tried on those that asked, and on no other.
    """
    found: dict[str, list[Pickle]] = {}
    for pickle in PICKLES:
        verdict, leaned_on = run(simulator, "hel", pickle, [])
        assert verdict == "", pickle.place
        for ground in leaned_on:
            found.setdefault(ground, []).append(pickle)
    return found


@pytest.mark.parametrize("defect", DEFECTS, ids=lambda d: d.id)
def test_a_defect_reddens_each_krav_it_breaks_and_no_scenario_that_claims_only_others(
    simulator: Simulator, leaning: Mapping[str, Sequence[Pickle]], defect: Defect
) -> None:
    red = verdicts(simulator, defect.id, [defect.id], leaning.get(defect.policy, ()))

    killed = {k for pickle, verdict in red.values() if verdict.startswith("Avvikelse i then") for k in krav_of(pickle)}
    innocent = {place: verdict for place, (pickle, verdict) in red.items() if not krav_of(pickle) & set(defect.krav)}
    assert set(defect.krav) <= killed
    assert innocent == {}


@pytest.mark.parametrize("defect", ON_PAGES, ids=lambda d: d.id)
def test_what_is_wrong_on_a_page_alone_reddens_nothing_over_the_api(
    leaning: Mapping[str, Sequence[Pickle]], defect: Defect
) -> None:
    assert defect.policy not in leaning


@pytest.mark.parametrize("defect", DEFECTS[::20], ids=lambda d: d.id)
def test_those_that_do_not_lean_on_a_policy_do_not_notice_that_it_is_replaced(
    simulator: Simulator, leaning: Mapping[str, Sequence[Pickle]], defect: Defect
) -> None:
    """What the pruning above rests on, tried on every twentieth defect."""
    others = [pickle for pickle in PICKLES if pickle not in leaning.get(defect.policy, ())]

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
