"""The persona catalogue: a page, and a search."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from markupsafe import escape

from harness.cli import persons
from harness.cli.root import ROOT
from testdata.people.personas.catalogue import personas

Run = Callable[..., tuple[int, str]]


def test_the_page_is_as_the_catalogue_is() -> None:
    page = (ROOT / "docs" / persons.PAGE).read_text(encoding="utf-8")

    assert page == persons.draw_page(), "Kör: python3 provtryck patienter --skriv"


def test_the_page_has_everybody_and_asks_no_host() -> None:
    page = persons.draw_page()

    assert all(f">{persona.name}</h3>" in page and str(escape(persona.description)) in page for persona in personas())
    assert "http" not in page


def test_everybody_who_is_born_stands_in_one_bar() -> None:
    for day in persons.plan_days():
        born = sum(1 for persona in personas() if persona.age_on(day) >= 0)
        assert sum(bar.count for bar in persons.bars(day)) == sum(count for _, count in persons.groups(day)) == born
        assert max(bar.height for bar in persons.bars(day)) == 100


def test_the_days_are_the_first_and_the_last_of_the_plan() -> None:
    assert persons.plan_days() == (date(2022, 3, 8), date(2023, 12, 5))


@pytest.mark.parametrize(
    ("words", "names", "count"),
    [
        (["över", "80", "år", "i", "Mark"], ("Greta", "Ragnar", "Elsy"), 3),
        (["greta", "mark"], ("Greta",), 1),
        (["AMIRA"], ("Amira", "Loke"), 2),
        ([], ("Aina", "Loke"), len(personas())),
    ],
)
def test_a_search_by_description_or_by_words(run: Run, words: list[str], names: tuple[str, ...], count: int) -> None:
    code, text = run("patienter", "sok", *words)

    assert code == 0
    assert all(f"Skriv: Givet {name} ur personkatalogen" in text for name in names)
    assert f"{count} {'person' if count == 1 else 'personer'} av {len(personas())}" in text


def test_a_search_without_an_answer_says_why(run: Run) -> None:
    code, text = run("patienter", "sok", "över", "80", "år", "i", "Mrak")

    assert code == 2
    assert "Menade du Mark?" in text


def test_the_page_is_written_where_it_lies(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "docs").mkdir()
    monkeypatch.setattr("harness.cli.patienter.ROOT", tmp_path)

    assert run("patienter", "--skriv")[0] == 0
    assert (tmp_path / "docs" / persons.PAGE).read_text(encoding="utf-8") == persons.draw_page()
    assert run("patienter", "10", "--skriv")[0] == 64
