"""What the simulated landscape costs: a world, a month of events, and a request beside bare Starlette and WireMock.

    PYTHONPATH=. .venv/bin/python benchmarks/landscape.py --wiremock wiremock-standalone.jar

The servers take turns under the same load (wrk, one thread, eight connections), each in a process of its own, so that a
slow moment of the machine hits all of them; the figure is the median. Needs wrk (a Debian package), and for the
rival java and the jar (npm pack wiremock); without ``--wiremock`` that row is left out. Nothing is asserted.
"""

from __future__ import annotations

import argparse
import json
import re
import resource
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from datetime import timedelta
from pathlib import Path
from urllib.error import URLError
from urllib.request import Request, urlopen

import msgspec

from fixtures.api import ApiDrivers
from fixtures.environment import Simulator
from harness.kernel.decisions import Decision, Envelope
from harness.kernel.fault_control import plan
from harness.kernel.faults import FaultKind, LinkFault
from harness.simulator import create_app
from testdata.model import Actor, Part, Parties, System
from testdata.organisation.enheter import find_unit, unit_of_kommun
from testdata.organisation.landscape import landscape
from testdata.organisation.medarbetare import LAKARE, staff
from testdata.people.person import as_pu_document
from testdata.people.personas.catalogue import find_persona
from testdata.people.personas.person import person_of

