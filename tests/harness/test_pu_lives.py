"""What happens in people's lives: protection, numbers that follow each other, and who hears of it when."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from landscape import HSV_BORAS, SAS, freeze, landscape_document, nurse, person, personnummer, world_document
from registrydesk import BORN, DAGNY, EARLY, OTHER, SAMIR, Pair, RegistryDesk, people
from wireclient import WireClient

from harness.kernel.journal import MemoryStore
from harness.simulator import create_app

NewWorld = Callable[..., str]
PROTECTED, MARKED = "skyddad folkbokföring", "sekretessmarkering"
PARTILLE = {"kommunkod": "1402", "adress": "Provstigen 2", "postnummer": "01402", "ort": "Partille"}
NEW: Pair = {"oid": DAGNY["oid"], "id": personnummer(BORN, 239)}
STREET = "Provgatan 1"


@pytest.fixture
def registry(client: WireClient, new_world: NewWorld) -> RegistryDesk:
    return RegistryDesk(client, new_world(personer=people()))


def test_when_dagny_moves_to_partille_her_kommun_is_another(registry: RegistryDesk) -> None:
    moved = registry.happen(DAGNY, "flyttad", **PARTILLE)

    assert (moved.status, moved.json["tid"]) == (201, "2022-04-04T10:00:00+02:00")
    assert registry.read(DAGNY).items() >= PARTILLE.items()


def test_a_new_name_is_the_name(registry: RegistryDesk) -> None:
    registry.happen(DAGNY, "nytt_namn", fornamn="Dagny", efternamn="Övningsby")

    assert registry.read(DAGNY)["efternamn"] == "Övningsby"


def test_who_is_protected_has_no_address_to_show_until_it_is_lifted(registry: RegistryDesk) -> None:
    before = registry.read(DAGNY)

    registry.happen(DAGNY, "skydd_satt", skydd=PROTECTED)
    registry.happen(DAGNY, "skydd_satt", skydd=MARKED)
    hidden = registry.read(DAGNY)
    registry.happen(DAGNY, "skydd_havt", skydd=PROTECTED)
    marked = registry.read(DAGNY)
    registry.happen(DAGNY, "skydd_havt", skydd=MARKED)

    assert hidden["skydd"] == [MARKED, PROTECTED]
    assert (hidden["adress"], hidden["postnummer"], hidden["ort"]) == ("Förmedlingsuppdrag", "00000", "Förmedlas")
    assert (marked["skydd"], marked["adress"]) == ([MARKED], STREET)
    assert registry.read(DAGNY) == before


def test_a_linked_identity_is_protected_while_the_link_holds(registry: RegistryDesk) -> None:
    nrid = registry.newcomer()
    before = registry.read(nrid)
    registry.happen(DAGNY, "skydd_satt", skydd=PROTECTED)
    registry.linked(nrid, DAGNY)

    assert registry.read(nrid)["skydd"] == [PROTECTED]
    alone = registry.read(nrid, alone=True)
    assert (alone["skydd"], alone["adress"]) == ([PROTECTED], "Förmedlingsuppdrag")

    registry.unlink(nrid, DAGNY)
    assert registry.read(nrid) == before


def test_a_protected_reservnummer_protects_whom_it_is_linked_to(registry: RegistryDesk) -> None:
    nrid = registry.newcomer()
    registry.happen(nrid, "skydd_satt", skydd=PROTECTED)
    registry.linked(nrid, DAGNY)

    assert registry.read(DAGNY)["adress"] == "Förmedlingsuppdrag"


def test_a_world_document_can_have_somebody_protected(client: WireClient, new_world: NewWorld) -> None:
    desk = RegistryDesk(client, new_world(personer=[person(DAGNY["id"], skydd=[PROTECTED])]))
    wrong = client.call("POST", f"/styr/v/{desk.world}/personer", person(OTHER["id"], skydd=["hemlig"]))

    assert desk.read(DAGNY)["ort"] == "Förmedlas"
    assert wrong.code == "fel_person"


@pytest.mark.parametrize(
    ("life", "last"),
    [
        (["avliden"], "avliden"),
        (["avliden", "dodsfall_aterkallat"], None),
        (["utvandrad"], "utvandrad"),
        (["utvandrad", "avliden"], "avliden"),
        (["utvandrad", "atervand"], None),
    ],
    ids=str,
)
def test_who_has_died_or_left_is_avregistrerad(registry: RegistryDesk, life: list[str], last: str | None) -> None:
    for what in life:
        assert registry.happen(DAGNY, what, **(PARTILLE if what == "atervand" else {})).status == 201

    assert registry.read(DAGNY)["avregistrerad"] == last
    assert registry.read(DAGNY)["ort"] == ("Partille" if "atervand" in life else "Borås")


@pytest.mark.parametrize(
    ("before", "what", "values", "code"),
    [
        ("", "dodsfall_aterkallat", {}, "handelse_passar_inte"),
        ("", "atervand", PARTILLE, "handelse_passar_inte"),
        ("", "skydd_havt", {"skydd": MARKED}, "handelse_passar_inte"),
        ("avliden", "avliden", {}, "handelse_passar_inte"),
        ("avliden", "utvandrad", {}, "handelse_passar_inte"),
        ("", "ny_identitet", {"identitet": OTHER}, "identitet_delas"),
        ("", "ny_identitet", {"identitet": DAGNY["id"]}, "fel_handelse"),
        ("", "flyttad", {"kommunkod": "1402"}, "fel_handelse"),
        ("", "flyttad", {**PARTILLE, "kommunkod": "Partille"}, "fel_handelse"),
        ("", "fyllde år", {}, "fel_handelse"),
        ("", "avliden", {"nar": "i går"}, "fel_handelse"),
        ("", "skydd_satt", {"skydd": "hemlig"}, "fel_handelse"),
    ],
    ids=str,
)
def test_what_cannot_happen_is_refused_and_changes_nothing(
    registry: RegistryDesk, before: str, what: str, values: dict[str, object], code: str
) -> None:
    if before:
        registry.happen(DAGNY, before)
    known = registry.client.call("GET", f"/insyn/v/{registry.world}/journal").body

    assert registry.happen(DAGNY, what, **values).code == code

    assert registry.client.call("GET", f"/insyn/v/{registry.world}/journal").body == known


def test_nothing_can_happen_to_nobody(registry: RegistryDesk) -> None:
    nobody = {"oid": "1.2.3", "id": DAGNY["id"]}

    assert (registry.happen(nobody, "avliden").status, registry.happen(nobody, "avliden").code) == (404, "okand_person")


def test_who_gets_a_personnummer_is_linked_by_itself_and_her_reservnummer_goes_with_her(
    registry: RegistryDesk,
) -> None:
    nrid = registry.newcomer()
    registry.linked(nrid, SAMIR)

    assert registry.happen(SAMIR, "ny_identitet", identitet=NEW).status == 201

    assert registry.read(nrid)["identiteter"] == [NEW, nrid, SAMIR]
    assert registry.read(NEW)["fornamn"] == "Samir"
    assert registry.read(SAMIR, alone=True)["avregistrerad"] == "ersatt"
    assert registry.unlink(SAMIR, NEW).code == "bara_skatteverket"


@pytest.mark.parametrize("missing", ["nya_hanvisar", "gamla_hanvisar", "gamla_avregistreras"])
def test_nothing_is_linked_by_itself_unless_both_refer_and_exactly_one_is_active(
    registry: RegistryDesk, missing: str
) -> None:
    registry.happen(SAMIR, "ny_identitet", identitet=NEW, **{missing: False})

    assert registry.read(SAMIR)["huvudidentitet"] == SAMIR
    assert registry.read(NEW)["identiteter"] == [NEW]


def test_the_link_comes_when_one_of_them_is_no_longer_active(registry: RegistryDesk) -> None:
    registry.happen(SAMIR, "ny_identitet", identitet=NEW, gamla_avregistreras=False)

    registry.happen(NEW, "avliden")

    assert registry.read(NEW)["huvudidentitet"] == SAMIR


def test_samsa_and_samvy_hear_of_a_link_within_three_seconds_and_not_before(registry: RegistryDesk) -> None:
    nrid = registry.newcomer()
    registry.happen(DAGNY, "skydd_satt", skydd=MARKED)
    registry.wait("2022-04-04T10:00:10+02:00")
    registry.linked(nrid, DAGNY)

    registry.wait("2022-04-04T10:00:12+02:00")
    assert registry.heard(nrid) == [(nrid["id"], [])] * 2
    assert registry.heard(DAGNY) == [(DAGNY["id"], [MARKED])] * 2
    registry.wait("2022-04-04T10:00:13+02:00")
    assert registry.heard(nrid) == [(DAGNY["id"], [MARKED])] * 2

    registry.unlink(nrid, DAGNY)
    registry.wait("2022-04-04T10:00:16+02:00")
    assert registry.heard(nrid) == [(nrid["id"], [])] * 2


def test_the_delay_is_a_parameter(client: WireClient, new_world: NewWorld) -> None:
    desk = RegistryDesk(client, new_world(personer=people(), parametrar={"identitet_andrad_fordrojning_s": 0}))

    desk.happen(SAMIR, "ny_identitet", identitet=NEW)

    assert desk.heard(SAMIR) == [(NEW["id"], [])] * 2


def test_whatever_happens_each_neighbour_is_told_once(registry: RegistryDesk) -> None:
    nrid = registry.newcomer()
    registry.linked(nrid, DAGNY)
    registry.happen(DAGNY, "flyttad", **PARTILLE)
    registry.happen(DAGNY, "nytt_namn", fornamn="Dagny", efternamn="Nyby")
    registry.unlink(nrid, DAGNY)
    registry.link(SAMIR, DAGNY)
    registry.numbers(count=3)
    registry.wait("2022-04-04T10:01:00+02:00")

    journal = registry.client.call("GET", f"/insyn/v/{registry.world}/journal").body.decode()

    assert journal.count('"typ":"identitet-meddelad"') == journal.count('"typ":"identitet.besked"') == 5


def test_a_message_that_comes_twice_is_noted_once(registry: RegistryDesk) -> None:
    fault = {"fran": "pu", "till": "alla", "slag": "dubblett", "andel": 1, "fro": 1}
    assert registry.client.call("POST", f"/styr/v/{registry.world}/fel", fault).status == 201
    registry.newcomer()

    registry.wait("2022-04-05T10:00:00+02:00")

    journal = registry.client.call("GET", f"/insyn/v/{registry.world}/journal").body.decode()
    assert journal.count("(kommer igen)") == 2
    assert journal.count('"typ":"identitet-meddelad"') == journal.count('"typ":"identitet.besked"') == 1


@pytest.mark.parametrize("seed", range(5))
def test_a_message_that_is_overtaken_changes_nothing(registry: RegistryDesk, seed: int) -> None:
    fault = {"fran": "pu", "till": "alla", "slag": "omkastning", "andel": 1, "fro": seed, "sekunder": 600}
    assert registry.client.call("POST", f"/styr/v/{registry.world}/fel", fault).status == 201
    nrid = registry.newcomer()
    for turn in range(8):
        (registry.link if turn % 2 == 0 else registry.unlink)(nrid, DAGNY)
    registry.linked(nrid, OTHER)

    registry.wait("2022-04-05T10:00:00+02:00")

    assert registry.heard(nrid) == [(OTHER["id"], [])] * 2
    assert registry.heard(DAGNY) == [(DAGNY["id"], [])] * 2


def test_what_was_known_when_the_world_began_and_what_is_registered_later_is_heard_of_too(
    client: WireClient, new_world: NewWorld
) -> None:
    linked = {**person(DAGNY["id"], skydd=[MARKED]), "identiteter": [DAGNY, SAMIR]}
    desk = RegistryDesk(client, new_world(personer=[linked]))
    later = {**person(OTHER["id"]), "identiteter": [OTHER, NEW]}

    assert desk.heard(SAMIR) == [(DAGNY["id"], [MARKED])] * 2
    assert client.call("POST", f"/styr/v/{desk.world}/personer", later).status == 201
    desk.wait("2022-04-04T10:00:03+02:00")
    assert desk.heard(NEW) == [(OTHER["id"], [])] * 2


def test_a_restart_changes_nothing_of_what_has_happened() -> None:
    store = MemoryStore()
    first = WireClient(create_app(store))
    sha256, body = freeze(landscape_document())
    first.call("PUT", f"/styr/landskap/{sha256}", body)
    first.call("PUT", "/styr/v/v", world_document(personer=people()))
    desk = RegistryDesk(first, "v")
    nrid = desk.newcomer("VGR", fodd=str(EARLY))
    desk.linked(nrid, SAMIR)
    desk.happen(SAMIR, "ny_identitet", identitet=NEW)
    desk.happen(NEW, "skydd_satt", skydd=PROTECTED)
    desk.happen(NEW, "flyttad", **PARTILLE)
    desk.happen(DAGNY, "utvandrad")
    desk.match(nrid, fornamn="Annan")
    made = {"fornamn": "A", "efternamn": "B", "fodd": str(EARLY), "kon": None}
    first.call("POST", "/v/v/kommunsystem/reservnummer", made, headers=nurse(HSV_BORAS))
    desk.wait("2022-04-04T10:00:02+02:00")

    worlds = [client.app.state.worlds for client in (first, WireClient(create_app(store)))]  # type: ignore[attr-defined]

    assert worlds[1].find("v").states == worlds[0].find("v").states
    assert worlds[1].find("v").states["pu"].collisions


def test_who_is_not_employed_is_not_told_what_samsa_has_heard(registry: RegistryDesk) -> None:
    address = f"/v/{registry.world}/samsa/api/identitet"
    samvy = f"/v/{registry.world}/samvy/personer/{DAGNY['oid']}/{DAGNY['id']}/identitet"
    stranger = {"X-Enhet": SAS, "X-Medarbetare": "SE0000000000-INGEN"}

    assert registry.client.call("GET", address, query=DAGNY, headers=stranger).code == "ej_anstalld"
    assert registry.client.call("GET", address, query={"oid": "1"}, headers=stranger).code == "fel_begaran"
    assert registry.client.call("GET", samvy, headers=stranger).code == "ej_anstalld"
