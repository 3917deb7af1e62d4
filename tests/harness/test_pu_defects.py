"""Every defect of the personuppgiftstjänst changes what it says, and nothing is wrong when it is off."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from landscape import SAS, freeze, landscape_document, person, personnummer, world_document
from registrydesk import BORN, DAGNY, EARLY, SAMIR, VGR, RegistryDesk, adt_told, people
from wireclient import WireClient

from harness import simulator
from harness.defects import catalogue, pu
from harness.systems.pu.numbers.vgr import vgr_numbers
from testdata.krav.register import krav

PROTECTED = "skyddad folkbokföring"
NEW = {"oid": DAGNY["oid"], "id": personnummer(BORN, 239)}
HANDLER = f"{SAS}B"
LOWEST = {"oid": VGR, "id": next(vgr_numbers(EARLY, "kvinna", start=0))}


def stops_another_with_the_number(desk: RegistryDesk) -> bool:
    return desk.match(desk.newcomer(), fornamn="Någon", efternamn="Annan") == "annan_person"


def has_one_huvudidentitet(desk: RegistryDesk) -> bool:
    local, national = desk.newcomer("VGR", fodd=str(EARLY)), desk.newcomer()
    desk.linked(local, national, DAGNY)
    return all(desk.read(pair)["huvudidentitet"] == DAGNY for pair in (local, national, DAGNY))


def protects_what_is_linked(desk: RegistryDesk) -> bool:
    nrid = desk.newcomer()
    desk.happen(DAGNY, "skydd_satt", skydd=PROTECTED)
    desk.linked(nrid, DAGNY)
    return bool(desk.read(nrid, alone=True)["skydd"] == [PROTECTED])


def restores_what_was_linked(desk: RegistryDesk) -> bool:
    nrid = desk.newcomer()
    before = desk.read(nrid)
    desk.linked(nrid, DAGNY)
    desk.unlink(nrid, DAGNY)
    return desk.read(nrid) == before


def leaves_a_taken_number_alone(desk: RegistryDesk) -> bool:
    return desk.newcomer("VGR", fodd=str(EARLY)) != LOWEST


def links_only_what_is_mutual(desk: RegistryDesk) -> bool:
    desk.happen(SAMIR, "ny_identitet", identitet=NEW, gamla_hanvisar=False)
    return bool(desk.read(SAMIR)["huvudidentitet"] == SAMIR)


def links_only_what_is_secured(desk: RegistryDesk) -> bool:
    return desk.link(desk.newcomer(), DAGNY, secured=False).code == "identitet_ej_sakerstalld"


def links_only_for_whoever_may(desk: RegistryDesk) -> bool:
    return (
        desk.link(desk.newcomer(), DAGNY, by={"X-Enhet": SAS, "X-Medarbetare": HANDLER}).code
        == "roll_saknar_behorighet"
    )


def tells_a_link_as_a_link(desk: RegistryDesk) -> bool:
    desk.linked(desk.newcomer(), DAGNY)
    return adt_told(desk)[-1] == ["A24"]


# What is true without the defect and false with it.
TRUTHS: dict[str, Callable[[RegistryDesk], bool]] = {
    "pu-matchar-numret-ensamt": stops_another_with_the_number,
    "pu-tva-huvudidentiteter": has_one_huvudidentitet,
    "pu-skydd-arvs-inte": protects_what_is_linked,
    "pu-isarkoppling-glommer": restores_what_was_linked,
    "pu-vgr-nummer-ateranvands": leaves_a_taken_number_alone,
    "pu-kopplar-ensidigt": links_only_what_is_mutual,
    "pu-kopplar-utan-sakerstalld": links_only_what_is_secured,
    "pu-alla-roller-kopplar": links_only_for_whoever_may,
    "pu-adt-koppling-som-sammanslagning": tells_a_link_as_a_link,
}


def _landscape() -> dict[str, Any]:
    """One with somebody who may not link."""
    landscape = landscape_document()
    handler = {"hsa_id": HANDLER, "namn": "En handläggare", "roll": "biståndshandläggare", "enhet": SAS}
    landscape["medarbetare"].append({**handler, "kod": landscape["medarbetare"][0]["kod"]})
    return landscape


@pytest.fixture
def client(monkeypatch: pytest.MonkeyPatch) -> WireClient:
    """A simulator that knows these defects too."""
    monkeypatch.setattr(simulator, "list_defects", lambda: (*catalogue.list_defects(), *pu.list_untold()))
    made = WireClient(simulator.create_app())
    sha256, body = freeze(_landscape())
    assert made.call("PUT", f"/styr/landskap/{sha256}", body).status == 201
    return made


def desk_in(client: WireClient, world: str, *defects: str) -> RegistryDesk:
    everybody = [*people(), person(LOWEST["id"], oid=VGR)]
    document = world_document(landskap=freeze(_landscape())[0], personer=everybody, defekter=defects)
    assert client.call("PUT", f"/styr/v/{world}", document).status == 201
    return RegistryDesk(client, world)


def test_every_defect_is_tried_here() -> None:
    assert set(TRUTHS) == {defect.id for defect in (*pu.list_defects(), *pu.list_untold())}


@pytest.mark.parametrize("defect", TRUTHS)
def test_a_defect_changes_what_it_says(client: WireClient, defect: str) -> None:
    assert TRUTHS[defect](desk_in(client, "hel"))
    assert not TRUTHS[defect](desk_in(client, "trasig", defect))


@pytest.mark.parametrize("defect", [*pu.list_defects(), *pu.list_untold()], ids=lambda defect: str(defect.id))
def test_a_defect_replaces_a_rule_of_pu_and_names_krav_that_exist(defect: pu.Defect) -> None:
    systems = {system.title: system for system in simulator.define_systems()}

    assert defect.policy in {policy.id for policy in systems[defect.system].policies}
    assert defect.description.endswith(".")
    assert all(krav(name).id == name for name in defect.krav)