AT_ONCE, SECONDS, WARMING_S = 8, 3, 15
WORLDS, MESSAGES = 5000, 3000
START = "2022-02-07T08:00:00+01:00"
NEEDS = '{"behov": ["SOCIALTJANST"]}'
BARE = """
from starlette.applications import Starlette
from starlette.responses import JSONResponse
from starlette.routing import Route
async def take(request):
    await request.json()
    return JSONResponse({"arende": "S-1"}, 201)
app = Starlette(routes=[Route("/{rest:path}", take, methods=["POST"])])
"""
STUB = {
    "request": {"method": "POST", "urlPattern": "/.*"},
    "response": {"status": 201, "jsonBody": {"arende": "S-1"}, "headers": {"Content-Type": "application/json"}},
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--wiremock", type=Path)
    chosen = parser.parse_args()
    in_one_process()
    under_load(chosen.rounds, chosen.wiremock)


def in_one_process() -> None:
    """Worlds and virtual time, without a server."""
    worlds = create_app().state.worlds
    worlds.keep_landscape(landscape().sha256, landscape().body)
    document = msgspec.json.encode(_document(astrid=False))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    started = time.perf_counter()
    for number in range(WORLDS):
        worlds.create(f"v{number}", document)
    each = (time.perf_counter() - started) / WORLDS
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    print(f"en värld skapas på {each * 1000:.3f} ms; {WORLDS} världar tar {grown:.0f} MiB")

    world = worlds.find("v0")
    first, events = world.now, len(world.lines())
    month = 30 * 86_400
    plan(world, LinkFault(fran="samsa", till="samvy", slag=FaultKind.OMKASTNING, sekunder=month - 1))
    notices = (
        Envelope(
            id=f"samsa:S-{number}:pågår",
            sender="samsa",
            recipient="samvy",
            kind="samsa-arende",
            body={"arende": f"S-{number}", "oid": "1.2.752.74.9.1", "id": f"N{number}", "pagar": True},
            text="SAMSA-ärende pågår",
        )
        for number in range(MESSAGES)
    )
    for notice in notices:
        world.commit("samsa", Decision(outgoing=(notice,)))
    events = len(world.lines())
    started = time.perf_counter()
    world.advance(first + timedelta(seconds=month))
    spent = time.perf_counter() - started
    print(f"30 virtuella dygn med {len(world.lines()) - events} händelser går på {spent:.2f} s")


def under_load(rounds: int, wiremock: Path | None) -> None:
    with ExitStack() as stack, tempfile.TemporaryDirectory() as folder:
        servers: dict[str, tuple[str, Mapping[str, str]]] = {
            "Starlette, bar": (stack.enter_context(_bare(Path(folder))), {}),
            "simulatorn, journal i minnet": stack.enter_context(_simulator(None)),
            "simulatorn, SQLite, synkad": stack.enter_context(_simulator(Path(folder) / "journal")),
        }
        if wiremock is not None:
            servers["WireMock, med journal"] = (stack.enter_context(_wiremock(wiremock)), {})
        asked = {
            name: (url, _script(Path(folder) / f"{number}.lua", headers))
            for number, (name, (url, headers)) in enumerate(servers.items())
        }
        for url, script in asked.values():  # a JVM above all is slow at first
            _load(url, script, WARMING_S)
        rates: dict[str, list[float]] = {name: [] for name in servers}
        for _ in range(rounds):
            for name, (url, script) in asked.items():
                rates[name].append(_load(url, script, SECONDS))
    medians = {name: statistics.median(found) for name, found in rates.items()}
    against = medians.get("WireMock, med journal", medians["Starlette, bar"])
    print(f"{'':32} {'frågor/s':>9}  beside {'WireMock' if wiremock else 'Starlette'}")
    for name, rate in medians.items():
        print(f"{name:32} {rate:9.0f}  {rate / against:6.2f}")


def _document(*, astrid: bool = True) -> dict[str, object]:
    people = [as_pu_document(person_of(find_persona("Aina")))] if astrid else []
    overlay = {"start": START, "fro": 1, "personer": people, "parametrar": {}, "defekter": []}
    return {"schema": 1, "landskap": landscape().sha256, **overlay}


@contextmanager
def _simulator(journals: Path | None) -> Iterator[tuple[str, Mapping[str, str]]]:
    """A world in which a case waits for the doctor's judgement: each judgement is a line of the journal."""
    simulator = Simulator.start(journals=journals)
    try:
        drivers = ApiDrivers(simulator.url, "matning")
        overlay = {name: value for name, value in _document().items() if name not in ("schema", "landskap")}
        drivers.control.create_world(overlay)
        hospital, aina = find_unit("SÄS"), find_persona("Aina")
        parties = Parties(
            kommunal_hsv=unit_of_kommun(aina.kommun, Part.KOMMUNAL_HSV).hsa_id,
            socialtjanst=unit_of_kommun(aina.kommun, Part.SOCIALTJANST).hsa_id,
            oppenvard=unit_of_kommun(aina.kommun, Part.OPPENVARD).hsa_id,
        )
        doctor = Actor(unit=hospital.hsa_id, staff=staff(hospital, LAKARE).hsa_id)
        refused = drivers.cases(System.SAMSA).admit(aina.identity, actor=doctor, parties=parties)
        if refused is not None:
            raise SystemExit(f"SAMSA nekade inskrivningen: {refused.text}")
        headers = {"x-enhet": doctor.unit, "x-medarbetare": doctor.staff}
        yield f"{simulator.url}/v/matning/samsa/api/arenden/S-1/behovsbedomning", headers
    finally:
        simulator.stop()


@contextmanager
def _bare(folder: Path) -> Iterator[str]:
    """The same server with the same options, and nothing behind it."""
    (folder / "bar.py").write_text(BARE)
    port = _free_port()
    options = ["--port", str(port), "--http", "httptools", "--ws", "none", "--no-access-log", "--log-level", "warning"]
    command = [sys.executable, "-m", "uvicorn", "bar:app", "--app-dir", str(folder), *options]
    with _process(command, f"http://127.0.0.1:{port}") as url:
        yield url + "/x"


@contextmanager
def _wiremock(jar: Path) -> Iterator[str]:
    port = _free_port()
    command = ["java", "-jar", str(jar), "--port", str(port), "--disable-banner"]
    with _process(command, f"http://127.0.0.1:{port}") as url:
        headers = {"Content-Type": "application/json"}
        stub = Request(f"{url}/__admin/mappings", json.dumps(STUB).encode(), headers)  # noqa: S310 (loopback)
        urlopen(stub, timeout=10).close()  # noqa: S310 (loopback)
        yield url + "/x"


@contextmanager
def _process(command: list[str], url: str) -> Iterator[str]:
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        until = time.monotonic() + 60
        while True:
            try:
                urlopen(url, timeout=1).close()  # noqa: S310 (loopback)
                break
            except URLError as wrong:
                if getattr(wrong, "code", None):
                    break  # it answers, if only that there is no such page
                if time.monotonic() > until:
                    raise SystemExit(f"{command[0]} svarade inte inom en minut.") from wrong
                time.sleep(0.1)  # noqa: TID251 (a rival's process has no other way to say that it answers)
        yield url
    finally:
        process.terminate()
        process.wait()


def _load(url: str, script: Path, seconds: int) -> float:
    """Answers per second. Every answer must be a 2xx."""
    command = ["wrk", "-t1", f"-c{AT_ONCE}", f"-d{seconds}s", "-s", str(script), url]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    if "Non-2xx" in told:
        raise SystemExit(told)
    [rate] = re.findall(r"Requests/sec:\s+([\d.]+)", told)
    return float(rate)


def _script(path: Path, headers: Mapping[str, str]) -> Path:
    """What wrk is to send, in its own language."""
    said = {"Content-Type": "application/json", **headers}
    lines = ['wrk.method = "POST"', f"wrk.body = '{NEEDS}'", *(f'wrk.headers["{n}"] = "{v}"' for n, v in said.items())]
    path.write_text("\n".join(lines))
    return path


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        return port


if __name__ == "__main__":
    main()
