"""Killed in the middle of writing, at any moment, and started again: nothing that was acknowledged is lost."""

from __future__ import annotations

import json
import os
import random
import signal
import threading
from collections import Counter
from pathlib import Path

import requests
from landscape import (
    ASTRID,
    PARTIES_BORAS,
    PERSONNUMMER,
    SAS,
    doctor,
    freeze,
    landscape_document,
    nurse,
    world_document,
)

from fixtures.environment import Simulator

KILLS = int(os.environ.get("PROVTRYCK_AVBROTT", "4"))
WRITERS = 3
NEEDS = {"behov": ["SOCIALTJANST"]}


class Writer(threading.Thread):
    """Works in a world of its own, one act after the other, until nobody answers. Counts what was acknowledged."""

    def __init__(self, world: str, url: str, enough: threading.Semaphore) -> None:
        super().__init__(daemon=True)
        self.world, self.acknowledged, self.unlawful = world, 0, ""
        self._address = f"{url}/v/{world}/samsa/api/arenden/S-1/behovsbedomning"
        self._enough = enough

    def run(self) -> None:
        with requests.Session() as session:
            session.trust_env = False
            while True:
                try:
                    answer = session.post(self._address, json=NEEDS, headers=doctor(SAS), timeout=10)
                except requests.RequestException:
                    return
                if answer.status_code != 201:
                    self.unlawful = answer.text
                    return
                self.acknowledged += 1
                self._enough.release()


def prepare(url: str, worlds: list[str]) -> None:
    """A case in each world."""
    sha256, body = freeze(landscape_document())
    requests.put(f"{url}/styr/landskap/{sha256}", data=body, timeout=10)
    for world in worlds:
        document = json.dumps(world_document(start="2022-04-04T10:00:00+02:00"))
        assert requests.put(f"{url}/styr/v/{world}", data=document, timeout=10).status_code == 201
        case = {"patient": {"oid": PERSONNUMMER, "id": ASTRID}, "parter": dict(PARTIES_BORAS)}
        opened = requests.post(f"{url}/v/{world}/samsa/api/arenden", json=case, headers=nurse(SAS), timeout=10)
        assert opened.status_code == 201


def happened(url: str, world: str) -> Counter[str]:
    """The kinds of events of *world*, whose numbers have no hole."""
    lines = requests.get(f"{url}/insyn/v/{world}/journal", timeout=10).text.splitlines()
    events = [json.loads(line) for line in lines]
    assert [event["nr"] for event in events] == list(range(1, len(events) + 1))
    return Counter(event["typ"] for event in events)


def test_nothing_acknowledged_is_lost_or_doubled_by_a_kill(tmp_path: Path) -> None:
    worlds = [f"v{number}" for number in range(WRITERS)]
    chance = random.Random(KILLS)
    simulator = Simulator.start(journals=tmp_path)
    prepare(simulator.url, worlds)
    known = dict.fromkeys(worlds, 0)
    total = 0
    try:
        for _ in range(KILLS):
            enough = threading.Semaphore(0)
            writers = [Writer(world, simulator.url, enough) for world in worlds]
            for writer in writers:
                writer.start()
            for _ in range(chance.randint(1, 250)):
                assert enough.acquire(timeout=30)
            assert simulator.process_id is not None
            os.kill(simulator.process_id, signal.SIGKILL)
            for writer in writers:
                writer.join(timeout=30)
            assert [writer.unlawful for writer in writers] == [""] * WRITERS

            simulator.stop()
            simulator = Simulator.start(journals=tmp_path)
            for writer in writers:
                found = happened(simulator.url, writer.world)["behov-bedomda"]
                # The one that was being written when it was killed may have been kept without being acknowledged.
                assert (
                    known[writer.world] + writer.acknowledged <= found <= known[writer.world] + writer.acknowledged + 1
                )
                known[writer.world] = found
                total += writer.acknowledged
        assert total > KILLS
    finally:
        simulator.stop()
