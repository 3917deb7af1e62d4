"""The robot, the Melior it reads, and the SAMSA it writes in, for tests of both."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from typing import Any

from landscape import ASTRID, HSV_BORAS, PARTIES_BORAS, PERSONNUMMER, SAS, doctor, nurse
from wireclient import Answer, WireClient

Row = tuple[str, str | None, str]


class RobotDesk:
    def __init__(self, client: WireClient, world: str) -> None:
        self.client, self.world = client, world

    def write(self, patient: str = ASTRID, by: Mapping[str, str] | None = None, **changed: object) -> Answer:
        body = {
            "patient": {"oid": PERSONNUMMER, "id": patient},
            "parter": PARTIES_BORAS,
            "behov": ["KOMMUNAL_HSV"],
            "beraknad_utskrivning": "2022-04-20",
            **changed,
        }
        return self._post("melior/vardtillfallen", body, by or doctor(SAS))

    def inform(self, number: str = "M-1", by: Mapping[str, str] | None = None) -> Answer:
        path = f"melior/vardtillfallen/{number}/utskrivningsinformation"
        return self._post(path, {"text": "Hem med nya läkemedel."}, by or nurse(SAS))

    def run(self, by: Mapping[str, str] | None = None) -> Answer:
        return self._post("samsa/api/rpa/korningar", {}, by or nurse(SAS))

    def rows(self, by: Mapping[str, str] | None = None) -> list[Row]:
        """What the last run did."""
        runs = self._get("samsa/api/rpa/korningar", by)["korningar"]
        return [(row["vardtillfalle"], row["steg"], row["utfall"]) for row in runs[-1]["rader"]]

    def failures(self, by: Mapping[str, str] | None = None) -> list[dict[str, Any]]:
        rows: list[dict[str, Any]] = self._get("samsa/api/rpa/fel", by)["fel"]
        return rows

    def unreceipted(self) -> dict[str, list[str]]:
        rows = self._get("melior/vardtillfallen")["vardtillfallen"]
        return {row["vardtillfalle"]: row["ej_kvitterat"] for row in rows}

    def cases(self, patient: str = ASTRID) -> list[dict[str, Any]]:
        query = {"oid": PERSONNUMMER, "id": patient}
        address = f"/v/{self.world}/samsa/api/arenden"
        found = self.client.call("GET", address, headers=nurse(SAS), query=query).json["arenden"]
        return list(found)

    def messages(self, patient: str = ASTRID) -> Counter[str]:
        """How many there are of each type, in all her cases."""
        return Counter(message["typ"] for case in self.cases(patient) for message in case["meddelanden"])

    def inbox(self, unit: str = HSV_BORAS) -> list[str]:
        rows = self._get("samsa/api/inkorg", nurse(unit))["meddelanden"]
        return [row["typ"] for row in rows]

    def by_hand(self, path: str, body: object) -> Answer:
        """Something a läkare at the hospital does in SAMSA."""
        done = self._post(f"samsa/api/arenden{path}", body, doctor(SAS))
        assert done.status == 201, done.text
        return done

    def happened(self, kind: str) -> int:
        """How many events of that kind the journal has."""
        return sum(event["typ"] == kind for event in self._journal())

    def arrivals(self, message: str) -> int:
        """How many times messages of that kind have been delivered."""
        events = [event for event in self._journal() if event["system"] == "integration"]
        ids = {e["data"]["id"] for e in events if e["typ"] == "meddelande-mottaget" and e["data"]["message"] == message}
        return sum(e["typ"] == "meddelande-levererat" and e["data"]["id"] in ids for e in events)

    def fault(self, to: str, slag: str = "nere", **more: object) -> int:
        fault = {"fran": "samsa", "till": to, "slag": slag, **more}
        made = self.client.call("POST", f"/styr/v/{self.world}/fel", fault)
        assert made.status == 201, made.text
        return int(made.json["nummer"])

    def lift(self, number: int) -> None:
        assert self.client.call("DELETE", f"/styr/v/{self.world}/fel/{number}").status == 200

    def move(self, moment: str) -> None:
        assert self.client.call("POST", f"/styr/v/{self.world}/tid", {"till": moment}).status == 200

    def _journal(self) -> list[dict[str, Any]]:
        lines = self.client.call("GET", f"/insyn/v/{self.world}/journal").body.splitlines()
        return [json.loads(line) for line in lines]

    def _post(self, path: str, body: object, headers: Mapping[str, str]) -> Answer:
        return self.client.call("POST", f"/v/{self.world}/{path}", body, headers=headers)

    def _get(self, path: str, by: Mapping[str, str] | None = None) -> Any:
        return self.client.call("GET", f"/v/{self.world}/{path}", headers=by or nurse(SAS)).json
