"""The simulator as a process: it says when it answers, dies with its parent, and loses nothing."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import requests
from landscape import (
    ASTRID,
    PARTIES_BORAS,
    PERSONNUMMER,
    SAS,
    doctor,
    freeze,
    landscape_document,
    world_document,
)

ROOT = Path(__file__).resolve().parents[2]
LIMIT_S = 20
Start = Callable[..., "Served"]


class Served:
    """A server process on loopback."""

    def __init__(self, *arguments: str, hash_seed: str = "random") -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "harness.serve", *arguments],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env={**os.environ, "PYTHONHASHSEED": hash_seed},
        )
        assert self.process.stdout is not None
        self.line = self.process.stdout.readline()
        self.session = requests.Session()
        self.session.trust_env = False

    @property
    def port(self) -> int:
        return int(json.loads(self.line)["port"])

    def call(self, method: str, path: str, body: object = None) -> requests.Response:
        data = body if isinstance(body, bytes) else json.dumps(body).encode()
        url = f"http://127.0.0.1:{self.port}{path}"
        return self.session.request(method, url, data=data, headers=doctor(SAS), timeout=LIMIT_S)

    def load(self) -> None:
        sha256, body = freeze(landscape_document())
        assert self.call("PUT", f"/styr/landskap/{sha256}", body).ok

    def create(self, world: str) -> None:
        assert self.call("PUT", f"/styr/v/{world}", world_document()).status_code == 201

    def admit(self, world: str) -> requests.Response:
        body = {"patient": {"oid": PERSONNUMMER, "id": ASTRID}, "parter": PARTIES_BORAS}
        return self.call("POST", f"/v/{world}/samsa/api/arenden", body)

    def end(self) -> tuple[int, str]:
        """Close its stdin; return its exit code and what it said on stderr."""
        self.session.close()
        _, said = self.process.communicate(timeout=LIMIT_S)
        return self.process.returncode, said

    def discard(self) -> None:
        """Nothing of it is left, however it ended."""
        self.session.close()
        self.process.kill()
        self.process.wait(timeout=LIMIT_S)
        for pipe in (self.process.stdin, self.process.stdout, self.process.stderr):
            if pipe is not None:
                pipe.close()


@pytest.fixture
def start() -> Iterator[Start]:
    started: list[Served] = []

    def begin(*arguments: str, hash_seed: str = "random") -> Served:
        started.append(Served(*(arguments or ("--port", "0")), hash_seed=hash_seed))
        return started[-1]

    yield begin
    for served in started:
        served.discard()


def test_it_says_its_port_and_pid_and_answers(start: Start) -> None:
    served = start()

    assert json.loads(served.line)["pid"] == served.process.pid
    assert served.call("GET", "/styr/halsa").json() == {"halsa": "ok", "varldar": 0}


def test_it_ends_with_its_stdin(start: Start) -> None:
    served = start()
    served.call("GET", "/styr/halsa")

    assert served.end() == (0, "")


def test_it_ends_at_sigterm(start: Start) -> None:
    served = start()
    served.process.send_signal(signal.SIGTERM)

    assert served.process.wait(timeout=LIMIT_S) == 0


def test_a_taken_port_is_said_in_one_line(start: Start) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]

        served = start("--port", str(port))
        code, said = served.end()

    assert (served.line, code) == ("", 3)
    assert said.startswith(f"Port {port} på 127.0.0.1 går inte att använda")
    assert "--port" in said
    assert said.count("\n") == 1


def test_a_directory_that_cannot_be_used_is_said_in_one_line(start: Start, tmp_path: Path) -> None:
    (tmp_path / "fil").touch()

    code, said = start("--journal", str(tmp_path / "fil")).end()

    assert code == 3
    assert said.startswith("Mappen ")
    assert said.count("\n") == 1


def test_a_killed_server_has_every_answered_command_again(start: Start, tmp_path: Path) -> None:
    first = start("--journal", str(tmp_path))
    first.load()
    first.create("v1")
    first.create("v2")
    assert first.admit("v1").status_code == 201
    journal = first.call("GET", "/insyn/v/v1/journal").content
    first.process.kill()
    first.process.wait(timeout=LIMIT_S)

    second = start("--journal", str(tmp_path))

    assert second.call("GET", "/insyn/v/v1/journal").content == journal
    assert second.admit("v1").json()["kod"] == "oppet_arende_finns"
    assert second.admit("v2").status_code == 201


def test_a_second_process_reads_the_same_world(start: Start, tmp_path: Path) -> None:
    first = start("--journal", str(tmp_path))
    first.load()
    first.create("v")
    first.admit("v")

    path = f"/v/v/samsa/api/arenden?oid={PERSONNUMMER}&id={ASTRID}"
    expected = first.call("GET", path).json()

    second = start("--journal", str(tmp_path))

    assert second.call("GET", path).json() == expected
    assert expected["arenden"][0]["arende"] == "S-1"


def test_two_processes_that_write_to_one_world_are_told(start: Start, tmp_path: Path) -> None:
    first, second = start("--journal", str(tmp_path)), start("--journal", str(tmp_path))
    first.load()
    first.create("v")
    second.call("GET", "/styr/v/v/tid")
    first.admit("v")

    refused = second.admit("v")

    assert refused.status_code == 503
    assert refused.json()["kod"] == "journal_delad"


def test_the_same_commands_give_the_same_bytes_in_any_process(start: Start) -> None:
    journals = set()
    for seed in ("0", "1", "4711"):
        served = start(hash_seed=seed)
        served.load()
        served.create("v")
        served.admit("v")
        needs = {"behov": ["KOMMUNAL_HSV", "SOCIALTJANST", "OPPENVARD"]}
        served.call("POST", "/v/v/samsa/api/arenden/S-1/behovsbedomning", needs)
        message = {"typ": "INSKRIVNINGSMEDDELANDE", "beraknad_utskrivning": "2022-04-20"}
        assert served.call("POST", "/v/v/samsa/api/arenden/S-1/meddelanden", message).status_code == 201
        journals.add(served.call("DELETE", "/styr/v/v").content)

    assert len(journals) == 1
