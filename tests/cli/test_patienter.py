"""``patienter`` from words to files."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from fhir.resources.R4B.bundle import Bundle

from testdata.people.personas.catalogue import personas

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
        (["10", "--varld", "dåtid"], "Välj nutid eller framtid eller katalog"),
        (["10", "--namnstil", "konstig"], "Välj igenkannbar eller realistisk"),
        (["10", "--dag", "5 april"], "»5 april« är ingen dag"),
        (["10", "--varld", "framtid", "--dag", "1700-01-01"], "välj en dag 1990–2100"),
        (["10", "--fel", "mycket"], "--fel"),
        (["10", "--fil", "x"], "--fil har ingen verkan med »patienter ANTAL«"),
        (["sok", "tvilling", "--fro", "2", "--ut", "x"], "--fro, --ut har ingen verkan med »patienter sok«"),
        (["hamta", "--fel", "0.1"], "--fel har ingen verkan med »patienter hamta«"),
        (["--skriv", "-n", "2"], "-n har ingen verkan med »patienter --skriv«"),
        (["--varld", "katalog", "--namnstil", "realistisk"], "--namnstil har ingen verkan"),
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
        (["--varld", "katalog", "--fel", "0.1"], "Personkatalogen skrivs inte med fel"),
        (["1000", "--varld", "katalog"], "personer i katalog"),
    ],
)
def test_what_cannot_be_made_says_what_can(run: Run, tmp_path: Path, words: list[str], told: str) -> None:
    code, text = run("patienter", *words, "--ut", str(tmp_path / "personer"))

    assert code == 2
    assert told in text
    assert list(tmp_path.iterdir()) == []


def test_the_persona_catalogue_is_written_with_what_happens_to_its_people(run: Run, tmp_path: Path) -> None:
    code, text = run("patienter", "--varld", "katalog", "--format", "csv,ndjson,fhir", "--ut", str(tmp_path / "k"))

    people = [json.loads(line) for line in (tmp_path / "k" / "personer-0001.ndjson").read_text("utf-8").splitlines()]
    events = [json.loads(line) for line in (tmp_path / "k" / "handelser.ndjson").read_text("utf-8").splitlines()]
    by_name = {person["fornamn"]: person for person in people}
    assert code == 0
    assert f"handelser.ndjson  {len(events)} händelser" in text
    assert list(by_name) == [persona.given_name for persona in personas()]
    assert {person["slag"] for person in people} == {"personnummer", "samordningsnummer", "nationellt reservnummer"}
    assert by_name["Tindra"]["hushall"] == by_name["Tore"]["hushall"] == by_name["Annelie"]["hushall"]
    assert by_name["Lova"]["vardnadshavare_1"] == by_name["Sanna"]["person"]
    assert by_name["Greta"]["adress"] == by_name["Nils"]["adress"] == "Förmedlingsuppdrag"
    assert by_name["Loke"]["tolksprak"] is None
    assert by_name["Amira"]["tolksprak"] == "arabiska"
    assert {
        "person": by_name["Dagny"]["person"], "fornamn": "Dagny", "handelse": "flyttar", "uppgift": "Partille",
        "giltig": "2022-04-11", "registrerad": "2022-04-13T09:30:00+02:00",
    } in events  # fmt: skip
    [bundle] = (tmp_path / "k" / "fhir-0001.ndjson").read_text("utf-8").splitlines()
    patients = [entry.resource for entry in Bundle.model_validate_json(bundle).entry]
    assert len({patient.identifier[0].system for patient in patients}) == 3
    assert [patient.identifier[0].value for patient in patients] == [person["identitet"] for person in people]
    assert "Greta" not in bundle
