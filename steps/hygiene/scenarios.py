"""What a feature, its rules and its scenarios must have: names, and steps of every kind."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from steps.finding import Finding
from steps.hygiene.source import Source
from testdata.spelling import fold

Node = Mapping[str, Any]
"""A node of the parsed file, as gherkin-official gives it."""

_PARAMETER = re.compile(r"<[^<>]+>")
_WHY = {"När": "prövar ingenting", "Så": "kontrollerar ingenting och skulle alltid bli grönt"}
_RULES = {"När": "utan-nar", "Så": "utan-sa"}


def check_named(node: Node, source: Source) -> Iterator[Finding]:
    """Egenskap, Regel and scenarios have names, without parameters."""
    line, keyword, name = node["location"]["line"], node["keyword"], node["name"]
    if not name.strip():
        yield source.finding("utan-namn", line, f"{keyword} saknar namn.", f"Skriv ett namn efter »{keyword}:«.")
    elif "<" in name and _PARAMETER.search(name):
        yield source.finding(
            "parameter-i-namn",
            line,
            f"Namnet »{name}« innehåller en parameter.",
            "Skriv ett namn som gäller för alla rader; värdena visas ändå i rapporten.",
        )


def check_twins(scenarios: Sequence[Node], source: Source) -> Iterator[Finding]:
    """No two scenarios of a file, in whatever Regel, have one name."""
    exact: dict[str, int] = {}
    alike: dict[str, int] = {}
    for scenario in scenarios:
        line, name = scenario["location"]["line"], scenario["name"]
        if not name.strip():
            continue
        same, near = _same(name), fold(name)
        if same in exact:
            yield source.finding(
                "samma-namn",
                line,
                f"Namnet »{name}« finns redan på rad {exact[same]}.",
                "Ge varje scenario i filen ett eget namn, också i olika Regel.",
            )
        elif near in alike:
            yield source.finding(
                "nastan-samma-namn",
                line,
                f"Namnet »{name}« är nästan detsamma som på rad {alike[near]}.",
                "Ge scenarierna namn som går att skilja åt också när de läses högt.",
            )
        exact.setdefault(same, line)
        alike.setdefault(near, line)


def _same(name: str) -> str:
    return " ".join(unicodedata.normalize("NFC", name).split())


def check_kinds(scenario: Node, background: Sequence[Node], source: Source) -> Iterator[Finding]:
    """A scenario has steps, a När and a Så; those of its Bakgrund count for Givet only."""
    line, name, steps = scenario["location"]["line"], scenario["name"], scenario["steps"]
    if not steps:
        yield source.finding(
            "utan-steg",
            line,
            f"Scenariot »{name}« har inga steg och skulle alltid bli grönt.",
            "Skriv stegen, eller ta bort scenariot.",
        )
        return
    if steps[0]["keywordType"] == "Conjunction" and not background:
        yield source.finding(
            "och-forst",
            steps[0]["location"]["line"],
            f"Scenariot »{name}« börjar med {steps[0]['keyword'].strip()}, som upprepar ett steg som inte finns.",
            "Börja med Givet, När eller Så.",
        )
    kinds = _kinds(steps, background)
    lacking = [word for kind, word in (("Action", "När"), ("Outcome", "Så")) if kind not in kinds]
    stars = [step for step in steps if step["keywordType"] == "Unknown"]
    if lacking and stars:
        yield source.finding(
            "stjarna",
            stars[0]["location"]["line"],
            f"Scenariot »{name}« har inget {'- och inget '.join(lacking)}-steg: »*« läses som Givet.",
            "Skriv Givet, När eller Så i stället för *.",
        )
        return
    for word in lacking:
        yield source.finding(
            _RULES[word],
            line,
            f"Scenariot »{name}« har inget {word}-steg: det {_WHY[word]}.",
            f"Lägg till ett {word}-steg.",
        )
    if not lacking:
        yield from _check_order(name, steps, kinds, source)


def _check_order(name: str, steps: Sequence[Node], kinds: Sequence[str], source: Source) -> Iterator[Finding]:
    """Something is checked after the first När, and after the last one."""
    first, last = kinds.index("Action"), len(kinds) - 1 - kinds[::-1].index("Action")
    if "Outcome" not in kinds[first:]:
        yield source.finding(
            "inget-efter-nar",
            steps[first]["location"]["line"],
            f"Scenariot »{name}« har inget Så efter sitt När, så det som händer kontrolleras aldrig.",
            "Lägg till ett Så efter När, eller flytta ned det som står före.",
        )
        return
    if kinds.index("Outcome") < first:
        yield source.finding(
            "sa-fore-nar",
            steps[kinds.index("Outcome")]["location"]["line"],
            "Ett Så står före scenariots första När, och kontrollerar alltså bara det som Givet har ordnat.",
            "Flytta det efter När, eller gör det till ett Givet.",
        )
    if "Outcome" not in kinds[last:]:
        yield source.finding(
            "nar-sist",
            steps[last]["location"]["line"],
            f"Inget Så står efter det sista När i scenariot »{name}«, så det som händer då kontrolleras aldrig.",
            "Lägg till ett Så sist, eller ta bort steget.",
        )


def check_background(background: Node, source: Source) -> Iterator[Finding]:
    for step in background["steps"]:
        if step["keywordType"] in ("Action", "Outcome"):
            yield source.finding(
                "bakgrund-utan-givet",
                step["location"]["line"],
                f"Bakgrunden innehåller {step['keyword'].strip()}; den räknas bara som läget före.",
                "Skriv bara Givet i en Bakgrund, och flytta resten till scenarierna.",
            )


def _kinds(steps: Sequence[Node], background: Sequence[Node]) -> list[str]:
    """The kind of each step as the compiler sees it: Och and Men are as the step before, also in a Bakgrund."""
    last = next((s["keywordType"] for s in reversed(background) if s["keywordType"] != "Conjunction"), "Unknown")
    kinds = []
    for step in steps:
        if step["keywordType"] != "Conjunction":
            last = step["keywordType"]
        kinds.append(last)
    return kinds
