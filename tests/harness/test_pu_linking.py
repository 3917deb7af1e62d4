"""Linking identities and taking links apart: the hierarchy, the huvudidentitet, and nothing lost."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from landscape import HSV_BORAS, SAS, VC_BORAS, doctor, freeze, landscape_document, world_document
from registrydesk import DAGNY, EARLY, OTHER, SAMIR, Pair, RegistryDesk, people
from wireclient import WireClient

from harness.kernel.journal import MemoryStore
from harness.kernel.sqlite_journal import SqliteStore
from harness.simulator import create_app

NewWorld = Callable[..., str]


@pytest.fixture
def registry(client: WireClient, new_world: NewWorld) -> RegistryDesk:
    return RegistryDesk(client, new_world(personer=people()))


def identities(desk: RegistryDesk) -> dict[str, Pair]:
    """One or two of each kind."""
    return {
        "LRID": desk.newcomer("VGR", fodd=str(EARLY)),
        "LRID2": desk.newcomer("VGR", fodd=str(EARLY)),
        "NRID": desk.newcomer(),
        "NRID2": desk.newcomer(),
        "SNR": SAMIR,
        "PNR": DAGNY,
        "PNR2": OTHER,
    }


@pytest.mark.parametrize(
    ("low", "high", "verdict"),
    [
        ("LRID", "LRID2", "lokala_bara_genom_nrid"),
        ("LRID", "NRID", ""),
        ("LRID", "SNR", ""),
        ("LRID", "PNR", ""),
        ("NRID", "LRID", "fel_riktning"),
        ("NRID", "NRID2", "nrid_till_nrid"),
        ("NRID", "SNR", ""),
        ("NRID", "PNR", ""),
        ("SNR", "LRID", "fel_riktning"),
        ("SNR", "NRID", "fel_riktning"),
        ("SNR", "PNR", "bara_skatteverket"),
        ("PNR", "SNR", "fel_riktning"),
        ("PNR", "PNR2", "bara_skatteverket"),
        ("NRID", "NRID", "samma_identitet"),
    ],
)
def test_the_hierarchy(registry: RegistryDesk, low: str, high: str, verdict: str) -> None:
    known = identities(registry)

    answer = registry.link(known[low], known[high])

    assert (answer.status, answer.code) == ((409, verdict) if verdict else (201, "None"))
    linked = registry.read(known[low])["huvudidentitet"] == known[high]
    assert linked == (not verdict) or low == high


def test_two_nrid_can_be_linked_where_the_older_source_is_followed(client: WireClient, new_world: NewWorld) -> None:
    desk = RegistryDesk(client, new_world(personer=people(), parametrar={"pu_nrid_kopplas_till_nrid": True}))
    first, second = desk.newcomer(), desk.newcomer()

    assert desk.link(first, second).status == 201
    assert desk.link(second, first).code == "redan_i_kedjan"


def test_two_local_numbers_meet_in_an_nrid_and_have_one_huvudidentitet(registry: RegistryDesk) -> None:
    known = identities(registry)

    registry.linked(known["LRID"], known["NRID"], known["PNR"])
    registry.linked(known["LRID2"], known["NRID"])

    chain = [known[name] for name in ("PNR", "LRID", "NRID", "LRID2")]
    for name in ("LRID", "LRID2", "NRID", "PNR"):
        shown = registry.read(known[name])
        assert shown["huvudidentitet"] == DAGNY
        assert shown["identiteter"] == chain
        assert shown["fornamn"] == "Dagny"
        assert registry.read(known[name], alone=True)["fornamn"] == ("Dagny" if name == "PNR" else "Okänd")


def test_a_link_that_is_taken_apart_leaves_everything_as_it_was(registry: RegistryDesk) -> None:
    known = identities(registry)
    registry.linked(known["LRID"], known["NRID"])
    before = {name: registry.read(pair) for name, pair in known.items()}

    registry.linked(known["NRID"], OTHER)
    assert registry.read(known["LRID"])["huvudidentitet"] == OTHER
    assert registry.unlink(known["NRID"], OTHER).status == 201

    assert {name: registry.read(pair) for name, pair in known.items()} == before


@pytest.mark.parametrize(("low", "high"), [(DAGNY, SAMIR), (SAMIR, DAGNY)])
def test_a_link_between_samordningsnummer_and_personnummer_is_skatteverkets(
    registry: RegistryDesk, low: Pair, high: Pair
) -> None:
    assert registry.unlink(low, high).code == "bara_skatteverket"


def test_what_is_linked_is_not_linked_again_and_what_is_not_cannot_be_taken_apart(registry: RegistryDesk) -> None:
    nrid = registry.newcomer()
    assert registry.unlink(nrid, DAGNY).code == "ej_kopplad"
    registry.linked(nrid, DAGNY)

    assert registry.link(nrid, OTHER).code == "redan_kopplad"
    assert registry.unlink(nrid, OTHER).code == "ej_kopplad"
    assert registry.read(nrid)["huvudidentitet"] == DAGNY


def test_a_link_needs_a_secured_identity_and_an_authorised_role(client: WireClient, new_world: NewWorld) -> None:
    desk = RegistryDesk(client, new_world(personer=people(), parametrar={"pu_koppling_roller": ["Läkare"]}))
    nrid = desk.newcomer()

    unsecured = desk.link(nrid, DAGNY, secured=False, by=doctor(SAS))
    nurses = desk.link(nrid, DAGNY)
    strangers = desk.link(nrid, DAGNY, by={"X-Enhet": SAS, "X-Medarbetare": doctor(VC_BORAS)["X-Medarbetare"]})
    nowhere = desk.link(nrid, DAGNY, by={})
    doctors = desk.link(nrid, DAGNY, by=doctor(HSV_BORAS))

    refused = [unsecured, nurses, strangers, nowhere]
    assert [(one.status, one.code) for one in refused] == [
        (409, "identitet_ej_sakerstalld"),
        (403, "roll_saknar_behorighet"),
        (403, "ej_anstalld"),
        (403, "okand_enhet"),
    ]
    assert "sjuksköterska" in nurses.text
    assert doctors.status == 201
    assert desk.unlink(nrid, DAGNY).code == "roll_saknar_behorighet"


def test_a_refusal_stands_in_the_message_picture(registry: RegistryDesk) -> None:
    registry.link(SAMIR, DAGNY)

    picture = registry.client.call("GET", f"/insyn/v/{registry.world}/meddelandebild.svg").body.decode()

    assert "Nej: Kopplingen" in picture


def test_who_is_not_known_cannot_be_linked(registry: RegistryDesk) -> None:
    nobody = {"oid": "1.2.3", "id": DAGNY["id"]}

    assert registry.link(nobody, DAGNY).code == "okand_person"
    assert registry.link(registry.newcomer(), nobody).code == "okand_person"


@pytest.mark.parametrize(
    "body", [b"{", b"[]", {}, {"fran": DAGNY, "till": DAGNY}, {"fran": 1, "till": 2}, None], ids=repr
)
def test_what_cannot_be_read_is_refused_and_changes_nothing(registry: RegistryDesk, body: object) -> None:
    before = registry.client.call("GET", f"/insyn/v/{registry.world}/journal").body

    for path in ("/kopplingar", "/isarkopplingar", "/reservnummer", "/matchningar"):
        if path == "/isarkopplingar" and body == {"fran": DAGNY, "till": DAGNY}:
            continue
        answer = registry.post(path, body)
        assert (answer.status, answer.code) == (422, "fel_begaran")

    assert registry.client.call("GET", f"/insyn/v/{registry.world}/journal").body == before


def test_the_first_of_several_identities_in_a_document_is_huvudidentitet(
    client: WireClient, new_world: NewWorld
) -> None:
    both = {**people()[0], "identiteter": [DAGNY, SAMIR]}
    desk = RegistryDesk(client, new_world(personer=[both]))

    assert desk.read(SAMIR)["huvudidentitet"] == desk.read(DAGNY)["huvudidentitet"] == DAGNY


ACTS = st.lists(
    st.tuples(st.booleans(), st.integers(0, 6), st.integers(0, 6)),
    min_size=5,
    max_size=25,
)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(ACTS)
def test_a_chain_has_exactly_one_huvudidentitet_whatever_is_linked_and_a_restart_changes_nothing(
    acts: list[tuple[bool, int, int]],
) -> None:
    store = MemoryStore()
    client = WireClient(create_app(store))
    sha256, body = freeze(landscape_document())
    client.call("PUT", f"/styr/landskap/{sha256}", body)
    parameters = {"pu_nrid_kopplas_till_nrid": True}
    client.call("PUT", "/styr/v/v", world_document(personer=people(), parametrar=parameters))
    desk = RegistryDesk(client, "v")
    known = list(identities(desk).values())

    for is_link, low, high in acts:
        (desk.link if is_link else desk.unlink)(known[low], known[high])

    shown = [desk.read(pair) for pair in known]
    for pair, seen in zip(known, shown, strict=True):
        assert pair in seen["identiteter"]
        assert seen["identiteter"][0] == seen["huvudidentitet"]
        assert desk.read(seen["huvudidentitet"])["huvudidentitet"] == seen["huvudidentitet"]
        assert all(desk.read(other)["identiteter"] == seen["identiteter"] for other in seen["identiteter"])
    again = RegistryDesk(WireClient(create_app(store)), "v")
    assert [again.read(pair) for pair in known] == shown


def test_links_are_there_in_another_process() -> None:
    with tempfile.TemporaryDirectory() as directory:
        stores = [SqliteStore(Path(directory)) for _ in range(2)]
        client = WireClient(create_app(stores[0]))
        sha256, body = freeze(landscape_document())
        client.call("PUT", f"/styr/landskap/{sha256}", body)
        client.call("PUT", "/styr/v/v", world_document(personer=people()))
        desk = RegistryDesk(client, "v")
        nrid = desk.newcomer()
        desk.linked(nrid, DAGNY)

        other = RegistryDesk(WireClient(create_app(stores[1])), "v")

        assert other.read(nrid)["huvudidentitet"] == DAGNY
        for store in stores:
            store.close()
