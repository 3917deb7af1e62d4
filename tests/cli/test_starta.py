"""``starta``: a world that is there again the next time, and clear words when it cannot be."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import pytest
import requests

from fixtures.api import ApiDrivers
from harness.cli.root import ROOT
from testdata.people.personas.catalogue import personas

Run = Callable[..., tuple[int, str]]


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        return port


class Started:
    """A started simulator: what it said until it was ready, and what it says when it is told to stop."""

    def __init__(self, *words: str) -> None:
        self.port = free_port()
        self._process = subprocess.Popen(
            [sys.executable, "-m", "harness.cli", "starta", "--port", str(self.port), *words],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            env={**os.environ, "PYTHONUNBUFFERED": "1", "PYTHONIOENCODING": "utf-8"},
            start_new_session=True,
        )
        self.said = ""
        assert self._process.stdout is not None
        for line in self._process.stdout:
            self.said += line
            if "Ctrl-C" in line:
                break

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def kill(self) -> None:
        """The end of it, if it has not ended."""
        self._process.kill()
        self._process.wait()
        if self._process.stdout is not None:
            self._process.stdout.close()

    def stop(self) -> tuple[int, str]:
        self._process.send_signal(signal.SIGINT)
        said, _ = self._process.communicate(timeout=30)
        return self._process.returncode, said


@contextmanager
def started(*words: str) -> Iterator[Started]:
    running = Started(*words)
    try:
        yield running
    finally:
        running.kill()


def test_a_world_is_there_again_with_its_clock_and_its_people(tmp_path: Path) -> None:
    folder = ("--mapp", str(tmp_path / "varldar"))
    with started(*folder, "--start", "2022-04-05 07.30") as first:
        assert "Världen ovning är ny. Klockan är 2022-04-05 kl. 07.30 i den." in first.said
        for path in ("/v/ovning/samsa/", "/v/ovning/samvy/", "/v/ovning/enheter/", "/insyn/v/ovning", "/insyn/"):
            assert f"{first.url}{path}" in first.said
            assert requests.get(first.url + path, timeout=10).status_code == 200
        drivers = ApiDrivers(first.url, "ovning")
        greta = next(persona for persona in personas() if persona.given_name == "Greta")
        assert drivers.persons.find_person(greta.identity) is not None
        drivers.control.advance_to(datetime.fromisoformat("2022-04-06T12:00:00+02:00"))
        code, said = first.stop()
        assert (code, f"Världen finns kvar i {folder[1]}" in said) == (0, True)

    with started(*folder) as second:
        assert "Världen ovning fortsätter där den slutade. Klockan är 2022-04-06 kl. 12.00 i den." in second.said


def test_with_a_pace_the_clock_goes_by_itself(tmp_path: Path) -> None:
    with started("--mapp", str(tmp_path), "--tempo", "3600") as running:
        control = ApiDrivers(running.url, "ovning").control
        began = control.read_clock()
        while (now := control.read_clock()) == began:  # at the latest after a second of ours
            pass
        assert "Klockan går 3600 gånger vår." in running.said
        assert (now - began).total_seconds() > 600


def test_a_port_that_is_taken_is_told_of(run: Run, tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        code, text = run("starta", "--port", str(taken.getsockname()[1]), "--mapp", str(tmp_path))

    assert code == 3
    assert "går inte att använda" in text
    assert "Välj en annan port med --port, eller en annan mapp med --mapp." in text


def test_a_folder_that_cannot_be_written_in_is_told_of(run: Run, tmp_path: Path) -> None:
    (tmp_path / "fil").write_text("", encoding="utf-8")

    code, text = run("starta", "--port", str(free_port()), "--mapp", str(tmp_path / "fil"))

    assert code == 3
    assert "går inte att spara världar i" in text


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--start", "igår"], "»igår« är ingen tidpunkt"),
        (["--port", "0"], "--port"),
        (["--tempo", "-1"], "--tempo"),
    ],
)
def test_words_that_mean_nothing_are_refused(run: Run, words: list[str], told: str) -> None:
    code, text = run("starta", *words)

    assert code == 64
    assert told in text


def test_a_name_that_cannot_be_in_an_address_is_told_of(run: Run, tmp_path: Path) -> None:
    code, text = run("starta", "--varld", "vår", "--port", str(free_port()), "--mapp", str(tmp_path))

    assert code == 2
    assert "går inte att ha i en adress" in text
