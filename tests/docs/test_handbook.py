"""Every example of the handbook and the README, done as it stands."""

from __future__ import annotations

from pathlib import Path

import pytest
from walkthrough import ROOT, Reader, copy_product, first_missing, read_steps

PAGES = [ROOT / "README.md", *sorted((ROOT / "docs" / "handbok").glob("*.md"))]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_what_the_page_says_one_can_do_and_will_see_is_so(page: Path, tmp_path: Path) -> None:
    steps = list(read_steps(page))
    if not any(step.note in ("kör", "kommandon") for step in steps):
        pytest.skip("nothing on this page is run")
    copy_product(tmp_path / "hemma")
    reader = Reader(tmp_path / "hemma")

    for step in steps:
        reader.follow(step)

    assert reader.ran


@pytest.mark.parametrize(
    ("promised", "missing"),
    [("a\nc\n", ""), ("b … f\n", ""), ("c\na\n", "a"), ("…\nc", ""), ("b d", "b d")],
)
def test_a_promise_that_is_not_kept_is_noticed(promised: str, missing: str) -> None:
    assert first_missing(promised, "a\nb d e f\nc\n") == missing
