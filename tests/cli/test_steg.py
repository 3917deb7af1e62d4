"""``steg`` from words to what is printed and written."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from harness.cli import catalogue
from harness.cli.root import FEATURES

Run = Callable[..., tuple[int, str]]


def test_without_words_every_sentence_is_listed_under_its_area_with_how_often_it_is_used(run: Run) -> None:
    code, text = run("steg")

    entries = [entry for area in catalogue.read_catalogue() for entry in area.entries]
    assert code == 0
    for entry in entries:
        assert f"{len(entry.uses) or '–'}  {entry.sentence}\n" in text
    assert f"{len(entries)} meningar" in text


def test_a_search_tells_all_about_what_it_finds(run: Run) -> None:
    code, text = run("steg", "säger", "nej")

    assert code == 0
    assert text.startswith("\nSå nekar {system} det för {alias}, eftersom {skal}\n")
    assert "Exempel: Så nekar" in text
    assert "{skal}: ett av skälen: läkarens bedömning saknas" in text
    assert "Används på " in text


def test_a_search_without_an_answer_says_so(run: Run) -> None:
    assert "Ingen mening handlar om »röntgenremiss«." in run("steg", "röntgenremiss")[1]


def test_the_unused_and_the_json(run: Run) -> None:
    _, text = run("steg", "--oanvanda", "--json")

    unused = json.loads(text)
    assert unused
    assert {tuple(entry["anvands"]) for entry in unused} == {()}
    assert set(unused[0]) == {"mening", "gor", "exempel", "falt", "foljs_av", "kanaler", "anvands", "definition"}


def test_new_words_are_shown_as_a_diff_and_nothing_is_written_unasked(run: Run) -> None:
    before = {file: file.read_bytes() for file in FEATURES.rglob("*.feature")}

    code, text = run(
        "steg",
        "byt",
        "När {enhet} skriver ut {alias} den {dag} kl. {kl}",
        "{enhet} släpper hem {alias} den {dag} kl. {kl}",
    )

    assert code == 0
    assert "--- steps/definitions/discharge.py" in text
    assert "\n+    När SkaS släpper hem" in text or "\n+      När SÄS släpper hem" in text
    assert "Ingenting är ändrat." in text
    assert {file: file.read_bytes() for file in FEATURES.rglob("*.feature")} == before


@pytest.mark.parametrize("words", [("byt",), ("byt", "Givet månen", "Givet solen")])
def test_what_cannot_be_renamed_is_wrong_usage(run: Run, words: tuple[str, ...]) -> None:
    code, text = run("steg", *words)

    assert code == 64
    assert "Skriv" in text
