"""The control plane refuses what is wrong: in Swedish, with what, where and what to do."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import Any

import jsonschema_rs
import msgspec
import pytest
from careacts import SamsaDesk
from landscape import ASTRID, SAS, freeze, landscape_document, person, world_document
from wireclient import CONTRACTS, WireClient

from harness.kernel.system import Assembly
from harness.simulator import define_systems

NewWorld = Callable[..., str]
NEEDED = sorted({parameter.id for _, parameter in Assembly(define_systems(), {}).needed})


def put(client: WireClient, document: object) -> Any:
    return client.call("PUT", "/styr/v/ny", document)


@pytest.mark.parametrize("parameter", NEEDED)
def test_a_missing_parameter_is_refused_when_the_world_is_created(client: WireClient, parameter: str) -> None:
    landscape = landscape_document()
    del landscape["parametrar"][parameter]
    sha256, body = freeze(landscape)
    assert client.call("PUT", f"/styr/landskap/{sha256}", body).status == 201

    refused = put(client, world_document(landskap=sha256))
    supplied = put(
        client,
        world_document(landskap=sha256, parametrar={parameter: landscape_document()["parametrar"][parameter]["varde"]}),
    )

    assert (refused.status, refused.code) == (422, "parameter_saknas")
    assert refused.text.startswith(f"Parametern {parameter} saknas, och ")
    assert any(system.title in refused.text for system in define_systems())
    assert f'Ange "{parameter}"' in refused.json["atgard"]
    assert supplied.status == 201


@pytest.mark.parametrize(
    ("changed", "code", "words"),
    [
        ({"parametrar": {"systemval_regel": "slumpen"}}, "parameter_fel_varde", "slumpen"),
        ({"parametrar": {"aterta_summera": 1}}, "parameter_fel_varde", "aterta_summera"),
        ({"parametrar": {"inskrivningsmeddelande_frist_timmar": -1}}, "parameter_fel_varde", "-1"),
        ({"parametrar": {"vc_grup": {}}}, "okand_parameter", "vc_grup"),
        ({"defekter": ["samsa-frist-26h"]}, "okand_defekt", "samsa-frist-26h"),
        ({"defekter": ["samsa-frist-25h", "samsa-frist-25h"]}, "defekter_krockar", "samsa"),
        ({"landskap": "0" * 64}, "okant_landskap", "0000"),
        ({"start": "2022-04-04T10:00:00"}, "fel_dokument", "tidszon"),
        ({"fro": "ett"}, "fel_dokument", "heltal"),
        ({"nytt": 1}, "fel_dokument", "nytt"),
        ({"schema": 2}, "fel_dokument", "schema"),
        ({"personer": [person(ASTRID), person(ASTRID)]}, "identitet_delas", ASTRID),
        ({"personer": [person(ASTRID, fodd="6 maj")]}, "fel_dokument", "dag"),
    ],
)
def test_a_wrong_document_is_refused(client: WireClient, changed: dict[str, object], code: str, words: str) -> None:
    refused = put(client, world_document(**changed))

    assert (refused.status, refused.code) == (422, code)
    assert words in refused.text
    assert refused.json["atgard"]
    assert client.call("GET", "/styr/v/ny/tid").status == 404


def test_a_misspelt_name_gets_a_suggestion(client: WireClient) -> None:
    refused = put(client, world_document(defekter=["samsa-frist-26h"]))

    assert refused.json["atgard"] == "Menade du samsa-frist-25h eller samsa-frist-23h eller samvy-frist-25h?"


def test_a_body_that_is_not_json_is_refused(client: WireClient) -> None:
    assert "giltig JSON" in put(client, b"{").text


def test_a_world_is_created_once(client: WireClient) -> None:
    assert put(client, world_document()).status == 201
    assert put(client, world_document()).status == 409


def test_a_name_that_cannot_be_an_address_is_refused(client: WireClient) -> None:
    assert client.call("PUT", "/styr/v/två världar", world_document()).code == "fel_varldsnamn"


def test_two_worlds_of_one_name_live_the_same_life_beside_each_other(client: WireClient) -> None:
    for address in ("forsta", "andra"):
        created = client.call("PUT", f"/styr/v/{address}", world_document(), query={"namn": "prov"})
        assert (created.status, created.json["varld"]) == (201, address)
    client.call("POST", "/styr/v/forsta/tid", {"till": "2022-04-20T08:00:00+02:00"})
    assert client.call("GET", "/styr/v/andra/tid").json != client.call("GET", "/styr/v/forsta/tid").json
    client.call("POST", "/styr/v/andra/tid", {"till": "2022-04-20T08:00:00+02:00"})

    first, second = (client.call("DELETE", f"/styr/v/{address}").json for address in ("forsta", "andra"))

    assert first == second
    assert '"world":"prov"' in first["journal"]


def test_closing_a_world_leaves_the_one_whose_address_is_its_name(client: WireClient) -> None:
    client.call("PUT", "/styr/v/prov", world_document())
    client.call("PUT", "/styr/v/prov-omgang2", world_document(), query={"namn": "prov"})

    client.call("DELETE", "/styr/v/prov-omgang2")

    assert client.call("GET", "/styr/v/prov-omgang2/tid").status == 404
    assert client.call("GET", "/styr/v/prov/tid").status == 200


def test_a_name_of_its_own_must_fit_an_address_too(client: WireClient) -> None:
    refused = client.call("PUT", "/styr/v/ny", world_document(), query={"namn": "två ord"})

    assert refused.code == "fel_varldsnamn"


def test_an_unknown_world_says_how_to_make_it(client: WireClient) -> None:
    refused = client.call("GET", "/styr/v/ingen/tid")

    assert refused.json == {
        "kod": "okand_varld",
        "fel": "Världen ingen finns inte.",
        "atgard": "Skapa den med PUT /styr/v/ingen.",
    }


def test_an_address_that_is_not_there_says_so(client: WireClient) -> None:
    assert client.call("GET", "/styr/hälsa").code == "fel_adress"


def test_a_landscape_is_kept_under_its_own_checksum(client: WireClient) -> None:
    body = freeze(landscape_document())[1]

    assert client.call("PUT", f"/styr/landskap/{'0' * 64}", body).code == "fel_kontrollsumma"
    assert client.call("PUT", f"/styr/landskap/{hashlib.sha256(body).hexdigest()}", body).status == 200


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (lambda d: d["enheter"].append(d["enheter"][0]), "två gånger"),
        (lambda d: d["medarbetare"][0].update(enhet="SE0000000000-INGEN"), "inte är en enhet"),
        (lambda d: d["enheter"][6].update(kommunkod="9999"), "kommun 9999"),
        (lambda d: d["enheter"][0].update(omrade="mitten"), "mitten"),
        (lambda d: d["enheter"][0].pop("namn"), "namn saknas"),
    ],
)
def test_a_landscape_that_contradicts_itself_is_refused(
    client: WireClient, spoil: Callable[[dict[str, Any]], object], words: str
) -> None:
    landscape = landscape_document()
    spoil(landscape)
    sha256, body = freeze(landscape)

    refused = client.call("PUT", f"/styr/landskap/{sha256}", body)

    assert (refused.status, refused.code) == (422, "fel_landskap")
    assert words in refused.text


@pytest.mark.parametrize(("schema", "document"), [("landskap", landscape_document()), ("varld", world_document())])
def test_the_documents_follow_their_schema(schema: str, document: object) -> None:
    written = msgspec.json.decode((CONTRACTS / f"{schema}.schema.json").read_bytes())

    jsonschema_rs.validator_for(written, validate_formats=True).validate(document)


def test_health_counts_worlds(client: WireClient, new_world: NewWorld) -> None:
    new_world()

    assert client.call("GET", "/styr/halsa").json == {"halsa": "ok", "varldar": 1}


def test_a_value_stated_in_a_world_is_of_class_c(client: WireClient, new_world: NewWorld) -> None:
    world = new_world(parametrar={"systemval_regel": "sjukhuset"})
    SamsaDesk(client, world).admit(SAS)

    leaned_on = client.call("DELETE", f"/styr/v/{world}").json["forlitar"]

    assert leaned_on["systemval_regel"] == "C"
    assert leaned_on["millenniumenheter.systemval.parter"] == "D"
    assert "aterta_summera" not in leaned_on
