"""The page of krav that a report links to."""

from __future__ import annotations

from pathlib import Path

from reports.allure.kravpage import krav_address, write_krav_page
from testdata.krav.register import all_krav


def test_every_krav_has_its_place_and_its_words(tmp_path: Path) -> None:
    write_krav_page(tmp_path, {})

    text = (tmp_path / "krav.html").read_text()
    for krav in all_krav().values():
        page, _, anchor = krav_address(krav.id).partition("#")
        assert (tmp_path / page).exists()
        assert f'<dt id="{anchor}">' in text
    assert text.count("otestat i den här körningen") == len(all_krav())


def test_a_krav_that_was_tried_shows_how_it_went(tmp_path: Path) -> None:
    write_krav_page(tmp_path, {"AK-INUT-02": {"godkand": 7, "underkand": 1}})

    text = (tmp_path / "krav.html").read_text()
    assert "godkänd: 7, underkänd: 1" in text
    assert text.count("otestat i den här körningen") == len(all_krav()) - 1


def test_the_page_of_a_test_type_does_not_speak_for_the_whole_run(tmp_path: Path) -> None:
    write_krav_page(tmp_path, {"AK-INUT-02": {"godkand": 7}}, "prestanda")

    text = (tmp_path / "krav.html").read_text()
    assert "varav 1 prövades i den här körningens prestandatester." in text
    assert text.count("otestat i den här körningens prestandatester") == len(all_krav()) - 1


def test_it_asks_nobody_for_anything(tmp_path: Path) -> None:
    write_krav_page(tmp_path, {})

    text = (tmp_path / "krav.html").read_text()
    assert "http" not in text
    assert "<script" not in text
