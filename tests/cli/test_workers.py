"""How many processes a run gets: by what it will do, not by what the files hold."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from harness.cli import workers
from harness.cli.request import RunRequest
from harness.cli.root import FEATURES, ROOT
from harness.cli.workers import choose_workers, count_on_pages
from reports.account.ledger import Chosen, Texts, read_texts


@pytest.fixture(autouse=True)
def eight_cores(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers.os, "cpu_count", lambda: 8)


@pytest.fixture(scope="module")
def everything() -> Texts:
    return read_texts([Chosen(path=FEATURES, line=None)], ROOT)


def request(**changes: object) -> RunRequest:
    values: dict[str, object] = {
        "chosen": (),
        "krav": (),
        "areas": (),
        "tags": "",
        "test_types": (),
        "channels": (),
        "cases": (),
        "repetitions": 1,
        "seed": 1,
        "workers": None,
        "output": Path("ut"),
        "json": None,
        "pictures": False,
        "defects": (),
        "today": date(2026, 1, 15),
    }
    return RunRequest(**{**values, **changes})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, 4),
        ({"workers": 3}, 3),
        ({"channels": ("api",)}, 1),
        ({"channels": ("webb",)}, 4),
        ({"krav": ("AK-INUT-09",)}, 1),
        ({"krav": ("AK-INK-03",)}, 1),
        ({"areas": ("systemval",)}, 4),
        ({"areas": ("integrationer",)}, 4),
        ({"tags": "krav:AK-INUT-09"}, 1),
        ({"test_types": ("teknisk_acceptans",)}, 4),
        ({"cases": (("features/systemval/utrullningsplan.feature:42", "webb"),)}, 1),
    ],
)
def test_many_pages_get_many_processes(everything: Texts, changes: dict[str, object], expected: int) -> None:
    assert choose_workers(request(**changes), everything) == expected


def test_what_is_repeated_counts_every_time() -> None:
    texts = read_texts([Chosen(path=FEATURES / "systemval" / "utrullningsplan.feature", line=42)], ROOT, repetitions=9)

    assert count_on_pages(request(), texts) == 9


def test_a_chosen_line_counts_alone() -> None:
    one = read_texts([Chosen(path=FEATURES / "systemval" / "utrullningsplan.feature", line=42)], ROOT)

    assert count_on_pages(request(), one) == 1
