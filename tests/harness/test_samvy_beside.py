"""What happens in a vårdplanering beside its process: vårdkontakt, the offer of a SIP, information, interruption."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from careacts import SamvyDesk
from landscape import ASTRID, HSV_BORAS, PERSONNUMMER, SAS, SOC_BORAS, VC_BORAS, VC_GOTEBORG, doctor, nurse
from wireclient import Answer, WireClient

NewWorld = Callable[..., str]
LIVE = "2022-04-05T10:00:00+02:00"


class Beside(SamvyDesk):
    def tell(self, what: str, by: str = SAS, **said: object) -> Answer:
        plan = self._plan()["id"]
        address = f"/v/{self.world}/samvy/vardplaneringar/{plan}/handelser"
        return self.client.call("POST", address, {"handelse": what, **said}, headers=nurse(by))

    def shown(self) -> dict[str, Any]:
        plan: dict[str, Any] = self._plan()
        return plan


@pytest.fixture
def desk(client: WireClient, new_world: NewWorld) -> Beside:
    desk = Beside(client, new_world(start=LIVE))
    desk.admit()
    desk.assess("hsv")
    assert desk.send().status == 201
    return desk


def test_the_oppenvard_names_the_contact_and_nobody_else(desk: Beside) -> None:
    for unit in (SAS, HSV_BORAS, VC_GOTEBORG):
        assert desk.tell("fastVardkontaktUtsedd", unit, namn="Karin").code == "fel_enhet"
    assert desk.tell("fastVardkontaktUtsedd", VC_BORAS, namn="Karin").status == 201

    assert desk.shown()["fastVardkontakt"] == {"namn": "Karin", "enhet": VC_BORAS, "starKvar": False}


def test_who_was_contact_before_may_stay(desk: Beside) -> None:
    assert desk.tell("fastVardkontaktUtsedd", VC_BORAS, namn=None).code == "ingen_tidigare"
    desk.tell("fastVardkontaktUtsedd", VC_BORAS, namn="Karin")
    desk.close("Provat klart")
    desk.admit()

    assert desk.tell("fastVardkontaktUtsedd", VC_BORAS, namn=None).status == 201
    assert desk.shown()["fastVardkontakt"] == {"namn": "Karin", "enhet": VC_BORAS, "starKvar": True}


def test_what_a_discharge_lacks_is_warned_of_and_what_it_has_is_not(desk: Beside) -> None:
    assert desk.shown()["varningar"] == []
    desk.tell("fastVardkontaktUtsedd", VC_BORAS, namn="Karin")
    assert desk.tell("sipErbjuden", HSV_BORAS, svar="nej").status == 201
    assert desk.tell("sipErbjuden", SAS, svar="ja").status == 201
    assert desk.tell("sipErbjuden", VC_GOTEBORG, svar="ja").code == "fel_enhet"
    desk.discharge()
    assert desk.shown()["varningar"] == []
    assert (desk.shown()["sipErbjuden"]["svar"], desk.shown()["sipErbjuden"]["enhet"]) == ("ja", SAS)

    desk.close("Provat klart")
    desk.admit()
    desk.assess("hsv")
    desk.send()
    desk.discharge()
    assert desk.shown()["varningar"] == ["utanFastVardkontakt", "utanSipSvar"]


@pytest.mark.parametrize(("moment", "late"), [("05T23:59", False), ("06T00:00", True)])
def test_the_information_is_due_on_the_day_of_discharge(desk: Beside, moment: str, late: bool) -> None:
    desk.discharge()
    desk.move(f"2022-04-{moment}:00+02:00")

    assert desk.tell("utskrivningsinformation", text="Ny dos").status == 201

    desk.move("2022-04-07T08:00:00+02:00")
    assert desk.shown()["avvikelser"] == (["utskrivningsinformationSen"] if late else [])
    assert desk.shown()["besked"][-1]["slag"] == "utskrivningsinformation"
    assert {row["enhet"] for row in desk.shown()["besked"][-1]["mottagare"]} == {HSV_BORAS, VC_BORAS}


def test_information_that_never_comes_is_a_deviation_from_the_next_day(desk: Beside) -> None:
    desk.discharge()
    assert desk.shown()["avvikelser"] == []
    desk.move("2022-04-06T00:00:00+02:00")
    assert desk.shown()["avvikelser"] == ["utskrivningsinformationSen"]


def test_the_information_has_what_is_known_and_no_empty_headings(desk: Beside) -> None:
    desk.tell("utskrivningsinformation", text="Ny dos")
    desk.tell("fastVardkontaktUtsedd", VC_BORAS, namn="Karin")
    desk.tell("utskrivningsinformation", text="Ny dos", befintligaPlaner="Rehabplan")

    first, second = [row["uppgifter"] for row in desk.shown()["besked"][-2:]]
    assert first == {"Text": "Ny dos"}
    assert second == {"Text": "Ny dos", "Fast vårdkontakt": "Karin", "Befintliga planer": "Rehabplan"}


def test_the_information_names_the_time_of_a_sip_meeting(desk: Beside) -> None:
    body = {"person": f"{PERSONNUMMER}|{ASTRID}", "vardplanering": "VP-1"}
    desk.client.call("POST", f"/v/{desk.world}/samvy/samordnadePlaner", body, headers=nurse(VC_BORAS))
    for said in (
        {"handelse": "samtyckeRegistrerat", "ja": True, "givetAv": "individen", "namn": "Astrid"},
        {"handelse": "inbjudanSkickad", "motestid": "2022-05-02T13:00:00+02:00", "motesform": "videomote"}
        | {"huvudman": [SOC_BORAS]},
    ):
        address = f"/v/{desk.world}/samvy/samordnadePlaner/SP-1/handelser"
        assert desk.client.call("POST", address, said, headers=nurse(VC_BORAS)).status == 201

    desk.tell("utskrivningsinformation", text="Ny dos")

    assert desk.shown()["besked"][-1]["uppgifter"]["Tid för SIP"].startswith("2022-05-02T1")


def test_an_interrupted_plan_takes_nothing_more_and_another_can_begin(desk: Beside) -> None:
    assert desk.tell("avbruten", HSV_BORAS, anledning="Flyttad").code == "fel_enhet"
    assert desk.tell("avbruten", anledning="").status == 422
    assert desk.tell("avbruten", anledning="Flyttad").status == 201

    assert desk.shown()["status"] == "avbruten"
    assert desk.shown()["besked"][-1]["uppgifter"] == {"Anledning": "Flyttad"}
    for act in (desk.send, desk.judge_ready, desk.announce, desk.discharge, lambda: desk.close("Klart")):
        assert act().code == "fel_lage"
    assert desk.tell("utskrivningsinformation", text="Ny dos").code == "fel_lage"
    assert desk.acknowledge("inskrivning", HSV_BORAS).code == "fel_lage"
    assert desk.admit().status == 201


def test_information_needs_no_receipt_before_the_close_and_the_process_does(desk: Beside) -> None:
    for unit in (HSV_BORAS, VC_BORAS):
        desk.acknowledge("inskrivning", unit)
    desk.tell("utskrivningsinformation", text="Ny dos")
    desk.discharge()

    assert desk.close().code == "ej_klart_att_avsluta"
    for post in desk.shown()["besked"][-1:]:
        for row in post["mottagare"]:
            address = f"/v/{desk.world}/samvy/inkorgar/{row['enhet']}/poster/{post['id']}/kvittens"
            assert desk.client.call("POST", address, {}, headers=nurse(row["enhet"])).status == 201
    assert desk.close().status == 201


@pytest.mark.parametrize(
    "said",
    [
        {"handelse": "fastVardkontaktUtsedd"},
        {"handelse": "fastVardkontaktUtsedd", "namn": ""},
        {"handelse": "sipErbjuden", "svar": "kanske"},
        {"handelse": "utskrivningsinformation", "text": ""},
        {"handelse": "utskrivningsinformation", "text": "x" * 4001},
        {"handelse": "avbruten"},
    ],
)
def test_what_is_not_as_the_contract_says_changes_nothing(desk: Beside, said: dict[str, object]) -> None:
    before = desk.shown()
    address = f"/v/{desk.world}/samvy/vardplaneringar/VP-1/handelser"

    assert desk.client.call("POST", address, said, headers=doctor(SAS)).status == 422
    assert desk.shown() == before
