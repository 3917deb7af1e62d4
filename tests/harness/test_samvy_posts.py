"""What a receiving unit does with a besked in Samvy, and parts that change."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from careacts import SamvyDesk
from landscape import HSV_BORAS, HSV_GOTEBORG, SAS, SOC_BORAS, SOC_GOTEBORG, SU, VC_BORAS, VC_GOTEBORG, nurse
from wireclient import Answer, WireClient

NewWorld = Callable[..., str]
# Every unit that takes part here is live in Samvy by then.
LIVE = "2024-04-08T10:00:00+02:00"


class Posts(SamvyDesk):
    def on(self, unit: str, act: str = "", body: object = None, post: str = "VP-1.2", by: str = "") -> Answer:
        address = f"/v/{self.world}/samvy/inkorgar/{unit}/poster/{post}{act}"
        return self.client.call("POST" if act else "GET", address, body, headers=nurse(by or unit))

    def give_back(self, unit: str, reason: str = "Bor i Mark") -> Answer:
        return self.on(unit, "/aterforing", {"orsak": reason})

    def pass_on(self, unit: str, to: str) -> Answer:
        return self.on(unit, "/vidare", {"till": to})

    def part(self, role: str, unit: str, by: str = SAS, **more: object) -> Answer:
        body = {"handelse": "partAndrad", "roll": role, "enhet": unit, **more}
        address = f"/v/{self.world}/samvy/vardplaneringar/VP-1/handelser"
        return self.client.call("POST", address, body, headers=nurse(by))

    def see(self, path: str, by: str = SAS) -> Answer:
        return self.client.call("GET", f"/v/{self.world}/samvy{path}", headers=nurse(by))

    def states(self, number: int = -1) -> dict[str, str]:
        besked = self._plan()["besked"][number]
        return {row["enhet"]: row["status"] for row in besked["mottagare"]}


@pytest.fixture
def desk(client: WireClient, new_world: NewWorld) -> Posts:
    desk = Posts(client, new_world(start=LIVE))
    assert desk.admit().status == 201
    desk.assess("hsv")
    assert desk.send().status == 201
    return desk


def history(desk: Posts) -> list[tuple[str, str, str]]:
    rows: list[dict[str, Any]] = desk.see("/vardplaneringar/VP-1/historik").json["historik"]
    return [(row["vad"], row["enhet"], row["till"]) for row in rows]


def test_the_first_who_opens_makes_it_read_and_a_receipt_stays_a_receipt(desk: Posts) -> None:
    assert desk.states()[HSV_BORAS] == "levererad"
    for _ in range(2):
        assert desk.on(HSV_BORAS).status == 200
    assert desk.states()[HSV_BORAS] == "last"
    assert desk.acknowledge("inskrivning", HSV_BORAS).status == 201
    desk.on(HSV_BORAS)

    assert desk.states()[HSV_BORAS] == "kvitterad"
    assert [row[0] for row in history(desk)].count("oppnat") == 1
    assert desk.on(SOC_BORAS).code == "ej_mottagare"
    assert desk.on(HSV_BORAS, by=VC_BORAS).code == "annan_enhet"


def test_what_was_sent_wrong_goes_back_and_is_not_handled(desk: Posts) -> None:
    assert desk.give_back(HSV_BORAS).status == 201

    assert desk.states()[HSV_BORAS] == "aterford"
    assert ("aterfort", HSV_BORAS, "") in history(desk)
    [row] = desk.see(f"/inkorgar/{SAS}/aterforda").json["aterforda"]
    assert (row["besked"], row["enhet"], row["orsak"]) == ("VP-1.2", HSV_BORAS, "Bor i Mark")
    assert desk.see(f"/inkorgar/{SAS}/aterforda", by=HSV_BORAS).code == "annan_enhet"
    assert desk.acknowledge("inskrivning", HSV_BORAS).code == "redan_aterford"
    assert desk.give_back(HSV_BORAS).code == "redan_aterford"
    desk.acknowledge("inskrivning", VC_BORAS)
    desk.discharge()
    assert HSV_BORAS in desk.close().text


def test_what_is_acknowledged_or_never_came_is_not_sent_back(desk: Posts) -> None:
    desk.acknowledge("inskrivning", HSV_BORAS)

    assert desk.give_back(HSV_BORAS).code == "redan_kvitterat"
    assert desk.give_back(SOC_BORAS).code == "ej_mottagare"
    assert desk.on(HSV_BORAS, "/aterforing", {"orsak": "x"}, post="VP-9.9").status == 404
    assert desk.give_back(HSV_BORAS, "").status == 422


def test_it_is_passed_on_inside_the_organisation_only(desk: Posts) -> None:
    for unit, to in ((HSV_BORAS, HSV_GOTEBORG), (HSV_BORAS, SU), (VC_BORAS, SOC_BORAS)):
        assert desk.pass_on(unit, to).code == "annan_organisation"
    assert desk.pass_on(HSV_BORAS, SOC_BORAS).status == 201
    assert desk.pass_on(VC_BORAS, VC_GOTEBORG).status == 201

    assert desk.states()[SOC_BORAS] == "levererad"
    assert ("vidareskickat", HSV_BORAS, SOC_BORAS) in history(desk)
    assert desk.pass_on(HSV_BORAS, SOC_BORAS).code == "redan_mottagare"
    assert desk.pass_on(HSV_BORAS, "SE0000000000-INGEN").status == 422
    assert desk.see("/vardplaneringar/VP-1/historik", by=HSV_GOTEBORG).code == "fel_enhet"


def test_a_part_is_replaced_hears_no_more_and_keeps_what_it_has(desk: Posts) -> None:
    assert desk.part("kommunalHsv", HSV_GOTEBORG, by=HSV_BORAS).code == "fel_enhet"
    assert desk.part("kommunalHsv", HSV_GOTEBORG).status == 201

    assert desk.send().status == 201
    assert set(desk.states()) == {HSV_GOTEBORG}
    desk.judge_ready()
    desk.announce()
    assert set(desk.states()) == {HSV_GOTEBORG, VC_BORAS}
    assert desk.states(0)[HSV_BORAS] == "levererad"


def test_a_part_is_added_beside_the_one_that_has_the_role(desk: Posts) -> None:
    assert desk.part("kommunalHsv", HSV_GOTEBORG, laggsTill=True).status == 201
    assert desk.part("kommunalHsv", HSV_GOTEBORG).code == "redan_part"
    assert desk.part("kommunalHsv", SOC_GOTEBORG).status == 422

    desk.send()
    assert set(desk.states()) == {HSV_GOTEBORG}
    desk.judge_ready()
    desk.announce()
    assert set(desk.states()) == {HSV_BORAS, HSV_GOTEBORG, VC_BORAS}


@pytest.mark.parametrize(("hours", "late"), [(47, None), (49, 60)])
def test_the_time_of_a_part_that_came_later_counts_from_when_it_came(desk: Posts, hours: int, late: int) -> None:
    desk.move("2024-04-09T10:00:00+02:00")
    desk.part("kommunalHsv", HSV_GOTEBORG)
    desk.move(f"2024-04-{8 + (10 + hours) // 24:02}T{(10 + hours) % 24:02}:00:00+02:00")

    desk.send()

    assert desk.sent()[-1].late_minutes == late


def test_a_part_that_is_not_live_yet_is_refused_as_at_the_start(client: WireClient, new_world: NewWorld) -> None:
    desk = Posts(client, new_world(start="2022-04-05T10:00:00+02:00"))
    desk.admit()

    refused = desk.part("kommunalHsv", HSV_GOTEBORG)

    assert (refused.status, refused.code) == (409, "enhet_ej_driftsatt")
    assert desk.part("kommunalHsv", HSV_GOTEBORG, laggsTill=True).status == 409


def test_an_added_oppenvard_names_a_contact_too(desk: Posts) -> None:
    desk.part("oppenvard", VC_GOTEBORG, laggsTill=True)
    address = f"/v/{desk.world}/samvy/vardplaneringar/VP-1/handelser"

    named = desk.client.call(
        "POST", address, {"handelse": "fastVardkontaktUtsedd", "namn": "K"}, headers=nurse(VC_GOTEBORG)
    )

    assert named.status == 201


def test_what_is_only_blank_is_not_written(desk: Posts) -> None:
    address = f"/v/{desk.world}/samvy/vardplaneringar/VP-1/handelser"
    for body in ({"handelse": "avbruten", "anledning": "  "}, {"handelse": "utskrivningsinformation", "text": " "}):
        assert desk.client.call("POST", address, body, headers=nurse(SAS)).status == 422
    assert desk.give_back(HSV_BORAS, "  ").status == 422


def test_it_can_be_registered_afterwards_but_not_before_it_was_there(desk: Posts) -> None:
    desk.move("2024-04-08T15:00:00+02:00")
    address = f"/v/{desk.world}/samvy/inkorgar/{HSV_BORAS}/poster/VP-1.2/aterforing"

    def at(moment: str) -> Answer:
        headers = {**nurse(HSV_BORAS), "X-Handelsetid": moment}
        return desk.client.call("POST", address, {"orsak": "Bor i Mark"}, headers=headers)

    assert at("2024-04-08T09:00:00+02:00").code == "fore_start"
    assert at("2024-04-08T15:01:00+02:00").code == "tid_har_inte_varit"
    assert at("2024-04-08T11:00:00+02:00").status == 201
    assert desk.see(f"/inkorgar/{SAS}/aterforda").json["aterforda"][0]["tid"] == "2024-04-08T11:00:00+02:00"


def test_a_replay_has_it_all(desk: Posts) -> None:
    desk.on(HSV_BORAS)
    desk.give_back(HSV_BORAS)
    desk.pass_on(VC_BORAS, VC_GOTEBORG)
    desk.part("kommunalHsv", HSV_GOTEBORG)
    worlds: Any = desk.client.app.state.worlds  # type: ignore[attr-defined]

    assert worlds.as_it_was(desk.world, worlds.find(desk.world).now).states == worlds.find(desk.world).states
