"""Files in the cases of SAMSA (AK-FIL)."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from landscape import HSV_BORAS, HSV_GOTEBORG, SAS, VC_BORAS, VC_GOTEBORG, nurse
from samsacase import SamsaCase
from wireclient import Answer, WireClient

NewWorld = Callable[..., str]
PDF, PNG, JPG = b"%PDF-1.7\n", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe0"
DOCX = b"PK\x03\x04....word/document.xml"
EICAR = rb"X5O!P%@AP[4\PZX54(P^)7CC)7}$" + b"EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"
LIMIT = 8192


@pytest.fixture
def case(client: WireClient, new_world: NewWorld) -> SamsaCase:
    return SamsaCase(client, new_world()).informed()


def attach(case: SamsaCase, content: bytes = PDF, *, by: str = SAS, **said: Any) -> Answer:
    body = {"namn": "epikris.pdf", "typ": "pdf", "innehall": base64.b64encode(content).decode(), **said}
    return case.post(f"{case.at}/filer", body, nurse(by))


def fetch(case: SamsaCase, file: int = 1, by: str = SAS) -> bytes:
    return base64.b64decode(case.get(f"{case.at}/filer/{file}", nurse(by)).json["innehall"])


@pytest.mark.parametrize(
    ("name", "kind", "content"),
    [("a.pdf", "pdf", PDF), ("B.PNG", "png", PNG), ("c.jpeg", "jpg", JPG), ("d.docx", "docx", DOCX)],
    ids=["pdf", "png", "jpg", "docx"],
)
def test_a_file_is_opened_by_every_part_and_by_nobody_else(
    case: SamsaCase, name: str, kind: str, content: bytes
) -> None:
    assert attach(case, content, namn=name, typ=kind).json == {"fil": 1}

    for unit in (SAS, HSV_BORAS, VC_BORAS):
        assert fetch(case, by=unit) == content
    for path in ("filer", "filer/1"):
        assert case.get(f"{case.at}/{path}", nurse(HSV_GOTEBORG)).code == "ej_part"
    assert attach(case, by=HSV_GOTEBORG).code == "ej_part"
    assert case.get(f"{case.at}/filer/2").status == 404


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(tail=st.binary(max_size=2000))
def test_the_bytes_come_out_as_they_came_in(case: SamsaCase, tail: bytes) -> None:
    content = PDF + tail
    number = attach(case, content).json["fil"]

    assert fetch(case, number) == content
    listed = case.get(f"{case.at}/filer").json["filer"][number - 1]
    assert listed["sha256"] == hashlib.sha256(content).hexdigest()
    assert listed["storlek"] == len(content)


@pytest.mark.parametrize(
    ("content", "said", "code"),
    [
        (b"MZ\x90", {"namn": "a.exe", "typ": "exe"}, "otillaten_filtyp"),
        (PDF + b"x" * LIMIT, {}, "fil_for_stor"),
        (PNG, {}, "fel_filinnehall"),
        (b"", {}, "fel_filinnehall"),
        (PDF, {"namn": "epikris.png"}, "fel_filinnehall"),
        (b"PK\x03\x04 some other archive", {"namn": "a.docx", "typ": "docx"}, "fel_filinnehall"),
        (PDF + EICAR, {}, "skadlig_fil"),
        (EICAR, {}, "skadlig_fil"),
    ],
    ids=["exe", "stor", "png som pdf", "tom", "fel ändelse", "annat arkiv", "eicar i pdf", "eicar"],
)
def test_what_is_not_allowed_is_refused_and_leaves_nothing(
    case: SamsaCase, content: bytes, said: dict[str, Any], code: str
) -> None:
    assert attach(case, content, **said).code == code

    assert case.get(f"{case.at}/filer").json["filer"] == []
    assert code in case.desk.refused()


def test_a_file_that_is_exactly_as_big_as_the_limit_is_taken(case: SamsaCase) -> None:
    assert attach(case, PDF.ljust(LIMIT, b"x")).status == 201
    assert attach(case, PDF.ljust(LIMIT + 1, b"x")).code == "fil_for_stor"


@pytest.mark.parametrize("said", [{"innehall": "inte base64!"}, {"namn": "../a.pdf"}, {"namn": ""}, {"mer": 1}])
def test_what_cannot_be_read_is_malformed(case: SamsaCase, said: dict[str, Any]) -> None:
    assert attach(case, **said).status == 422


def test_the_types_are_a_parameter(client: WireClient, new_world: NewWorld) -> None:
    case = SamsaCase(client, new_world(parametrar={"filtyper": ["png"]})).informed()

    assert attach(case).code == "otillaten_filtyp"
    assert attach(case, PNG, namn="a.png", typ="png").status == 201


def test_a_message_takes_so_many_files_from_its_sender_only(case: SamsaCase) -> None:
    assert attach(case, meddelande=1, by=HSV_BORAS).code == "ej_avsandare"
    assert [attach(case, meddelande=1).status for _ in range(2)] == [201, 201]
    assert attach(case, meddelande=1).code == "for_manga_filer"
    assert attach(case).status == 201
    assert attach(case, meddelande=9).status == 404
    assert case.get(f"{case.at}/filer").json["filer"][0]["meddelande"] == "S-1/1"


def test_the_same_bytes_are_kept_once(case: SamsaCase) -> None:
    for _ in range(3):
        attach(case, PDF + b"samma")

    journal = case.client.call("GET", f"/insyn/v/{case.world}/journal").body
    assert journal.count(b"filinnehall-lagrat") == 1
    assert journal.count(b"fil-bifogad") == 3


def test_a_closed_case_keeps_its_files_and_takes_no_more(case: SamsaCase) -> None:
    attach(case)
    case.desk.close("klart")

    assert attach(case).code == "fel_lage"
    assert fetch(case, by=VC_BORAS) == PDF


def test_who_was_sent_something_reads_on_when_another_has_taken_over(case: SamsaCase) -> None:
    attach(case, by=VC_BORAS)
    case.post(f"{case.at}/parter", {"roll": "oppenvard", "enhet": VC_GOTEBORG})

    assert fetch(case, by=VC_BORAS) == fetch(case, by=VC_GOTEBORG) == PDF
    assert attach(case, by=VC_BORAS).code == "ej_part"
    [file] = case.get(f"{case.at}/filer").json["filer"]
    assert file["enhet"] == VC_BORAS


def test_a_file_is_there_when_the_journal_is_all_there_is(case: SamsaCase) -> None:
    content = PDF + bytes(range(256))
    attach(case, content)

    branched = case.client.call("POST", f"/styr/v/{case.world}/gren", {"namn": "gren"})
    assert branched.status == 201, branched.text

    assert fetch(SamsaCase(case.client, "gren")) == content
