"""What the last run had and the texts no longer have: neither hidden by what looks like it, nor made up."""

from __future__ import annotations

from pathlib import Path

import pytest

from reports.account.gone import find_gone, read_planned
from reports.account.ledger import Chosen, Texts, read_texts
from reports.folder import OutputFolder
from reports.lines import LineFile
from testdata.scenario import PlannedRow

HEAD = "# language: sv\nEgenskap: Prov\n"
TWO = HEAD + "  @id:A\n  Scenario: Ett\n    Givet x\n  @id:B\n  Scenario: Två\n    Givet x\n"
OUTLINE = HEAD + "  @id:C\n  Scenariomall: M\n    Givet <n>\n    Exempel:\n      | n |\n      | 1 |\n      | 2 |\n"


def planned(texts: Texts) -> list[PlannedRow]:
    """What a run of *texts* would have collected."""
    return [
        PlannedRow(
            nodeid=f"{pickle.place}{channel}",
            place=pickle.place,
            channel=channel,
            scenario_id="s",
            name=pickle.name,
            feature="Prov",
            rule=pickle.rule,
            tags=pickle.tags,
            example=pickle.example,
        )
        for pickle in texts.pickles
        for channel in pickle.channels
    ]


def gone(tmp_path: Path, before: str, now: str, line: int | None = None) -> list[str]:
    file = tmp_path / "x.feature"
    chosen = [Chosen(path=file, line=line)]
    file.write_text(before, encoding="utf-8")
    rows = planned(read_texts([Chosen(path=file, line=None)], tmp_path))
    file.write_text(now, encoding="utf-8")
    return [each.name for each in find_gone(rows, read_texts(chosen, tmp_path), chosen, tmp_path)]


@pytest.mark.parametrize(
    ("before", "now", "names"),
    [
        (TWO, TWO, []),
        (TWO, TWO.replace("Två", "Tre"), []),
        (TWO, TWO.replace("Två", "Ett"), []),
        (TWO, TWO.replace("@id:B", "@id:A").replace("  @id:A\n  Scenario: Ett\n    Givet x\n", "", 1), ["Två"]),
        (TWO, TWO.replace("@id:A\n  Scenario: Ett\n    Givet x\n  ", ""), ["Ett"]),
        (TWO, TWO.replace("@id:B", "").replace("Två", "Tre"), ["Två"]),
        (TWO, HEAD, ["Ett", "Två"]),
        (OUTLINE, OUTLINE.replace("Scenariomall: M", "Scenariomall: N"), []),
        (OUTLINE, OUTLINE.replace("      | 2 |\n", ""), ["M (2)"]),
        (OUTLINE, OUTLINE.replace("| 2 |", "| 3 |"), ["M (2)"]),
        (TWO, TWO.replace("  @id:B", "  Regel: R\n  @id:B"), []),
        (TWO.replace("@id:B", ""), TWO.replace("  @id:B", "  Regel: R\n"), ["Två"]),
    ],
    ids=[
        "oförändrat",
        "omdöpt",
        "omdöpt till ett annats namn",
        "två med samma id",
        "raderat",
        "omdöpt och utan id",
        "allt",
        "mallen omdöpt",
        "exempelrad borta",
        "exempelrad ändrad",
        "flyttat till en regel med id",
        "flyttat till en regel utan id",
    ],
)
def test_what_is_missed(tmp_path: Path, before: str, now: str, names: list[str]) -> None:
    assert gone(tmp_path, before, now) == names


def test_of_a_chosen_line_only_what_stood_there(tmp_path: Path) -> None:
    now = TWO.replace("Ett", "Nytt").replace("@id:A", "").replace("Två", "Annat").replace("@id:B", "")

    assert gone(tmp_path, TWO, now, line=4) == ["Ett"]


def test_every_channel_and_process_of_the_last_run_is_read_once(tmp_path: Path) -> None:
    file = tmp_path / "x.feature"
    file.write_text(TWO.replace("@id:A", "@kanal:api @kanal:webb"), encoding="utf-8")
    rows = planned(read_texts([Chosen(path=file, line=None)], tmp_path))
    folder = OutputFolder(tmp_path)
    for worker in ("gw0", "gw1"):
        LineFile(folder.collected(worker)).append(*rows)

    assert [row.name for row in read_planned(folder)] == ["Ett", "Två"]
