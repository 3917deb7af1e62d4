"""What the channel webb costs beside the channel api: ratios of one run, with the channels taking turns.

    .venv/bin/python benchmarks/channels.py --rounds 3

Nothing is asserted. Read the ratios; the seconds belong to the machine.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from fixtures.api import ApiDrivers  # noqa: E402
from fixtures.environment import Simulator  # noqa: E402
from fixtures.protocols import Drivers  # noqa: E402
from fixtures.transport.browser import Browser  # noqa: E402
from fixtures.webb import WebbDrivers  # noqa: E402
from steps.definitions import AREAS  # noqa: E402
from steps.dsl.state import new_state  # noqa: E402
from steps.pickles import Pickle, read_pickles  # noqa: E402
from steps.registry import load_registry  # noqa: E402
from steps.runner import run_step  # noqa: E402
from steps.stage import Stage  # noqa: E402

EVERY = 6  # each sixth scenario: all areas, both systems


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=3)
    rounds = parser.parse_args().rounds
    for name in AREAS:
        __import__(f"steps.definitions.{name}")
    files = sorted(ROOT.glob("features/**/*.feature"))
    pickles = [p for file in files for p in read_pickles(file, ROOT) if "webb" in p.channels][::EVERY]
    simulator = Simulator.start()
    try:
        starts = [spent(lambda: Browser.start().stop()) for _ in range(rounds)]
        browser = Browser.start()
        contexts = [spent(lambda: open_and_close(browser)) for _ in range(5 * rounds)]
        tell("webbläsaren startar och stängs", starts)
        tell("ett sammanhang med en sida öppnas och stängs", contexts)
        compare(simulator.url, browser, pickles, rounds)
        browser.stop()
    finally:
        simulator.stop()


def compare(url: str, browser: Browser, pickles: list[Pickle], rounds: int) -> None:
    ways: dict[str, Callable[[str], Drivers]] = {
        "api": lambda world: ApiDrivers(url, world),
        "webb utan spår": lambda world: WebbDrivers(url, world, lambda: browser),
        "webb": lambda world: WebbDrivers(url, world, lambda: browser, traced=True),
    }
    times: dict[str, list[list[float]]] = {way: [[] for _ in pickles] for way in ways}
    for number in range(rounds + 1):  # the first round warms up
        for index, pickle in enumerate(pickles):
            for way, make in ways.items():
                world = f"{number}-{index}-{way.replace(' ', '')}".replace("å", "a")
                drivers = make(world)
                took = spent(lambda drivers=drivers, pickle=pickle: run(drivers, pickle))  # type: ignore[misc]
                if number:
                    times[way][index].append(took)
    api = [median(each) for each in times["api"]]
    print(f"\n{len(pickles)} scenarier, {rounds} varv")
    for way in ways:
        medians = [median(each) for each in times[way]]
        ratio = median(one / base for one, base in zip(medians, api, strict=True))
        print(f"{way:16} median {median(medians) * 1000:7.1f} ms per scenario, {ratio:6.1f} gånger api")


def run(drivers: Drivers, pickle: Pickle) -> None:
    channel = "webb" if isinstance(drivers, WebbDrivers) else "api"
    state = new_state(scenario=pickle.scenario_id, channel=channel, seed=1, krav=[], defects=[])
    stage, registry = Stage(json.loads(json.dumps(state)), lambda: drivers), load_registry()
    for step in pickle.steps:
        run_step(stage, pickle, step, registry)
    if isinstance(drivers, WebbDrivers):
        drivers.seats.close()
    drivers.control.close_world()


def open_and_close(browser: Browser) -> None:
    context = browser.open_context()
    context.new_page()
    context.close()


def spent(act: Callable[[], object]) -> float:
    started = time.perf_counter()
    act()
    return time.perf_counter() - started


def tell(what: str, seconds: list[float]) -> None:
    print(f"{what}: median {median(seconds) * 1000:.0f} ms (minst {min(seconds) * 1000:.0f})")


if __name__ == "__main__":
    main()
