"""What one does at the personuppgiftstjänst, for tests of its rules."""

from __future__ import annotations

import itertools
import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from landscape import PERSONNUMMER, SAS, nurse, person, personnummer
from wireclient import Answer, WireClient

from testdata.identity.rollista import rollista
from testdata.identity.value import Kind

SAMORDNINGSNUMMER = "1.2.752.129.2.1.3.3"
VGR = "1.2.752.113.11.0.2.1.1.1"
BORN = date(1991, 5, 6)
EARLY = date(1895, 3, 14)
"""A number in VGR-format with this birth date is nobody's: who was born then lives no more."""

Pair = dict[str, str]

DAGNY: Pair = {"oid": PERSONNUMMER, "id": personnummer(BORN, 238)}
OTHER: Pair = {"oid": PERSONNUMMER, "id": personnummer(date(1992, 7, 8), 239)}
SAMIR: Pair = {
    "oid": SAMORDNINGSNUMMER,
    "id": next(role.number for role in rollista() if role.kind is Kind.SAMORDNINGSNUMMER),
}
DETAILS = {
    "fornamn": "Okänd",
    "efternamn": "Provsson",
    "kommunkod": "1480",
    "adress": "Uppgift saknas",
    "postnummer": "",
    "ort": "",
}


class RegistryDesk:
    """One world's personuppgiftstjänst, and what SAMSA and Samvy have heard from it."""

    def __init__(self, client: WireClient, world: str) -> None:
        self.client = client
        self.world = world

    def post(self, path: str, body: object, by: Mapping[str, str] | None = None) -> Answer:
        return self.client.call("POST", f"/v/{self.world}/pu{path}", body, headers=nurse(SAS) if by is None else by)

    def issue(self, sort: str = "NRID", count: int = 1, **asked: object) -> Answer:
        body = {"format": sort, "antal": count, "fodd": str(BORN), "kon": "kvinna", **asked}
        return self.post("/reservnummer", body)

    def numbers(self, sort: str = "NRID", count: int = 1, **asked: object) -> list[str]:
        return [pair["id"] for pair in self.issue(sort, count, **asked).json["identiteter"]]

    def newcomer(self, sort: str = "NRID", **asked: object) -> Pair:
        """Somebody with a new reservnummer."""
        answer = self.issue(sort, person=DETAILS, **asked)
        assert answer.status == 201, answer.text
        pair: Pair = answer.json["identiteter"][0]
        return pair

    def link(self, low: Pair, high: Pair, *, secured: bool = True, by: Mapping[str, str] | None = None) -> Answer:
        return self.post("/kopplingar", {"fran": low, "till": high, "identitet_sakerstalld": secured}, by)

    def linked(self, *chain: Pair) -> None:
        for low, high in itertools.pairwise(chain):
            answer = self.link(low, high)
            assert answer.status == 201, answer.text

    def unlink(self, low: Pair, high: Pair, by: Mapping[str, str] | None = None) -> Answer:
        return self.post("/isarkopplingar", {"fran": low, "till": high}, by)

    def read(self, pair: Pair, *, alone: bool = False) -> dict[str, Any]:
        query = {"ignoreReferredIdentity": "true"} if alone else None
        answer = self.client.call("GET", f"/v/{self.world}/pu/personer/{pair['oid']}/{pair['id']}", query=query)
        assert answer.status == 200, answer.text
        shown: dict[str, Any] = answer.json
        return shown

    def match(self, pair: Pair, **changed: object) -> str:
        body = {**pair, "fodd": str(BORN), "fornamn": "Okänd", "efternamn": "Provsson", **changed}
        return str(self.post("/matchningar", body).json["utfall"])

    def happen(self, pair: Pair, what: str, **values: object) -> Answer:
        address = f"/styr/v/{self.world}/personer/{pair['oid']}/{pair['id']}/handelser"
        return self.client.call("POST", address, {"handelse": what, **values})

    def wait(self, moment: str) -> None:
        assert self.client.call("POST", f"/styr/v/{self.world}/tid", {"till": moment}).status == 200

    def heard(self, pair: Pair) -> list[tuple[str, list[str]]]:
        """The number of the huvudidentitet and the protection, as SAMSA and as Samvy has been told."""
        samsa = self.client.call("GET", f"/v/{self.world}/samsa/api/identitet", query=pair, headers=nurse(SAS)).json
        address = f"/v/{self.world}/samvy/personer/{pair['oid']}/{pair['id']}/identitet"
        samvy = self.client.call("GET", address, headers=nurse(SAS)).json
        return [
            (samsa["huvudidentitet"]["id"], samsa["skydd"]),
            (samvy["huvudidentitet"].rpartition("|")[2], samvy["skydd"]),
        ]


def adt_told(desk: RegistryDesk, recipient: str = "samsa") -> list[list[str]]:
    """The ADT events of each message that PU has sent to *recipient*, oldest first."""
    lines = desk.client.call("GET", f"/insyn/v/{desk.world}/journal").body.splitlines()
    events = [event["data"] for event in map(json.loads, lines) if event["typ"] == "meddelande-mottaget"]
    return [one["body"]["adt"] for one in events if (one["sender"], one["recipient"]) == ("pu", recipient)]


def people() -> list[dict[str, Any]]:
    """Dagny and another with personnummer, and Samir with samordningsnummer."""
    return [
        person(DAGNY["id"], fornamn="Dagny"),
        person(OTHER["id"], fornamn="Bertil"),
        person(SAMIR["id"], oid=SAMORDNINGSNUMMER, fornamn="Samir"),
    ]
