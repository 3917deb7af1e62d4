"""The robot between Melior and SAMSA fails halfway and is rerun; nothing is doubled and nothing is lost."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from landscape import (
    ASTRID,
    BERTIL,
    CECILIA,
    HSV_BORAS,
    PARTIES_BORAS,
    PERSONNUMMER,
    SAS,
    SU,
    doctor,
    freeze,
    landscape_document,
    nurse,
    world_document,
)
from robotdesk import RobotDesk
from wireclient import WireClient

from harness.kernel.journal import MemoryStore
from harness.simulator import create_app

NewWorld = Callable[..., str]
ALL = ("arende", "behovsbedomning", "inskrivningsmeddelande")
ADMITTED = {"INSKRIVNINGSMEDDELANDE": 1}
DISCHARGED = {**ADMITTED, "UTSKRIVNINGSINFORMATION": 1}


@pytest.fixture
def desk(client: WireClient, new_world: NewWorld) -> RobotDesk:
    return RobotDesk(client, new_world())


def test_an_admission_and_its_information_are_carried_and_receipted(desk: RobotDesk) -> None:
    desk.write()
    desk.inform()
    assert desk.unreceipted() == {"M-1": ["inskrivningsmeddelande", "utskrivningsinformation"]}

    assert desk.run().json == {"korning": "K-1"}

    assert desk.rows() == [("M-1", step, "overfort") for step in (*ALL, "utskrivningsinformation")]
    assert desk.messages() == DISCHARGED
    assert desk.inbox() == ["INSKRIVNINGSMEDDELANDE", "UTSKRIVNINGSINFORMATION"]
    assert desk.unreceipted() == {"M-1": []}
    assert desk.failures() == []


def test_what_is_written_later_is_carried_later_and_nothing_else(desk: RobotDesk) -> None:
    desk.write()
    desk.run()
    desk.run()
    assert desk.rows() == []

    desk.inform()
    desk.run()

    assert desk.rows() == [("M-1", "utskrivningsinformation", "overfort")]
    assert desk.messages() == DISCHARGED


@pytest.mark.parametrize(("neighbour", "step"), [("enheter", "arende"), ("pu", "inskrivningsmeddelande")])
def test_it_fails_halfway_and_a_rerun_does_the_rest(desk: RobotDesk, neighbour: str, step: str) -> None:
    desk.write()
    desk.inform()
    down = desk.fault(neighbour)

    desk.run()

    *done, last = desk.rows()
    assert (last, len(done)) == (("M-1", step, "misslyckades"), ALL.index(step))
    [failure] = desk.failures()
    assert (failure["steg"], failure["kod"]) == (step, "granne_svarar_inte")
    assert desk.messages() == {}
    assert desk.unreceipted() == {"M-1": ["inskrivningsmeddelande", "utskrivningsinformation"]}

    desk.lift(down)
    desk.run()

    outcomes = [outcome for _, _, outcome in desk.rows()]
    assert outcomes == ["fanns_redan"] * len(done) + ["overfort"] * (4 - len(done))
    assert (len(desk.cases()), desk.messages()) == (1, DISCHARGED)
    assert desk.failures() == []
    assert desk.unreceipted() == {"M-1": []}


ALREADY = [("M-1", step, "fanns_redan") for step in (*ALL, "utskrivningsinformation")]


def test_a_rerun_before_the_receipt_has_come_doubles_nothing(desk: RobotDesk) -> None:
    desk.write()
    desk.inform()
    desk.fault("melior", "fordrojning", sekunder=600)
    desk.run()
    assert desk.unreceipted() == {"M-1": ["inskrivningsmeddelande", "utskrivningsinformation"]}

    desk.run()

    assert desk.rows() == ALREADY
    assert (len(desk.cases()), desk.messages()) == (1, DISCHARGED)
    assert len(desk.inbox()) == 2
    desk.move("2022-04-04T10:30:00+02:00")
    assert desk.unreceipted() == {"M-1": []}


def test_a_receipt_that_never_came_is_given_again_even_when_the_case_is_closed(desk: RobotDesk) -> None:
    desk.write()
    slow = desk.fault("melior", "fordrojning", sekunder=60)
    desk.run()
    desk.lift(slow)
    down = desk.fault("melior")
    desk.move("2022-04-04T13:00:00+02:00")
    desk.lift(down)
    assert desk.unreceipted() == {"M-1": ["inskrivningsmeddelande"]}
    desk.by_hand("/S-1/avslut", {"orsak": "Vårdas vidare på annat håll."})

    desk.run()

    assert desk.rows() == ALREADY[:3]
    assert (len(desk.cases()), desk.messages(), desk.unreceipted()) == (1, ADMITTED, {"M-1": []})


def test_a_receipt_that_comes_twice_is_one(desk: RobotDesk) -> None:
    desk.write()
    desk.fault("melior", "dubblett")
    desk.run()
    desk.move("2022-04-04T11:00:00+02:00")

    assert desk.arrivals("rpa-kvittens") == 2
    assert desk.happened("melior-kvitterat") == 1


def test_melior_that_does_not_answer_is_told_and_nothing_is_done(desk: RobotDesk) -> None:
    desk.write()
    desk.fault("melior")

    stopped = desk.run()

    assert (stopped.status, stopped.code) == (503, "granne_svarar_inte")
    assert "Melior svarar inte" in stopped.text
    assert desk.cases() == []


def test_one_that_fails_stops_no_other(desk: RobotDesk) -> None:
    desk.write(ASTRID)
    desk.write(BERTIL, parter={**PARTIES_BORAS, "oppenvard": "SE0000000000-FEL"})
    desk.write(CECILIA)

    desk.run()

    assert [row for row in desk.rows() if row[2] != "overfort"] == [("M-2", "arende", "misslyckades")]
    assert [desk.messages(patient) for patient in (ASTRID, BERTIL, CECILIA)] == [ADMITTED, {}, ADMITTED]
    [failure] = desk.failures()
    assert (failure["vardtillfalle"], failure["kod"], failure["arende"]) == ("M-2", "okand_enhet", None)
    assert "SE0000000000-FEL" in failure["orsak"]


def test_where_it_stops_at_the_first_failure_the_rest_is_said_to_be_left(
    client: WireClient, new_world: NewWorld
) -> None:
    desk = RobotDesk(client, new_world(parametrar={"rpa_fortsatter_efter_fel": False}))
    desk.write(ASTRID, parter={**PARTIES_BORAS, "oppenvard": "SE0000000000-FEL"})
    desk.write(BERTIL)

    desk.run()

    assert desk.rows() == [("M-1", "arende", "misslyckades"), ("M-2", None, "ej_paborjat")]
    assert desk.cases(BERTIL) == []


def finish_by_hand(desk: RobotDesk) -> None:
    opened = desk.by_hand("", {"patient": {"oid": PERSONNUMMER, "id": ASTRID}, "parter": PARTIES_BORAS})
    case = opened.json["arende"]
    desk.by_hand(f"/{case}/behovsbedomning", {"behov": ["KOMMUNAL_HSV"]})
    desk.by_hand(f"/{case}/meddelanden", {"typ": "INSKRIVNINGSMEDDELANDE", "beraknad_utskrivning": "2022-04-20"})


@pytest.mark.parametrize("is_closed", [False, True])
def test_what_it_could_not_do_is_finished_by_hand_and_not_done_again(desk: RobotDesk, is_closed: bool) -> None:
    desk.write()
    down = desk.fault("enheter")
    desk.run()
    desk.lift(down)
    assert len(desk.failures()) == 1

    desk.move("2022-04-04T11:00:00+02:00")
    finish_by_hand(desk)
    assert desk.failures() == []
    if is_closed:
        desk.by_hand("/S-1/avslut", {"orsak": "Vårdas vidare på annat håll."})
    desk.run()

    assert desk.rows() == [("M-1", step, "fanns_redan") for step in ALL]
    assert (len(desk.cases()), desk.messages()) == (1, ADMITTED)
    assert desk.unreceipted() == {"M-1": []}


def test_by_hand_for_one_need_does_not_keep_the_others_from_hearing(desk: RobotDesk) -> None:
    desk.write(behov=["KOMMUNAL_HSV", "SOCIALTJANST"])
    finish_by_hand(desk)

    desk.run()

    assert [outcome for *_, outcome in desk.rows()] == ["fanns_redan", "overfort", "overfort"]
    assert desk.inbox(PARTIES_BORAS["socialtjanst"]) == ["INSKRIVNINGSMEDDELANDE"]
    assert desk.inbox(HSV_BORAS) == ["INSKRIVNINGSMEDDELANDE"]


@pytest.mark.parametrize(("hours", "late"), [(24, None), (25, 60)])
def test_the_deadline_counts_from_melior_however_late_the_robot_is(
    client: WireClient, new_world: NewWorld, hours: int, late: int | None
) -> None:
    desk = RobotDesk(client, new_world(start="2022-04-03T09:00:00+02:00"))
    desk.write()
    desk.move(f"2022-04-04T{9 + hours - 24:02}:00:00+02:00")

    desk.run()

    [case] = desk.cases()
    assert case["inskriven"] == "2022-04-03T09:00:00+02:00"
    assert [message["forsenat_minuter"] for message in case["meddelanden"]] == [late]


def test_a_unit_carries_and_sees_only_its_own(desk: RobotDesk) -> None:
    desk.write()

    assert desk.run(nurse(SU)).status == 201

    assert (desk.rows(nurse(SU)), desk.cases()) == ([], [])
    assert desk.inform(by=nurse(SU)).code == "finns_inte"


@pytest.mark.parametrize(
    ("by", "code"),
    [
        (nurse(SAS), "kraver_lakare"),
        (doctor(HSV_BORAS), "fel_enhet"),
        ({"X-Enhet": "SE0000000000-INGEN", "X-Medarbetare": "x"}, "okand_enhet"),
        ({"X-Enhet": SAS, "X-Medarbetare": "x"}, "ej_anstalld"),
    ],
)
def test_who_may_not_write_in_melior(desk: RobotDesk, by: dict[str, str], code: str) -> None:
    assert (desk.write(by=by).status, desk.write(by=by).code) == (403, code)
    assert desk.unreceipted() == {}


def test_what_cannot_be_is_refused(desk: RobotDesk) -> None:
    assert desk.write(behov=[]).code == "fel_begaran"
    assert desk.inform().code == "finns_inte"
    desk.write()
    desk.inform()
    assert desk.inform().code == "redan_skriven"
    assert desk.run(nurse(HSV_BORAS)).code == "fel_enhet"


def test_a_restart_between_two_runs_forgets_nothing() -> None:
    store = MemoryStore()
    before = WireClient(create_app(store))
    sha256, body = freeze(landscape_document())
    before.call("PUT", f"/styr/landskap/{sha256}", body)
    assert before.call("PUT", "/styr/v/v", world_document()).status == 201
    first = RobotDesk(before, "v")
    first.write(ASTRID)
    first.write(BERTIL, parter={**PARTIES_BORAS, "oppenvard": "SE0000000000-FEL"})
    first.fault("melior", "fordrojning", sekunder=600)
    first.run()

    second = RobotDesk(WireClient(create_app(store)), "v")

    assert (second.rows(), second.failures()) == (first.rows(), first.failures())
    second.run()
    assert second.rows() == [*ALREADY[:3], ("M-2", "arende", "misslyckades")]
    assert second.messages() == ADMITTED
