"""Reading what a run left: damaged files are seen, chosen lines leave the rest out."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from reports.account.ledger import Chosen, read_results, read_texts
from reports.folder import OutputFolder
from reports.row import DeselectedRow, Run, read_lines
from testdata.faults import Specifikationsfel

FEATURE = """# language: sv
Egenskap: Prov
  Scenario: A
    Givet ett
  Scenariomall: B
    Givet <x>
    Exempel:
      | x |
      | 1 |
      | 2 |
"""


@pytest.fixture
def feature(tmp_path: Path) -> Path:
    path = tmp_path / "features" / "systemval" / "x.feature"
    path.parent.mkdir(parents=True)
    path.write_text(FEATURE, encoding="utf-8")
    return path


def result(folder: Path, name: str, body: object) -> None:
    text = body if isinstance(body, str) else json.dumps(body)
    (folder / f"{name}-result.json").write_text(text, encoding="utf-8")


def labelled(place: str) -> dict[str, object]:
    labels = [{"name": "plats", "value": place}, {"name": "kanal", "value": "api"}]
    return {"status": "passed", "stop": 1, "labels": labels}


def test_results_are_counted_by_their_labels(tmp_path: Path) -> None:
    result(tmp_path, "a", labelled("x:1"))
    result(tmp_path, "b", {"status": "passed", "stop": 1, "labels": []})

    assert read_results(tmp_path) == ([Run("x:1", "api")], [])


@pytest.mark.parametrize("body", ["", '{"status":"pas', json.dumps({"labels": [{"name": "plats", "value": "x"}]})])
def test_a_half_written_result_is_damaged(tmp_path: Path, body: str) -> None:
    result(tmp_path, "a", body)

    assert read_results(tmp_path) == ([], ["a-result.json"])


def test_a_result_under_a_temporary_name_is_counted_as_damaged_or_whole_but_never_overlooked(
    tmp_path: Path,
) -> None:
    (tmp_path / "a-result.json.tmp").write_text("{", encoding="utf-8")

    assert read_results(tmp_path) == ([], ["a-result.json.tmp"])


def test_a_whole_folder_is_planned(feature: Path, tmp_path: Path) -> None:
    texts = read_texts([Chosen(path=tmp_path / "features", line=None)], tmp_path)

    place = "features/systemval/x.feature"
    assert list(texts.written) == [f"{place}:3", f"{place}:9", f"{place}:10"]
    assert texts.planned == [Run(f"{place}:{line}", "api") for line in (3, 9, 10)]
    assert texts.outside == frozenset()


@pytest.mark.parametrize(("line", "outside"), [(3, {9, 10}), (4, {9, 10}), (5, {3}), (6, {3}), (9, {3, 10})])
def test_a_chosen_line_leaves_the_other_scenarios_out(
    feature: Path, tmp_path: Path, line: int, outside: set[int]
) -> None:
    texts = read_texts([Chosen(path=feature, line=line)], tmp_path)

    assert {int(place.rpartition(":")[2]) for place, *_ in texts.outside} == outside
    assert texts.lost == ()


def test_a_line_where_no_scenario_stands_is_lost(feature: Path, tmp_path: Path) -> None:
    texts = read_texts([Chosen(path=feature, line=2)], tmp_path)

    assert texts.lost == ("features/systemval/x.feature:2",)


def test_the_whole_file_wins_over_one_of_its_lines(feature: Path, tmp_path: Path) -> None:
    chosen = [Chosen(path=feature, line=3), Chosen(path=feature.parent, line=None)]

    assert read_texts(chosen, tmp_path).outside == frozenset()


def test_a_row_that_was_cut_off_is_left_out(tmp_path: Path) -> None:
    path = tmp_path / "bortvalda.jsonl"
    path.write_text('{"plats":"x:1","kanal":"api","orsak":"o"}\n{"plats":"x:2","ka', encoding="utf-8")

    assert [row.place for row in read_lines(path, DeselectedRow)] == ["x:1"]


def test_a_folder_that_is_not_ours_is_refused_and_left_alone(tmp_path: Path) -> None:
    (tmp_path / "viktig.txt").write_text("behåll", encoding="utf-8")

    with pytest.raises(Specifikationsfel, match="kommer inte från en tidigare körning"):
        OutputFolder(tmp_path).prepare()
    assert (tmp_path / "viktig.txt").exists()


def test_our_folder_is_emptied_of_what_a_run_made_and_of_nothing_else(tmp_path: Path) -> None:
    folder = OutputFolder(tmp_path / "ut")
    folder.prepare()
    for path in (folder.rows, folder.collected("gw0"), folder.root / "anteckning.txt"):
        path.write_text("x", encoding="utf-8")
    folder.results.mkdir()

    folder.prepare()

    assert sorted(path.name for path in folder.root.iterdir()) == [".provtryck", "anteckning.txt"]


def test_a_file_in_the_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "ut").write_text("x", encoding="utf-8")

    with pytest.raises(Specifikationsfel):
        OutputFolder(tmp_path / "ut").prepare()
