"""What somebody writes in a vårdplanering, and discharge under tvångsvård."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from careacts import SamvyDesk
from landscape import HSV_BORAS, HSV_GOTEBORG, SAS, SOC_BORAS, SU, VC_BORAS, doctor, nurse
from wireclient import Answer, WireClient

NewWorld = Callable[..., str]
LIVE = "2022-04-05T10:00:00+02:00"
LETTERS = ("planeringsmeddelande", "planeringsunderlag", "administrativtMeddelande")


class Brev(SamvyDesk):
    def tell(self, what: str, by: dict[str, str] | None = None, **said: object) -> Answer:
        address = f"/v/{self.world}/samvy/vardplaneringar/VP-1/handelser"
        return self.client.call("POST", address, {"handelse": what, **said}, headers=by or nurse(SAS))

    def shown(self) -> dict[str, Any]:
        plan: dict[str, Any] = self._plan()
        return plan

    def last(self) -> tuple[str, set[str]]:
        besked = self.shown()["besked"][-1]
        return besked["slag"], {row["enhet"] for row in besked["mottagare"]}


@pytest.fixture
def desk(client: WireClient, new_world: NewWorld) -> Brev:
    desk = Brev(client, new_world(start=LIVE))
    desk.admit()
    desk.assess("hsv")
    assert desk.send().status == 201
    return desk


@pytest.mark.parametrize("kind", LETTERS)
def test_what_the_hospital_writes_reaches_every_part(desk: Brev, kind: str) -> None:
    assert desk.tell(kind, text="Hur går det?").status == 201

    assert desk.last() == (kind, {HSV_BORAS, SOC_BORAS, VC_BORAS})
    assert desk.shown()["besked"][-1]["uppgifter"] == {"Text": "Hur går det?"}


def test_a_part_writes_to_the_others_but_not_the_hospitals_own(desk: Brev) -> None:
    assert desk.tell("planeringsmeddelande", nurse(HSV_BORAS), text="Vi kan på fredag").status == 201
    assert desk.last()[1] == {SAS, SOC_BORAS, VC_BORAS}
    assert desk.tell("planeringsunderlag", nurse(HSV_BORAS), text="x").code == "fel_enhet"
    assert desk.tell("planeringsmeddelande", nurse(SU), text="x").code == "fel_enhet"


def test_a_direct_message_reaches_whom_it_is_for_and_no_stranger(desk: Brev) -> None:
    assert desk.tell("direktmeddelande", nurse(VC_BORAS), text="Ring mig", till=[HSV_BORAS]).status == 201

    assert desk.last() == ("direktmeddelande", {HSV_BORAS})
    for strangers in ([HSV_GOTEBORG], [SAS]):
        assert desk.tell("direktmeddelande", text="x", till=strangers).code == "ej_samverkanspart"
    assert desk.tell("direktmeddelande", text="x", till=[]).status == 422


def test_planning_ends_with_the_discharge_and_the_rest_with_the_plan(desk: Brev) -> None:
    desk.discharge()
    for kind in ("planeringsmeddelande", "planeringsunderlag"):
        assert desk.tell(kind, text="x").code == "fel_lage"
    assert desk.tell("administrativtMeddelande", text="x").status == 201
    assert desk.tell("direktmeddelande", text="x", till=[HSV_BORAS]).status == 201
    desk.close("Provat klart")
    assert desk.tell("administrativtMeddelande", text="x").code == "fel_lage"


def test_what_is_written_calls_for_no_receipt_before_the_close(desk: Brev) -> None:
    for unit in (HSV_BORAS, VC_BORAS):
        desk.acknowledge("inskrivning", unit)
    desk.tell("planeringsmeddelande", text="x")
    desk.discharge()
    for unit in (HSV_BORAS, VC_BORAS):
        post = desk.shown()["besked"][-1]["id"]
        desk.client.call(
            "POST", f"/v/{desk.world}/samvy/inkorgar/{unit}/poster/{post}/kvittens", {}, headers=nurse(unit)
        )

    assert desk.close().status == 201


def test_a_notice_under_lpt_makes_the_person_ready_and_counts(desk: Brev) -> None:
    assert desk.tell("lptUnderrattelse").code == "kraver_lakare"
    assert desk.tell("lptUnderrattelse", doctor(SAS)).status == 201

    assert desk.shown()["status"] == "utskrivningsklar"
    assert desk.last()[1] == {HSV_BORAS, VC_BORAS}
    desk.move("2022-04-08T10:00:00+02:00")
    assert desk.days() == 3
    assert desk.tell("lptUnderrattelse", doctor(SAS)).code == "redan_utskrivningsklar"
    desk.withdraw()
    assert desk.days() is None


@pytest.mark.parametrize("form", ["oppenPsykiatriskTvangsvard", "oppenRattspsykiatriskVard"])
def test_who_leaves_under_tvangsvard_gets_a_joint_care_plan(desk: Brev, form: str) -> None:
    assert (desk.shown()["vardform"], desk.shown()["planform"]) == (None, "sip")
    assert desk.tell("vardformBeslutad", vardform=form).code == "kraver_lakare"
    assert desk.tell("vardformBeslutad", doctor(SAS), vardform="annan").status == 422
    assert desk.tell("vardformBeslutad", doctor(SAS), vardform=form).status == 201

    assert (desk.shown()["vardform"], desk.shown()["planform"]) == (form, "samordnadVardplan")
