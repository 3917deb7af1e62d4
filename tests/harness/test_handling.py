"""What SAMSA's users do beside the process: vårdkontakt, felsänt, vidaresänt, new parts, avbrott, the sändlista."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from careacts import SamsaDesk, SamvyDesk
from landscape import HSV_BORAS, HSV_GOTEBORG, SAS, SOC_BORAS, SOC_GOTEBORG, SU, VC_BORAS, VC_GOTEBORG, nurse
from wireclient import Answer, WireClient

NewWorld = Callable[..., str]


class Handling(SamsaDesk):
    """The acts of handling, on top of the desk's."""

    def do(self, path: str, body: object, by: str) -> Answer:
        return self._post(f"/arenden/{self._number()}/{path}", body, nurse(by))

    def contact(self, name: str | None, by: str = VC_BORAS) -> Answer:
        return self.do("fast-vardkontakt", {"namn": name}, by)

    def give_back(self, number: int, by: str, reason: str = "Fel kommun") -> Answer:
        return self.do(f"meddelanden/{number}/felsant", {"orsak": reason}, by)

    def forward(self, number: int, to: str, by: str) -> Answer:
        return self.do(f"meddelanden/{number}/vidaresandning", {"till": to}, by)

    def part(self, role: str, unit: str, by: str = SAS) -> Answer:
        return self.do("parter", {"roll": role, "enhet": unit}, by)

    def interrupt(self, reason: str = "Flyttad till annat sjukhus", by: str = SAS) -> Answer:
        return self.do("avbrott", {"orsak": reason}, by)

    def shown(self) -> dict[str, Any]:
        return self._case()

    def list_sent(self) -> list[tuple[str, str, str]]:
        address = f"/v/{self.world}/samsa/api/arenden/{self._number()}/sandlista"
        listed = self.client.call("GET", address, headers=nurse(SAS)).json["sandlista"]
        return [(row["handelse"], row["enhet"], row["till"]) for row in listed]


@pytest.fixture
def desk(client: WireClient, new_world: NewWorld) -> Handling:
    desk = Handling(client, new_world(start="2022-04-04T10:00:00+02:00"))
    desk.admit()
    desk.assess("hsv")
    desk.send()
    return desk


def test_the_oppenvard_names_the_contact_and_nobody_else_does(desk: Handling) -> None:
    assert desk.contact("Karin", by=SAS).code == "fel_enhet"
    assert desk.contact("Karin").status == 201

    assert desk.shown()["fast_vardkontakt"] == {"namn": "Karin", "enhet": VC_BORAS, "behalls": False}


def test_a_discharge_without_a_contact_is_warned_of_and_one_with_is_not(desk: Handling) -> None:
    assert desk.shown()["varningar"] == []
    desk.discharge()
    assert "Utskriven utan fast vårdkontakt." in desk.shown()["varningar"]

    desk.close("Provat klart")
    desk.admit()
    desk.assess("hsv")
    desk.send()
    desk.contact("Karin")
    desk.do("sip-erbjudande", {"svar": "ja"}, SAS)
    desk.discharge()
    assert desk.shown()["varningar"] == []


def test_a_discharge_without_an_answer_to_the_offer_of_a_sip_is_warned_of(desk: Handling) -> None:
    warning = "Utskriven utan svar på om patienten vill ha en SIP."
    desk.discharge()
    assert warning in desk.shown()["varningar"]
    assert desk.shown()["sip_erbjudande"] is None

    desk.close("Provat klart")
    desk.admit()
    desk.assess("hsv")
    desk.send()
    assert desk.do("sip-erbjudande", {"svar": "kanske"}, SAS).status == 422
    assert desk.do("sip-erbjudande", {"svar": "ja"}, HSV_GOTEBORG).code == "ej_part"
    for answer in ("ja", "nej"):
        assert desk.do("sip-erbjudande", {"svar": answer}, SAS).status == 201
    desk.discharge()
    assert warning not in desk.shown()["varningar"]
    assert (desk.shown()["sip_erbjudande"]["svar"], desk.shown()["sip_erbjudande"]["enhet"]) == ("nej", SAS)


