"""How fast coherent people are made, beside Faker and Mimesis, and whether every number of a whole region holds.

1.8 million people of the framtidsvärld are written as one set of files by a process of its own; its time and
peak memory are read. Then every number is read back: doubled, without proof, refused by one of two independent
validators (fed the same numbers four hundred years earlier, in memory only). Faker and Mimesis make six fields of a
person (given and family name, street, town, phone, mail), without number, household or file; we make all twenty-two.
They take turns with our own tables.

    PYTHONPATH=. python benchmarks/population.py [--people 1800000] [--rounds 3]
"""

from __future__ import annotations

import argparse
import json
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
REFERENCE = date(2022, 4, 5)

FAKER = """
import sys, time
from faker import Faker
fake = Faker("sv_SE"); fake.seed_instance(1); count = int(sys.argv[1])
began = time.perf_counter()
for _ in range(count):
    fake.first_name(), fake.last_name(), fake.street_address(), fake.city(), fake.phone_number(), fake.email()
print((time.perf_counter() - began) / count)
"""
MIMESIS = """
import sys, time
from mimesis import Address, Person
from mimesis.locales import Locale
person, address, count = Person(Locale.SV, seed=1), Address(Locale.SV, seed=1), int(sys.argv[1])
began = time.perf_counter()
for _ in range(count):
    person.first_name(), person.last_name(), address.address(), address.city(), person.phone_number(), person.email()
print((time.perf_counter() - began) / count)
"""
OURS = """
import sys, time
from datetime import date
from testdata.population.future import Wish, future_people
wish, count = Wish(seed=1, reference=date(2022, 4, 5)), int(sys.argv[1])
future_people(wish, 0, 100)
began = time.perf_counter()
future_people(wish, 0, count)
print((time.perf_counter() - began) / count)
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=1_800_000)
    parser.add_argument("--rounds", type=int, default=3)
    words = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        write_all(Path(place) / "personer", words.people)
        compare(Path(place), words.rounds)
        read_all(Path(place) / "personer", words.people)


def compare(place: Path, rounds: int) -> None:
    """One row of each maker, in turns."""
    python = place / "venv" / "bin" / "python"
    subprocess.run([sys.executable, "-m", "uv", "venv", "-q", str(python.parent.parent)], check=True)
    lock = str(ROOT / "benchmarks" / "rivals.lock")
    install = ["pip", "install", "-q", "--require-hashes", "-r", lock, "--python", str(python)]
    subprocess.run([sys.executable, "-m", "uv", *install], check=True)
    makers = {
        "Faker, sex fält": (sys.executable, FAKER, 5_000),
        "Mimesis, sex fält": (str(python), MIMESIS, 50_000),
        "Provtryck, 22 fält": (sys.executable, OURS, 100_000),
    }
    seconds: dict[str, list[float]] = {name: [] for name in makers}
    for _ in range(rounds + 1):
        for name, (program, text, count) in makers.items():
            ran = subprocess.run(
                [program, "-c", text, str(count)], cwd=ROOT, capture_output=True, text=True, check=True
            )
            seconds[name].append(float(ran.stdout))
    for name, each in seconds.items():
        print(f"{name:<20} {1 / statistics.median(each[1:]):>10.0f} personer/s")


def write_all(folder: Path, people: int) -> None:
    command = [sys.executable, "-m", "harness.cli", "patienter", str(people), "--varld", "framtid"]
    began = time.perf_counter()
    subprocess.run(
        [*command, "--format", "csv,parquet", "-n", "2", "--ut", str(folder)], cwd=ROOT, check=True, capture_output=True
    )
    taken = time.perf_counter() - began
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(
        f"{people} personer som CSV och Parquet: {taken:.1f} s ({people / taken:.0f}/s), "
        f"den största processen {peak:.0f} MiB"
    )


def read_all(folder: Path, people: int) -> None:
    """Every number read back from the files, and judged."""
    import pyarrow.parquet as parquet
    from personnummer import personnummer
    from stdnum.se import personnummer as stdnum

    from testdata.identity.proof import proof_of
    from testdata.identity.value import OID, Kind
    from testdata.model import PersonId

    listed = json.loads((folder / "befolkning.json").read_text(encoding="utf-8"))["filer"]
    names = [file["namn"] for file in listed if file["namn"].endswith(".parquet")]
    numbers = [n for name in names for n in parquet.read_table(folder / name, columns=["identitet"])[0].to_pylist()]
    unproved = sum(1 for n in numbers if proof_of(PersonId(OID[Kind.PERSONNUMMER], n), REFERENCE) is None)
    refused = {"personnummer": 0, "python-stdnum": 0}
    for number in numbers:
        earlier = f"{int(number[:4]) - 400:04}{number[4:]}"
        refused["personnummer"] += not personnummer.valid(earlier)
        sign = "+" if int(earlier[:4]) <= date.today().year - 100 else "-"  # noqa: DTZ011, TID251 (as stdnum itself counts)
        refused["python-stdnum"] += not stdnum.is_valid(f"{earlier[2:8]}{sign}{earlier[8:]}")
    print(f"{len(numbers)} av {people} lästa: {len(numbers) - len(set(numbers))} dubbletter, {unproved} utan bevis,")
    print("  avvisade: " + ", ".join(f"{count} av {name}" for name, count in refused.items()))


if __name__ == "__main__":
    main()
