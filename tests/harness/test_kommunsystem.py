"""A kommun's own reservnummer: valid, made without asking, and therefore sometimes another's."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from landscape import HSV_BORAS, HSV_GOTEBORG, SAS, SOC_BORAS, nurse
from registrydesk import EARLY, VGR, RegistryDesk, people
from wireclient import Answer, WireClient

from testdata.identity.value import Sex
from testdata.identity.vgr import parse_vgr

NewWorld = Callable[..., str]


@pytest.fixture
def registry(client: WireClient, new_world: NewWorld) -> RegistryDesk:
    return RegistryDesk(client, new_world(personer=people()))


def make(desk: RegistryDesk, unit: str = HSV_BORAS, by: dict[str, str] | None = None, **changed: object) -> Answer:
    body = {"fornamn": "Egon", "efternamn": "Provgren", "fodd": str(EARLY), "kon": "man", **changed}
    return desk.client.call("POST", f"/v/{desk.world}/kommunsystem/reservnummer", body, headers=by or nurse(unit))


def test_a_kommun_counts_from_the_lowest_and_its_units_count_together(registry: RegistryDesk) -> None:
    made = [make(registry, unit).json["id"] for unit in (HSV_BORAS, SOC_BORAS, HSV_GOTEBORG)]

    assert [number[8:11] for number in made] == ["M07", "M09", "M07"]
    assert {parse_vgr(number).sex for number in made} == {Sex.MAN}


@pytest.mark.parametrize(("sex", "most"), [("kvinna", 37), ("man", 37), (None, 10)])
def test_every_number_is_valid_until_there_are_none_left(registry: RegistryDesk, sex: str | None, most: int) -> None:
    made = [make(registry, kon=sex).json["id"] for _ in range(most)]

    assert len(set(made)) == most
    assert {parse_vgr(number).born for number in made} == {EARLY}
    assert make(registry, kon=sex).code == "numren_slut"


def test_the_number_may_be_anothers_and_then_the_match_is_stopped(registry: RegistryDesk) -> None:
    patient = registry.newcomer("VGR", fodd=str(EARLY), kon="man")

    made = make(registry).json

    assert made == patient
    egon = {"fodd": str(EARLY), "fornamn": "Egon", "efternamn": "Provgren"}
    assert registry.match(made, **egon) == "annan_person"
    assert registry.match(patient, fodd=str(EARLY)) == "samma_person"
    collisions = registry.client.call("GET", f"/v/{registry.world}/pu/krockar", headers=nurse(SAS)).json["krockar"]
    assert collisions == [{**made, "namn": "Egon Provgren", "fodd": str(EARLY), "enhet": SAS}]


def test_under_an_oid_of_its_own_the_same_number_is_nobodys(client: WireClient, new_world: NewWorld) -> None:
    own = "1.2.752.129.2.1.2.1"
    desk = RegistryDesk(client, new_world(personer=people(), parametrar={"kommunsystem_reservnummer_oid": own}))
    patient = desk.newcomer("VGR", fodd=str(EARLY), kon="man")

    made = make(desk).json

    assert (made["oid"], patient["oid"], made["id"]) == (own, VGR, patient["id"])
    assert desk.match(made) == "okand"


@pytest.mark.parametrize(
    ("changed", "status", "code"),
    [
        ({"unit": SAS}, 403, "ej_kommunal_enhet"),
        ({"unit": "SE0000000000-INGEN"}, 403, "okand_enhet"),
        ({"by": {"X-Enhet": HSV_BORAS, "X-Medarbetare": "SE0000000000-INGEN"}}, 403, "ej_anstalld"),
        ({"fodd": "1799-12-31"}, 409, "fodelsedag_ryms_inte"),
        ({"fodd": None}, 422, "fel_begaran"),
        ({"kon": "okänt"}, 422, "fel_begaran"),
        ({"fornamn": ""}, 422, "fel_begaran"),
    ],
    ids=str,
)
def test_what_a_kommun_cannot_do_is_refused(
    registry: RegistryDesk, changed: dict[str, object], status: int, code: str
) -> None:
    refused = make(registry, **changed)  # type: ignore[arg-type]

    assert (refused.status, refused.code) == (status, code)
    assert make(registry).json["id"][8:11] == "M07"
