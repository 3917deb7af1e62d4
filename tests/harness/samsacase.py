"""One case in SAMSA, for tests of what is done with it beside its process."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from careacts import SamsaDesk
from landscape import ASTRID, PERSONNUMMER, SAS, VC_BORAS, doctor, nurse
from wireclient import Answer, WireClient

WHO = {"oid": PERSONNUMMER, "id": ASTRID}


class SamsaCase:
    """ASTRID's newest case: :attr:`desk` runs its process, the rest goes to the addresses themselves."""

    def __init__(self, client: WireClient, world: str) -> None:
        self.client, self.world = client, world
        self.desk = SamsaDesk(client, world)

    def informed(self, *needs: str) -> SamsaCase:
        """Admitted, and every part that the needs concern has the inskrivningsmeddelande."""
        for answer in (self.desk.admit(), self.desk.assess(*(needs or ("hsv", "soc"))), self.desk.send()):
            assert answer.status == 201, answer.text
        return self

    def ready(self) -> SamsaCase:
        for answer in (self.desk.judge_ready(), self.desk.announce()):
            assert answer.status == 201, answer.text
        return self

    def get(self, path: str, by: Mapping[str, str] | None = None, query: Mapping[str, str] | None = None) -> Answer:
        return self.client.call("GET", f"/v/{self.world}/samsa/api{path}", headers=by or nurse(SAS), query=query)

    def post(self, path: str, body: object, by: Mapping[str, str] | None = None) -> Answer:
        return self.client.call("POST", f"/v/{self.world}/samsa/api{path}", body, headers=by or nurse(SAS))

    def see(self, by: Mapping[str, str] | None = None) -> dict[str, Any]:
        seen: dict[str, Any] = self.get("/arenden", by, WHO).json["arenden"][-1]
        return seen

    @property
    def at(self) -> str:
        return f"/arenden/{self.see()['arende']}"

    def write(self, kind: str, by: Mapping[str, str] | None = None, **said: object) -> Answer:
        return self.post(f"{self.at}/meddelanden", {"typ": kind, "text": "Hur går det?", **said}, by)

    def name_contact(self, unit: str = VC_BORAS) -> Answer:
        return self.post(f"{self.at}/fast-vardkontakt", {"namn": "Karin"}, nurse(unit))

    def announce_lpt(self, by: Mapping[str, str] | None = None) -> Answer:
        return self.post(f"{self.at}/meddelanden", {"typ": "LPT_UNDERRATTELSE"}, by or doctor(SAS))

    def states(self, message: int = 1) -> dict[str, str]:
        """The state of a message at each recipient."""
        return {row["enhet"]: row["lage"] for row in self.see()["meddelanden"][message - 1]["mottagare"]}

    def inbox(self, unit: str) -> list[tuple[str, str, str]]:
        """Type, sender and state of what lies there."""
        rows = self.get("/inkorg", nurse(unit)).json["meddelanden"]
        return [(row["typ"], row["fran"], row["lage"]) for row in rows]
