"""Roles, read log, läsläge and nedstängning in SAMSA (AK-BEH, AK-AVL)."""

from __future__ import annotations

import base64
from collections.abc import Callable
from typing import Any

import pytest
from careacts import SamsaDesk
from landscape import CODE, HSV_BORAS, SAS, VC_GOTEBORG, doctor, freeze, landscape_document, nurse, world_document
from pagewire import Browser
from samsacase import WHO, SamsaCase
from wireclient import Answer, WireClient

NewWorld = Callable[..., str]
READER, CLOSER, REVIEWER, ANALYST = "läsbehörig", "ärendeavslutare", "loggranskare", "rapportanalytiker"
LIMITED = {READER: "R", CLOSER: "C", REVIEWER: "G", ANALYST: "A"}


def holder(role: str, unit: str = SAS) -> dict[str, str]:
    """Headers of somebody with a limited role."""
    return {"X-Enhet": unit, "X-Medarbetare": f"{unit}{LIMITED[role]}"}


@pytest.fixture
def world(client: WireClient, new_world: NewWorld) -> Callable[..., str]:
    document = landscape_document()
    for unit in (SAS, HSV_BORAS):
        for role, letter in LIMITED.items():
            person = {"hsa_id": f"{unit}{letter}", "namn": f"{role} på {unit}", "roll": role}
            document["medarbetare"].append(person | {"enhet": unit, "kod": CODE})
    sha256, body = freeze(document)
    assert client.call("PUT", f"/styr/landskap/{sha256}", body).status == 201

    def create(**parameters: Any) -> str:
        return new_world(landskap=sha256, parametrar=parameters)

    return create


@pytest.fixture
def case(client: WireClient, world: Callable[..., str]) -> SamsaCase:
    return SamsaCase(client, world()).informed()


def changes(case: SamsaCase, by: dict[str, str], unit_by: dict[str, str]) -> list[Answer]:
    """Everything that a role that only reads may not do: sending, kvittens and what else changes a case."""
    at = case.at
    pdf = {"namn": "a.pdf", "typ": "pdf", "innehall": base64.b64encode(b"%PDF-").decode()}
    return [
        case.write("PLANERINGSMEDDELANDE", by),
        case.post(f"{at}/meddelanden", {"typ": "UTSKRIVNINGSMEDDELANDE"}, by),
        case.post(f"{at}/behovsbedomning", {"behov": ["OPPENVARD"]}, by),
        case.post(f"{at}/meddelanden/1/kvittens", {}, unit_by),
        case.post(f"{at}/meddelanden/1/felsant", {"orsak": "x"}, unit_by),
        case.post(f"{at}/avbrott", {"orsak": "x"}, by),
        case.post(f"{at}/filer", pdf, by),
        case.post("/sip", {"patient": WHO, "arende": None}, by),
    ]


@pytest.mark.parametrize("role", [READER, CLOSER, REVIEWER, ANALYST])
def test_a_limited_role_changes_nothing(case: SamsaCase, role: str) -> None:
    before = case.see()

    answers = changes(case, holder(role), holder(role, HSV_BORAS))

    assert {(answer.status, answer.code) for answer in answers} == {(403, "roll_racker_inte")}
    assert case.see() == before
    assert case.desk.refused().count("roll_racker_inte") == len(answers)


@pytest.mark.parametrize(("role", "reads"), [(READER, True), (CLOSER, True), (REVIEWER, False), (ANALYST, False)])
def test_who_reads_the_cases(case: SamsaCase, role: str, reads: bool) -> None:
    answers = [
        case.get("/arenden", holder(role), WHO),
        case.get(f"{case.at}/sandlista", holder(role)),
        case.get(f"{case.at}/meddelanden/1", holder(role)),
        case.get(f"{case.at}/filer", holder(role)),
        case.get("/inkorg", holder(role)),
        case.get("/sip", holder(role), WHO),
    ]

    assert {answer.status == 200 for answer in answers} == {reads}


@pytest.mark.parametrize(("role", "closes"), [(READER, False), (CLOSER, True), (REVIEWER, False), (ANALYST, False)])
def test_who_closes_a_case(case: SamsaCase, role: str, closes: bool) -> None:
    answer = case.post(f"{case.at}/avslut", {"orsak": "klart"}, holder(role))

    assert answer.status == (201 if closes else 403)
    assert (case.see()["lage"] == "Avslutad") is closes


