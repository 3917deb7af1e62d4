"""When the pages of a run cannot be drawn, or do not show what was run, that is said and nothing is left lying."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from resultfolder import Results, a_row, needs_allure

from reports.allure import drawing
from reports.allure.html import build_html
from reports.folder import OutputFolder
from testdata.faults import Miljofel


@pytest.fixture
def results(tmp_path: Path) -> Results:
    """Two green scenarios, and pages from an earlier run."""
    results = Results(tmp_path / "ut [å] 1")
    results.add(a_row("1"))
    results.add(a_row("2", "anvandaracceptans"))
    for test_type in ("", "oberoende"):
        results.folder.report(test_type).mkdir()
        results.folder.page(test_type).write_text("gammal", "utf-8")
    return results


def pages(folder: OutputFolder) -> list[Path]:
    return list(folder.root.rglob("index.html"))


def test_an_empty_folder_gives_no_green_page(tmp_path: Path) -> None:
    folder = OutputFolder(tmp_path)
    folder.report().mkdir()
    folder.page().write_text("gammal", "utf-8")

    with pytest.raises(Miljofel, match="inga resultat"):
        build_html(folder, title="Provtryck")

    assert pages(folder) == []


def test_without_node_it_says_what_to_do(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)

    with pytest.raises(Miljofel, match=r"(?s)node saknas.*Nästa steg:.*provtryck"):
        drawing.find_node()


def test_without_allure_it_says_what_to_do(monkeypatch: pytest.MonkeyPatch, results: Results, tmp_path: Path) -> None:
    monkeypatch.setattr(drawing, "_ALLURE", tmp_path / "saknas" / "cli.js")

    with pytest.raises(Miljofel, match="Allure är inte installerat"):
        build_html(results.folder, title="Provtryck")

    assert pages(results.folder) == []


def a_node(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, name: str) -> Path:
    """A program in place of node, and Allure as if it were installed."""
    program = tmp_path / "cli.js"
    program.touch()
    monkeypatch.setattr(drawing, "_ALLURE", program)
    return Path(str(shutil.which(name)))


@pytest.mark.skipif(shutil.which("false") is None, reason="no program that fails")
def test_a_generator_that_fails_is_an_environment_fault(
    monkeypatch: pytest.MonkeyPatch, results: Results, tmp_path: Path
) -> None:
    node = a_node(monkeypatch, tmp_path, "false")

    with pytest.raises(Miljofel, match="slutade med kod 1"):
        build_html(results.folder, title="Provtryck", node=node)

    assert pages(results.folder) == []


@pytest.mark.skipif(shutil.which("true") is None, reason="no program that does nothing")
def test_a_generator_that_draws_nothing_in_good_order_is_one_too(
    monkeypatch: pytest.MonkeyPatch, results: Results, tmp_path: Path
) -> None:
    node = a_node(monkeypatch, tmp_path, "true")

    with pytest.raises(Miljofel, match="ritade inte sidan"):
        build_html(results.folder, title="Provtryck", node=node)

    assert pages(results.folder) == []


@needs_allure
def test_results_that_allure_would_fold_into_one_are_found(results: Results) -> None:
    first = next(results.folder.results.glob("*-result.json"))
    text = first.read_text("utf-8")
    uuid = first.name.removesuffix("-result.json")
    (results.folder.results / "kopia-result.json").write_text(text.replace(uuid, "kopia"), "utf-8")

    with pytest.raises(Miljofel, match=r"(?s)inte alla resultat.*3 resultat.*2 resultat"):
        build_html(results.folder, title="Provtryck")

    assert pages(results.folder) == []


@needs_allure
@pytest.mark.parametrize("deed", ["klipp", "kopiera"])
def test_a_result_that_is_cut_off_or_lies_there_twice_is_found(results: Results, deed: str) -> None:
    first = next(results.folder.results.glob("*-result.json"))
    text = first.read_text("utf-8")
    (results.folder.results / "ny-result.json").write_text(text[:100] if deed == "klipp" else text, "utf-8")

    with pytest.raises(Miljofel, match=r"(?s)inte alla resultat.*3 resultat.*[12] resultat"):
        build_html(results.folder, title="Provtryck")