def test_an_earlier_contact_at_the_unit_may_stay_without_a_new_choice(desk: Handling) -> None:
    assert desk.contact(None).code == "ingen_tidigare"
    desk.contact("Karin")
    desk.close("Provat klart")
    desk.admit()

    assert desk.contact(None).status == 201
    assert desk.shown()["fast_vardkontakt"] == {"namn": "Karin", "enhet": VC_BORAS, "behalls": True}


def test_a_message_sent_wrong_goes_back_with_its_reason_and_is_not_handled(desk: Handling) -> None:
    assert desk.give_back(1, HSV_BORAS, "Bor i Mark").status == 201

    assert dict(desk.sent()[0].recipients)[HSV_BORAS][0] == "felsänd"
    assert ("felsänt", HSV_BORAS, "") in desk.list_sent()
    assert desk.acknowledge("inskrivning", HSV_BORAS).code == "redan_felsant"
    assert desk.give_back(1, HSV_BORAS).code == "redan_felsant"
    desk.discharge()
    assert HSV_BORAS in desk.close().text


def test_the_sender_finds_what_came_back_with_who_and_why(desk: Handling) -> None:
    desk.give_back(1, HSV_BORAS, "Bor i Mark")

    def returned(unit: str) -> list[tuple[str, str, str]]:
        inbox = desk.client.call("GET", f"/v/{desk.world}/samsa/api/inkorg", headers=nurse(unit)).json
        return [(row["meddelande"], row["enhet"], row["orsak"]) for row in inbox["aterforda"]]

    assert returned(SAS) == [("S-1/1", HSV_BORAS, "Bor i Mark")]
    assert returned(HSV_BORAS) == []


def test_a_unit_that_sent_it_back_or_was_replaced_or_only_had_it_forwarded_hears_no_more(desk: Handling) -> None:
    desk.forward(1, SU, VC_BORAS)
    desk.part("kommunal_hsv", HSV_GOTEBORG)
    assert desk.judge_ready().status == 201
    desk.announce()
    assert desk.sent()[-1].units == {VC_BORAS}

    desk.send()
    desk.discharge()
    assert desk.sent()[-1].units == {VC_BORAS, HSV_GOTEBORG}


def test_who_sent_it_back_can_be_sent_it_again(desk: Handling) -> None:
    desk.give_back(1, HSV_BORAS)

    assert desk.send().status == 201
    assert desk.sent()[-1].units == {HSV_BORAS}
    assert desk.acknowledge("inskrivning", HSV_BORAS).status == 201


def test_a_part_is_added_beside_the_one_that_has_the_role(desk: Handling) -> None:
    before = desk.sent()

    added = desk.do("parter", {"roll": "kommunal_hsv", "enhet": HSV_GOTEBORG, "laggs_till": True}, SAS)

    assert added.status == 201
    assert desk.shown()["parter"]["kommunal_hsv"] == HSV_BORAS
    assert desk.shown()["tillagda_parter"] == [{"roll": "kommunal_hsv", "enhet": HSV_GOTEBORG}]
    assert desk.sent() == before
    desk.send()
    assert desk.sent()[-1].units == {HSV_GOTEBORG}
    desk.judge_ready()
    desk.announce()
    assert desk.sent()[-1].units == {HSV_BORAS, VC_BORAS, HSV_GOTEBORG}
    assert desk.part("kommunal_hsv", HSV_GOTEBORG).code == "redan_part"


@pytest.mark.parametrize(("hours", "late"), [(47, None), (49, 60)])
def test_the_time_of_a_part_that_came_later_counts_from_when_it_came(desk: Handling, hours: int, late: int) -> None:
    desk.move("2022-04-05T10:00:00+02:00")
    desk.part("kommunal_hsv", HSV_GOTEBORG)
    desk.move(f"2022-04-{4 + (10 + hours) // 24:02}T{(10 + hours) % 24:02}:00:00+02:00")

    desk.send()

    assert desk.sent()[-1].late_minutes == late


