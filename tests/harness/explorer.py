"""Plays orders of a flow over both systems on links that do their worst, and says which invariant broke, if any.

An order is plain data, so that a search can make it shorter: acts, and faults of the links. The invariants are those of
the coexistence: what was sent comes through, both agree on what they share, nobody has two active SIPs unseen.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from careacts import SamsaDesk
from hypothesis import strategies as st
from landscape import HSV_BORAS, PERSONNUMMER, SOC_BORAS, freeze, landscape_document, world_document
from mergedesks import MergeDesk, SamsaMerges, SamvyMerges
from sipdesks import SamsaSips, SamvySips, SipDesk
from wireclient import Answer, WireClient

from harness.simulator import create_app

SYSTEMS = ("samsa", "samvy")
ACTS = ("start", "samtycke", "kalla", "slut", "sla_samman", "sartag", "valj", "skriv_in", "skicka", "klar", "skriv_ut")
THREADS = (
    ("start", "slut"),
    ("start", "samtycke", "kalla"),
    ("sla_samman", "sartag"),
    ("sla_samman", "valj", "sartag"),
)
"""What belongs together and is done by one system: drawn whole as well, or orders where the latter can be are rare."""

ENDED = ("Avslutad", "Tackat nej", "Ej samtycke", "Nekad", "Arkiverad")


@dataclass(frozen=True, slots=True)
class Order:
    """``acts`` are (what, in which system, about which identity, minutes before it). ``faults`` are as on the wire."""

    acts: tuple[tuple[str, str, int, int], ...]
    faults: tuple[dict[str, Any], ...]


def orders() -> st.SearchStrategy[Order]:
    pause = st.sampled_from([0, 0, 1, 20, 90])
    act = st.tuples(st.sampled_from(ACTS), st.sampled_from(SYSTEMS), st.integers(0, 1), pause)
    thread = st.builds(
        lambda acts, system, identity, pauses: [
            (act, system, identity, pause) for act, pause in zip(acts, pauses, strict=False)
        ],
        st.sampled_from(THREADS),
        st.sampled_from(SYSTEMS),
        st.integers(0, 1),
        st.lists(pause, min_size=3, max_size=3),
    )
    piece = st.one_of(act.map(lambda act: [act]), thread)
    fault = st.fixed_dictionaries(
        {
            "slag": st.sampled_from(["tapp", "dubblett", "omkastning", "fordrojning", "nere"]),
            "andel": st.sampled_from([0.4, 0.8]),
            "fro": st.integers(0, 50),
        }
    )
    return st.builds(
        Order,
        acts=st.lists(piece, min_size=1, max_size=7).map(lambda pieces: tuple(itertools.chain(*pieces))),
        faults=st.lists(fault, max_size=3).map(tuple),
    )


def shorten(order: Order, is_broken: Callable[[Order], bool]) -> Order:
    """The shortest order that still breaks something, when acts are left out one by one.

    Which messages a fault takes hangs on how many there are, so with an act less the faults are tried with other seeds.
    """
    shorter = (
        Order(acts, faults)
        for left_out in range(len(order.acts))
        if (acts := order.acts[:left_out] + order.acts[left_out + 1 :])
        for faults in _simpler(order.faults)
    )
    for candidate in shorter:
        if is_broken(candidate):
            return shorten(candidate, is_broken)
    fewer = (Order(order.acts, faults) for faults in _simpler(order.faults) if len(faults) < len(order.faults))
    return next(filter(is_broken, fewer), order)


def _simpler(faults: tuple[dict[str, Any], ...]) -> Iterator[tuple[dict[str, Any], ...]]:
    """Each fault alone with the first seeds, then all of them as they are."""
    for fault in faults:
        yield from (({**fault, "fro": seed},) for seed in range(6))
    yield faults


class Explorer:
    """One world with a patient of two identities, and everything that an order can do in it."""

    def __init__(self, people: list[dict[str, Any]], identities: tuple[str, str]) -> None:
        self.client = WireClient(create_app())
        sha256, body = freeze(landscape_document())
        self.client.call("PUT", f"/styr/landskap/{sha256}", body)
        parameters = {"integration_forsok_max": 9999, "sip_vid_avbrott": "tillat_och_flagga"}
        created = self.client.call("PUT", "/styr/v/v1", world_document(personer=people, parametrar=parameters))
        assert created.status == 201, created.text
        self.identities = identities
        self.sips: dict[str, SipDesk] = {"samsa": SamsaSips(self.client, "v1"), "samvy": SamvySips(self.client, "v1")}
        self.merges: dict[str, MergeDesk] = {
            "samsa": SamsaMerges(self.client, "v1"),
            "samvy": SamvyMerges(self.client, "v1"),
        }
        self.care = SamsaDesk(self.client, "v1", identities[1].rpartition("|")[2])
        self.made: dict[str, list[str]] = {system: [] for system in SYSTEMS}
        self.minutes = 0

    def play(self, order: Order) -> str:
        """What broke, in words; empty when nothing did."""
        for fault in order.faults:
            late = {"sekunder": 1800} if fault["slag"] in ("omkastning", "fordrojning") else {}
            for way in ({"fran": "samsa", "till": "samvy"}, {"fran": "samvy", "till": "samsa"}):
                assert self.client.call("POST", "/styr/v/v1/fel", {**way, **fault, **late}).status == 201
        for what, system, identity, pause in order.acts:
            self._pass(pause)
            answer = self._do(what, system, self.identities[identity])
            if answer is not None and answer.status >= 500 and answer.code != "granne_svarar_inte":
                return f"{what} i {system} gav {answer.status}"
        for listed in self.client.call("GET", "/styr/v/v1/fel").json["fel"]:
            self.client.call("DELETE", f"/styr/v/v1/fel/{listed['nummer']}")
        self._pass(24 * 60)
        return self._broken()

    def _pass(self, minutes: int) -> None:
        self.minutes += minutes
        day, rest = divmod(self.minutes + 10 * 60, 24 * 60)
        self.care.move(f"2022-04-{4 + day:02}T{rest // 60:02}:{rest % 60:02}:00+02:00")

    def _do(self, what: str, system: str, patient: str) -> Answer | None:
        sips, merges = self.sips[system], self.merges[system]
        running = [sip["id"] for sip in sips.read(patient) if sip["state"] not in ENDED]
        match what:
            case "start":
                return sips.start(patient)
            case "samtycke" if running:
                return sips.consent(running[0])
            case "kalla" if running:
                return sips.summon(running[0], [SOC_BORAS, HSV_BORAS], at="2022-05-30T10:00:00+02:00")
            case "slut" if running:
                return sips.end(running[0], "tackat-nej")
            case "sla_samman":
                answer = merges.merge(*self.identities)
                if answer.status == 201:
                    self.made[system].append(str(answer.json.get("sammanslagning") or answer.json.get("id")))
                return answer
            case "sartag" if self.made[system]:
                return merges.separate(self.made[system][-1])
            case "valj" if self.made[system] and (waiting := merges.choices(patient)[-1]):
                return merges.choose(self.made[system][-1], waiting[0])
            case "skriv_in":
                return self.care.admit()
            case "skicka" | "klar" | "skriv_ut" if self._has_case():
                act = {"skicka": self.care.send, "klar": self.care.judge_ready, "skriv_ut": self.care.discharge}[what]
                return act()
        return None

    def _has_case(self) -> bool:
        query = {"oid": PERSONNUMMER, "id": self.care.patient}
        headers = {"X-Enhet": SOC_BORAS, "X-Medarbetare": f"{SOC_BORAS}S"}
        listed = self.client.call("GET", "/v/v1/samsa/api/arenden", query=query, headers=headers)
        return bool(listed.json["arenden"])

    def _broken(self) -> str:
        for list_name, path in (("pa_vag", "pa-vag"), ("olevererade", "olevererade")):
            if self.client.call("GET", f"/v/v1/integration/{path}").json[list_name]:
                return f"något blev kvar i integrationen ({path})"
        for system, other in (SYSTEMS, SYSTEMS[::-1]):
            for identity in self.identities:
                seen = [sip["id"] for sip in self.sips[system].read(identity) if sip["state"] not in ENDED]
                own = [id for id in seen if id in self._own_active(system, identity)]
                told = self.sips[other].elsewhere(identity)
                if not set(own) <= set(told):
                    return f"{other} vet inte att {own} är aktiv i {system}"
                if any(id not in self._all_active(system) for id in told):
                    return f"{other} tror att {told} är aktiv i {system}"
                unchecked = any(sip["unchecked"] for desk in self.sips.values() for sip in desk.read(identity))
                waits = any(choice for choice in self.merges[system].choices(identity))
                if len(seen) > 1 and not waits and not unchecked and not self._met_by_merging(system):
                    return f"två aktiva SIP i {system} utan val: {seen}"
        return self._tasks_broken()

    def _own_active(self, system: str, identity: str) -> list[str]:
        """Active and known under *identity* itself: the other system knows nothing of merges here."""
        if self.made[system]:
            return []
        return [sip["id"] for sip in self.sips[system].read(identity) if sip["state"] not in ENDED]

    def _all_active(self, system: str) -> set[str]:
        listed = (sip for identity in self.identities for sip in self.sips[system].read(identity))
        return {sip["id"] for sip in listed if sip["state"] not in ENDED}

    def _met_by_merging(self, system: str) -> bool:
        return bool(self.made[system])

    def _is_merged(self, system: str) -> bool:
        answer = self.merges[system].merge(*self.identities)
        if answer.status == 201:  # it was not: take back what the question did
            self.merges[system].separate(str(answer.json.get("sammanslagning") or answer.json.get("id")))
        return answer.status == 409

    def _tasks_broken(self) -> str:
        tasks = {system: bool(self.merges[system].tasks()) for system in SYSTEMS}
        merged = {system: self._is_merged(system) for system in SYSTEMS}
        for system, other in (SYSTEMS, SYSTEMS[::-1]):
            if tasks[system] != (merged[other] and not merged[system]):
                return f"åtgärden i {system} stämmer inte: {tasks[system]}, sammanslaget {merged}"
        return ""
