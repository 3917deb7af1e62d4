"""Feature files as pytest collects them: what a developer types, and what comes back."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
INBOXES = "features/inkorgar/inkorgar.feature"


def collected(*arguments: str) -> tuple[list[str], str]:
    """The node ids that *arguments* select, and everything that was printed."""
    command = [sys.executable, "-m", "pytest", "--collect-only", "-q", "-p", "no:cacheprovider", *arguments]
    result = subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, env={**os.environ, "PYTHONUTF8": "1"}, check=False
    )
    return [line for line in result.stdout.splitlines() if "::" in line], result.stdout + result.stderr


def line_of(text: str) -> int:
    return (ROOT / INBOXES).read_text().splitlines().index(text) + 1


def test_node_ids_are_readable_with_their_letters_and_unique() -> None:
    ids, _ = collected(INBOXES)

    assert f"{INBOXES}::Inkorgen saknas i Samvy men finns i SAMSA[Göteborg hemsjukvård-api]" in ids
    assert len(ids) == len(set(ids))


def test_the_line_of_a_scenario_selects_all_its_rows_in_every_channel() -> None:
    ids, _ = collected(f"{INBOXES}:{line_of('    Scenariomall: Inkorgen saknas i Samvy men finns i SAMSA')}")

    assert len(ids) == 3 * 2


def test_the_line_of_a_row_selects_that_row() -> None:
    ids, _ = collected(f"{INBOXES}:{line_of('        | Göteborg hemsjukvård |')}")

    name = f"{INBOXES}::Inkorgen saknas i Samvy men finns i SAMSA[Göteborg hemsjukvård"
    assert ids == [f"{name}-api]", f"{name}-webb]"]


def test_a_line_without_a_scenario_is_refused_with_those_there_are() -> None:
    ids, text = collected(f"{INBOXES}:1")

    assert ids == []
    assert "har inget scenario på rad 1" in text
    assert "Scenarier finns på rad" in text


def test_a_node_id_selects_what_it_names() -> None:
    for node in collected(f"{INBOXES}:{line_of('        | Göteborg hemsjukvård |')}")[0]:
        assert collected(node)[0] == [node]


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["-m", "krav:AK-INK-03"], 1),
        (["-m", "anvandaracceptans and krav:AK-INK-01"], 3 * 2),
        (["-k", "midnatt and Skövde"], 2 * 2),
    ],
)
def test_tags_and_words_select(arguments: list[str], expected: int) -> None:
    ids, _ = collected("features", *arguments)

    assert len(ids) == expected


def test_a_feature_that_hygiene_refuses_is_not_collected(tmp_path: Path) -> None:
    feature = tmp_path / "trasig.feature"
    feature.write_text("# language: sv\n@oberoende @krav:AK-RAM-03\nEgenskap: x\n\n  Scenario: y\n    Gived z\n")

    ids, text = collected("-p", "conftest", f"--rootdir={ROOT}", "-c", str(ROOT / "pyproject.toml"), str(feature))

    assert ids == []
    assert "»Gived z« läses inte som ett steg" in text


SMALL = """# language: sv
@oberoende @krav:AK-RAM-03
Egenskap: x

  @id:samma
  Scenario: y
    Givet patienten Astrid från Borås
    När klockan blir 08.00 den 2022-04-04
    Så har Astrid inget pågående ärende i SAMSA
"""


def test_plain_pytest_refuses_an_id_that_another_file_has(tmp_path: Path) -> None:
    for name in ("a.feature", "b.feature"):
        (tmp_path / name).write_text(SMALL, encoding="utf-8")

    ids, text = collected("-p", "conftest", f"--rootdir={ROOT}", "-c", str(ROOT / "pyproject.toml"), str(tmp_path))

    assert [Path(node.partition("::")[0]).name for node in ids] == ["a.feature"]
    assert "@id:samma finns redan på" in text
