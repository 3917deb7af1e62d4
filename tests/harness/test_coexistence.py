"""Where a case belongs, what each system shows of the other, and who is visible where."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest
from careacts import SamsaDesk, SamvyDesk
from landscape import (
    ASTRID,
    BERTIL,
    HSV_BORAS,
    HSV_GOTEBORG,
    NRID,
    PARTIES_BORAS,
    PARTIES_GOTEBORG,
    PARTIES_SKOVDE,
    PERSONNUMMER,
    SAS,
    SKAS,
    SOC_BORAS,
    SU,
    VC_BORAS,
    VC_GOTEBORG,
    freeze,
    landscape_document,
    nurse,
    person,
)
from wireclient import WireClient

NewWorld = Callable[..., str]


def choose(client: WireClient, world: str, hospital: str, parties: Mapping[str, str], day: str) -> dict[str, str]:
    query = {"slutenvard": hospital, **parties, "dag": day}
    chosen: dict[str, str] = client.call("GET", f"/v/{world}/enheter/systemval", query=query).json
    return chosen


@pytest.mark.parametrize(
    ("hospital", "parties", "day", "system", "unit", "live_from"),
    [
        (SAS, PARTIES_BORAS, "2022-03-07", "SAMSA", SAS, "2022-04-05"),
        (SAS, PARTIES_BORAS, "2022-04-04", "SAMSA", SAS, "2022-04-05"),
        (SAS, PARTIES_BORAS, "2022-04-05", "Samvy", SAS, "2022-04-05"),
        (SU, PARTIES_BORAS, "2022-05-10", "SAMSA", SU, "2023-04-18"),
        (SAS, PARTIES_GOTEBORG, "2022-05-10", "SAMSA", HSV_GOTEBORG, "2023-03-14"),
        (SU, PARTIES_GOTEBORG, "2023-04-20", "Samvy", SU, "2023-04-18"),
        (SKAS, PARTIES_SKOVDE, "2023-11-07", "Samvy", SKAS, "2023-11-07"),
    ],
)
def test_the_choice_names_what_decided(
    client: WireClient,
    new_world: NewWorld,
    hospital: str,
    parties: Mapping[str, str],
    day: str,
    system: str,
    unit: str,
    live_from: str,
) -> None:
    chosen = choose(client, new_world(), hospital, parties, day)

    assert (chosen["system"], chosen["avgorande_enhet"], chosen["driftsatt_fran"]) == (
        system,
        unit,
        live_from,
    )
    assert live_from in chosen["motivering"]


def test_a_vardcentral_follows_its_group(client: WireClient, new_world: NewWorld) -> None:
    world = new_world(parametrar={"vc_grupp": {VC_GOTEBORG: 3}})

    chosen = choose(client, world, SU, PARTIES_GOTEBORG, "2023-04-20")

    assert (chosen["system"], chosen["avgorande_enhet"]) == ("SAMSA", VC_GOTEBORG)


def test_a_delayed_kommun_gives_samsa(client: WireClient, new_world: NewWorld) -> None:
    world = new_world(parametrar={"kommun_driftsatt_fran": {"1490": "2022-06-01"}})

    before = choose(client, world, SAS, PARTIES_BORAS, "2022-05-31")
    after = choose(client, world, SAS, PARTIES_BORAS, "2022-06-01")

    assert (before["system"], before["avgorande_enhet"]) == ("SAMSA", HSV_BORAS)
    assert after["system"] == "Samvy"


def test_a_group_without_a_row_is_never_live(client: WireClient, new_world: NewWorld) -> None:
    world = new_world(parametrar={"vc_grupp": {VC_BORAS: 3}})

    chosen = choose(client, world, SAS, PARTIES_BORAS, "2030-01-01")

    assert (chosen["system"], chosen["driftsatt_fran"]) == ("SAMSA", None)
    assert "ingen dag" in chosen["motivering"]


@pytest.mark.parametrize(
    ("rule", "parties", "system"),
    [
        ("sjukhuset", PARTIES_GOTEBORG, "Samvy"),
        ("kommunen", PARTIES_GOTEBORG, "SAMSA"),
        ("alla", PARTIES_GOTEBORG, "SAMSA"),
    ],
)
def test_the_rule_of_choice_is_a_parameter(
    client: WireClient, new_world: NewWorld, rule: str, parties: Mapping[str, str], system: str
) -> None:
    world = new_world(parametrar={"systemval_regel": rule})

    assert choose(client, world, SAS, parties, "2022-05-10")["system"] == system


def test_a_unit_changes_inkorg_the_day_it_goes_live(client: WireClient, new_world: NewWorld) -> None:
    world = new_world()

    def read(day: str) -> tuple[str, str]:
        unit = client.call("GET", f"/v/{world}/enheter/enheter/{SAS}", query={"dag": day}).json
        return unit["system"], unit["inkorg"]

    assert read("2022-04-04") == ("SAMSA", f"SAMSA-{SAS}")
    assert read("2022-04-05") == ("Samvy", f"Samvy-{SAS}")


@pytest.mark.parametrize(
    ("part", "kommunkod", "plan", "last", "first"),
    [
        ("regional öppenvård", None, "habilitering", "2022-04-04", "2022-04-05"),
        ("elevhälsa", "1496", "kommun", "2023-11-06", "2023-11-07"),
    ],
)
def test_habilitering_has_a_day_of_its_own_and_elevhalsa_follows_its_kommun(
    client: WireClient, new_world: NewWorld, part: str, kommunkod: str | None, plan: str, last: str, first: str
) -> None:
    document = landscape_document()
    unit = {"hsa_id": "SE0000000000-NY", "namn": "Ny enhet", "part": part, "omrade": "östra"}
    document["enheter"].append({**unit, "kommunkod": kommunkod, "plan": plan})
    row = {"etapp": 1, "omrade": "södra", "datum": "2022-04-05", "vad": "habilitering"}
    document["utrullningsplan"].append(row)
    sha256, body = freeze(document)
    client.call("PUT", f"/styr/landskap/{sha256}", body)
    address = f"/v/{new_world(landskap=sha256)}/enheter/enheter/SE0000000000-NY"

    assert [client.call("GET", address, query={"dag": day}).json["system"] for day in (last, first)] == [
        "SAMSA",
        "Samvy",
    ]


def test_the_catalogue_says_what_is_wrong(client: WireClient, new_world: NewWorld) -> None:
    world = new_world()
    base = f"/v/{world}/enheter"

    assert client.call("GET", f"{base}/enheter", query={"dag": "igår"}).status == 422
    assert client.call("GET", f"{base}/systemval").status == 422
    assert client.call("GET", f"{base}/enheter/SE0000000000-INGEN").code == "okand_enhet"
    swapped = {"slutenvard": VC_BORAS, **PARTIES_BORAS}
    assert client.call("GET", f"{base}/systemval", query=swapped).code == "fel_part"
    assert len(client.call("GET", f"{base}/enheter").json["enheter"]) == 12


def test_samsa_sends_what_belongs_in_samvy_there(client: WireClient, new_world: NewWorld) -> None:
    live = "2022-04-05T00:00:00+02:00"

    refused = SamsaDesk(client, new_world(start=live)).admit()
    allowed = SamsaDesk(client, new_world(start=live, parametrar={"samsa_stoppar_arende_for_samvy": False})).admit()

    assert (refused.code, "Samvy" in refused.text) == ("hor_till_samvy", True)
    assert allowed.status == 201


def test_samsa_is_locked_when_the_plan_has_run_out(client: WireClient, new_world: NewWorld) -> None:
    open_day = SamsaDesk(
        client,
        new_world(start="2023-12-04T12:00:00+01:00", parametrar={"samsa_stoppar_arende_for_samvy": False}),
    )
    locked = SamsaDesk(client, new_world(start="2023-12-05T00:00:00+01:00"))

    assert open_day.admit().status == 201
    assert locked.admit().code == "samsa_last"
    recipients = client.call("GET", f"/v/{locked.world}/samsa/api/mottagare", headers=nurse(SAS))
    assert recipients.json == {"mottagare": []}


def test_samsa_shows_every_unit_until_it_is_locked(client: WireClient, new_world: NewWorld) -> None:
    world = new_world(start="2022-05-10T12:00:00+02:00")

    rows = client.call("GET", f"/v/{world}/samsa/api/mottagare", headers=nurse(SU)).json["mottagare"]

    assert len(rows) == 12
    assert {"hsa_id": SAS, "namn": "Enhet SAS", "inkorg": f"SAMSA-{SAS}"} in rows


def test_samvy_shows_only_units_that_are_live_today(client: WireClient, new_world: NewWorld) -> None:
    world = new_world(start="2022-04-04T12:00:00+02:00")
    desk = SamvyDesk(client, world)

    def inboxes() -> set[str]:
        listed = client.call("GET", f"/v/{world}/samvy/inkorgar", headers=nurse(SAS)).json["inkorgar"]
        return {row["enhet"] for row in listed}

    assert inboxes() == {VC_BORAS}
    desk.move("2022-04-05T00:00:00+02:00")
    assert inboxes() == {VC_BORAS, SAS, HSV_BORAS, SOC_BORAS}


def test_samvy_refuses_a_unit_that_is_not_live_by_direct_call(client: WireClient, new_world: NewWorld) -> None:
    refused = SamvyDesk(client, new_world(start="2022-04-05T12:00:00+02:00")).admit(SAS, PARTIES_GOTEBORG)

    assert (refused.status, refused.code) == (409, "enhet_ej_driftsatt")
    assert "Enhet KHVG" in refused.text
    assert "2023-03-14" in refused.text


def test_an_inbox_belongs_to_its_unit(client: WireClient, new_world: NewWorld) -> None:
    world = new_world(start="2022-04-05T12:00:00+02:00")

    other = client.call("GET", f"/v/{world}/samvy/inkorgar/{SOC_BORAS}/poster", headers=nurse(HSV_BORAS))

    assert (other.status, other.code) == (403, "annan_enhet")


def test_a_case_stays_where_it_began(client: WireClient, new_world: NewWorld) -> None:
    """AK-SYS-10: the go-live falls within the care."""
    desk = SamsaDesk(client, new_world())
    desk.admit()

    desk.move("2022-04-06T10:00:00+02:00")

    assert desk.assess("hsv").status == 201
    assert desk.send().status == 201


def test_the_flag_follows_the_case_and_leaves_only_when_it_is_closed(client: WireClient, new_world: NewWorld) -> None:
    world = new_world()
    samsa, samvy = SamsaDesk(client, world), SamvyDesk(client, world)
    other = SamvyDesk(client, world, BERTIL)
    assert not samvy.person()["samsaArendePagar"]

    samsa.admit()
    shown = [samvy.person()["samsaArendePagar"]]
    samsa.discharge()
    shown.append(samvy.person()["samsaArendePagar"])
    samsa.close("Klart")
    shown.append(samvy.person()["samsaArendePagar"])

    assert shown == [True, True, False]
    assert not other.person()["samsaArendePagar"]


def test_the_flag_can_be_on_its_way(client: WireClient, new_world: NewWorld) -> None:
    world = new_world(parametrar={"samsa_arende_pagar_fordrojning_s": 60})
    samsa, samvy = SamsaDesk(client, world), SamvyDesk(client, world)
    samsa.admit()

    shown = []
    for moment in ("10:00:59", "10:01:00"):
        samsa.move(f"2022-04-04T{moment}+02:00")
        shown.append(samvy.person()["samsaArendePagar"])

    assert shown == [False, True]


def test_pu_finds_by_pair_and_takes_new_people(client: WireClient, new_world: NewWorld) -> None:
    world = new_world(personer=[])
    path = f"/v/{world}/pu/personer"
    assert client.call("GET", f"{path}/{PERSONNUMMER}/{ASTRID}").code == "okand_person"

    added = client.call("POST", f"/styr/v/{world}/personer", person(ASTRID))
    again = client.call("POST", f"/styr/v/{world}/personer", person(ASTRID))

    assert (added.status, again.code) == (201, "identitet_delas")
    found = client.call("GET", f"{path}/{PERSONNUMMER}/{ASTRID}").json
    assert found.items() >= person(ASTRID).items()
    assert client.call("GET", f"{path}/{NRID}/{ASTRID}").status == 404
