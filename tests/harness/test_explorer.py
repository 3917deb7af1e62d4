"""Many orders of one flow on bad links: nothing is lost, both agree, and a planted fault is found and made short."""

from __future__ import annotations

import os
from random import Random

import pytest
from explorer import Explorer, Order, orders, shorten
from hypothesis import HealthCheck, Phase, find, given, settings
from landscape import ASTRID, NRID, PERSONNUMMER, person
from test_merging import HIGH, LOW, UNKNOWN

from harness.systems.samvy.combining.facts import SamsaMergeNoticed
from harness.systems.samvy.combining.state import Combinations
from harness.systems.samvy.sip.facts import SamsaSipNoticed
from harness.systems.samvy.sip.state import SipBoard

HOW_MANY = int(os.environ.get("PROVTRYCK_ORDNINGAR", "60"))
PEOPLE = [person(ASTRID), person(UNKNOWN, oid=NRID)]
LOTS = settings(max_examples=HOW_MANY, deadline=None, suppress_health_check=list(HealthCheck), database=None)
FOUND = settings(LOTS, max_examples=2000, phases=[Phase.generate])
"""Searches for what was planted also start from one seed: whether they find it must not hang on luck."""


def broken(order: Order) -> str:
    return Explorer(PEOPLE, (LOW, HIGH)).play(order)


def is_broken(order: Order) -> bool:
    return broken(order) != ""


@LOTS
@given(order=orders())
def test_every_order_keeps_the_invariants(order: Order) -> None:
    assert HIGH.startswith(PERSONNUMMER)
    assert broken(order) == ""


def test_a_planted_fault_of_order_is_found_and_made_short(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever SAMSA says last is believed, also when it was said first."""

    def believe_the_last(self: SipBoard, told: SamsaSipNoticed) -> None:
        active = self.in_samsa.setdefault(told.person, set())
        (active.add if told.is_active else active.discard)(told.sip)

    monkeypatch.setattr(SipBoard, "_hear", believe_the_last)

    shortest = shorten(find(orders(), is_broken, settings=FOUND, random=Random(3)), is_broken)

    assert [act[0] for act in shortest.acts] == ["start", "slut"]
    assert len(shortest.faults) == 1


def test_a_planted_fault_of_idempotency_is_found_and_made_short(monkeypatch: pytest.MonkeyPatch) -> None:
    """A redelivered message about a merge counts as a new one."""

    original = Combinations.apply

    def count_again(self: Combinations, event: object) -> None:
        original(self, event)  # type: ignore[arg-type]
        self.heard.clear()
        for pair, said in self.told.items():
            self.told[pair] = SamsaMergeNoticed(said.message, said.source, said.target, said.is_merged, 0)

    monkeypatch.setattr(Combinations, "apply", count_again)

    shortest = shorten(find(orders(), is_broken, settings=FOUND, random=Random(3)), is_broken)

    assert [act[0] for act in shortest.acts] == ["sla_samman", "sartag"]
    assert shortest.faults
