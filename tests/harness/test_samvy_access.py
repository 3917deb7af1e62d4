"""Samvy's access log: every opening is kept, one with a role of review reads it, and opens nothing else."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from careacts import SamvyDesk
from landscape import (
    ASTRID,
    CODE,
    HSV_BORAS,
    NRID,
    PERSONNUMMER,
    SAS,
    doctor,
    freeze,
    landscape_document,
    nurse,
    person,
)
from mergedesks import SamvyMerges
from test_merging import UNKNOWN
from wireclient import Answer, WireClient

NewWorld = Callable[..., str]
REVIEWER = {"X-Enhet": SAS, "X-Medarbetare": f"{SAS}G"}
LIVE = "2022-04-05T10:00:00+02:00"


@pytest.fixture
def world(client: WireClient, new_world: NewWorld) -> str:
    document = landscape_document()
    document["medarbetare"].append(
        {"hsa_id": f"{SAS}G", "namn": "Granskaren", "roll": "loggranskare", "enhet": SAS, "kod": CODE}
    )
    sha256, body = freeze(document)
    client.call("PUT", f"/styr/landskap/{sha256}", body)
    name = new_world(start=LIVE, landskap=sha256, personer=[person(ASTRID), person(UNKNOWN, oid=NRID)])
    SamvyDesk(client, name).admit()
    return name


def openings(client: WireClient, world: str, by: dict[str, str], oid: str = PERSONNUMMER, id: str = ASTRID) -> Answer:
    return client.call("GET", f"/v/{world}/samvy/personer/{oid}/{id}/atkomster", headers=by)


def read(client: WireClient, world: str, path: str = "", **who: Any) -> Answer:
    address = f"/v/{world}/samvy/personer/{who.get('oid', PERSONNUMMER)}/{who.get('id', ASTRID)}{path}"
    return client.call("GET", address, headers=who.get("by") or nurse(HSV_BORAS))


def test_each_opening_says_who_where_when_and_what_and_the_review_is_one_too(client: WireClient, world: str) -> None:
    read(client, world)
    read(client, world, "/samordnadePlaner", by=doctor(SAS))

    rows = openings(client, world, REVIEWER).json["atkomster"]
    again = openings(client, world, REVIEWER).json["atkomster"]

    assert [(row["enhet"], row["medarbetare"], row["vy"]) for row in rows] == [
        (HSV_BORAS, f"{HSV_BORAS}S", "vardplaneringar"),
        (SAS, f"{SAS}L", "samordnadePlaner"),
    ]
    assert {row["tid"] for row in rows} == {LIVE}
    assert [row["vy"] for row in again[len(rows) :]] == ["atkomster"]


def test_only_a_reviewer_reads_the_log_and_opens_nothing_else(client: WireClient, world: str) -> None:
    assert openings(client, world, doctor(SAS)).code == "ej_granskare"
    for path in ("", "/samordnadePlaner"):
        refused = read(client, world, path, by=REVIEWER)
        assert (refused.status, refused.code) == (403, "roll_racker_inte")
    assert openings(client, world, REVIEWER).json["atkomster"] == []


def test_a_besked_and_the_history_are_openings_too(client: WireClient, world: str) -> None:
    desk = SamvyDesk(client, world)
    desk.assess("hsv")
    desk.send()
    post = f"/v/{world}/samvy/inkorgar/{HSV_BORAS}/poster/VP-1.2"
    history = f"/v/{world}/samvy/vardplaneringar/VP-1/historik"

    assert client.call("GET", post, headers=nurse(HSV_BORAS)).status == 200
    assert client.call("GET", history, headers=nurse(HSV_BORAS)).status == 200
    assert client.call("GET", history, headers=REVIEWER).code == "roll_racker_inte"

    rows = openings(client, world, REVIEWER).json["atkomster"]
    assert [(row["enhet"], row["vy"]) for row in rows][-2:] == [(HSV_BORAS, "besked"), (HSV_BORAS, "historik")]


def test_who_reviews_is_a_parameter(client: WireClient, new_world: NewWorld) -> None:
    world = new_world(start=LIVE, parametrar={"samvy_granskarroller": ["läkare"]})

    assert openings(client, world, doctor(SAS)).status == 200
    assert openings(client, world, nurse(SAS)).code == "ej_granskare"


def test_a_person_under_two_combined_identities_has_one_log(client: WireClient, world: str) -> None:
    read(client, world)
    read(client, world, oid=NRID, id=UNKNOWN)
    assert len(openings(client, world, REVIEWER).json["atkomster"]) == 1

    merged = SamvyMerges(client, world).merge(f"{NRID}|{UNKNOWN}", f"{PERSONNUMMER}|{ASTRID}")
    assert merged.status == 201
    seen = openings(client, world, REVIEWER).json["atkomster"]
    assert [row["vy"] for row in seen].count("vardplaneringar") == 2


def test_a_replay_has_the_log(client: WireClient, world: str) -> None:
    read(client, world)
    worlds: Any = client.app.state.worlds  # type: ignore[attr-defined]

    assert worlds.as_it_was(world, worlds.find(world).now).states == worlds.find(world).states
