"""What is done with a case of SAMSA beside its process."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from landscape import (
    HSV_BORAS,
    HSV_GOTEBORG,
    SAS,
    SOC_BORAS,
    SU,
    VC_BORAS,
    doctor,
    nurse,
)
from samsacase import SamsaCase
from wireclient import WireClient

NewWorld = Callable[..., str]
EVERYONE = {HSV_BORAS, SOC_BORAS, VC_BORAS}
LETTERS = ("PLANERINGSMEDDELANDE", "PLANERINGSUNDERLAG", "ADMINISTRATIVT_MEDDELANDE", "UTSKRIVNINGSINFORMATION")


@pytest.fixture
def case(client: WireClient, new_world: NewWorld) -> SamsaCase:
    return SamsaCase(client, new_world()).informed()


def deviates(case: SamsaCase) -> bool:
    return bool(case.see()["avvikelser"])


@pytest.mark.parametrize("kind", LETTERS)
def test_what_the_hospital_writes_reaches_every_part(case: SamsaCase, kind: str) -> None:
    assert case.write(kind).status == 201

    assert case.states(2) == dict.fromkeys(EVERYONE, "Levererad")
    assert case.see()["meddelanden"][1]["innehall"]["Text"] == "Hur går det?"


def test_a_kommun_plans_but_the_hospital_alone_sends_what_is_its_own(case: SamsaCase) -> None:
    assert case.write("PLANERINGSMEDDELANDE", nurse(HSV_BORAS)).status == 201
    assert set(case.states(2)) == {SAS, SOC_BORAS, VC_BORAS}
    for kind in ("PLANERINGSUNDERLAG", "UTSKRIVNINGSINFORMATION"):
        assert case.write(kind, nurse(HSV_BORAS)).code == "fel_avsandare"
    assert case.write("PLANERINGSMEDDELANDE", nurse(SU)).code == "ej_part"


def test_a_direct_message_reaches_whom_it_is_for_and_no_stranger(case: SamsaCase) -> None:
    assert case.write("DIREKTMEDDELANDE", nurse(VC_BORAS), mottagare=[HSV_BORAS]).status == 201

    assert set(case.states(2)) == {HSV_BORAS}
    assert case.write("DIREKTMEDDELANDE", mottagare=[HSV_GOTEBORG]).code == "ej_annan_part"
    assert case.write("DIREKTMEDDELANDE", mottagare=[SAS]).code == "ej_annan_part"


def test_the_process_ends_with_the_discharge_and_what_is_outside_it_does_not(case: SamsaCase) -> None:
    case.desk.discharge()

    assert case.write("PLANERINGSMEDDELANDE").code == "fel_lage"
    assert case.write("UTSKRIVNINGSINFORMATION").status == 201
    assert case.write("ADMINISTRATIVT_MEDDELANDE").status == 201
    case.desk.close("klart")
    assert case.write("ADMINISTRATIVT_MEDDELANDE").code == "fel_lage"


@pytest.mark.parametrize("text", ["", "   ", "x" * 4001])
def test_a_message_has_a_text(case: SamsaCase, text: str) -> None:
    assert case.write("PLANERINGSMEDDELANDE", text=text).status == 422
    assert len(case.see()["meddelanden"]) == 1


@pytest.mark.parametrize(
    ("sent", "late"),
    [("2022-04-04T23:59:00+02:00", False), ("2022-04-05T00:00:00+02:00", True), (None, True)],
)
def test_the_information_is_there_on_the_day_of_discharge_or_it_is_a_deviation(
    case: SamsaCase, sent: str | None, late: bool
) -> None:
    case.desk.discharge()
    if sent:
        case.desk.move(sent)
        assert deviates(case) is late
        case.write("UTSKRIVNINGSINFORMATION")
    case.desk.move("2022-04-07T08:00:00+02:00")

    assert deviates(case) is late


def test_the_patients_summary_has_the_contact_and_the_plans_when_they_are_known(case: SamsaCase) -> None:
    case.write("UTSKRIVNINGSINFORMATION")
    case.name_contact()
    case.write("UTSKRIVNINGSINFORMATION", befintliga_planer="Rehabplan")

    before, after = (message["innehall"] for message in case.see()["meddelanden"][1:])
    assert set(before) == {"Text"}
    assert after["Fast vårdkontakt"] == "Karin"
    assert after["Befintliga planer"] == "Rehabplan"


def test_a_message_is_last_when_its_recipient_opens_it_and_nobody_elses_reading_counts(case: SamsaCase) -> None:
    at = f"{case.at}/meddelanden/1"

    assert case.get(at, nurse(SAS)).status == 200
    assert case.get(at, nurse(SU)).code == "ej_mottagare"
    assert case.states()[HSV_BORAS] == "Levererad"
    assert case.get(at, nurse(HSV_BORAS)).json["mottagare"][0]["lage"] == "Läst"
    assert case.states()[HSV_BORAS] == "Läst"
    assert case.states()[SOC_BORAS] == "Levererad"
    case.desk.acknowledge("inskrivning", HSV_BORAS)
    case.get(at, nurse(HSV_BORAS))
    assert case.states()[HSV_BORAS] == "Kvitterad"
    assert case.get(f"{case.at}/meddelanden/9").status == 404


def test_a_notice_under_lpt_counts_as_utskrivningsklar(case: SamsaCase) -> None:
    assert case.announce_lpt(nurse(SAS)).code == "kraver_lakare"
    assert case.announce_lpt().status == 201
    case.desk.move("2022-04-07T10:00:00+02:00")

    assert case.see()["lage"] == "Utskrivningsklar"
    assert case.desk.days() == 3
    assert case.desk.announce().code == "redan_utskrivningsklar"
    assert set(case.states(2)) == EVERYONE
    assert case.desk.withdraw().status == 201


def test_open_psychiatric_care_has_another_plan_than_sip(case: SamsaCase) -> None:
    assert case.see()["planform"] == "SIP"
    assert case.post(f"{case.at}/vardform", {"vardform": "ÖPT"}, nurse(SAS)).code == "kraver_lakare"
    assert case.post(f"{case.at}/vardform", {"vardform": "SIP"}, doctor(SAS)).status == 422
    assert case.post(f"{case.at}/vardform", {"vardform": "ÖPT"}, doctor(SAS)).status == 201

    assert (case.see()["vardform"], case.see()["planform"]) == ("ÖPT", "samordnad vårdplan")


def test_an_interrupted_case_takes_no_letter(case: SamsaCase) -> None:
    at = case.at
    assert case.post(f"{at}/avbrott", {"orsak": "Patienten flyttas"}).status == 201

    for kind in LETTERS:
        assert case.post(f"{at}/meddelanden", {"typ": kind, "text": "Hej"}).code == "fel_lage"
    assert case.announce_lpt().code == "fel_lage"
    assert case.get(f"{at}/meddelanden/1", nurse(HSV_BORAS)).status == 200
