"""``patienter`` from words to files."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., tuple[int, str]]


def test_a_hundred_people_of_today_unless_more_is_said(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "personer"

    code, text = run("patienter", "--ut", str(folder))

    lines = (folder / "personer-0001.csv").read_text(encoding="utf-8").splitlines()
    assert code == 0
    assert len(lines) == 1 + 100
    assert f"100 personer i {folder}. Varje nummer är ett testnummer" in text


def test_the_summary_says_what_was_made_of_what_and_has_every_checksum(run: Run, tmp_path: Path) -> None:
    words = ("patienter", "250", "--varld", "framtid", "--fro", "9", "--format", "parquet, ndjson", "--fel", "0.1")
    run(*words, "--ut", str(tmp_path / "a"))
    run(*words, "--ut", str(tmp_path / "b"))

    summary = json.loads((tmp_path / "a" / "befolkning.json").read_text(encoding="utf-8"))

    assert (tmp_path / "b" / "befolkning.json").read_bytes() == (tmp_path / "a" / "befolkning.json").read_bytes()
    assert (summary["antal"], summary["fro"], summary["varld"]) == (250, 9, "framtid")
    assert (summary["dag"], summary["identitetskalla"]) == ("2422-04-05", "framtidsvärld")
    assert {file["namn"] for file in summary["filer"]} == {
        "personer-0001.parquet",
        "personer-0001.ndjson",
        "facit-0001.ndjson",
    }
    key = (tmp_path / "a" / "facit-0001.ndjson").read_text(encoding="utf-8").splitlines()
    assert summary["antal_fel"] == len(key) > 5


def test_a_new_population_takes_the_place_of_the_former(run: Run, tmp_path: Path) -> None:
    run("patienter", "10", "--format", "csv,ndjson", "--ut", str(tmp_path / "personer"))
    run("patienter", "20", "--ut", str(tmp_path / "personer"))

    assert sorted(path.name for path in tmp_path.rglob("*")) == ["befolkning.json", "personer", "personer-0001.csv"]


def test_a_folder_with_something_else_in_it_is_left_alone(run: Run, tmp_path: Path) -> None:
    (tmp_path / "viktigt.txt").write_text("rör ej", encoding="utf-8")

    code, text = run("patienter", "10", "--ut", str(tmp_path))

    assert code == 2
    assert "har annat innehåll än en befolkning" in text
    assert "Ingenting är skrivet." in text
    assert [path.name for path in tmp_path.iterdir()] == ["viktigt.txt"]


def test_what_goes_wrong_on_the_way_leaves_the_former_population(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("patienter", "10", "--ut", str(tmp_path / "personer"))
    before = {path.name: path.read_bytes() for path in (tmp_path / "personer").iterdir()}

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("testdata.population.production.summary", stop)
    code, _ = run("patienter", "20", "--ut", str(tmp_path / "personer"))

    assert code == 130
    assert {path.name: path.read_bytes() for path in (tmp_path / "personer").iterdir()} == before
    assert [path.name for path in tmp_path.iterdir()] == ["personer"]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["många"], "»många« är inte ett antal"),
        (["10", "20"], "»10 20« är inte ett antal"),
        (["10", "--varld", "dåtid"], "Välj nutid eller framtid"),
        (["10", "--namnstil", "konstig"], "Välj igenkannbar eller realistisk"),
        (["10", "--dag", "5 april"], "»5 april« är ingen dag"),
        (["10", "--varld", "framtid", "--dag", "1700-01-01"], "välj en dag 1990–2100"),
        (["10", "--fel", "mycket"], "--fel"),
    ],
)
def test_words_that_make_no_command_are_told_of(run: Run, words: list[str], told: str) -> None:
    code, text = run("patienter", *words)

    assert code == 64
    assert told in text


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["100000"], "--varld framtid"),
        (["10", "--format", "excel"], "ett eller flera av csv, parquet, ndjson, fhir"),
        (["10", "--fel", "3"], "andel fel från 0 till 1"),
    ],
)
def test_what_cannot_be_made_says_what_can(run: Run, tmp_path: Path, words: list[str], told: str) -> None:
    code, text = run("patienter", *words, "--ut", str(tmp_path / "personer"))

    assert code == 2
    assert told in text
    assert list(tmp_path.iterdir()) == []
