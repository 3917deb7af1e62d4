"""No file of the repository has an identity that could be somebody's (AK-RAM-05).

A reviewed exception stands in ``undantag.csv``: file, token and why it is not an identity.
"""

from __future__ import annotations

import fnmatch
import subprocess
from datetime import date, datetime
from pathlib import Path

import pytest

from testdata.identity.rollista import rollista
from testdata.identity.vgr import vgr_check_digit
from testdata.model import STOCKHOLM
from testdata.repository import text_files
from testdata.scanner import find_unproved
from testdata.tables import read_table

ROOT = Path(__file__).parents[2]
EXCEPTIONS = Path(__file__).with_name("undantag.csv")
TODAY = date(2026, 1, 1)

# Valid and without proof, yet nobody's: the birth date lies far ahead. In two parts, or this file fails.
PLANTED = "20990101" + "2386"


def scan(root: Path, today: date, exceptions: list[dict[str, str]]) -> list[str]:
    """One line, fit to print, for every identity without proof that is not an exception."""
    found = []
    for name, text in text_files(root):
        allowed = {row["tecken"] for row in exceptions if fnmatch.fnmatch(name, row["fil"])}
        if (root / name).resolve() == EXCEPTIONS:
            allowed = {row["tecken"] for row in exceptions}
        found += [
            f"{name}:{finding.line}: {finding.shown} ({finding.kind}) saknar bevis"
            for finding in find_unproved(text, today)
            if finding.token not in allowed
        ]
    return found


def exceptions() -> list[dict[str, str]]:
    return read_table(EXCEPTIONS, ("fil", "tecken", "orsak"))


def test_no_file_has_an_identity_without_proof() -> None:
    # The real day: a proof that rests on a date to come must end when that date comes.
    today = datetime.now(STOCKHOLM).date()  # noqa: TID251

    found = scan(ROOT, today, exceptions())

    assert not found, "Ta bort numren, eller skriv ett alias i stället:\n" + "\n".join(found)


def test_every_exception_has_a_reason_and_is_still_needed() -> None:
    texts = dict(text_files(ROOT))

    for row in exceptions():
        assert row["orsak"]
        assert any(row["tecken"] in text for name, text in texts.items() if fnmatch.fnmatch(name, row["fil"]))


@pytest.mark.parametrize("with_git", [True, False])
def test_a_planted_number_is_found(tmp_path: Path, with_git: bool) -> None:
    if with_git:
        subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)
    (tmp_path / "features").mkdir()
    (tmp_path / "features" / "x.feature").write_text(f"# språk\nGivet {PLANTED}\n", encoding="utf-8")
    (tmp_path / "bild.bin").write_bytes(b"\0" + PLANTED.encode())

    assert scan(tmp_path, TODAY, []) == ["features/x.feature:2: 20990101**** (personnummer) saknar bevis"]


def test_an_exception_is_for_its_own_file_only(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(PLANTED, encoding="utf-8")
    (tmp_path / "b.md").write_text(PLANTED, encoding="utf-8")

    found = scan(tmp_path, TODAY, [{"fil": "a.*", "tecken": PLANTED, "orsak": "prov"}])

    assert [line.split(":")[0] for line in found] == ["b.md"]


@pytest.mark.parametrize(
    "text",
    [
        "{n}", "({n})", '"{n}",', "oid|{n}", "pnr={n}", "person_{n}.json", "1,{n},2", "{n}.", "a;{n};b",
        "{n}-", r"rad\n{n}", "1.2.752%7C{n}", "/personer/{n}/", "<td>{n}</td>",
    ],
)  # fmt: skip
def test_it_is_found_wherever_it_stands(text: str) -> None:
    assert len(list(find_unproved(text.format(n=PLANTED), TODAY))) == 1


@pytest.mark.parametrize(
    "written",
    [PLANTED, PLANTED[2:], f"{PLANTED[:8]}-{PLANTED[8:]}", f"{PLANTED[2:8]}-{PLANTED[8:]}",
     f"{PLANTED[2:8]}+{PLANTED[8:]}", f"{PLANTED[:8]} {PLANTED[8:]}", f"{PLANTED[:8]}\u2013{PLANTED[8:]}"],
)  # fmt: skip
def test_it_is_found_however_it_is_written(written: str) -> None:
    assert len(list(find_unproved(f"Patient {written} skrivs in", TODAY))) == 1


def test_two_on_a_line_are_both_found() -> None:
    assert len(list(find_unproved(f"[{PLANTED},{PLANTED}]", TODAY))) == 2


@pytest.mark.parametrize("letters", ["K10", "k10"])
def test_a_reservnummer_that_may_be_handed_out_is_found(letters: str) -> None:
    payload = f"19500314{letters}"
    number = f"{payload}{vgr_check_digit(payload.upper())}"

    assert len(list(find_unproved(f"reservnummer {number}", TODAY))) == 1


@pytest.mark.parametrize(
    "text",
    [
        "{n}00", "00{n}", "abc{n}", "{n}abc", "0.{n}", "{n}.5", "550e8400-e29b-41d4-a716-{n}",
        "sha256:9f{n}c0", "kod{n}",
    ],
)  # fmt: skip
def test_figures_inside_something_longer_are_left_alone(text: str) -> None:
    assert list(find_unproved(text.format(n=PLANTED), TODAY)) == []


def test_numbers_with_proof_and_wrong_check_digits_are_left_alone() -> None:
    proved = " ".join(role.number for role in rollista())
    wrong = PLANTED[:-1] + str((int(PLANTED[-1]) + 1) % 10)

    assert list(find_unproved(f"{proved} {wrong}", TODAY)) == []


def test_a_printed_finding_hides_the_end_of_the_number() -> None:
    finding = next(iter(find_unproved(PLANTED, TODAY)))

    assert finding.shown == "20990101****"
