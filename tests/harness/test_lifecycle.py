"""The rules of in- och utskrivning, on the wire of both systems."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from careacts import Desk
from landscape import (
    ASTRID,
    HSV_BORAS,
    NRID,
    PARTIES_GOTEBORG,
    PARTIES_SKOVDE,
    SAS,
    SKAS,
    SOC_BORAS,
    SU,
    VC_BORAS,
    nurse,
    person,
)

DeskIn = Callable[..., Desk]


def after(desk: Desk, **time: float) -> None:
    clock = desk.client.call("GET", f"/styr/v/{desk.world}/tid").json["tid"]
    # Through UTC: a day over a DST night has 23 or 25 hours.
    moment = datetime.fromisoformat(clock).astimezone(UTC) + timedelta(**time)
    desk.move(moment.isoformat())


def planned_case(desk: Desk) -> Desk:
    """Admitted, all needs judged, inskrivningsmeddelande sent."""
    for answer in (desk.admit(), desk.assess("hsv", "soc"), desk.send()):
        assert answer.status == 201, answer.text
    return desk


def ready_case(desk: Desk) -> Desk:
    planned_case(desk)
    for answer in (desk.judge_ready(), desk.announce()):
        assert answer.status == 201, answer.text
    return desk


def test_a_whole_case_goes_through(desk: Desk) -> None:
    ready_case(desk)
    assert desk.discharge().status == 201
    for kind in ("inskrivning", "klar", "utskrivning"):
        for unit in (HSV_BORAS, SOC_BORAS, VC_BORAS):
            assert desk.acknowledge(kind, unit).status == 201

    closed = desk.close()

    assert closed.status == 201
    assert desk.state() == "Avslutad"
    assert desk.refused() == []


@pytest.mark.parametrize(
    ("hours", "seconds", "late"),
    [
        pytest.param(23, 59, None, id="före fristen"),
        pytest.param(24, 0, None, id="exakt 24 timmar är i tid"),
        pytest.param(24, 1, 1, id="en sekund sent är en påbörjad minut"),
        pytest.param(24, 60, 1, id="en hel minut"),
        pytest.param(24, 61, 2, id="en minut och en sekund"),
        pytest.param(25, 300, 65, id="en timme och fem minuter"),
    ],
)
def test_the_deadline_is_24_hours(desk: Desk, hours: int, seconds: int, late: int | None) -> None:
    desk.admit()
    desk.assess("hsv")
    after(desk, hours=hours, seconds=seconds)

    desk.send()

    assert desk.sent()[0].late_minutes == late


@pytest.mark.parametrize(
    ("start", "in_time", "late"),
    [
        pytest.param(
            "2023-03-25T12:00:00+01:00",
            "2023-03-26T13:00:00+02:00",
            "2023-03-26T13:00:01+02:00",
            id="natten till sommartid har 23 timmar",
        ),
        pytest.param(
            "2022-10-29T12:00:00+02:00",
            "2022-10-30T11:00:00+01:00",
            "2022-10-30T11:00:01+01:00",
            id="natten till vintertid har 25 timmar",
        ),
    ],
)
def test_a_dst_night_has_its_real_hours(desk_in: DeskIn, system: str, start: str, in_time: str, late: str) -> None:
    where = (SU, PARTIES_GOTEBORG) if system == "SAMSA" else (SAS, None)
    for moment, expected in ((in_time, None), (late, 1)):
        desk = desk_in(start=start)
        assert (desk.admit(*where) if where[1] else desk.admit()).status == 201
        desk.assess("hsv")
        desk.move(moment)

        desk.send()

        assert desk.sent()[0].late_minutes == expected


def test_a_need_that_arises_later_has_its_own_deadline(desk: Desk) -> None:
    """AK-INUT-03: the second message is late by its own judgement, not by the admission."""
    desk.admit()
    desk.assess("soc")
    desk.send()
    after(desk, days=3)
    desk.assess("soc", "vc")
    after(desk, hours=24)

    assert desk.send().status == 201

    first, second = desk.sent()
    assert (first.units, second.units) == ({SOC_BORAS}, {VC_BORAS})
    assert second.late_minutes is None


def test_the_deadline_is_a_parameter(desk_in: DeskIn) -> None:
    desk = desk_in(parametrar={"inskrivningsmeddelande_frist_timmar": 2})
    desk.admit()
    desk.assess("hsv")
    after(desk, hours=3)

    desk.send()

    assert desk.sent()[0].late_minutes == 60


@pytest.mark.parametrize(
    ("needs", "units"),
    [
        (("soc",), {SOC_BORAS}),
        (("vc",), {VC_BORAS}),
        (("hsv",), {HSV_BORAS, VC_BORAS}),
        (("hsv", "soc"), {HSV_BORAS, SOC_BORAS, VC_BORAS}),
    ],
)
def test_who_gets_the_inskrivningsmeddelande(desk: Desk, needs: tuple[str, ...], units: set[str]) -> None:
    desk.admit()
    desk.assess(*needs)

    desk.send()

    assert desk.sent()[0].units == units
    assert {state for state, _ in desk.sent()[0].recipients.values()} == {"levererad"}


def test_the_content_is_what_the_law_requires(desk: Desk) -> None:
    planned_case(desk)

    assert desk.sent()[0].content == {
        "Namn": "Test Testsson",
        "Personnummer": ASTRID,
        "Folkbokföringsadress": "Provgatan 1, 500 00 Borås",
        "Beräknad utskrivning": "2022-04-20",
    }


@pytest.mark.parametrize(
    ("people", "code"),
    [
        pytest.param([], "okand_person", id="okänd i PU"),
        pytest.param([person(ASTRID, adress="")], "uppgift_saknas", id="adress saknas"),
        pytest.param([person(ASTRID, oid=NRID)], "okand_person", id="samma nummer med annan OID"),
    ],
)
def test_without_its_content_the_message_is_not_sent(desk_in: DeskIn, people: list[object], code: str) -> None:
    desk = desk_in(personer=people)
    desk.admit()
    desk.assess("hsv")

    refused = desk.send()

    assert (refused.status, refused.code) == (409, code)
    assert desk.sent() == []


def test_a_changed_discharge_reaches_all_who_were_informed(desk: Desk) -> None:
    desk.admit()
    desk.assess("hsv")
    desk.send("2022-04-20")

    assert desk.change("2022-04-22").status == 201

    assert desk.sent()[-1].units == {HSV_BORAS, VC_BORAS}
    assert desk.planned() == "2022-04-22"


def test_the_sender_sees_who_has_acknowledged(desk: Desk) -> None:
    planned_case(desk)
    after(desk, minutes=5)

    desk.acknowledge("inskrivning", SOC_BORAS)

    state, receipt = desk.sent()[0].recipients[SOC_BORAS]
    assert state == "kvitterad"
    assert (receipt["namn"], receipt["roll"]) == ("sjuksköterska på Enhet SOCB", "sjuksköterska")
    assert receipt["tid"].endswith("T10:05:00+02:00")
    assert desk.sent()[0].recipients[HSV_BORAS] == ("levererad", None)
    assert desk.inbox(SOC_BORAS) == [("inskrivning", "kvitterad")]


def test_the_first_receipt_starts_the_planning(desk: Desk) -> None:
    planned_case(desk)
    assert desk.state() == "Inskriven"

    desk.acknowledge("inskrivning", HSV_BORAS)

    assert desk.state() == "Planering pågår"


def test_reading_an_inbox_changes_nothing(desk: Desk) -> None:
    planned_case(desk)

    assert desk.inbox(SOC_BORAS) == desk.inbox(SOC_BORAS) == [("inskrivning", "levererad")]


@pytest.mark.parametrize(
    ("start_hour", "moved", "days"),
    [
        pytest.param("T10:00:00", "T23:59:59", 0, id="samma dag"),
        pytest.param("T11:59:00", "T12:01:00", 0, id="klockan 12 spelar ingen roll"),
        pytest.param("T23:59:59", "+1T00:00:00", 1, id="över midnatt"),
        pytest.param("T00:00:01", "+3T00:00:00", 3, id="helgdagar räknas"),
    ],
)
def test_days_are_calendar_days(desk_in: DeskIn, system: str, start_hour: str, moved: str, days: int) -> None:
    start = {"SAMSA": "2022-04-01", "Samvy": "2022-04-15"}[system]
    desk = desk_in(start=f"{start}{start_hour}+02:00")
    ready_case(desk)
    ahead, hour = moved.split("T")
    day = datetime.fromisoformat(start) + timedelta(days=int(ahead or 0))

    desk.move(f"{day:%Y-%m-%d}T{hour}+02:00")

    assert desk.days() == days


def test_days_stop_at_the_discharge(desk: Desk) -> None:
    ready_case(desk)
    after(desk, days=2)
    desk.discharge()

    after(desk, days=5)

    assert desk.days() == 2


@pytest.mark.parametrize(("sums", "days"), [(False, 1), (True, 3)])
def test_a_withdrawal_starts_the_count_again(desk_in: DeskIn, sums: bool, days: int) -> None:
    desk = ready_case(desk_in(parametrar={"aterta_summera": sums}))
    after(desk, days=2)
    assert desk.withdraw().status == 201
    assert (desk.state(), desk.days()) == ("Återtagen", None)
    after(desk, days=4)
    desk.judge_ready()
    assert desk.announce().status == 201
    assert desk.days() == days - 1

    after(desk, days=1)

    assert desk.days() == days


def test_a_withdrawal_reaches_every_part_and_its_first_receipt_starts_planning(desk: Desk) -> None:
    desk.admit()
    desk.assess("soc")
    desk.send()
    desk.judge_ready()
    desk.announce()
    desk.withdraw()
    assert desk.sent()[-1].units == {HSV_BORAS, SOC_BORAS, VC_BORAS}

    desk.acknowledge("återtagen", SOC_BORAS)

    assert desk.state() == "Planering pågår"


def test_a_withdrawn_judgement_is_no_judgement(desk: Desk) -> None:
    ready_case(desk)
    desk.withdraw()

    assert desk.announce().code == "lakarbedomning_saknas"


def test_a_case_is_closed_when_all_is_done_or_with_a_reason(desk: Desk) -> None:
    planned_case(desk)
    desk.discharge()

    refused = desk.close()
    blank = desk.close(" ")
    closed = desk.close("Patienten har flyttat")

    assert (refused.code, blank.code) == ("ej_klart_att_avsluta", "ej_klart_att_avsluta")
    assert "kvitt" in refused.text
    assert closed.status == 201


REFUSALS: dict[str, Callable[[Desk], object]] = {
    "oppet_arende_finns": lambda d: (planned_case(d), d.admit())[-1],
    "bedomning_saknas": lambda d: (d.admit(), d.send())[-1],
    "redan_skickat": lambda d: (planned_case(d), d.send())[-1],
    "inskrivningsmeddelande_saknas": lambda d: (d.admit(), d.change("2022-04-30"))[-1],
    "lakarbedomning_saknas": lambda d: (planned_case(d), d.announce())[-1],
    "redan_utskrivningsklar": lambda d: (ready_case(d), d.announce())[-1],
    "ej_utskrivningsklar": lambda d: (planned_case(d), d.withdraw())[-1],
    "redan_kvitterat": lambda d: (
        planned_case(d),
        d.acknowledge("inskrivning", SOC_BORAS),
        d.acknowledge("inskrivning", SOC_BORAS),
    )[-1],
    "ej_mottagare": lambda d: (planned_case(d), d.acknowledge("inskrivning", SKAS))[-1],
    "fel_lage": lambda d: (planned_case(d), d.discharge(), d.change("2022-04-30"))[-1],
    "ej_klart_att_avsluta": lambda d: (planned_case(d), d.close())[-1],
}


@pytest.mark.parametrize("code", REFUSALS)
def test_what_is_refused_has_its_code_is_in_swedish_and_is_remembered(desk: Desk, code: str) -> None:
    refused = REFUSALS[code](desk)

    assert (refused.status, refused.code) == (409, code)
    assert refused.text.endswith(".")
    assert desk.refused() == [code]


@pytest.mark.parametrize(
    ("act", "code"),
    [
        (lambda d: d.assess("hsv", by=nurse(SAS)), "kraver_lakare"),
        (lambda d: d.judge_ready(by=nurse(SAS)), "kraver_lakare"),
        (lambda d: d.assess("hsv", by={"X-Enhet": "SE0000000000-INGEN"}), "okand_enhet"),
        (lambda d: d.assess("hsv", by={"X-Enhet": SAS, "X-Medarbetare": f"{SU}L"}), "ej_anstalld"),
        (lambda d: d.assess("hsv", by=nurse(SKAS) | {"X-Medarbetare": f"{SKAS}L"}), "fel_enhet"),
    ],
)
def test_the_wrong_actor_is_forbidden_and_it_is_remembered(
    desk: Desk, act: Callable[[Desk], object], code: str
) -> None:
    desk.admit()

    refused = act(desk)

    assert (refused.status, refused.code) == (403, code)
    assert desk.refused() == [code]


def test_a_new_case_can_be_opened_when_the_old_one_is_closed(desk: Desk) -> None:
    planned_case(desk)
    desk.close("Fel patient")

    assert desk.admit().status == 201
    assert desk.state() == "Inskriven"


def test_a_part_of_the_wrong_kind_is_malformed(desk: Desk) -> None:
    wrong = {**PARTIES_SKOVDE, "kommunal_hsv": VC_BORAS}

    assert desk.admit(SAS, wrong).status == 422
