"""Inkorgar that units share, and units that close or change name while the plan lasts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from careacts import SamsaDesk, SamvyDesk
from landscape import HSV_BORAS, SAS, SOC_BORAS, VC_BORAS, VC_GOTEBORG, doctor, nurse
from wireclient import Answer, WireClient

NewWorld = Callable[..., str]
LIVE = "2022-04-05T10:00:00+02:00"
SHARED = {"delade_inkorgar": {"Borås kommun": [HSV_BORAS, SOC_BORAS]}}


def inbox(client: WireClient, world: str, unit: str) -> list[dict[str, Any]]:
    listed: list[dict[str, Any]] = client.call(
        "GET", f"/v/{world}/samvy/inkorgar/{unit}/poster", headers=nurse(unit)
    ).json["poster"]
    return listed


def take(client: WireClient, world: str, unit: str, by: dict[str, str]) -> Answer:
    [post] = {row["post"] for row in inbox(client, world, unit)}
    return client.call("POST", f"/v/{world}/samvy/inkorgar/{unit}/poster/{post}/tagen", {}, headers=by)


@pytest.fixture
def informed(client: WireClient, new_world: NewWorld) -> str:
    """A world in which hemsjukvården and öppenvården have a besked, and shares with socialtjänsten."""
    world = new_world(start=LIVE, parametrar=SHARED)
    desk = SamvyDesk(client, world)
    desk.admit()
    desk.assess("hsv")
    desk.send()
    return world


def test_what_comes_to_one_unit_is_seen_by_all_who_share_and_by_nobody_else(client: WireClient, informed: str) -> None:
    own, shared = inbox(client, informed, HSV_BORAS), inbox(client, informed, SOC_BORAS)

    assert [row["enhet"] for row in shared] == [HSV_BORAS]
    assert shared == own
    assert {row["enhet"] for row in inbox(client, informed, VC_BORAS)} == {VC_BORAS}
    assert inbox(client, informed, VC_GOTEBORG) == []


def test_one_takes_it_and_the_others_see_who_and_cannot(client: WireClient, informed: str) -> None:
    assert inbox(client, informed, HSV_BORAS)[0]["tagenAv"] is None

    assert take(client, informed, HSV_BORAS, nurse(SOC_BORAS)).status == 201

    for unit in (HSV_BORAS, SOC_BORAS):
        [row] = inbox(client, informed, unit)
        assert (row["tagenAv"]["enhet"], row["tagenAv"]["tid"]) == (SOC_BORAS, LIVE)
    again = take(client, informed, HSV_BORAS, doctor(HSV_BORAS))
    assert (again.status, again.code) == (409, "redan_tagen")
    assert "Enhet SOCB" in again.text


def test_who_does_not_share_cannot_take(client: WireClient, informed: str) -> None:
    assert take(client, informed, HSV_BORAS, nurse(VC_BORAS)).status == 403


def handle(client: WireClient, world: str, act: str, body: dict[str, str], by: str) -> Answer:
    [post] = {row["post"] for row in inbox(client, world, HSV_BORAS)}
    address = f"/v/{world}/samvy/inkorgar/{HSV_BORAS}/poster/{post}{act}"
    return client.call("POST" if act else "GET", address, body if act else None, headers=nurse(by))


ACTS = [
    ("", {}, 200, "last"),
    ("/kvittens", {}, 201, "kvitterad"),
    ("/aterforing", {"orsak": "Bor i Mark"}, 201, "aterford"),
]


@pytest.mark.parametrize(("act", "body", "answer", "becomes"), ACTS, ids=["open", "acknowledge", "give back"])
def test_who_has_taken_it_handles_it_for_the_unit_it_came_to(
    client: WireClient, informed: str, act: str, body: dict[str, str], answer: int, becomes: str
) -> None:
    assert handle(client, informed, act, body, by=SOC_BORAS).status in (403, 409)

    take(client, informed, HSV_BORAS, nurse(SOC_BORAS))

    assert handle(client, informed, act, body, by=VC_BORAS).status in (403, 409)
    assert handle(client, informed, act, body, by=SOC_BORAS).status == answer
    [row] = inbox(client, informed, HSV_BORAS)
    assert (row["enhet"], row["status"]) == (HSV_BORAS, becomes)


def test_the_unit_it_came_to_still_handles_what_another_has_taken(client: WireClient, informed: str) -> None:
    take(client, informed, HSV_BORAS, nurse(SOC_BORAS))

    assert handle(client, informed, "/kvittens", {}, by=HSV_BORAS).status == 201


def test_without_sharing_each_has_its_own(client: WireClient, new_world: NewWorld) -> None:
    world = new_world(start=LIVE)
    desk = SamvyDesk(client, world)
    desk.admit()
    desk.assess("hsv")
    desk.send()

    assert inbox(client, world, SOC_BORAS) == []


CLOSED = {"enhetsandringar": {SOC_BORAS: {"nedlagd_fran": "2022-04-06"}}}


@pytest.mark.parametrize(
    ("kind", "start", "code"),
    [(SamsaDesk, "2022-03-01T10:00:00+01:00", "enhet_nedlagd"), (SamvyDesk, LIVE, "enhet_nedlagd")],
)
def test_a_closed_unit_gets_nothing_new_from_the_day_it_closes(
    client: WireClient, new_world: NewWorld, kind: Any, start: str, code: str
) -> None:
    day = "2022-03-02" if kind is SamsaDesk else "2022-04-06"
    parameters = {"enhetsandringar": {SOC_BORAS: {"nedlagd_fran": day}}}
    world = new_world(start=start, parametrar=parameters)
    desk = kind(client, world)
    assert desk.admit().status == 201
    desk.close("Provat klart")
    desk.move(f"{day}T00:00:00+{'01' if kind is SamsaDesk else '02'}:00")

    refused = desk.admit()

    assert (refused.status, refused.code) == (409, code)
    assert "Enhet SOCB" in refused.text


def test_a_closed_unit_cannot_be_chosen_and_keeps_what_it_has(client: WireClient, new_world: NewWorld) -> None:
    world = new_world(start=LIVE, parametrar=CLOSED)
    desk = SamvyDesk(client, world)
    desk.admit()
    desk.assess("soc")
    desk.send()

    def shown(system: str) -> set[str]:
        path, key, name = {
            "samvy": ("samvy/inkorgar", "inkorgar", "enhet"),
            "samsa": ("samsa/api/mottagare", "mottagare", "hsa_id"),
        }[system]
        return {row[name] for row in client.call("GET", f"/v/{world}/{path}", headers=nurse(SAS)).json[key]}

    assert all(SOC_BORAS in shown(system) for system in ("samvy", "samsa"))
    desk.move("2022-04-06T00:00:00+02:00")
    assert not any(SOC_BORAS in shown(system) for system in ("samvy", "samsa"))
    assert len(inbox(client, world, SOC_BORAS)) == 1


def test_a_unit_has_its_new_name_from_its_day(client: WireClient, new_world: NewWorld) -> None:
    change = {"nytt_namn": "Borås stöd och omsorg", "namn_fran": "2022-05-01"}
    world = new_world(start=LIVE, parametrar={"enhetsandringar": {SOC_BORAS: change}})

    def name(day: str) -> str:
        unit = client.call("GET", f"/v/{world}/enheter/enheter/{SOC_BORAS}", query={"dag": day}).json
        return str(unit["namn"])

    assert (name("2022-04-30"), name("2022-05-01")) == ("Enhet SOCB", "Borås stöd och omsorg")


def test_a_change_that_nobody_knows_is_refused_when_the_world_is_created(
    client: WireClient, new_world: NewWorld
) -> None:
    from landscape import world_document

    document = world_document(parametrar={"enhetsandringar": {SOC_BORAS: {"stangd": "2022-05-01"}}})

    refused = client.call("PUT", "/styr/v/fel", document)

    assert (refused.status, refused.code) == (422, "parameter_fel_varde")