def test_every_reading_is_logged_and_only_the_reviewer_sees_the_log(case: SamsaCase) -> None:
    at = case.at
    for path in (f"{at}/meddelanden/1", f"{at}/sandlista", f"{at}/filer"):
        assert case.get(path, nurse(HSV_BORAS)).status == 200
    case.get("/arenden", nurse(HSV_BORAS), WHO)
    person = {"medarbetare": f"{HSV_BORAS}S"}

    rows = case.get("/logg", holder(REVIEWER), WHO | person).json["lasningar"]

    assert [(row["vad"], row["arende"]) for row in rows] == [
        ("meddelande", "S-1"),
        ("sändlista", "S-1"),
        ("fillista", "S-1"),
        ("ärenden", None),
    ]
    assert {(row["enhet"], row["medarbetare"], row["roll"]) for row in rows} == {
        (HSV_BORAS, f"{HSV_BORAS}S", "sjuksköterska")
    }
    assert rows[0]["tid"] == "2022-04-04T10:00:00+02:00"
    for actor in (nurse(SAS), doctor(SAS), holder(READER), holder(ANALYST)):
        assert case.get("/logg", actor, WHO).code == "roll_racker_inte"


def test_a_review_is_logged_too_and_a_no_is_no_reading(case: SamsaCase) -> None:
    assert case.get(f"{case.at}/meddelanden/1", nurse(VC_GOTEBORG)).status == 403
    case.get("/logg", holder(REVIEWER), WHO)

    rows = case.get("/logg", holder(REVIEWER), WHO).json["lasningar"]

    assert rows[-1]["vad"] == "logg"
    assert not any(row["vad"] == "meddelande" for row in rows)


def test_who_looks_for_a_patient_without_a_case_has_read_nothing(client: WireClient, world: Callable[..., str]) -> None:
    case = SamsaCase(client, world())
    case.get("/arenden", nurse(SAS), WHO)

    assert case.get("/logg", holder(REVIEWER), WHO).json["lasningar"] == []


@pytest.mark.parametrize("parameter", ["samsa_laslage_fran", "samsa_stangd_fran"])
def test_from_that_day_nothing_is_changed(client: WireClient, world: Callable[..., str], parameter: str) -> None:
    code = parameter.removesuffix("_fran")
    case = SamsaCase(client, world(**{parameter: "2022-04-05"})).informed()
    case.desk.move("2022-04-04T23:59:00+02:00")
    assert case.write("PLANERINGSMEDDELANDE").status == 201
    at = case.at
    case.desk.move("2022-04-05T00:00:00+02:00")

    assert case.post(f"{at}/meddelanden", {"typ": "PLANERINGSMEDDELANDE", "text": "Hej"}).code == code
    assert case.post(f"{at}/avslut", {"orsak": "klart"}, doctor(SAS)).code == code
    assert case.post(f"{at}/meddelanden/1/kvittens", {}, nurse(HSV_BORAS)).code == code


def test_in_laslage_everybody_reads_and_reading_leaves_no_mark(client: WireClient, world: Callable[..., str]) -> None:
    case = SamsaCase(client, world(samsa_laslage_fran="2022-04-05")).informed()
    case.desk.move("2022-04-05T08:00:00+02:00")

    opened = case.get(f"{case.at}/meddelanden/1", nurse(HSV_BORAS))

    assert opened.status == 200
    assert case.states()[HSV_BORAS] == "Levererad"
    text = SamsaDesk(client, case.world).discharge().text
    assert text == "SAMSA är i låst läsläge sedan 2022-04-05: det går att läsa men inte att ändra."


def test_a_closed_samsa_is_read_by_those_who_may(client: WireClient, world: Callable[..., str]) -> None:
    case = SamsaCase(client, world(samsa_stangd_fran="2022-04-05")).informed()
    case.desk.move("2022-04-05T08:00:00+02:00")

    assert case.get("/arenden", nurse(SAS), WHO).code == "samsa_stangd"
    assert case.get("/inkorg", nurse(SAS)).code == "samsa_stangd"
    assert case.get("/arenden", holder(READER), WHO).json["arenden"][0]["arende"] == "S-1"
    assert case.get("/logg", holder(REVIEWER), WHO).status == 200
    assert case.get("/arenden", holder(REVIEWER), WHO).code == "roll_racker_inte"


