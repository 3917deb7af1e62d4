"""Selection says why a scenario was chosen away; tag expressions are read as written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.selection import area_of, read_selection
from reports.tagexpression import read_expression, read_words
from testdata.faults import Specifikationsfel
from testdata.scenario import PlannedRow

ROW = PlannedRow(
    nodeid="n",
    place="features/systemval/x.feature:3",
    channel="api",
    scenario_id="s",
    name="namn",
    feature="f",
    rule="",
    tags=("oberoende", "krav:AK-SYS-05", "rok"),
)


@pytest.mark.parametrize(
    ("asked", "reason"),
    [
        ({"krav": ["AK-SYS-05"]}, None),
        ({"krav": ["AK-SYS-01", "AK-SYS-02"]}, "hör inte till AK-SYS-01 eller AK-SYS-02"),
        ({"areas": ["systemval"]}, None),
        ({"areas": ["inkorgar"]}, "ligger inte i området inkorgar"),
        ({"test_types": ["prestanda"]}, "är inte av testtypen prestanda"),
        ({"channels": ["webb"]}, "går inte i kanalen webb"),
        ({"tags": "styr"}, "taggarna stämmer inte med »styr«"),
        ({"krav": ["AK-SYS-05"], "tags": "inte rok"}, "taggarna stämmer inte med »inte rok«"),
        ({"krav": ["AK-SYS-05"], "areas": ["systemval"], "tags": "rok och krav:AK-SYS-05"}, None),
    ],
)
def test_the_reason_against_a_row(asked: dict[str, object], reason: str | None) -> None:
    assert read_selection(**asked).reason_against(ROW) == reason  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a", True),
        ("@a", True),
        ("c", False),
        ("inte c", True),
        ("a och c eller b", True),
        ("a och (c eller b)", True),
        ("inte a eller b", True),
        ("inte (a eller b)", False),
        ("inte inte a", True),
        ("a and not c", True),
        ("c or b", True),
        ("A", False),
        ("c OCH a", False),
    ],
)
def test_expressions(text: str, expected: bool) -> None:
    assert read_expression(text)(("a", "b")) is expected


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("", "början"),
        ("a och", "a och"),
        ("(a", "( a"),
        ("a b", "a"),
        ("och a", "början"),
        ("a eller )", "a eller"),
    ],
)
def test_a_broken_expression_says_where(text: str, after: str) -> None:
    with pytest.raises(Specifikationsfel) as caught:
        read_expression(text)

    assert f"efter »{after}«" in caught.value.expected


WORDS = st.recursive(
    st.sampled_from(["a", "b", "c"]),
    lambda inner: st.one_of(
        st.tuples(st.just("inte"), inner).map(lambda t: f"inte ({t[1]})"),
        st.tuples(inner, st.sampled_from(["och", "eller"]), inner).map(lambda t: f"({t[0]}) {t[1]} ({t[2]})"),
    ),
    max_leaves=8,
)


@given(WORDS, st.sets(st.sampled_from(["a", "b", "c"])))
def test_expressions_mean_what_python_means(text: str, tags: set[str]) -> None:
    words = text.replace("inte", "not").replace("och", "and").replace("eller", "or")
    names = {name: name in tags for name in "abc"}

    assert read_expression(text)(tags) is eval(words, {}, names)  # noqa: S307  # our own three letters


def test_the_area_is_the_folder_under_features() -> None:
    assert area_of("features/in_utskrivning/djupt/x.feature:1") == "in_utskrivning"
    assert area_of("/annanstans/prov/x.feature:1") == "prov"
    assert area_of("features/x.feature:1") == ""


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a", [("a", False)]),
        ("inte @a", [("a", True)]),
        ("inte (a eller inte b) och c", [("a", True), ("b", False), ("c", False)]),
    ],
)
def test_an_expression_says_what_it_names(text: str, words: list[tuple[str, bool]]) -> None:
    assert read_words(text) == words
