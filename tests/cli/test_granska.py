"""``granska`` from words to exit code."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import jsonschema_rs
import pytest

from harness.cli import granska
from harness.cli.root import ROOT
from steps.hygiene.rules import RULES
from steps.hygiene.source import Source
from steps.mending import Mended
from steps.registry import Registry
from testdata.identity.luhn import check_digit

Run = Callable[..., tuple[int, str]]
SCHEMA = json.loads((ROOT / "docs" / "granska.schema.json").read_text("utf-8"))

GOOD = """# language: sv
@anvandaracceptans @krav:AK-INUT-01
Egenskap: Prov

  Scenario: Ett
    Givet patienten Astrid från Borås
    När klockan blir 08.00 den 2022-04-04
    Så har Astrid inget pågående ärende i SAMSA
"""
BAD = GOOD.replace("Givet", "Gvet").replace("Prov\n", "Prov \n")


def write(folder: Path, **texts: str) -> None:
    for name, text in texts.items():
        (folder / f"{name}.feature").write_text(text, encoding="utf-8")


def test_our_own_features_pass(run: Run) -> None:
    code, text = run("granska")

    assert code == 0
    assert text.splitlines()[-1].startswith("0 fel, ")
    rules = set(re.findall(r"anmärkning rad \d+ \[([\w-]+)\]", text))
    files = set(re.findall(r"^(features/\S+)$", text, re.MULTILINE))
    # What a wrong reservnummer looks like has to be written somewhere.
    assert rules <= {"ogiltigt-nummer"}
    assert all(file.startswith("features/reservnummer/") for file in files)


def test_findings_stand_under_their_file_with_line_remedy_and_rule(run: Run, tmp_path: Path) -> None:
    write(tmp_path, a=BAD, b=GOOD, c=GOOD.replace("Givet", "Och"))

    code, text = run("granska", str(tmp_path))

    assert code == 2
    assert (
        text
        == f"""{tmp_path}/a.feature
  anmärkning rad 3 [slutblanksteg]
    Egenskap: Prov
    Raden slutar med blanktecken.
    Nästa steg: provtryck granska --ratta rättar det.
  fel rad 6 [okant-nyckelord]
    Gvet patienten Astrid från Borås
    Raden »Gvet patienten Astrid från Borås« läses inte som ett steg, och körs aldrig.
    Nästa steg: Menade du »Givet patienten Astrid från Borås«? En förklaring får inte börja med ett nyckelord.

{tmp_path}/c.feature
  fel rad 6 [och-forst]
    Och patienten Astrid från Borås
    Scenariot »Ett« börjar med Och, som upprepar ett steg som inte finns.
    Nästa steg: Börja med Givet, När eller Så.

