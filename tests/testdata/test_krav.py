"""The register has every criterion with its ground, and what was changed or added says why."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from testdata.faults import Specifikationsfel
from testdata.krav import register
from testdata.krav.register import WaitsFor, all_krav, krav
from testdata.parameters import parameters
from testdata.scenario import TEST_TYPES

PER_AREA = {
    "INUT": 23, "BET": 26, "STAT": 5, "SIP": 17, "RES": 22, "SYS": 17, "INK": 10, "FIL": 6, "AVV": 8,
    "DRI": 8, "BEH": 13, "MIG": 13, "AVL": 9, "LAB": 9, "OPT": 12, "INT": 6, "SUP": 4, "RAM": 11,
}  # fmt: skip


# What is in question but decided by nobody: 1177, Pascal and ApoDos, Picsara, EKG, WelchAllyn, Citrix, printers, TAPIR,
# access from outside the firewall, monitoring at home; and En väg in.
UNDECIDED = {f"AK-INT-{n}" for n in range(16, 26)} | {"AK-INK-11"}

_LAW_OR_SPECIFICATION = re.compile(r"LUS|SoL|HSL|patientlagen|L[1-4]|R\d|P\d+b?")
_DOCUMENT_OR_ORDER = re.compile(r"00[0-4]|mission")


def test_the_219_of_the_list_are_there_and_every_other_says_why_it_was_added() -> None:
    listed = {f"AK-{area}-{n:02}" for area, count in PER_AREA.items() for n in range(1, count + 1)}

    assert len(listed) == 219
    assert listed <= set(all_krav())
    assert {name for name, entry in all_krav().items() if entry.changed.startswith("Tillagt: ")} == (
        set(all_krav()) - listed
    )
    assert {name for name, entry in all_krav().items() if entry.changed.startswith("Rättad: ")} == {
        "AK-INUT-04", "AK-SYS-04", "AK-SYS-06",
    }  # fmt: skip


def test_every_criterion_is_whole() -> None:
    for entry in all_krav().values():
        assert entry.text.endswith(".")
        assert entry.area and entry.source
        assert entry.test_type in TEST_TYPES
        assert entry.trust in "BCD"
        assert "(I)" not in entry.source
        assert entry.changed == "" or entry.changed.startswith(("Tillagt: ", "Rättad: "))


def test_every_criterion_comes_from_a_law_a_page_or_a_document_and_not_from_a_rule_of_ours_alone() -> None:
    words = {entry.id: re.split(r"[\s;–]+", entry.source) for entry in all_krav().values()}

    assert [
        name
        for name, found in words.items()
        if not any(_LAW_OR_SPECIFICATION.fullmatch(word) or _DOCUMENT_OR_ORDER.fullmatch(word) for word in found)
    ] == []


def test_a_parameter_and_its_krav_name_each_other() -> None:
    """Red? A parameter's ``kalla`` and the column ``parameter`` of the krav it names must say the same."""
    by_parameter = {(p.id, name) for p in parameters().values() for name in re.findall(r"AK-[A-Z]+-\d+", p.source)}
    by_krav = {(parameter, entry.id) for entry in all_krav().values() for parameter in entry.parameters}

    assert sorted(by_parameter ^ by_krav) == []
    assert {parameter for parameter, _ in by_krav} == set(parameters())


def test_what_waits_says_for_what() -> None:
    waiting = {name: entry.untested for name, entry in all_krav().items() if entry.untested}

    assert {name for name, untested in waiting.items() if untested.waits_for is WaitsFor.DECISION} == UNDECIDED
    assert all(untested.why.startswith("ej avgjort") for name, untested in waiting.items() if name in UNDECIDED)
    assert {"AK-SYS-13", "AK-SYS-16", "AK-BEH-13"} <= {
        name for name, untested in waiting.items() if untested.waits_for is WaitsFor.SYSTEM
    }
    for area in ("BET", "STAT", "MIG", "LAB", "OPT", "RAM"):
        assert [name for name, entry in all_krav().items() if entry.code == area and not entry.untested] == []
    assert {"AK-DRI-04", "AK-RES-20"} <= set(waiting)


def test_a_reason_that_names_nothing_to_wait_for_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "x.csv").write_text(
        "id;text;omrade;testtyp;kalla;klass;parameter;ej_testat;andrat\nAK-X-01;Text.;Område;oberoende;001;C;;sen;\n",
        encoding="utf-8",
    )
    monkeypatch.setattr(register, "_FOLDER", tmp_path)
    all_krav.cache_clear()
    try:
        with pytest.raises(Specifikationsfel, match="ej_testat för AK-X-01"):
            all_krav()
    finally:
        monkeypatch.undo()
        all_krav.cache_clear()


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
