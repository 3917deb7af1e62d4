"""A page is held against the results that belong on it, in all and in each channel."""

from __future__ import annotations

import base64
import json
from typing import Any

import pytest

from reports.allure.filed import Filed
from reports.allure.pagecheck import check_page
from testdata.faults import Miljofel

BELONGING = [Filed(id="a", channel="api"), Filed(id="b", channel="api"), Filed(id="a2", channel="webb")]


def a_page(shown: dict[str, list[str]], totals: dict[str, int] | None = None, *, reachable: bool = True) -> str:
    """A page that shows result ids by channel, ``""`` for all."""
    documents: dict[str, Any] = {}
    for channel, ids in shown.items():
        folder = f"{channel}/" if channel else ""
        root = {"groups": ["g"] if reachable else []}
        tree = {"root": root, "groupsById": {"g": {"leaves": ids}}, "leavesById": {name: {} for name in ids}}
        documents[f"widgets/{folder}tree.json"] = tree
        documents[f"widgets/{folder}statistic.json"] = {"total": (totals or {}).get(channel, len(ids))}
    parts = (
        f'd("{name}","{base64.b64encode(json.dumps(body).encode()).decode()}")' for name, body in documents.items()
    )
    return f"<script>[{','.join(parts)}]</script>"


WHOLE = {"": ["a", "b", "a2"], "api": ["b", "a"], "webb": ["a2"]}


def test_a_page_that_shows_what_belongs_there_is_let_through() -> None:
    check_page(a_page(WHOLE), BELONGING, name="allure/index.html")


@pytest.mark.parametrize(
    ("page", "said"),
    [
        (a_page({**WHOLE, "": ["a", "b"]}), r"3 resultat, de som.*2 resultat i trädet, 2 i siffrorna"),
        (a_page({**WHOLE, "": ["a", "b", "x"]}), "3 resultat i trädet, varav 1 hör till en annan sida"),
        (a_page({**WHOLE, "": ["a", "b", "a2", "x"]}), "4 resultat i trädet, varav 1 hör till en annan sida"),
        (a_page({**WHOLE, "webb": []}), r"1 resultat i kanalen webb.*0 resultat i trädet"),
        (a_page({"": WHOLE[""], "api": WHOLE["api"]}), r"1 resultat i kanalen webb.*0 resultat i trädet"),
        (a_page({**WHOLE, "api": ["a", "a2"]}), r"i kanalen api.*varav 1 hör"),
        (a_page(WHOLE, {"": 2}), "3 resultat i trädet, 2 i siffrorna"),
        (a_page(WHOLE, reachable=False), "0 resultat i trädet, 3 i siffrorna"),
        ("", "0 resultat i trädet, 0 i siffrorna"),
    ],
)
def test_a_page_that_shows_something_else_is_refused(page: str, said: str) -> None:
    with pytest.raises(Miljofel, match=f"(?s){said}") as caught:
        check_page(page, BELONGING, name="allure/index.html")

    assert "allure/index.html" in str(caught.value)
