"""Scenario state is data (D10): a scenario goes on in another process, or with a person in the middle."""

from __future__ import annotations

import json
import urllib.request

import pytest

from fixtures.environment import Simulator
from steps.pickles import Pickle
from testdata.organisation.enheter import find_unit
from testdata.organisation.medarbetare import staff
from tests.features.relay import all_pickles, first_state, run_here, run_in_new_process

PICKLES = all_pickles()


def relayed_verdict(simulator: Simulator, pickle: Pickle, defects: list[str]) -> str:
    state = first_state(pickle, defects)
    world = f"stafett-{pickle.scenario_id}-{len(defects)}"
    for index in range(len(pickle.steps)):
        state, verdict = run_in_new_process(simulator.url, world, pickle, index, state)
        if verdict:
            return verdict
    return ""


def verdict_in_one_process(simulator: Simulator, pickle: Pickle, defects: list[str]) -> str:
    world = f"ett-{pickle.scenario_id}-{len(defects)}"
    _, verdict = run_here(simulator.url, world, pickle, range(len(pickle.steps)), first_state(pickle, defects))
    return verdict


@pytest.mark.parametrize("pickle", PICKLES, ids=lambda p: f"{p.name}[{p.values}]")
def test_a_new_process_for_every_step_gives_the_same_verdict(simulator: Simulator, pickle: Pickle) -> None:
    assert relayed_verdict(simulator, pickle, []) == ""


@pytest.mark.parametrize(
    "pickle", [p for p in PICKLES if "krav:AK-INUT-02" in p.tags], ids=lambda p: f"{p.name}[{p.values}]"
)
def test_a_red_scenario_is_as_red_in_a_relay(simulator: Simulator, pickle: Pickle) -> None:
    defects = ["samsa-frist-25h"]

    assert relayed_verdict(simulator, pickle, defects) == verdict_in_one_process(simulator, pickle, defects)


def test_somebody_outside_the_drivers_does_the_when_between_two_robots(simulator: Simulator) -> None:
    """The Givet by one robot, the När by a plain HTTP call as a person's client would, the Så by another robot."""
    pickle = next(p for p in PICKLES if p.name.startswith("Avsändaren ser vem") and ("system", "SAMSA") in p.example)
    when = next(i for i, step in enumerate(pickle.steps) if step.kind == "when")
    world = "manniska-i-mitten"
    state, verdict = run_here(simulator.url, world, pickle, range(when), first_state(pickle, []))
    assert verdict == ""

    _, verdict = run_here(simulator.url, world, pickle, range(when + 1, len(pickle.steps)), state)
    assert verdict.startswith("Avvikelse i then: SÄS ser inte att Borås hemsjukvård har kvitterat")

    acknowledge_by_hand(simulator.url, world, json.loads(state)["patients"]["Astrid"])
    _, verdict = run_here(simulator.url, world, pickle, range(when + 1, len(pickle.steps)), state)
    assert verdict == ""


def acknowledge_by_hand(url: str, world: str, patient: dict[str, str]) -> None:
    unit = find_unit("Borås hemsjukvård")
    headers = {"X-Enhet": unit.hsa_id, "X-Medarbetare": staff(unit).hsa_id, "Content-Type": "application/json"}

    def send(method: str, path: str, body: object = None) -> dict[str, list[dict[str, str]]]:
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(url + path, data=data, headers=headers, method=method)  # noqa: S310 (loopback)
        with urllib.request.urlopen(request, timeout=10) as answer:  # noqa: S310 (loopback)
            found: dict[str, list[dict[str, str]]] = json.load(answer)
            return found

    send("POST", f"/styr/v/{world}/tid", {"till": "2022-02-07T13:15:00+01:00"})
    [message] = send("GET", f"/v/{world}/samsa/api/inkorg")["meddelanden"]
    number = message["meddelande"].rpartition("/")[2]
    send("POST", f"/v/{world}/samsa/api/arenden/{message['arende']}/meddelanden/{number}/kvittens", {})
