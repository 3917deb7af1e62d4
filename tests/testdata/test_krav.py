"""The register has every criterion, and nothing else."""

from __future__ import annotations

import pytest

from testdata.faults import Specifikationsfel
from testdata.krav.register import all_krav, krav
from testdata.scenario import TEST_TYPES

PER_AREA = {
    "INUT": 23, "BET": 26, "STAT": 5, "SIP": 17, "RES": 22, "SYS": 17, "INK": 10, "FIL": 6, "AVV": 8,
    "DRI": 8, "BEH": 13, "MIG": 13, "AVL": 9, "LAB": 9, "OPT": 12, "INT": 6, "SUP": 4, "RAM": 11,
}  # fmt: skip


def test_there_are_219_with_exactly_these_ids() -> None:
    expected = {f"AK-{area}-{n:02}" for area, count in PER_AREA.items() for n in range(1, count + 1)}

    assert len(expected) == 219
    assert set(all_krav()) == expected


def test_every_criterion_is_whole() -> None:
    for entry in all_krav().values():
        assert entry.text.endswith(".")
        assert entry.area and entry.source
        assert entry.test_type in TEST_TYPES
        assert "(I)" not in entry.source


def test_one_criterion_word_for_word() -> None:
    entry = krav("AK-INUT-02")

    assert entry.text == (
        "Inskrivningsmeddelandet är skickat senast 24 timmar efter inskrivningen; "
        "senare markeras som försenat med tidsdifferens."
    )
    assert (entry.area, entry.test_type, entry.source) == (
        "In- och utskrivning", "anvandaracceptans", "1.5 LUS 2:3",
    )  # fmt: skip
    assert not entry.assumed


def test_an_assumed_criterion_says_so() -> None:
    assert krav("AK-SYS-05").assumed
    assert krav("AK-RAM-10").test_type == "produktionsmiljo"


def test_an_unknown_id_names_the_nearest() -> None:
    with pytest.raises(Specifikationsfel, match=r"Kravet 'AK-INUT-2' finns inte\. Menade du AK-INUT-02"):
        krav("AK-INUT-2")
