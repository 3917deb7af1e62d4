"""The same acts of care in both systems, for tests of rules that both must follow."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from landscape import ASTRID, PARTIES_BORAS, PERSONNUMMER, SAS, doctor, nurse
from wireclient import Answer, WireClient

DAY = "2022-04-20"


@dataclass(frozen=True, slots=True)
class Sent:
    """A message, in words that fit both systems. ``recipients`` maps unit to (state, receipt)."""

    kind: str
    late_minutes: int | None
    content: Mapping[str, str]
    recipients: Mapping[str, tuple[str, Any]]

    @property
    def units(self) -> set[str]:
        return set(self.recipients)


class Desk(Protocol):
    """One patient's newest case in one system. Acts default to the hospital that admitted."""

    client: WireClient

    def admit(self, unit: str = SAS, parties: Mapping[str, str] = PARTIES_BORAS) -> Answer: ...
    def assess(self, *needs: str, by: Mapping[str, str] | None = None) -> Answer: ...
    def send(self, day: str = DAY) -> Answer: ...
    def change(self, day: str) -> Answer: ...
    def judge_ready(self, by: Mapping[str, str] | None = None) -> Answer: ...
    def announce(self) -> Answer: ...
    def withdraw(self) -> Answer: ...
    def discharge(self) -> Answer: ...
    def close(self, reason: str | None = None) -> Answer: ...
    def acknowledge(self, kind: str, unit: str) -> Answer: ...
    def state(self) -> str: ...
    def days(self) -> int | None: ...
    def sent(self) -> list[Sent]: ...
    def planned(self) -> str | None: ...
    def refused(self) -> list[str]: ...
    def inbox(self, unit: str) -> list[tuple[str, str]]: ...


class _World:
    """What both desks do alike: they live in a world and have a patient."""

    def __init__(self, client: WireClient, world: str, patient: str = ASTRID) -> None:
        self.client = client
        self.world = world
        self.patient = patient
        self.unit = SAS

    def move(self, moment: str) -> None:
        answer = self.client.call("POST", f"/styr/v/{self.world}/tid", {"till": moment})
        assert answer.status == 200, answer.text