def test_a_page_that_may_not_be_shown_says_so(case: SamsaCase) -> None:
    browser = Browser(case.client, f"/v/{case.world}/samsa", cookie="samsa_session")
    browser.post("/inloggning", {"hsa_id": f"{SAS}G", "kod": CODE})

    shown = browser.get("/inkorg")

    assert shown.status == 403
    assert "Rollen loggranskare får inte läsa i SAMSA." in shown.html


@pytest.mark.parametrize("day", ["", "2022-4-5", "snart", 20220405])
def test_a_day_that_is_no_day_makes_no_world(client: WireClient, day: object) -> None:
    answer = client.call("PUT", "/styr/v/fel", world_document(parametrar={"samsa_laslage_fran": day}))

    assert answer.code == "parameter_fel_varde"


def rows(case: SamsaCase, **query: str) -> list[dict[str, Any]]:
    answer = case.get("/betaldagar", holder(ANALYST), query)
    assert answer.status == 200, answer.text
    found: list[dict[str, Any]] = answer.json["rader"]
    return found


def test_the_rows_have_what_betaldagar_are_computed_from_and_no_patient(case: SamsaCase) -> None:
    case.ready()
    assert [(row["utskrivningsklar"], row["utskriven"], row["dagar"]) for row in rows(case)] == [
        ("2022-04-04", None, None)
    ]
    case.desk.move("2022-04-09T10:00:00+02:00")
    case.desk.discharge()

    [row] = rows(case)
    assert row == {
        "arende": "S-1",
        "lage": "Utskriven",
        "kommunkod": "1490",
        "sjukhus": SAS,
        "specialitet": None,
        "inskrivningsmeddelande": True,
        "utskrivningsklar": "2022-04-04",
        "utskriven": "2022-04-09",
        "dagar": 5,
        "sip_behovs": False,
        "kallelse_skickad": None,
    }
    assert rows(case, manad="2022-04") == [row]
    assert rows(case, manad="2022-05") == []


def test_a_withdrawn_notice_and_an_interrupted_case_give_no_days(case: SamsaCase) -> None:
    case.ready()
    case.desk.withdraw()
    case.desk.discharge()
    case.desk.close("klart")
    case.informed().ready()
    case.post(f"{case.at}/avbrott", {"orsak": "flyttad"})

    assert [(row["lage"], row["dagar"], row["utskriven"]) for row in rows(case)] == [
        ("Avslutad", None, "2022-04-04"),
        ("Avbruten", None, None),
    ]


@pytest.mark.parametrize("form", [None, "ÖPT", "ÖRV"])
def test_a_sip_is_called_to_unless_the_plan_is_another(case: SamsaCase, form: str | None) -> None:
    case.post("/sip", {"patient": WHO, "arende": "S-1"}, nurse(SAS))
    if form:
        case.post(f"{case.at}/vardform", {"vardform": form}, doctor(SAS))

    [row] = rows(case)

    expected = (True, False, None) if form is None else (False, None, "psykiatri")
    assert (row["sip_behovs"], row["kallelse_skickad"], row["specialitet"]) == expected


def test_the_rows_are_for_who_analyses_reports(case: SamsaCase) -> None:
    for actor in (nurse(SAS), doctor(SAS), holder(READER), holder(REVIEWER), holder(CLOSER)):
        assert case.get("/betaldagar", actor).code == "roll_racker_inte"
    for month in ("", "2022", "2022-13", "april"):
        assert case.get("/betaldagar", holder(ANALYST), {"manad": month}).status == 422


def test_the_last_month_can_be_computed_when_samsa_is_closed(client: WireClient, world: Callable[..., str]) -> None:
    case = SamsaCase(client, world(samsa_stangd_fran="2022-04-05")).informed()
    case.desk.discharge()
    case.desk.move("2022-05-01T08:00:00+02:00")

    assert [row["utskriven"] for row in rows(case, manad="2022-04")] == ["2022-04-04"]


def test_what_happened_before_laslage_is_not_registered_in_it(client: WireClient, world: Callable[..., str]) -> None:
    case = SamsaCase(client, world(samsa_laslage_fran="2022-04-05")).informed()
    case.desk.move("2022-04-05T08:00:00+02:00")
    before = {"X-Verklig-Tid": "2022-04-04T12:00:00+02:00"}

    assert case.write("PLANERINGSMEDDELANDE", nurse(SAS) | before).code == "samsa_laslage"