def test_what_is_acknowledged_or_never_came_cannot_be_given_back(desk: Handling) -> None:
    desk.acknowledge("inskrivning", HSV_BORAS)

    assert desk.give_back(1, HSV_BORAS).code == "redan_kvitterat"
    assert desk.give_back(1, SOC_BORAS).code == "ej_mottagare"
    assert desk.give_back(9, HSV_BORAS).status == 404


def test_a_message_is_forwarded_within_the_own_organisation_only(desk: Handling) -> None:
    assert desk.forward(1, HSV_GOTEBORG, HSV_BORAS).code == "annan_organisation"
    assert desk.forward(1, SOC_BORAS, HSV_BORAS).status == 201

    assert [row[0] for row in desk.inbox(SOC_BORAS)] == ["inskrivning"]
    assert ("vidaresänt", HSV_BORAS, SOC_BORAS) in desk.list_sent()
    assert desk.acknowledge("inskrivning", SOC_BORAS).status == 201
    assert desk.forward(1, SOC_BORAS, HSV_BORAS).code == "redan_mottagare"
    assert desk.forward(1, SU, VC_BORAS).status == 201
    assert desk.forward(1, "SE0000000000-INGEN", HSV_BORAS).code == "okand_enhet"


def test_a_part_is_replaced_and_what_was_sent_stays_where_it_was_sent(desk: Handling) -> None:
    before = desk.sent()

    assert desk.part("kommunal_hsv", HSV_GOTEBORG).status == 201

    assert desk.shown()["parter"]["kommunal_hsv"] == HSV_GOTEBORG
    assert desk.sent() == before
    assert desk.inbox(HSV_GOTEBORG) == []
    assert desk.send().status == 201
    assert desk.sent()[-1].units == {HSV_GOTEBORG}


@pytest.mark.parametrize(
    ("role", "unit", "by", "code"),
    [
        ("kommunal_hsv", HSV_GOTEBORG, HSV_BORAS, "fel_enhet"),
        ("kommunal_hsv", SOC_GOTEBORG, SAS, "fel_part"),
        ("oppenvard", VC_BORAS, SAS, "redan_part"),
        ("oppenvard", "SE0000000000-INGEN", SAS, "okand_enhet"),
    ],
)
def test_a_part_that_cannot_be_is_refused(desk: Handling, role: str, unit: str, by: str, code: str) -> None:
    assert desk.part(role, unit, by).code == code
    assert desk.part("oppenvard", VC_GOTEBORG).status == 201


def test_an_interrupted_case_takes_no_more_steps_and_can_be_read(desk: Handling) -> None:
    assert desk.interrupt(by=HSV_BORAS).code == "fel_enhet"
    assert desk.interrupt().status == 201

    assert desk.state() == "Avbruten"
    for act in (
        desk.send,
        desk.judge_ready,
        desk.announce,
        desk.discharge,
        lambda: desk.contact("Karin"),
        desk.interrupt,
    ):
        assert act().code == "fel_lage"
    assert desk.close("Provat klart").code == "fel_lage"
    told = desk.shown()["meddelanden"][-1]
    assert (told["typ"], told["innehall"]) == ("AVBROTT", {"Orsak": "Flyttad till annat sjukhus"})
    assert {row["enhet"] for row in told["mottagare"]} == {HSV_BORAS, VC_BORAS}
    assert not SamvyDesk(desk.client, desk.world).person()["samsaArendePagar"]
    assert desk.admit().status == 201


def test_the_list_has_what_was_sent_and_acknowledged_in_order(desk: Handling) -> None:
    desk.move("2022-04-04T11:00:00+02:00")
    desk.acknowledge("inskrivning", VC_BORAS)

    assert desk.list_sent() == [("skickat", SAS, HSV_BORAS), ("skickat", SAS, VC_BORAS), ("kvitterat", VC_BORAS, "")]