class SamsaDesk(_World):
    _NEEDS: Mapping[str, str] = {"hsv": "KOMMUNAL_HSV", "soc": "SOCIALTJANST", "vc": "OPPENVARD"}
    _KINDS: Mapping[str, str] = {
        "inskrivning": "INSKRIVNINGSMEDDELANDE",
        "ändring": "ANDRAD_BERAKNAD_UTSKRIVNING",
        "klar": "UTSKRIVNINGSKLAR",
        "återtagen": "ATERTAGEN_UTSKRIVNINGSKLAR",
        "utskrivning": "UTSKRIVNINGSMEDDELANDE",
    }

    def _post(self, path: str, body: object, headers: Mapping[str, str] | None = None) -> Answer:
        address = f"/v/{self.world}/samsa/api{path}"
        return self.client.call("POST", address, body, headers=headers or doctor(self.unit))

    def _case(self, viewer: Mapping[str, str] | None = None) -> dict[str, Any]:
        query = {"oid": PERSONNUMMER, "id": self.patient}
        address = f"/v/{self.world}/samsa/api/arenden"
        cases = self.client.call("GET", address, query=query, headers=viewer or nurse(self.unit))
        found: dict[str, Any] = cases.json["arenden"][-1]
        return found

    def _number(self) -> str:
        return str(self._case()["arende"])

    def admit(self, unit: str = SAS, parties: Mapping[str, str] = PARTIES_BORAS) -> Answer:
        self.unit = unit
        body = {"patient": {"oid": PERSONNUMMER, "id": self.patient}, "parter": dict(parties)}
        return self._post("/arenden", body, nurse(unit))

    def assess(self, *needs: str, by: Mapping[str, str] | None = None) -> Answer:
        behov = [self._NEEDS[need] for need in needs]
        return self._post(f"/arenden/{self._number()}/behovsbedomning", {"behov": behov}, by)

    def _message(self, kind: str, **values: str) -> Answer:
        body = {"typ": self._KINDS[kind], **values}
        return self._post(f"/arenden/{self._number()}/meddelanden", body, nurse(self.unit))

    def send(self, day: str = DAY) -> Answer:
        return self._message("inskrivning", beraknad_utskrivning=day)

    def change(self, day: str) -> Answer:
        return self._message("ändring", beraknad_utskrivning=day)

    def judge_ready(self, by: Mapping[str, str] | None = None) -> Answer:
        return self._post(f"/arenden/{self._number()}/utskrivningsklarbedomning", {}, by)

    def announce(self) -> Answer:
        return self._message("klar")

    def withdraw(self) -> Answer:
        return self._message("återtagen")

    def discharge(self) -> Answer:
        return self._message("utskrivning")

    def close(self, reason: str | None = None) -> Answer:
        return self._post(f"/arenden/{self._number()}/avslut", {"orsak": reason})

    def acknowledge(self, kind: str, unit: str) -> Answer:
        case = self._case()
        number = [m["meddelande"] for m in case["meddelanden"] if m["typ"] == self._KINDS[kind]][-1]
        path = f"/arenden/{case['arende']}/meddelanden/{number.rpartition('/')[2]}/kvittens"
        return self._post(path, {}, nurse(unit))

    def state(self) -> str:
        return str(self._case()["lage"])

    def days(self) -> int | None:
        days: int | None = self._case()["dygn_sedan_utskrivningsklar"]
        return days

    def planned(self) -> str | None:
        day: str | None = self._case()["beraknad_utskrivning"]
        return day

    def sent(self) -> list[Sent]:
        kinds = {name: kind for kind, name in self._KINDS.items()}
        return [
            Sent(
                kinds[m["typ"]],
                m["forsenat_minuter"],
                m["innehall"],
                {r["enhet"]: (r["lage"].lower(), r["kvittens"]) for r in m["mottagare"]},
            )
            for m in self._case()["meddelanden"]
        ]

    def refused(self) -> list[str]:
        query = {"oid": PERSONNUMMER, "id": self.patient}
        address = f"/v/{self.world}/samsa/api/avvisningar"
        listed = self.client.call("GET", address, query=query, headers=nurse(SAS))
        return [row["kod"] for row in listed.json["avvisningar"]]

    def inbox(self, unit: str) -> list[tuple[str, str]]:
        kinds = {name: kind for kind, name in self._KINDS.items()}
        inbox = self.client.call("GET", f"/v/{self.world}/samsa/api/inkorg", headers=nurse(unit))
        return [(kinds[m["typ"]], m["lage"].lower()) for m in inbox.json["meddelanden"]]


