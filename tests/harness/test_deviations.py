"""Avvikelser: Samvy sees them or is told, exports them at least once, and the avvikelsesystem keeps each once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from careacts import SamsaDesk, SamvyDesk
from landscape import ASTRID, CODE, HSV_BORAS, PERSONNUMMER, SAS, SOC_BORAS, SU, VC_BORAS, nurse
from sipdesks import SamvySips
from wireclient import Answer, WireClient

NewWorld = Callable[..., str]
LIVE = "2022-04-05T10:00:00+02:00"
NEXT_DAY = "2022-04-06T10:06:00+02:00"


class Deviations(SamvyDesk):
    """The desk of the plan, and what is reported of it here and there."""

    def reports(self, unit: str = SAS) -> list[dict[str, Any]]:
        answer = self.client.call("GET", f"/v/{self.world}/samvy/avvikelser", headers=nurse(unit))
        return list(answer.json["avvikelser"])

    def registered(self, unit: str = SAS) -> list[dict[str, Any]]:
        answer = self.client.call("GET", f"/v/{self.world}/avvikelser/rapporter", headers=card(unit))
        return list(answer.json["rapporter"])

    def suggestion(self, unit: str, notice: str = "VP-1.2") -> Answer:
        address = f"/v/{self.world}/samvy/vardplaneringar/VP-1/besked/{notice}/avvikelse"
        return self.client.call("GET", address, headers=nurse(unit))

    def report(self, unit: str = HSV_BORAS, **said: object) -> Answer:
        body = {"vardplanering": "VP-1", "beskrivning": "Uppgiften om läkemedel saknades.", **said}
        return self._post("/avvikelser", body, nurse(unit))

    def report_there(self, by: dict[str, str], **said: object) -> Answer:
        body = {
            "brist": "Sent svar",
            "beskrivning": "Svaret kom efter två dagar.",
            "motpart": SAS,
            "intraffade": LIVE,
            "allvar": "medel",
            **said,
        }
        return self.client.call("POST", f"/v/{self.world}/avvikelser/rapporter", body, headers=by)

    def fault(self, **said: object) -> int:
        body = {"fran": "samvy", "till": "avvikelser", **said}
        return int(self.client.call("POST", f"/styr/v/{self.world}/fel", body).json["nummer"])


def card(unit: str, code: str = CODE) -> dict[str, str]:
    return {**nurse(unit), "X-Legitimeringskod": code}


@pytest.fixture
def desk(client: WireClient, new_world: NewWorld) -> Deviations:
    desk = Deviations(client, new_world(start=LIVE))
    desk.admit()
    desk.assess("hsv")
    return desk


@pytest.fixture
def late(desk: Deviations) -> Deviations:
    desk.move(NEXT_DAY)
    assert desk.send().status == 201
    return desk


def test_a_late_inskrivningsmeddelande_is_reported_by_itself_and_exported(late: Deviations) -> None:
    [here], [there] = late.reports(), late.registered()

    assert (here["brist"], here["automatisk"], here["motpart"]) == ("inskrivningsmeddelandeSent", True, SAS)
    assert (here["besked"], here["samexistens"]) == ("VP-1.2", False)
    assert (there["kalla"], there["rapport"], there["arende"]) == ("samvy", here["id"], "VP-1")
    assert here["mottagenSom"] == there["nummer"]
    assert "6 minuter" in there["beskrivning"]


def test_what_comes_in_time_is_no_deviation(desk: Deviations) -> None:
    desk.move("2022-04-06T10:00:00+02:00")
    desk.send()

    assert desk.reports() == desk.registered() == []


@pytest.mark.parametrize("informed", [True, False])
def test_information_that_is_missing_when_the_day_is_over_is_reported_once(desk: Deviations, informed: bool) -> None:
    desk.send()
    desk.discharge()
    desk.move("2022-04-05T23:59:00+02:00")
    if informed:
        assert desk._report("utskrivningsinformation", nurse(SAS), text="Ny dos").status == 201
    assert desk.reports() == []
    desk.move("2022-04-09T08:00:00+02:00")

    assert [one["brist"] for one in desk.reports()] == ([] if informed else ["utskrivningsinformationSaknas"])


def test_what_is_registered_afterwards_has_its_day_to_be_registered_whole(desk: Deviations) -> None:
    desk.send()
    desk.move("2022-04-08T08:00:00+02:00")
    yesterday = {**nurse(SAS), "X-Handelsetid": "2022-04-07T15:00:00+02:00"}
    assert desk._report("utskriven", yesterday).status == 201
    assert desk._report("utskrivningsinformation", yesterday, text="Ny dos").status == 201
    desk.move("2022-04-10T08:00:00+02:00")

    assert desk.reports() == []


@pytest.mark.parametrize(("day", "is_late"), [("11", False), ("12", True)])
def test_a_late_kallelse_is_reported(desk: Deviations, day: str, is_late: bool) -> None:
    desk.send()
    desk.judge_ready()
    desk.move("2022-04-08T10:00:00+02:00")
    desk.announce()
    sips = SamvySips(desk.client, desk.world)
    body = {"person": f"{PERSONNUMMER}|{ASTRID}", "vardplanering": "VP-1"}
    assert desk._post("/samordnadePlaner", body, nurse(VC_BORAS)).status == 201
    sips.consent("SP-1")
    desk.move(f"2022-04-{day}T10:00:00+02:00")
    invitation = {"motestid": "2022-05-02T13:00:00+02:00", "motesform": "videomote", "huvudman": [SOC_BORAS]}
    address = "/samordnadePlaner/SP-1/handelser"
    assert desk._post(address, {"handelse": "inbjudanSkickad", **invitation}, nurse(VC_BORAS)).status == 201

    found = [(one["brist"], one["motpart"], one["arende"]) for one in desk.reports(SOC_BORAS)]
    assert found == ([("sipKallelseSen", VC_BORAS, "SP-1")] if is_late else [])


def test_a_report_starts_from_the_besked(late: Deviations) -> None:
    start = late.suggestion(HSV_BORAS).json

    assert (start["vardplanering"], start["besked"], start["motpart"]) == ("VP-1", "VP-1.2", SAS)
    assert (start["brist"], start["intraffade"]) == ("inskrivningsmeddelandeSent", NEXT_DAY)
    assert late.suggestion(SAS).json["motpart"] == HSV_BORAS  # who has not acknowledged
    assert late.suggestion(SU).code == "fel_enhet"
    assert late.suggestion(HSV_BORAS, "VP-1.9").code == "finns_inte"
    assert late.report(besked="VP-1.2").status == 201
    mine = late.reports()[-1]
    assert (mine["brist"], mine["motpart"], mine["rapporteradAv"]) == ("inskrivningsmeddelandeSent", SAS, HSV_BORAS)
    assert mine["intraffade"] == NEXT_DAY
    assert mine["automatisk"] is False


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ({"vardplanering": None}, "ej_patientrelaterad"),
        ({"vardplanering": "VP-9"}, "finns_inte"),
        ({"besked": "VP-1.7"}, "finns_inte"),
        ({"brist": "annat"}, "fel_begaran"),
        ({"motpart": SAS}, "fel_begaran"),
        ({"brist": "annat", "motpart": SU}, "ej_samverkanspart"),
        ({"brist": "annat", "motpart": HSV_BORAS}, "ej_samverkanspart"),
        ({"brist": "annat", "motpart": SAS, "beskrivning": f"Det var {SAS}S som glömde."}, "namner_person"),
        ({"brist": "annat", "motpart": SAS, "beskrivning": "  "}, "fel_begaran"),
        ({"brist": "slarv", "motpart": SAS}, "fel_begaran"),
    ],
)
def test_what_cannot_be_reported_is_refused_and_exports_nothing(
    desk: Deviations, said: dict[str, object], code: str
) -> None:
    desk.send()

    assert desk.report(**said).code == code
    assert desk.reports() == desk.registered() == []


def test_those_outside_report_nothing_in_the_plan(desk: Deviations) -> None:
    assert desk.report(SU, brist="annat", motpart=SAS).code == "fel_enhet"


@pytest.mark.parametrize("slag", ["nere", "tapp", "dubblett", "fordrojning"])
def test_the_export_comes_at_least_once_and_is_one_deviation(desk: Deviations, slag: str) -> None:
    fault = desk.fault(slag=slag, **({"sekunder": 3600} if slag == "fordrojning" else {}))
    desk.move(NEXT_DAY)
    desk.send()
    if slag in ("nere", "tapp"):
        assert desk.registered() == []
        assert desk.reports()[0]["mottagenSom"] is None
        desk.client.call("DELETE", f"/styr/v/{desk.world}/fel/{fault}")
    desk.move("2022-04-08T12:00:00+02:00")

    assert [one["rapport"] for one in desk.registered()] == ["AR-1"]
    assert desk.reports()[0]["mottagenSom"] == "AV-1"


def test_the_gravest_comes_first_and_nobody_is_named(late: Deviations) -> None:
    late.report(brist="annat", motpart=SAS)
    late.report(brist="felMottagare", motpart=SAS)

    for rows in (late.reports(), late.registered()):
        assert [row["allvar"] for row in rows] == ["hög", "medel", "låg"]
        assert nurse(HSV_BORAS)["X-Medarbetare"] not in str(rows)


def test_what_is_open_in_samsa_marks_coexistence(client: WireClient, new_world: NewWorld) -> None:
    world = new_world(start=LIVE, parametrar={"samsa_stoppar_arende_for_samvy": False})
    SamsaDesk(client, world).admit()
    desk = Deviations(client, world)
    desk.admit()
    desk.assess("hsv")
    desk.move(NEXT_DAY)
    desk.send()

    assert [one["samexistens"] for one in [*desk.reports(), *desk.registered()]] == [True, True]


def test_what_is_registered_afterwards_marks_coexistence(desk: Deviations) -> None:
    desk.move("2022-04-07T10:00:00+02:00")
    assert (
        desk._report(
            "inskrivningsmeddelande", {**nurse(SAS), "X-Handelsetid": NEXT_DAY}, planeradUtskrivning="2022-05-01"
        ).status
        == 201
    )

    assert desk.reports()[0]["samexistens"] is True


@pytest.mark.parametrize("unit", [SAS, HSV_BORAS, SOC_BORAS, VC_BORAS])
def test_whoever_has_a_card_reports_in_the_avvikelsesystem(desk: Deviations, unit: str) -> None:
    assert desk.report_there(card(unit, "000000")).code == "fel_legitimering"
    assert desk.report_there({**card(SAS), "X-Enhet": SU}).code == "ej_anstalld"
    assert desk.registered(unit) == []

    assert desk.report_there(card(unit)).status == 201
    [row] = desk.registered(unit)
    assert (row["kalla"], row["rapporterad_av"], row["motpart"], row["rapport"]) == ("manuell", unit, SAS, None)


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ({"motpart": "SE1"}, "fel_begaran"),
        ({"intraffade": "2022-04-05T10:01:00+02:00"}, "tid_har_inte_varit"),
        ({"beskrivning": f"Det var {SAS}S"}, "namner_person"),
        ({"allvar": "fruktansvärt"}, "fel_begaran"),
    ],
)
def test_a_wrong_report_in_the_avvikelsesystem_is_refused(desk: Deviations, said: dict[str, str], code: str) -> None:
    assert desk.report_there(card(HSV_BORAS), **said).code == code
    assert desk.registered(HSV_BORAS) == []
