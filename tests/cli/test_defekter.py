"""``defekter``: what nothing notices, what notices nothing, and a campaign that cannot be trusted."""

from __future__ import annotations

import csv
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from harness.cli import campaign, defects
from harness.defects.catalogue import list_defects
from harness.defects.defect import Defect
from steps.pickles import Pickle

Run = Callable[..., tuple[int, str]]


def defect(name: str) -> Defect:
    return next(one for one in list_defects() if one.id == name)


def plant(monkeypatch: pytest.MonkeyPatch, *planted: Defect) -> None:
    monkeypatch.setattr(defects, "list_defects", lambda: planted)


def test_a_defect_is_caught_by_the_scenarios_of_its_krav_and_the_matrix_says_which(run: Run, tmp_path: Path) -> None:
    code, text = run("defekter", "samvy-frist-25h", "--ut", str(tmp_path))

    assert code == 0
    assert "1 fångade, 0 överlever" in text
    assert str(tmp_path / "index.html") in text
    table = (tmp_path / "defekter.csv").read_text(encoding="utf-8-sig")
    rows = list(csv.DictReader(table.splitlines(), delimiter=";"))
    assert {row["defekt"] for row in rows} == {"samvy-frist-25h"}
    assert {"fångad", "grön"} >= {row["utfall"] for row in rows} >= {"fångad"}
    page = (tmp_path / "index.html").read_text(encoding="utf-8")
    assert next(row["scenario"] for row in rows if row["utfall"] == "fångad") in page
    assert "http" not in page


def test_a_defect_that_its_krav_does_not_notice_survives(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plant(monkeypatch, replace(defect("samvy-frist-25h"), krav=("AK-INUT-02", "AK-INUT-09")))

    code, text = run("defekter", "--ut", str(tmp_path))

    assert code == 1
    assert "ÖVERLEVER  samvy-frist-25h (AK-INUT-09)" in text
    assert "0 fångade, 1 överlever" in text
    assert "Överlever: AK-INUT-09" in (tmp_path / "index.html").read_text(encoding="utf-8")


def test_a_scenario_that_no_defect_reddens_is_named(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plant(monkeypatch, defect("samvy-frist-25h"))

    code, text = run("defekter", "--ut", str(tmp_path))

    assert code == 1
    assert "KRAFTLÖSA" in text
    assert "features/in_utskrivning/inskrivningsmeddelande.feature:" in text


def test_everywhere_tells_of_scenarios_that_claim_other_krav(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plant(monkeypatch, replace(defect("samvy-frist-25h"), krav=("AK-AVV-04",)))

    code, text = run("defekter", "samvy-frist-25h", "--alla", "--ut", str(tmp_path))

    assert code == 1
    assert "FÄLLER ANDRA  samvy-frist-25h: " in text


def test_what_is_red_without_a_defect_stops_the_campaign(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(root: Path) -> list[Pickle]:
        first, second, *_ = campaign.robot_pickles(root)
        wrong = replace(first.steps[-1], text="har Bertil ett pågående ärende i SAMSA", kind="then")
        return [replace(first, steps=(*first.steps[:-1], wrong)), second]

    monkeypatch.setattr(defects, "robot_pickles", broken)

    code, text = run("defekter", "samvy-frist-25h", "--ut", str(tmp_path))

    assert code == 4
    assert "röda utan någon defekt" in text
    assert "fångade" not in text


def test_a_worker_that_dies_takes_every_verdict_with_it(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(campaign, "_try_defect", die)

    code, text = run("defekter", "samvy-frist-25h", "--ut", str(tmp_path))

    assert code == 4
    assert "ingenting är sagt" in text
    assert "fångade" not in text


def die(_plan: object) -> None:
    os._exit(1)


@pytest.mark.parametrize(
    ("word", "told"), [("samvy-frist-24h", "samvy-frist-25h"), ("AK-INUT-99", "AK-INUT-"), ("AK-SYS-13", "obevisat")]
)
def test_a_name_that_leads_nowhere_is_refused_with_the_nearest(run: Run, word: str, told: str) -> None:
    code, text = run("defekter", word)

    assert code == 64
    assert told in text
