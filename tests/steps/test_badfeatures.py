"""Every bad file is refused for its own reason, at its own line, and for no other; mended, it is clean."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from badfeatures import FILES, Bad

from steps.hygiene import Finding, check
from steps.hygiene.rules import RULES

TODAY = date(2026, 1, 31)
IDS = [bad.what for bad in FILES]
# Files that a folder, not a text, makes bad; definitions; and what no file we know of makes the compiler do.
ELSEWHERE = {
    "mapp-feature", "fel-filandelse", "tvetydigt-steg", "gar-inte-att-kompilera", "definition-form",
    "definition-argument", "definition-docstring", "definition-literal", "dubbel-definition",
}  # fmt: skip


def findings(folder: Path, file: bytes) -> list[Finding]:
    path = folder / "prov.feature"
    path.write_bytes(file)
    return check([path], folder, today=TODAY)


@pytest.mark.parametrize("bad", FILES, ids=IDS)
def test_a_bad_file_is_refused_for_its_own_reason(bad: Bad, tmp_path: Path) -> None:
    found = findings(tmp_path, bad.file)

    assert sorted(f.rule for f in found) == sorted(bad.rules), found
    main = next(f for f in found if f.rule == bad.rules[0])
    assert main.line == bad.line
    assert main.severity == RULES[main.rule].severity
    assert main.sentence
    assert main.remedy
    assert "None" not in main.sentence + main.remedy


@pytest.mark.parametrize("bad", FILES, ids=IDS)
def test_its_corrected_counterpart_is_clean(bad: Bad, tmp_path: Path) -> None:
    assert findings(tmp_path, bad.good) == []


@pytest.mark.parametrize("bad", [b for b in FILES if b.line], ids=[b.what for b in FILES if b.line])
def test_a_finding_quotes_the_line_as_it_stands(bad: Bad, tmp_path: Path) -> None:
    text = bad.file.decode("utf-8", errors="replace").removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")

    for finding in findings(tmp_path, bad.file):
        if finding.rule not in ("personnummer", "ej-utf8"):
            assert finding.line is not None
            assert finding.text == text.split("\n")[finding.line - 1]


def test_there_is_a_bad_file_for_every_rule_of_a_text() -> None:
    fired = {rule for bad in FILES for rule in bad.rules}

    assert len(FILES) >= 60
    assert set(RULES) - fired == ELSEWHERE


def test_each_file_is_named_once() -> None:
    assert len(set(IDS)) == len(IDS)