class SamvyDesk(_World):
    _NEEDS: Mapping[str, str] = {"hsv": "kommunalHsv", "soc": "socialtjanst", "vc": "oppenvard"}
    _ROLES: Mapping[str, str] = {"kommunal_hsv": "kommunalHsv"}
    _KINDS: Mapping[str, str] = {
        "inskrivning": "inskrivning",
        "nyPlaneradUtskrivning": "ändring",
        "utskrivningsklar": "klar",
        "atertagen": "återtagen",
        "utskrivning": "utskrivning",
        "avbruten": "avbrott",
    }
    _STATES: Mapping[str, str] = {
        "inskriven": "Inskriven",
        "planering": "Planering pågår",
        "utskrivningsklar": "Utskrivningsklar",
        "atertagen": "Återtagen",
        "utskriven": "Utskriven",
        "avslutad": "Avslutad",
    }

    def _post(self, path: str, body: object, headers: Mapping[str, str] | None = None) -> Answer:
        address = f"/v/{self.world}/samvy{path}"
        return self.client.call("POST", address, body, headers=headers or doctor(self.unit))

    def person(self) -> dict[str, Any]:
        address = f"/v/{self.world}/samvy/personer/{PERSONNUMMER}/{self.patient}"
        seen: dict[str, Any] = self.client.call("GET", address, headers=nurse(SAS)).json
        return seen

    def _plan(self) -> dict[str, Any]:
        plan: dict[str, Any] = self.person()["vardplaneringar"][-1]
        return plan

    def admit(self, unit: str = SAS, parties: Mapping[str, str] = PARTIES_BORAS) -> Answer:
        self.unit = unit
        parts = [{"roll": self._ROLES.get(role, role), "enhet": hsa} for role, hsa in parties.items()]
        body = {"person": f"{PERSONNUMMER}|{self.patient}", "samverkansparter": parts}
        return self._post("/vardplaneringar", body, nurse(unit))

    def _report(self, what: str, by: Mapping[str, str] | None = None, **values: object) -> Answer:
        return self._post(f"/vardplaneringar/{self._plan()['id']}/handelser", {"handelse": what, **values}, by)

    def assess(self, *needs: str, by: Mapping[str, str] | None = None) -> Answer:
        return self._report("behovBedomt", by, insatser=[self._NEEDS[need] for need in needs])

    def send(self, day: str = DAY) -> Answer:
        return self._report("inskrivningsmeddelande", nurse(self.unit), planeradUtskrivning=day)

    def change(self, day: str) -> Answer:
        return self._report("planeradUtskrivningAndrad", nurse(self.unit), planeradUtskrivning=day)

    def judge_ready(self, by: Mapping[str, str] | None = None) -> Answer:
        return self._report("utskrivningsklarBedomd", by)

    def announce(self) -> Answer:
        return self._report("utskrivningsklarMeddelad", nurse(self.unit))

    def withdraw(self) -> Answer:
        return self._report("utskrivningsklarAtertagen", nurse(self.unit))

    def discharge(self) -> Answer:
        return self._report("utskriven", nurse(self.unit))

    def close(self, reason: str | None = None) -> Answer:
        return self._report("avslutad", anledning=reason)

    def acknowledge(self, kind: str, unit: str) -> Answer:
        posts = [b["id"] for b in self._plan()["besked"] if self._KINDS[b["slag"]] == kind]
        return self._post(f"/inkorgar/{unit}/poster/{posts[-1]}/kvittens", {}, nurse(unit))

    def state(self) -> str:
        return self._STATES[self._plan()["status"]]

    def days(self) -> int | None:
        days: int | None = self._plan()["dygnSomUtskrivningsklar"]
        return days

    def planned(self) -> str | None:
        day: str | None = self._plan()["planeradUtskrivning"]
        return day

    def sent(self) -> list[Sent]:
        return [
            Sent(
                self._KINDS[b["slag"]],
                _minutes(b["forsening"]),
                b["uppgifter"],
                {m["enhet"]: (m["status"], m["kvitteradAv"]) for m in b["mottagare"]},
            )
            for b in self._plan()["besked"]
        ]

    def refused(self) -> list[str]:
        address = f"/v/{self.world}/samvy/personer/{PERSONNUMMER}/{self.patient}/nekade"
        return [row["code"] for row in self.client.call("GET", address, headers=nurse(SAS)).json["nekade"]]

    def inbox(self, unit: str) -> list[tuple[str, str]]:
        posts = self.client.call("GET", f"/v/{self.world}/samvy/inkorgar/{unit}/poster", headers=nurse(unit))
        return [(self._KINDS[p["slag"]], p["status"]) for p in posts.json["poster"]]


def _minutes(duration: str | None) -> int | None:
    if duration is None:
        return None
    hours, minutes = re.fullmatch(r"PT(?:(\d+)H)?(?:(\d+)M)?", duration).groups()  # type: ignore[union-attr]
    return int(hours or 0) * 60 + int(minutes or 0)
