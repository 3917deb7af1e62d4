"""The official list of test numbers: judged, remembered outside the repository, and never half."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import ClassVar
from urllib.parse import parse_qs, urlparse

import pytest
from rich.console import Console

from harness.cli.testnummer import load
from testdata.faults import Specifikationsfel
from testdata.identity import officiell
from testdata.identity.officiell import judge, numbers_in, remember, remembered
from testdata.identity.proof import ProofKind, proof_here, proof_of
from testdata.identity.rollista import rollista
from testdata.identity.rule import rule_numbers
from testdata.identity.tripwire import require_real_proof
from testdata.identity.value import OID, Kind
from testdata.model import PersonId

TODAY = date(2026, 1, 1)
NUMBERS = sorted(rule_numbers() | {role.number for role in rollista() if role.kind is Kind.PERSONNUMMER})
# Valid and nobody's: the birth date lies far ahead. In two parts, or the scanner of this repository finds it.
ONLY_IN_THE_LIST = "20990101" + "2386"


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setattr(officiell, "memory", lambda: tmp_path / "minne")
    remembered.cache_clear()
    yield tmp_path / "minne"
    remembered.cache_clear()


def write(path: Path, numbers: list[str], *, as_json: bool = False) -> Path:
    rows = [{"testpersonnummer": number} for number in numbers]
    text = json.dumps({"results": rows, "resultCount": len(rows)}) if as_json else "\n".join(numbers)
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize("as_json", [True, False])
def test_a_list_from_a_file_is_remembered_with_its_checksum(tmp_path: Path, place: Path, as_json: bool) -> None:
    console = Console(record=True, width=200)
    file = write(tmp_path / "lista.txt", [*NUMBERS, ONLY_IN_THE_LIST], as_json=as_json)

    assert load(console, file=file, url="") == 0

    about = json.loads((place / "testnummer.json").read_text(encoding="utf-8"))
    assert about["antal"] == len(NUMBERS) + 1
    assert about["sha256"] in console.export_text()
    official = remembered()
    assert official is not None
    assert (len(official.numbers), official.sha256) == (about["antal"], about["sha256"])


def test_only_a_loaded_list_proves_what_neither_rule_nor_rollista_does() -> None:
    identity = PersonId(OID[Kind.PERSONNUMMER], ONLY_IN_THE_LIST)
    assert proof_here(identity, TODAY) is None
    with pytest.raises(Specifikationsfel, match="får inte skickas till acceptansmiljön"):
        require_real_proof([identity], TODAY, "acceptansmiljön")

    remember(judge([*NUMBERS, ONLY_IN_THE_LIST], "prov"), "prov")

    proof = proof_here(identity, TODAY)
    assert proof is not None
    assert proof.kind is ProofKind.OFFICIELL
    assert proof_of(identity, TODAY) is None, "the same on every machine"
    require_real_proof([identity], TODAY, "acceptansmiljön")


def test_the_tripwire_lets_nothing_weaker_than_a_published_number_out_and_hides_its_end() -> None:
    weak = [
        PersonId(OID[Kind.NRID], "98240301AA06"),
        PersonId(OID[Kind.PERSONNUMMER], "191212121212"),
        PersonId(OID[Kind.PERSONNUMMER], "232301219800"),
    ]
    strong = PersonId(OID[Kind.PERSONNUMMER], NUMBERS[0])

    for identity in weak:
        with pytest.raises(Specifikationsfel) as caught:
            require_real_proof([strong, identity], TODAY, "acceptansmiljön")
        assert identity.value not in str(caught.value)
        assert f"{identity.value[:8]}****" in caught.value.actual
    require_real_proof([strong], TODAY, "acceptansmiljön")
    require_real_proof(weak, TODAY, "simulator")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("en sida om något helt annat", "inte hela"),
        ("199101012381\n19910101x399\n", "rad 2 är inget nummer"),
        ("199101012380\n", "fel datum eller kontrollsiffra"),
        ("98240301AA06", "rad 1 är inget nummer"),
        ('{"results": [{"testpersonnummer": ', "inte hel JSON"),
        ('{"results": [{"annat": "199101012381"}]}', "rad 1 är inget nummer"),
        ('{"svar": 1}', "har inga rader"),
        ("", "inte hela"),
    ],
)
def test_what_is_no_list_is_told_of_and_what_was_remembered_stays(tmp_path: Path, text: str, told: str) -> None:
    remember(judge(NUMBERS, "prov"), "prov")
    console = Console(record=True, width=200)
    (tmp_path / "lista.txt").write_text(text, encoding="utf-8")

    assert load(console, file=tmp_path / "lista.txt", url="") == 2

    assert told in console.export_text()
    official = remembered()
    assert official is not None
    assert len(official.numbers) == len(NUMBERS)


def test_half_a_list_is_refused() -> None:
    with pytest.raises(Specifikationsfel, match="inte hela Skatteverkets lista") as caught:
        judge(NUMBERS[: len(NUMBERS) // 2], "prov")

    assert f"{len(NUMBERS) - len(NUMBERS) // 2} av de {len(NUMBERS)}" in caught.value.actual


def test_a_bad_number_is_not_printed_whole() -> None:
    with pytest.raises(Specifikationsfel) as caught:
        list(numbers_in("1991010123X1", "lista"))

    assert "1991010123X1" not in str(caught.value)


def test_a_remembered_list_that_somebody_changed_is_not_believed(place: Path) -> None:
    remember(judge(NUMBERS, "prov"), "prov")
    with (place / "testnummer.txt").open("a", encoding="utf-8") as file:
        file.write(f"{ONLY_IN_THE_LIST}\n")
    remembered.cache_clear()

    with pytest.raises(Specifikationsfel, match="ändrad eller skadad"):
        remembered()


def test_a_file_that_is_not_there_or_no_text(tmp_path: Path) -> None:
    console = Console(record=True, width=200)
    (tmp_path / "bild.txt").write_bytes(b"\xff\xfe\x00\x81")

    assert load(console, file=tmp_path / "finns-inte.txt", url="") == 2
    assert load(console, file=tmp_path / "bild.txt", url="") == 2

    told = console.export_text()
    assert "finns inte, eller har ingen lista" in told
    assert "ingen textfil" in told


class Api(BaseHTTPRequestHandler):
    """Skatteverket's API with pages of at most 400 rows, which may break in the middle."""

    breaks_at: ClassVar[int | None] = None

    def do_GET(self) -> None:
        offset = int(parse_qs(urlparse(self.path).query)["_offset"][0])
        if Api.breaks_at is not None and offset >= Api.breaks_at:
            self.send_error(503)
            return
        rows = [{"testpersonnummer": number} for number in NUMBERS[offset : offset + 400]]
        body = json.dumps({"results": rows}).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Quiet."""


@pytest.fixture
def api() -> Iterator[str]:
    Api.breaks_at = None
    server = ThreadingHTTPServer(("127.0.0.1", 0), Api)
    thread = Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/json"
    server.shutdown()
    thread.join()
    server.server_close()


def test_the_list_comes_page_by_page_from_the_api(api: str) -> None:
    assert load(Console(quiet=True), file=None, url=api) == 0

    official = remembered()
    assert official is not None
    assert len(official.numbers) == len(NUMBERS)


def test_an_api_that_breaks_in_the_middle_leaves_nothing(api: str) -> None:
    Api.breaks_at = 800
    console = Console(record=True, width=200)

    assert load(console, file=None, url=api) == 3

    assert "HTTPError efter 800 nummer" in console.export_text()
    assert remembered() is None
