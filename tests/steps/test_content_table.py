"""A table of content compares something in every row, or is refused."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from steps.dsl.outcomes import Outcomes
from testdata.faults import Avvikelse, Specifikationsfel
from testdata.model import MessageKind, System

HEAD = ["uppgift", "värde"]


@pytest.fixture
def outcomes(monkeypatch: pytest.MonkeyPatch) -> Outcomes:
    """Outcomes of a message that says its sender and leaves its note empty."""
    monkeypatch.setattr(Outcomes, "_message", lambda *_: SimpleNamespace(content={"Avsändare": "SÄS", "Notering": ""}))
    return Outcomes(None, None)  # type: ignore[arg-type]  # nothing else is asked for


def expect(outcomes: Outcomes, *rows: list[str]) -> None:
    outcomes.expect_content("Astrid", System.SAMSA, MessageKind.INSKRIVNINGSMEDDELANDE, [HEAD, *rows])


def test_what_the_message_says_agrees(outcomes: Outcomes) -> None:
    expect(outcomes, ["Avsändare", "SÄS"], ["Avsändare", "ifyllt"], ["Notering", "tomt"])


@pytest.mark.parametrize(
    "row", [["Avsändare", "SU"], ["Avsändare", "tomt"], ["Notering", "ifyllt"], ["Noterin", "tomt"]]
)
def test_what_it_does_not_say_and_a_field_that_it_lacks_are_deviations(outcomes: Outcomes, row: list[str]) -> None:
    with pytest.raises(Avvikelse):
        expect(outcomes, row)


@pytest.mark.parametrize("rows", [[], [["Noterin", ""]], [["", "SÄS"]], [["Avsändare"]]])
def test_a_table_that_would_compare_nothing_is_refused(outcomes: Outcomes, rows: list[list[str]]) -> None:
    with pytest.raises(Specifikationsfel, match="Tabellen har fel form"):
        expect(outcomes, *rows)
