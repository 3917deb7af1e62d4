"""The channel webb says the same as the channel api, by its own way, and notices what only a page has wrong."""

from __future__ import annotations

import json
import urllib.request

import pytest

from fixtures.environment import Simulator
from fixtures.transport.browser import Browser
from harness.defects.catalogue import list_defects
from harness.defects.defect import Defect
from steps.pickles import Pickle
from testdata.krav.register import all_krav
from tests.features.relay import all_pickles, first_state, krav_of, run_here, run_on_pages

PICKLES = [pickle for pickle in all_pickles() if "webb" in pickle.channels]
IN_SYSTEMS = [defect for defect in list_defects() if not defect.on_pages_only]
ON_PAGES = [defect for defect in list_defects() if defect.on_pages_only]

# What a scenario takes for granted may be arranged over the API; what it does and looks at may not.
APIS = (
    "samsa/api/",
    "samvy/vardplaneringar",
    "samvy/personer",
    "samvy/inkorgar",
    "enheter/enheter",
    "enheter/systemval",
)


# What the systems have no pages for yet, by the features about it.
WITHOUT_PAGES = (
    "features/in_utskrivning/handlaggning",
    "features/filer/",
    "features/behorighet/",
    "features/drift/",
    "features/avvikelser/",
    "features/sip/",
    "features/reservnummer/",
    "features/integrationer/identiteter",
    "features/integrationer/robot",
    "features/integrationer/nar_nagot_ar_nere",
    "features/inkorgar/delade_och_bevakade",
    "features/in_utskrivning/hela_vagen",
    "features/in_utskrivning/uppgifter_och_skydd",
)
# And what is about a call to the API past the pages: no page can show it.
OVER_THE_API_ALONE = {"AK-INK-03"} | {
    krav for pickle in all_pickles() if pickle.place.startswith(WITHOUT_PAGES) for krav in krav_of(pickle)
} - {krav for pickle in PICKLES for krav in krav_of(pickle)}


def end_of_givet(pickle: Pickle) -> int:
    """The index of the first step that is no Givet."""
    return next(index for index, step in enumerate(pickle.steps) if step.kind != "given")


def claiming_first_in(system: str, krav: str) -> list[Pickle]:
    """The scenarios that claim *krav*, those that name *system* first: they are the likeliest to go red."""
    claiming = [pickle for pickle in PICKLES if krav in krav_of(pickle)]
    return sorted(claiming, key=lambda pickle: not any(system in step.text for step in pickle.steps))


def verdict_over_api(simulator: Simulator, pickle: Pickle, defects: list[str]) -> str:
    world = f"api-{'-'.join(defects)}-{pickle.scenario_id}"[:120]
    return run_here(simulator.url, world, pickle, range(len(pickle.steps)), first_state(pickle, defects))[1]


def verdict_on_pages(simulator: Simulator, browser: Browser, pickle: Pickle, defects: list[str]) -> str:
    world = f"webb-{'-'.join(defects)}-{pickle.scenario_id}"[:120]
    state = first_state(pickle, defects, "webb")
    return run_on_pages(simulator.url, world, pickle, range(len(pickle.steps)), state, browser)[1]


def traffic(simulator: Simulator, world: str) -> list[str]:
    with urllib.request.urlopen(f"{simulator.url}/insyn/v/{world}/trafik", timeout=10) as answer:  # noqa: S310 (loopback)
        return [row["vag"] for row in json.load(answer)["trafik"]]


def test_every_scenario_of_a_krav_that_users_accept_runs_in_both_channels() -> None:
    types = {krav.id: krav.test_type for krav in all_krav().values()}
    paged = [pickle for pickle in all_pickles() if not pickle.place.startswith(WITHOUT_PAGES)]
    accepted = [p for p in paged if any(types[krav] == "anvandaracceptans" for krav in krav_of(p))]

    assert len(accepted) > 80
    assert {pickle.channels for pickle in accepted} == {("api", "webb")}


@pytest.mark.parametrize("pickle", PICKLES, ids=lambda p: f"{p.name}[{p.values}]")
def test_a_scenario_is_green_on_the_pages_and_asks_no_api_after_its_givet(
    simulator: Simulator, browser: Browser, pickle: Pickle
) -> None:
    world, state = f"webb-{pickle.scenario_id}", first_state(pickle, [], "webb")
    given = end_of_givet(pickle)
    state, verdict = run_on_pages(simulator.url, world, pickle, range(given), state, browser)
    assert verdict == ""
    before = len(traffic(simulator, world)) if json.loads(state)["world"]["created"] else 0

    _, verdict = run_on_pages(simulator.url, world, pickle, range(given, len(pickle.steps)), state, browser)

    asked = traffic(simulator, world)[before:]
    assert verdict == ""
    assert asked
    assert [path for path in asked if path.startswith(APIS)] == []


def test_over_the_api_the_same_log_shows_the_api(simulator: Simulator) -> None:
    """Else the test above could not fail."""
    pickle = PICKLES[0]
    world = f"api-syns-{pickle.scenario_id}"

    run_here(simulator.url, world, pickle, range(len(pickle.steps)), first_state(pickle, []))

    assert [path for path in traffic(simulator, world) if path.startswith(APIS)] != []


@pytest.mark.parametrize("defect", IN_SYSTEMS, ids=lambda d: d.id)
def test_what_is_red_over_the_api_is_as_red_on_the_pages(
    simulator: Simulator, browser: Browser, defect: Defect
) -> None:
    """For each krav that the defect breaks: the first scenario that goes red, with the same words."""
    for krav in defect.krav:
        if krav in OVER_THE_API_ALONE:
            continue
        claiming = claiming_first_in(defect.system, krav)
        verdicts = ((pickle, verdict_over_api(simulator, pickle, [defect.id])) for pickle in claiming)
        red = next(((pickle, verdict) for pickle, verdict in verdicts if verdict), None)
        assert red is not None, krav
        assert verdict_on_pages(simulator, browser, red[0], [defect.id]) == red[1]


@pytest.mark.parametrize("defect", ON_PAGES, ids=lambda d: d.id)
def test_what_is_wrong_on_a_page_alone_is_red_on_the_pages_for_every_krav_it_breaks(
    simulator: Simulator, browser: Browser, defect: Defect
) -> None:
    for krav in defect.krav:
        claiming = claiming_first_in(defect.system, krav)
        verdicts = (verdict_on_pages(simulator, browser, pickle, [defect.id]) for pickle in claiming)
        assert any(verdict.startswith("Avvikelse i then") for verdict in verdicts), krav
