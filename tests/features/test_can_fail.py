"""Every krav of step 1 can go red: by a planted defect in a system, or by a wrong date in the plan."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from fixtures.environment import Simulator
from harness.defects.catalogue import list_defects
from harness.defects.defect import Defect
from steps.pickles import Pickle
from testdata.organisation.landscape import Landscape, build_landscape
from testdata.organisation.plan import rows_in_force
from tests.features.relay import all_pickles, first_state, krav_of, run_here

PICKLES = all_pickles()
DEFECTS = [defect for defect in list_defects() if not defect.on_pages_only]
ON_PAGES = [defect for defect in list_defects() if defect.on_pages_only]


def verdicts(
    simulator: Simulator, name: str, defects: list[str], frozen: Landscape | None = None
) -> dict[str, tuple[Pickle, str]]:
    """The scenarios that did not pass, with what they said."""
    red = {}
    for pickle in PICKLES:
        world = f"{name}-{pickle.scenario_id}"
        state = first_state(pickle, defects)
        _, verdict = run_here(simulator.url, world, pickle, range(len(pickle.steps)), state, frozen)
        if verdict:
            red[pickle.place] = (pickle, verdict)
    return red


@pytest.mark.parametrize("defect", DEFECTS, ids=lambda d: d.id)
def test_a_defect_reddens_each_krav_it_breaks_and_no_scenario_that_claims_only_others(
    simulator: Simulator, defect: Defect
) -> None:
    red = verdicts(simulator, defect.id, [defect.id])

    killed = {k for pickle, verdict in red.values() if verdict.startswith("Avvikelse i then") for k in krav_of(pickle)}
    innocent = {place: verdict for place, (pickle, verdict) in red.items() if not krav_of(pickle) & set(defect.krav)}
    assert set(defect.krav) <= killed
    assert innocent == {}


@pytest.mark.parametrize("defect", ON_PAGES, ids=lambda d: d.id)
def test_what_is_wrong_on_a_page_alone_reddens_nothing_over_the_api(simulator: Simulator, defect: Defect) -> None:
    assert verdicts(simulator, defect.id, [defect.id]) == {}


def test_a_wrong_date_in_the_plan_reddens_what_leans_on_it_and_nothing_else(simulator: Simulator) -> None:
    """Sahlgrenska one week late."""
    rows = [
        replace(row, day=date(2023, 4, 25)) if row.what == "sjukhus:SU" and row.omrade == "västra" else row
        for row in rows_in_force()
    ]
    wrong = build_landscape(rows)
    simulator.load(wrong)

    red = verdicts(simulator, "fel-datum", [], wrong)

    assert {k for pickle, _ in red.values() for k in krav_of(pickle)} == {"AK-SYS-03", "AK-SYS-06", "AK-SYS-08"}
    assert all(verdict.startswith("Avvikelse i then") for _, verdict in red.values())


def test_every_krav_of_the_features_is_broken_by_some_defect() -> None:
    claimed = {krav for pickle in PICKLES for krav in krav_of(pickle)}

    assert claimed - {krav for defect in DEFECTS for krav in defect.krav} == set()
