"""``regler``: every rule and parameter of the simulated systems can be found, with its ground."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from harness.cli.rulebook import choose_rules, read_rules
from testdata.krav.register import krav
from testdata.parameters import parameters

Run = Callable[..., tuple[int, str]]


def listed(run: Run, *words: str) -> list[dict[str, Any]]:
    code, text = run("regler", *words, "--json")
    assert code == 0
    found: list[dict[str, Any]] = json.loads(text)
    return found


def test_every_rule_has_a_name_of_its_own_a_source_a_class_and_krav_that_exist() -> None:
    rules = read_rules()

    assert len({rule.id for rule in rules}) == len(rules) > 40
    for rule in rules:
        assert rule.source.strip()
        assert rule.description[-1] == "."
        assert rule.trust in "ABCD"
        assert all(krav(name).id == name for name in rule.krav)


def test_every_parameter_that_a_system_is_given_is_read_by_one() -> None:
    readers = {rule.id: rule.systems for rule in read_rules() if rule.parameter}

    assert set(readers) == set(parameters())
    assert all((readers[p.id] != ("ingen ännu",)) == p.in_landscape for p in parameters().values())


def test_a_rule_is_found_by_word_krav_and_class(run: Run) -> None:
    assert "samsa.inskrivningsmeddelande.frist" in {rule["id"] for rule in listed(run, "frist", "inskrivning")}
    assert all("AK-INT-01" in rule["krav"] for rule in listed(run, "--krav", "AK-INT-01"))
    assumed = listed(run, "--klass", "D")
    assert {rule["klass"] for rule in assumed} == {"D"}
    assert len(assumed) == len(choose_rules(read_rules(), "", trust="D"))


def test_a_rule_is_told_with_its_ground_and_what_can_be_planted_in_it(run: Run) -> None:
    code, text = run("regler", "samsa.inskrivningsmeddelande.frist")

    assert code == 0
    assert "klass B, SAMSA" in text
    assert "Källa: LUS (2017:612) 2 kap. 3 §; AK-INUT-02" in text
    assert "Fel som kan läggas in: " in text
    assert "1 regel och 0 parametrar, varav 0 är antaganden" in text


def test_a_parameter_is_told_with_its_value_and_who_decides(run: Run) -> None:
    _, text = run("regler", "systemval_regel")

    assert "Värde: alla; alternativ: sjukhuset, kommunen" in text
    assert "Beslutas av: GITS och Vårdsamverkan Västra Götaland" in text


@pytest.mark.parametrize(
    ("words", "told"),
    [(["--klass", "E"], "Klassen »E« finns inte"), (["--krav", "AK-INUT-99"], "AK-INUT-99")],
)
def test_a_word_that_can_match_nothing_is_refused(run: Run, words: list[str], told: str) -> None:
    code, text = run("regler", *words)

    assert code == 64
    assert told in text
