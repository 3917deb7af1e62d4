"""Faults on the links: nothing that was sent is lost, whatever the link does to it."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from careacts import SamsaDesk, SamvyDesk
from hypothesis import given, settings
from hypothesis import strategies as st
from landscape import (
    ASTRID,
    CODE,
    PERSONNUMMER,
    SAS,
    freeze,
    landscape_document,
    nurse,
    world_document,
)
from pagewire import Browser
from wireclient import Answer, WireClient

from harness.kernel.faults import FaultKind, LinkFault
from harness.simulator import create_app

NewWorld = Callable[..., str]
START = datetime.fromisoformat("2022-04-04T10:00:00+02:00")
TO_SAMVY = {"fran": "samsa", "till": "samvy"}


class Scene:
    """A world with Astrid, and the links of it."""

    def __init__(self, client: WireClient, world: str) -> None:
        self.client, self.world = client, world
        self.samsa, self.samvy = SamsaDesk(client, world), SamvyDesk(client, world)

    def fault(self, **fault: object) -> int:
        answer = self.client.call("POST", f"/styr/v/{self.world}/fel", {**TO_SAMVY, **fault})
        assert answer.status == 201, answer.text
        return int(answer.json["nummer"])

    def lift(self, number: int) -> None:
        assert self.client.call("DELETE", f"/styr/v/{self.world}/fel/{number}").status == 200

    def at(self, minutes: float) -> None:
        self.samsa.move((START + timedelta(minutes=minutes)).isoformat())

    def is_noticed(self) -> bool:
        return bool(self.samvy.person()["samsaArendePagar"])

    def read(self, path: str) -> Any:
        return self.client.call("GET", f"/v/{self.world}/integration/{path}").json

    def underway(self) -> list[tuple[str, int]]:
        return [(row["text"], row["forsok"]) for row in self.read("pa-vag")["pa_vag"]]

    def undelivered(self) -> list[dict[str, Any]]:
        rows: list[dict[str, Any]] = self.read("olevererade")["olevererade"]
        return rows

    def happened(self, kind: str) -> list[dict[str, Any]]:
        lines = self.client.call("GET", f"/insyn/v/{self.world}/journal").body.splitlines()
        return [event for event in map(json.loads, lines) if event["typ"] == kind]


@pytest.fixture
def scene(client: WireClient, new_world: NewWorld) -> Scene:
    return Scene(client, new_world(start=START.isoformat()))


def test_a_message_waits_while_the_link_is_down_and_comes_when_it_is_up(scene: Scene) -> None:
    down = scene.fault(slag="nere")
    scene.samsa.admit()

    scene.at(30)
    assert not scene.is_noticed()
    assert scene.underway() == [("SAMSA-ärende pågår (S-1)", 7)]

    scene.lift(down)
    assert not scene.is_noticed()
    scene.at(35)
    assert scene.is_noticed()
    assert scene.underway() == []


def test_a_delayed_message_comes_so_much_later_and_not_before(scene: Scene) -> None:
    scene.fault(slag="fordrojning", sekunder=2400)
    scene.samsa.admit()

    scene.at(39.9)
    assert not scene.is_noticed()
    scene.at(40)
    assert scene.is_noticed()


def test_a_message_that_comes_twice_counts_once(scene: Scene) -> None:
    scene.fault(slag="dubblett")
    scene.samsa.admit()

    scene.at(10)
    assert scene.is_noticed()
    assert [event["text"] for event in scene.happened("meddelande-levererat")] == [
        "SAMSA-ärende pågår (S-1)",
        "SAMSA-ärende pågår (S-1) (kommer igen)",
    ]
    assert len(scene.happened("samsa.besked")) == 1
    assert scene.underway() == []


def test_a_closing_that_overtakes_its_opening_is_not_undone_by_it(scene: Scene) -> None:
    late = scene.fault(slag="fordrojning", sekunder=3600)
    scene.samsa.admit()
    scene.lift(late)
    scene.samsa.close("Avlider")
    assert [event["text"] for event in scene.happened("meddelande-levererat")] == ["SAMSA-ärende avslutat (S-1)"]

    scene.at(61)

    assert len(scene.happened("meddelande-levererat")) == 2
    assert not scene.is_noticed()


@pytest.mark.parametrize(
    ("slag", "reason"),
    [("tapp", "tappades på vägen"), ("forvanskning", "kom fram förvanskat"), ("nere", "länken är nere")],
)
def test_what_never_comes_through_lies_where_drift_sees_it_and_can_be_sent_again(
    scene: Scene, slag: str, reason: str
) -> None:
    fault = scene.fault(slag=slag)
    scene.samsa.admit()

    scene.at(12 * 5)
    [letter] = scene.undelivered()
    assert (letter["fran"], letter["till"], letter["text"]) == ("samsa", "samvy", "SAMSA-ärende pågår (S-1)")
    assert reason in letter["orsak"] and "efter 12 försök" in letter["orsak"]
    assert letter["sedan"] == "2022-04-04T10:55:00+02:00"
    assert (scene.underway(), scene.is_noticed()) == ([], False)

    scene.lift(fault)
    scene.at(600)
    assert not scene.is_noticed()
    address = f"/v/{scene.world}/integration/olevererade/{letter['id']}/omsandning"
    assert scene.client.call("POST", address).status == 202
    assert (scene.undelivered(), scene.is_noticed()) == ([], True)
    assert scene.client.call("POST", address).status == 404


def test_a_fault_holds_from_its_first_moment_up_to_its_last(scene: Scene) -> None:
    scene.fault(slag="nere", borjar="2022-04-04T10:10:00+02:00", slutar="2022-04-04T10:20:00+02:00")

    scene.at(10)
    scene.samsa.admit()
    scene.at(19)
    assert not scene.is_noticed()
    scene.at(20)
    assert scene.is_noticed()


def test_a_fault_strikes_its_link_and_no_other(scene: Scene) -> None:
    scene.fault(fran="samvy", till="samsa", slag="nere")
    scene.fault(fran="samsa", till="pu", slag="tapp")

    scene.samsa.admit()

    assert scene.is_noticed()


def test_faults_are_listed_by_number_and_a_number_is_never_used_again(scene: Scene) -> None:
    first = scene.fault(slag="nere")
    scene.lift(first)
    second = scene.fault(slag="omkastning", sekunder=60, andel=0.5)

    listed = scene.client.call("GET", f"/styr/v/{scene.world}/fel").json["fel"]

    assert (first, second) == (1, 2)
    assert listed == [
        {"nummer": 2, "fran": "samsa", "till": "samvy", "slag": "omkastning", "sekunder": 60, "andel": 0.5}
    ]
    assert scene.client.call("DELETE", f"/styr/v/{scene.world}/fel/1").json["kod"] == "okant_fel"


@pytest.mark.parametrize(
    ("fault", "code", "told"),
    [
        ({"slag": "nere", "fran": "okänt"}, "okant_system", "'okänt' finns inte"),
        ({"slag": "nere", "sekunder": 5}, "fel_fel", "har 5 sekunder"),
        ({"slag": "fordrojning"}, "fel_fel", "har 0 sekunder"),
        ({"slag": "trasig"}, "fel_fel", "'trasig' är inte tillåtet"),
        ({"slag": "tapp", "andel": 0}, "fel_fel", "andel"),
        ({"slag": "nere", "borjar": "2022-04-04T10:10:00+02:00", "slutar": "2022-04-04T10:10:00+02:00"}, "fel_fel",
         "slutar innan det har börjat"),
    ],
)  # fmt: skip
def test_a_fault_that_cannot_be_is_refused(scene: Scene, fault: dict[str, object], code: str, told: str) -> None:
    answer = scene.client.call("POST", f"/styr/v/{scene.world}/fel", {**TO_SAMVY, **fault})

    assert (answer.status, answer.json["kod"]) == (422, code)
    assert told in answer.json["fel"]


def ask_pu(scene: Scene, system: str) -> Answer:
    """An act in *system* that must know who the patient is."""
    return {"samsa": scene.samsa, "samvy": scene.samvy}[system].send()


@pytest.mark.parametrize(
    ("system", "start", "code"),
    [("samsa", "2022-04-04T10:00:00+02:00", "kod"), ("samvy", "2022-04-05T10:00:00+02:00", "code")],
)
def test_what_needs_a_neighbour_that_is_down_is_not_done_and_says_so(
    client: WireClient, new_world: NewWorld, system: str, start: str, code: str
) -> None:
    scene = Scene(client, new_world(start=start))
    desk = {"samsa": scene.samsa, "samvy": scene.samvy}[system]
    desk.admit()
    desk.assess("soc")
    down = scene.fault(fran=system, till="pu", slag="nere")

    stopped = desk.send()

    assert (stopped.status, stopped.json[code]) == (503, "granne_svarar_inte")
    assert "Personuppgiftstjänsten" in stopped.text
    assert desk.sent() == []
    assert scene.happened("fraga-stoppad")[0]["text"].startswith("Inget svar: ")
    scene.lift(down)
    assert desk.send().status == 201
    assert len(desk.sent()) == 1


def test_a_person_at_a_page_gets_a_page(scene: Scene) -> None:
    browser = Browser(scene.client, f"/v/{scene.world}/samsa", cookie="samsa_session")
    browser.post("/inloggning", {"hsa_id": f"{SAS}S", "kod": CODE})
    scene.fault(fran="samsa", till="enheter", slag="nere")

    page = browser.get("/mottagare")

    assert page.status == 503
    assert "<h1>Millenniumenheter svarar inte</h1>" in page.html


def test_a_replayed_world_has_the_same_faults_and_the_same_messages_underway(scene: Scene) -> None:
    scene.fault(slag="tapp", andel=0.7)
    scene.samsa.admit()
    scene.at(3)
    worlds = scene.client.app.state.worlds
    world = worlds.find(scene.world)

    twin = worlds.as_it_was(scene.world, world.now)

    assert twin.states == world.states


@given(
    kind=st.sampled_from(FaultKind), share=st.floats(0.1, 0.9), message=st.text(max_size=20), seed=st.integers(0, 99)
)
def test_the_same_attempt_is_always_struck_the_same_way(kind: FaultKind, share: float, message: str, seed: int) -> None:
    fault = LinkFault(fran="alla", till="alla", slag=kind, andel=share, fro=seed, sekunder=60)
    struck = [fault.strikes(message, attempt) for attempt in range(1, 401)]

    assert struck == [fault.strikes(message, attempt) for attempt in range(1, 401)]
    assert abs(sum(struck) / 400 - share) < 0.15
    assert 0 <= fault.delay_s(message) <= 60


FAULTS = st.lists(
    st.fixed_dictionaries(
        {
            "slag": st.sampled_from([kind.value for kind in FaultKind]),
            "andel": st.sampled_from([0.5, 0.9]),
            "fro": st.integers(0, 1000),
        }
    ),
    min_size=1,
    max_size=4,
)


@settings(max_examples=100, deadline=None)
@given(faults=FAULTS, closings=st.lists(st.booleans(), min_size=1, max_size=4), pause=st.integers(0, 10))
def test_whatever_the_link_does_both_systems_agree_when_it_has_come_to_rest(
    faults: list[dict[str, Any]], closings: list[bool], pause: int
) -> None:
    client = WireClient(create_app())
    sha256, body = freeze(landscape_document())
    client.call("PUT", f"/styr/landskap/{sha256}", body)
    client.call(
        "PUT", "/styr/v/v1", world_document(start=START.isoformat(), parametrar={"integration_forsok_max": 999})
    )
    scene = Scene(client, "v1")
    numbers = [
        scene.fault(**fault, **({"sekunder": 900} if fault["slag"] in ("fordrojning", "omkastning") else {}))
        for fault in faults
    ]
    now = 0
    for closes in closings:
        scene.samsa.admit()
        now += pause
        scene.at(now)
        if closes:
            scene.samsa.close("Avbruten planering")
    for number in numbers:
        scene.lift(number)
    scene.at(now + 60)

    accepted = Counter(event["data"]["id"] for event in scene.happened("meddelande-mottaget"))
    delivered = {event["data"]["id"] for event in scene.happened("meddelande-levererat")}
    assert set(accepted) == delivered
    assert scene.underway() == scene.undelivered() == []
    cases = client.call(
        "GET", "/v/v1/samsa/api/arenden", query={"oid": PERSONNUMMER, "id": ASTRID}, headers=nurse(SAS)
    ).json["arenden"]
    assert scene.is_noticed() == any(case["lage"] != "Avslutad" for case in cases)
