"""Changes of people are told as ADT, to SAMSA and to Samvy, and the type stands in the message picture."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from landscape import personnummer
from registrydesk import BORN, DAGNY, EARLY, SAMIR, RegistryDesk, adt_told, people
from wireclient import WireClient

NewWorld = Callable[..., str]
PROTECTED = "skyddad folkbokföring"


@pytest.fixture
def registry(client: WireClient, new_world: NewWorld) -> RegistryDesk:
    return RegistryDesk(client, new_world(personer=people()))


def picture(desk: RegistryDesk) -> str:
    return desk.client.call("GET", f"/insyn/v/{desk.world}/journal").body.decode()


@pytest.mark.parametrize("recipient", ["samsa", "samvy"])
def test_each_kind_of_change_has_its_event(registry: RegistryDesk, recipient: str) -> None:
    nrid = registry.newcomer()
    registry.linked(nrid, DAGNY)
    registry.happen(DAGNY, "skydd_satt", skydd=PROTECTED)
    registry.unlink(nrid, DAGNY)

    told = adt_told(registry, recipient)

    assert told == [["A28"], ["A24"], ["A31"], ["A37"]]
    for text in ("A28: ny person", "A24: identiteter kopplas", "A31: personuppgifter ändras"):
        assert f"ADT {text}" in picture(registry)


def test_a_new_identity_that_is_linked_at_once_is_two_events_in_one_message(registry: RegistryDesk) -> None:
    new = {"oid": DAGNY["oid"], "id": personnummer(BORN, 239)}
    answer = registry.happen(
        SAMIR, "ny_identitet", identitet=new, nya_hanvisar=True, gamla_hanvisar=True, gamla_avregistreras=True
    )
    assert answer.status < 300, answer.text

    assert adt_told(registry) == [["A28", "A31", "A24"]]


def test_an_event_that_comes_twice_changes_what_is_known_once(registry: RegistryDesk) -> None:
    fault = {"fran": "pu", "till": "alla", "slag": "dubblett"}
    assert registry.client.call("POST", f"/styr/v/{registry.world}/fel", fault).status == 201
    nrid = registry.newcomer("VGR", fodd=str(EARLY))
    registry.linked(nrid, DAGNY)
    registry.happen(DAGNY, "skydd_satt", skydd=PROTECTED)
    registry.wait("2022-04-04T11:00:00+02:00")

    assert registry.heard(nrid) == [(DAGNY["id"], [PROTECTED])] * 2
    told = [json.loads(line) for line in picture(registry).splitlines()]
    assert len([one for one in told if one["system"] == "samsa" and one["typ"] == "identitet-meddelad"]) == 3
    assert len([one for one in told if one["system"] == "integration" and one["data"].get("again")]) == 6
