"""What is wrong with a request is said in Swedish, in the shape of its system."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from landscape import PARTIES_BORAS, PERSONNUMMER, SAS, nurse
from wireclient import WireClient

NewWorld = Callable[..., str]


@pytest.mark.parametrize(
    ("body", "words"),
    [
        pytest.param(b"{", "inte giltig JSON", id="avhuggen"),
        pytest.param(b"\xff", "inte giltig JSON", id="inte text"),
        pytest.param({"patient": {"oid": PERSONNUMMER}, "parter": PARTIES_BORAS}, "fältet id saknas", id="fält saknas"),
        pytest.param({"patient": {"oid": "", "id": "1"}, "parter": PARTIES_BORAS}, "texten är tom", id="tom text"),
        pytest.param({"patient": 1, "parter": PARTIES_BORAS}, "väntade ett objekt men fick ett heltal", id="fel typ"),
        pytest.param({"patent": 1}, "fältet patent är okänt", id="okänt fält"),
    ],
)
def test_samsa_says_what_is_wrong(client: WireClient, new_world: NewWorld, body: object, words: str) -> None:
    refused = client.call("POST", f"/v/{new_world()}/samsa/api/arenden", body, headers=nurse(SAS))

    assert (refused.status, refused.code) == (422, "fel_begaran")
    assert words in refused.text


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ({"handelse": "flyttad"}, "värdet 'flyttad' är inte tillåtet"),
        ({"handelse": "inskrivningsmeddelande", "planeradUtskrivning": "snart"}, "inte en dag"),
        ({"handelse": "behovBedomt", "insatser": []}, "listan ska ha minst 1 värden"),
        ({"handelse": "utskriven", "varfor": ""}, "fältet varfor är okänt"),
    ],
)
def test_samvy_says_what_is_wrong(client: WireClient, new_world: NewWorld, body: object, words: str) -> None:
    path = f"/v/{new_world()}/samvy/vardplaneringar/VP-1/handelser"

    refused = client.call("POST", path, body, headers=nurse(SAS))

    assert (refused.status, refused.media) == (422, "application/problem+json")
    assert words in refused.text


def test_a_person_key_has_oid_and_number(client: WireClient, new_world: NewWorld) -> None:
    roles = {"kommunalHsv": "kommunal_hsv", "socialtjanst": "socialtjanst", "oppenvard": "oppenvard"}
    parts = [{"roll": role, "enhet": PARTIES_BORAS[key]} for role, key in roles.items()]
    body = {"person": "utan oid", "samverkansparter": parts}

    refused = client.call("POST", f"/v/{new_world()}/samvy/vardplaneringar", body, headers=nurse(SAS))

    assert "texten har inte den form" in refused.text


def test_an_address_without_its_values_says_which(client: WireClient, new_world: NewWorld) -> None:
    refused = client.call("GET", f"/v/{new_world()}/samsa/api/arenden", headers=nurse(SAS))

    assert (refused.status, refused.text) == (422, "Adressen saknar värdet oid.")


@pytest.mark.parametrize("path", ["samsa/api/arenden/S-9/avslut", "samsa/api/arenden/S-9/behovsbedomning"])
def test_a_case_that_is_not_there_is_unknown(client: WireClient, new_world: NewWorld, path: str) -> None:
    body = {"orsak": None} if path.endswith("avslut") else {"behov": ["OPPENVARD"]}

    refused = client.call("POST", f"/v/{new_world()}/{path}", body, headers=nurse(SAS))

    assert (refused.status, refused.code) == (404, "finns_inte")
