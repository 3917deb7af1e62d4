"""What the text of a feature may not do: every rule, with a file that breaks it and the words it gets."""

from __future__ import annotations

from pathlib import Path

import pytest

from steps.hygiene import Finding, check

HEAD = """# language: sv
@anvandaracceptans @krav:AK-INUT-01
Egenskap: Prov
"""
MARK = "\n    Exempel:\n      | {} |\n      | {} |\n"
STEPS = """    Givet patienten Astrid från Borås
    När klockan blir 08.00 den 2022-04-04
    Så har Astrid inget pågående ärende i SAMSA
"""
GOOD = f"{HEAD}\n  Scenario: Ett\n{STEPS}"

BROKEN = {
    "unparsable": (f"{HEAD}\n  Scenario: Ett\n{STEPS}  | a |\n  trasigt\n", "går inte att läsa som Gherkin", 10),
    "misspelt keyword swallowed": (
        f"{HEAD}\n  Scenario: Ett\n    Gived patienten Astrid från Borås\n{STEPS}",
        "»Gived patienten Astrid från Borås«",
        5,
    ),
    "english keyword": (f"{HEAD}\n  Scenario: Ett\n    Given a patient\n{STEPS}", "»Given a patient«", 5),
    "no steps": (f"{HEAD}\n  Scenario: Ett\n", "har inga steg", 5),
    "no när": (
        f"{HEAD}\n  Scenario: Ett\n    Givet patienten Astrid från Borås\n"
        "    Så har Astrid inget pågående ärende i SAMSA\n",
        "inget När-steg",
        5,
    ),
    "no så": (
        f"{HEAD}\n  Scenario: Ett\n    När klockan blir 08.00 den 2022-04-04\n",
        "inget Så-steg",
        5,
    ),
    "outline without examples": (
        f"{HEAD}\n  Scenariomall: Ett\n{STEPS.replace('Borås', '<kommun>')}",
        "inga exempelrader",
        5,
    ),
    "unknown column": (
        f"{HEAD}\n  Scenariomall: Ett\n{STEPS.replace('Borås', '<kommun>')}" + MARK.format("ort", "Mark"),
        "Kolumnen <kommun> används i stegen men finns inte",
        10,
    ),
    "unused column": (
        f"{HEAD}\n  Scenariomall: Ett\n{STEPS.replace('Borås', '<k>')}" + MARK.format("k | ort", "Mark | x"),
        "Kolumnen ort används inte",
        10,
    ),
    "same name in two rules": (
        f"{HEAD}\n  Regel: A\n  Scenario: Ett\n{STEPS}\n  Regel: B\n  Scenario: Ett\n{STEPS}",
        "finns redan på rad 6",
        12,
    ),
    "parameter in the name": (
        f"{HEAD}\n  Scenariomall: I <k>\n{STEPS.replace('Borås', '<k>')}" + MARK.format("k", "Mark"),
        "innehåller en parameter",
        5,
    ),
    "unknown sentence": (
        f"{HEAD}\n  Scenario: Ett\n{STEPS}    Och har Astrid ett ärende som ingen vet\n",
        "finns inte",
        9,
    ),
    "no test type": (GOOD.replace("@anvandaracceptans ", ""), "0 testtyper", 5),
    "two test types": (GOOD.replace("@krav", "@oberoende @krav", 1), "2 testtyper", 5),
    "no krav": (GOOD.replace(" @krav:AK-INUT-01", ""), "inte till något krav", 5),
    "unknown krav": (GOOD.replace("INUT-01", "INUT-99"), "AK-INUT-99", 5),
    "channel without its colon": (GOOD.replace("@krav", "@kanalwebb @krav", 1), "@kanalwebb", 5),
    "channel with a capital": (GOOD.replace("@krav", "@Kanal:webb @krav", 1), "@Kanal:webb", 5),
    "channel with a letter lost": (GOOD.replace("@krav", "@kanl:webb @krav", 1), "@kanl:webb", 5),
    "channel without its name": (GOOD.replace("@krav", "@kanal @krav", 1), "@kanal ", 5),
    "krav with another sign": (GOOD.replace("@krav", "@krav_AK-INUT-02 @krav", 1), "@krav_AK-INUT-02", 5),
    "unknown channel": (GOOD.replace("@krav", "@kanal:fax @krav", 1), "@kanal:fax", 5),
    "english file": ("Feature: x\n\n  Scenario: y\n    Given z\n", "inte svenska", 1),
    "no scenarios": (HEAD, "inga scenarier", None),
    "empty file": ("", "ingen Egenskap", None),
}


def findings(tmp_path: Path, text: str) -> list[Finding]:
    file = tmp_path / "prov.feature"
    file.write_text(text, encoding="utf-8")
    return check([file], tmp_path)


def test_a_good_feature_has_no_findings(tmp_path: Path) -> None:
    assert findings(tmp_path, GOOD) == []


@pytest.mark.parametrize("what", BROKEN)
def test_what_is_broken_is_named_with_place_and_remedy(what: str, tmp_path: Path) -> None:
    text, words, line = BROKEN[what]

    found = findings(tmp_path, text)

    hits = [f for f in found if words in f.sentence]
    assert hits, found
    assert hits[0].remedy
    assert hits[0].severity == "fel"
    if line is not None:
        assert hits[0].place == f"prov.feature:{line}"


def test_a_file_in_another_encoding_is_named(tmp_path: Path) -> None:
    file = tmp_path / "prov.feature"
    file.write_bytes(GOOD.encode("latin-1"))

    [finding] = check([file], tmp_path)

    assert "inte sparad som UTF-8" in finding.sentence


def test_a_byte_order_mark_and_crlf_change_nothing(tmp_path: Path) -> None:
    file = tmp_path / "prov.feature"
    file.write_bytes(b"\xef\xbb\xbf" + GOOD.replace("\n", "\r\n").encode())

    assert check([file], tmp_path) == []


def test_our_own_features_are_clean() -> None:
    root = Path(__file__).resolve().parents[2]

    assert check(sorted(root.glob("features/**/*.feature")), root) == []
