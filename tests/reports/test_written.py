"""Our own reading of a feature text agrees with gherkin-official where both are right."""

from __future__ import annotations

import pytest

from reports.account.compiled import compile_pickles
from reports.account.written import read_written

HEAD = "# language: sv\nEgenskap: Prov\n"

TEXTS = {
    "ett scenario": ("  Scenario: A\n    Givet ett steg\n", [3]),
    "scenario utan steg": ("  Scenario: A\n", [3]),
    "ord efter nyckelordet": ("  Scenario:A\n    Givet x\n  Scenario:  B: c\n    Givet y\n", [3, 5]),
    "stavfel i nyckelordet blir beskrivning": ("  Scenario: A\n    Gived ett steg\n", [3]),
    "nyckelord i en docstring": (
        '  Scenario: A\n    Givet texten\n      """\n      Scenario: B\n      Exempel:\n      | x |\n'
        '      """\n    Så y\n',
        [3],
    ),
    "docstring med annan gräns": (
        '  Scenario: A\n    Givet texten\n      ```\n      """\n      Scenario: B\n      ```\n'
        "  Scenario: C\n    Givet x\n",
        [3, 9],
    ),
    "gräns i en beskrivning öppnar ingen docstring": (
        '  Scenario: A\n    """\n    fritext\n\n  Scenario: B\n    Givet x\n',
        [3, 7],
    ),
    "kommentarer": ("  # Scenario: nej\n  Scenario: A\n    # Exempel:\n    Givet x\n", [4]),
    "taggar": ("  @a @b\n  @c # en kommentar\n  Scenario: A\n    Givet x\n", [5]),
    "exempelrader": (
        "  Scenariomall: A\n    Givet <x>\n\n    Exempel:\n      | x |\n      | 1 |\n      # mitt i\n\n      | 2 |\n",
        [8, 11],
    ),
    "flera tabeller med taggar och beskrivning": (
        "  Abstrakt Scenario: A\n    Givet <x>\n\n    @t\n    Exempel: ett\n      Och detta är fritext.\n"
        "      | x |\n      | 1 |\n\n    Exempel: två\n      | x |\n      | 2 |\n      | 3 |\n",
        [10, 14, 15],
    ),
    "tom tabell": (
        "  Scenariomall: A\n    Givet <x>\n\n    Exempel:\n      | x |\n\n  Scenario: B\n    Givet y\n",
        [9],
    ),
    "exempel utan tabell": ("  Scenariomall: A\n    Givet <x>\n\n    Exempel:\n", []),
    "mall utan exempel": ("  Scenariomall: A\n    Givet <x>\n", [3]),
    "scenario med exempel": ("  Scenario: A\n    Givet <x>\n    Exempel:\n      | x |\n      | 1 |\n", [7]),
    "tabell i ett steg": ("  Scenario: A\n    Givet tabellen\n      | x |\n      | 1 |\n      | 2 |\n", [3]),
    "bakgrund med tabell och docstring": (
        "  Bakgrund:\n    Givet tabellen\n      | x |\n    Och texten\n"
        '      """\n      Scenario: nej\n      """\n'
        "  Scenario: A\n    Givet y\n",
        [10],
    ),
    "regler": (
        "  Scenario: A\n    Givet x\n  Regel: R\n    Bakgrund:\n      Givet b\n"
        "    Scenario: B\n      Givet x\n"
        "  Regel: S\n    Scenariomall: C\n      Givet <x>\n      Exempel:\n        | x |\n        | 1 |\n",
        [3, 8, 15],
    ),
    "fritext under egenskapen som liknar steg": (
        '  Givet att vi vill något\n  """\n  så att det blir så\n\n  Scenario: A\n    Givet x\n',
        [7],
    ),
}


@pytest.mark.parametrize(("body", "lines"), list(TEXTS.values()), ids=list(TEXTS))
def test_a_text_is_counted_the_same_in_both_ways(body: str, lines: list[int]) -> None:
    text = HEAD + body

    assert read_written(text) == lines
    assert [pickle.line for pickle in compile_pickles(text, "x.feature")] == lines


@pytest.mark.parametrize("change", [lambda t: "\ufeff" + t, lambda t: t.replace("\n", "\r\n")], ids=["BOM", "CRLF"])
def test_the_bytes_around_the_text_do_not_matter(change: object) -> None:
    body, lines = TEXTS["exempelrader"]
    text = change(HEAD + body)  # type: ignore[operator]

    assert read_written(text) == lines
    assert [pickle.line for pickle in compile_pickles(text, "x.feature")] == lines


def test_a_file_that_is_no_gherkin_is_written_but_not_compiled() -> None:
    text = HEAD + "  Scenario: A\n    Givet x\n      | tabell |\n      rad som inte är en tabell\n"

    assert read_written(text) == [3]
    assert compile_pickles(text, "x.feature") == []


def test_channels_and_lines_of_a_pickle() -> None:
    text = (
        "# language: sv\n@kanal:webb\nEgenskap: Prov\n\n  @kanal:api\n  Scenariomall: A\n    Givet <x>\n\n"
        "    Exempel:\n      | x |\n      | 1 |\n"
    )

    (pickle,) = compile_pickles(text, "features/x.feature")

    assert pickle.place == "features/x.feature:11"
    assert pickle.channels == ("webb", "api")
    assert pickle.lines == {6, 7, 11}


def test_a_scenario_without_a_channel_goes_by_api() -> None:
    (pickle,) = compile_pickles(HEAD + "  Scenario: A\n    Givet x\n", "x.feature")

    assert pickle.channels == ("api",)
