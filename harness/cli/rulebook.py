"""Every rule of the simulated systems, and every parameter that they are given."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from rich.console import Console

from harness.defects.catalogue import list_defects
from harness.simulator import define_systems
from testdata.parameters import parameters
from testdata.spelling import fold

_KRAV = re.compile(r"AK-[A-Z]+-\d+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A policy (``parameter`` False) or a parameter (True), as it is shown.

    ``value`` is a parameter's default and ``alternatives`` what else it could be. ``defects`` are those that replace
    the policy. ``decided_by`` is who decides a parameter.
    """

    id: str
    systems: tuple[str, ...]
    parameter: bool
    description: str
    source: str
    trust: str
    krav: tuple[str, ...]
    value: Any = None
    alternatives: tuple[Any, ...] = ()
    decided_by: str = ""
    defects: tuple[str, ...] = ()


def read_rules() -> tuple[Rule, ...]:
    """The policies of every system, in its order, and then the parameters in theirs."""
    return (*_policies(), *_parameters())


def choose_rules(rules: Iterable[Rule], words: str, *, trust: str = "", krav: str = "") -> tuple[Rule, ...]:
    """Those that have every one of *words* somewhere, are of the class *trust* and serve *krav*; empty asks nothing."""
    wanted = fold(words).split()
    return tuple(
        rule
        for rule in rules
        if trust in ("", rule.trust)
        and (not krav or krav in rule.krav)
        and all(word in fold(" ".join((rule.id, *rule.systems, rule.description, rule.source))) for word in wanted)
    )


def show(rules: Sequence[Rule], console: Console, *, as_document: bool) -> None:
    if as_document:
        console.print(json.dumps([_as_json(rule) for rule in rules], ensure_ascii=False, indent=2), markup=False)
        return
    for rule in rules:
        kind = "parameter" if rule.parameter else "regel"
        console.print(
            f"\n{rule.id}  ({kind}, klass {rule.trust}, {', '.join(rule.systems)})", style="bold", markup=False
        )
        console.print(f"  {rule.description}", markup=False)
        console.print(f"  Källa: {rule.source}", markup=False)
        if rule.parameter:
            other = f"; alternativ: {', '.join(map(told, rule.alternatives))}" if rule.alternatives else ""
            console.print(f"  Värde: {told(rule.value)}{other}", markup=False)
            console.print(f"  Beslutas av: {rule.decided_by}", markup=False)
        if rule.defects:
            console.print(f"  Fel som kan läggas in: {', '.join(rule.defects)}", markup=False)
    policies = sum(1 for rule in rules if not rule.parameter)
    assumed = sum(1 for rule in rules if rule.trust == "D")
    counted = f"{policies} {'regel' if policies == 1 else 'regler'} och {len(rules) - policies} parametrar"
    console.print(f"\n{counted}, varav {assumed} är antaganden (klass D).", markup=False)


def _policies() -> Iterable[Rule]:
    defects = [(defect.replacement.policy, defect.id) for defect in list_defects()]
    for system in define_systems():
        for policy in system.policies:
            yield Rule(
                id=policy.id,
                systems=(system.title,),
                parameter=False,
                description=policy.description,
                source=policy.source,
                trust=policy.trust,
                krav=_krav_in(policy.source),
                defects=tuple(defect for replaced, defect in defects if replaced == policy.id),
            )


def _parameters() -> Iterable[Rule]:
    needed = [(parameter.id, system.title) for system in define_systems() for parameter in system.parameters]
    for parameter in parameters().values():
        readers = tuple(dict.fromkeys(title for name, title in needed if name == parameter.id))
        yield Rule(
            id=parameter.id,
            systems=readers or ("ingen ännu",),
            parameter=True,
            description=parameter.why,
            source=parameter.source,
            trust=parameter.trust,
            krav=_krav_in(parameter.source),
            value=parameter.default,
            alternatives=parameter.alternatives,
            decided_by=parameter.decided_by,
        )


def _krav_in(source: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_KRAV.findall(source)))


def told(value: Any) -> str:
    """The value of a parameter as it is shown."""
    if isinstance(value, bool):
        return "ja" if value else "nej"
    if isinstance(value, dict | list | tuple):
        return json.dumps(value, ensure_ascii=False, default=str) if value else "inget"
    return str(value)


def _as_json(rule: Rule) -> dict[str, Any]:
    words = {
        "systems": "system", "description": "beskrivning", "source": "kalla", "trust": "klass", "value": "varde",
        "alternatives": "alternativ", "decided_by": "beslutas_av", "defects": "defekter",
    }  # fmt: skip
    return {words.get(name, name): value for name, value in asdict(rule).items()}
