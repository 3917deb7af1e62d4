"""Sammanslagning in both systems, for tests of rules that both must follow. Patients are ``oid|id``."""

from __future__ import annotations

from typing import Any, Protocol

from landscape import SAS, nurse
from sipdesks import pair
from wireclient import Answer, WireClient


class MergeDesk(Protocol):
    client: WireClient
    world: str

    def merge(self, low: str, high: str, *, secured: bool = True) -> Answer: ...
    def separate(self, number: str) -> Answer: ...
    def choose(self, number: str, keep: str) -> Answer: ...
    def choices(self, patient: str) -> list[list[str]]: ...
    def tasks(self) -> set[tuple[str, ...]]: ...


class SamsaMerges:
    def __init__(self, client: WireClient, world: str) -> None:
        self.client, self.world = client, world

    def _call(self, method: str, path: str, body: object = None, query: dict[str, str] | None = None) -> Answer:
        address = f"/v/{self.world}/samsa/api/{path}"
        return self.client.call(method, address, body, headers=nurse(SAS), query=query)

    def merge(self, low: str, high: str, *, secured: bool = True) -> Answer:
        ends = {name: dict(zip(("oid", "id"), pair(end), strict=True)) for name, end in (("fran", low), ("till", high))}
        return self._call("POST", "sammanslagningar", {**ends, "identitet_sakerstalld": secured})

    def separate(self, number: str) -> Answer:
        return self._call("POST", f"sammanslagningar/{number}/sartagning", {})

    def choose(self, number: str, keep: str) -> Answer:
        return self._call("POST", f"sammanslagningar/{number}/sip-val", {"behall": keep})

    def choices(self, patient: str) -> list[list[str]]:
        oid, number = pair(patient)
        listed = self._call("GET", "sammanslagningar", query={"oid": oid, "id": number}).json["sammanslagningar"]
        return [row["val_av_sip"] for row in listed]

    def tasks(self) -> set[tuple[str, ...]]:
        listed: list[dict[str, Any]] = self._call("GET", "atgarder").json["atgarder"]
        return {
            tuple(f"{one['oid']}|{one['id']}" for one in row["identiteter"])
            for row in listed
            if row["slag"] == "sammanslagning"
        }


class SamvyMerges:
    def __init__(self, client: WireClient, world: str) -> None:
        self.client, self.world = client, world

    def _call(self, method: str, path: str, body: object = None) -> Answer:
        return self.client.call(method, f"/v/{self.world}/samvy/{path}", body, headers=nurse(SAS))

    def merge(self, low: str, high: str, *, secured: bool = True) -> Answer:
        ends = {"kalla": "|".join(pair(low)), "mal": "|".join(pair(high))}
        return self._call("POST", "sammanforingar", {**ends, "identitetSakerstalld": secured})

    def separate(self, number: str) -> Answer:
        return self._call("POST", f"sammanforingar/{number}/upplosning", {})

    def choose(self, number: str, keep: str) -> Answer:
        return self._call("POST", f"sammanforingar/{number}/planval", {"galler": keep})

    def choices(self, patient: str) -> list[list[str]]:
        listed = self._call("GET", f"personer/{'/'.join(pair(patient))}/sammanforingar").json["sammanforingar"]
        return [row["planerAttValjaBland"] for row in listed]

    def tasks(self) -> set[tuple[str, ...]]:
        listed: list[dict[str, Any]] = self._call("GET", "uppgifter").json["uppgifter"]
        return {tuple(row["personer"]) for row in listed if row["slag"] == "sammanforing"}