2 fel, 1 anmärkning i 3 filer
"""
    )


def test_no_sign_steers_the_terminal(run: Run, tmp_path: Path) -> None:
    write(tmp_path, a=GOOD.replace("    När", "    Lös \x1b[31mtext\u202e\n    När"))

    _, text = run("granska", str(tmp_path))

    assert "\x1b[31mt" not in text
    assert "\u202e" not in text
    assert text.count("⟨U+001B⟩") >= 2


def test_remarks_alone_are_no_errors(run: Run, tmp_path: Path) -> None:
    write(tmp_path, a=GOOD.rstrip())

    code, text = run("granska", str(tmp_path))

    assert code == 0
    assert text.endswith("0 fel, 1 anmärkning i 1 fil\n")


def test_json_is_one_document_of_the_schema(run: Run, tmp_path: Path) -> None:
    write(tmp_path, a=BAD, tom="")
    (tmp_path / "x.feature.txt").write_text("", encoding="utf-8")

    code, text = run("granska", str(tmp_path), "--json")

    document = json.loads(text)
    jsonschema_rs.validate(SCHEMA, document)
    assert code == 2
    assert (document["fel"], document["anmarkningar"], document["filer"]) == (2, 2, 2)
    assert {finding["regel"] for finding in document["fynd"]} <= set(RULES)
    [lost] = [finding for finding in document["fynd"] if finding["regel"] == "okant-nyckelord"]
    assert lost["rad"] == 6
    assert lost["text"] == "    Gvet patienten Astrid från Borås"


def test_the_schema_refuses_what_it_does_not_know() -> None:
    document = json.loads(granska.document_text([], [granska.FileMended("a", ("x",), "")], 1))
    validator = jsonschema_rs.validator_for(SCHEMA)

    assert validator.is_valid(document)
    for changed in ({**document, "extra": 1}, {**document, "schema": 2}, {**document, "fynd": [{}]}):
        assert not validator.is_valid(changed)


def test_what_can_be_mended_is_and_each_file_says_how(run: Run, tmp_path: Path) -> None:
    hopeless = GOOD.replace("    När", "    det är allt\n    När")
    write(tmp_path, a=BAD, b=hopeless)

    code, text = run("granska", str(tmp_path), "--ratta")

    assert code == 2
    assert f"Rättade {tmp_path}/a.feature\n  rad 6: »Gvet patienten" in text
    assert f"Lät bli {tmp_path}/b.feature\n  rad 7: Raden »det är allt«" in text
    assert (tmp_path / "b.feature").read_text("utf-8") == hopeless
    once = (tmp_path / "a.feature").read_bytes()
    code, text = run("granska", str(tmp_path / "a.feature"), "--ratta")
    assert (code, text) == (0, "0 fel, 0 anmärkningar i 1 fil\n")
    assert (tmp_path / "a.feature").read_bytes() == once


def test_what_was_mended_stands_in_json(run: Run, tmp_path: Path) -> None:
    write(tmp_path, a=BAD)

    code, text = run("granska", str(tmp_path), "--ratta", "--json")

    document = json.loads(text)
    jsonschema_rs.validate(SCHEMA, document)
    assert code == 0
    assert document["rattat"][0]["fil"] == f"{tmp_path}/a.feature"


def test_ids_of_files_that_are_mended_apart_do_not_meet(run: Run, tmp_path: Path) -> None:
    write(tmp_path, a=GOOD, b=GOOD)

    for name in "ab":
        run("granska", str(tmp_path / f"{name}.feature"), "--ratta")

    code, text = run("granska", str(tmp_path))
    assert (code, text) == (0, "0 fel, 0 anmärkningar i 2 filer\n")


def test_ids_of_siblings_are_taken(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, a=GOOD, b=GOOD.replace("  Scenario", "  @id:b1\n  Scenario"))
    seen: list[set[str]] = []

    def spy(source: Source, registry: Registry, taken: set[str]) -> Mended:
        seen.append(set(taken))
        return Mended(source.raw)

    monkeypatch.setattr("steps.mending.mend", spy)

    run("granska", str(tmp_path / "a.feature"), "--ratta")

    assert "b1" in seen[0]


@pytest.mark.parametrize("flags", [[], ["--json"]])
@pytest.mark.parametrize(
    "text", [GOOD.replace("Scenario:", "Senario: Astrid"), GOOD.replace("    När", "    Lös text om Astrid\n    När")]
)
def test_what_is_mended_tells_no_numbers(run: Run, tmp_path: Path, flags: list[str], text: str) -> None:
    secret = "20990101" + "238"
    secret += str(check_digit([int(c) for c in secret[2:]]))
    write(tmp_path, a=text.replace("Astrid", secret))

    _, shown = run("granska", str(tmp_path), "--ratta", *flags)

    assert "Lät bli" in shown or "rad 5: »" in shown or "orort" in shown
    assert secret not in shown
    assert f"{secret[:-4]}****" in shown


@pytest.mark.parametrize("words", [["finnsinte"], ["--rätta"], [str(ROOT / "README.md")]])
def test_words_that_make_no_command_are_wrong_usage(run: Run, words: list[str]) -> None:
    assert run("granska", *words)[0] == 64


def test_testa_tells_of_remarks_in_one_line_and_runs(run: Run, tmp_path: Path) -> None:
    write(tmp_path, a=GOOD.rstrip())

    code, text = run("testa", str(tmp_path), "--ut", str(tmp_path / "ut"))

    assert code == 0
    assert text.startswith("1 anmärkning: provtryck granska visar den.\nKör 1 scenario.")


def test_two_rows_that_are_alike_are_two_results(run: Run, tmp_path: Path) -> None:
    rows = "\n    Exempel:\n      | k    |\n      | Mark |\n      | Mark |\n"
    write(tmp_path, a=GOOD.replace("Scenario:", "Scenariomall:").replace("Borås", "<k>") + rows)

    code, text = run("testa", str(tmp_path), "--ut", str(tmp_path / "ut"))

    assert code == 0, text
    assert "1 anmärkning" in text


def test_a_day_that_has_passed_stops_the_run(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("harness.cli.testa.machine_day", lambda: date(2030, 1, 2))
    write(tmp_path, a=GOOD.replace("  Scenario", "  @vantar:2030-01-01\n  Scenario"))

    code, text = run("testa", str(tmp_path), "--ut", str(tmp_path / "ut"))

    assert code == 2
    assert "@vantar:2030-01-01 har passerat: idag är det 2030-01-02" in text
    assert not (tmp_path / "ut").exists()
