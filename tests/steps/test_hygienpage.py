"""What plain pytest-bdd does with the bad files, measured, and the page that says so."""

from __future__ import annotations

import pytest
from badfeatures import FILES
from hygienpage import CONTROL, PAGE, is_green, measure, ours, write_page
from plainbdd import BESIDE


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    return measure(tmp_path_factory.mktemp("pytest-bdd"))


def test_the_page_is_what_was_measured(plain: dict[str, str]) -> None:
    written = PAGE.read_text(encoding="utf-8")

    assert written == write_page(plain), "Sidan är inaktuell: kör python tests/steps/hygienpage.py"


def test_pytest_bdd_runs_a_file_without_faults(plain: dict[str, str]) -> None:
    assert plain[CONTROL] == "1 passed"
    assert set(plain) == {CONTROL, *(bad.what for bad in FILES), *(other.what for other in BESIDE)}


def test_pytest_bdd_lies_green_where_we_refuse(plain: dict[str, str]) -> None:
    """Were it not so, there would be no reason for a hygiene of our own."""
    green = [bad for bad in FILES if is_green(plain[bad.what]) and any(f.is_error for f in ours(bad.file))]

    assert len(green) > 40
    for issue in ("#399", "#191", "#223"):
        [verdict] = [verdict for what, verdict in plain.items() if issue in what]
        assert verdict == "1 passed"
