"""``docs/krav.md``: every krav and what claims it. It has no lines and no verdicts: only what is written changes it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from harness.cli.coverage import UNTESTED, Coverage
from harness.cli.coverageshown import by_rule, scenario_line
from testdata.scenario import TEST_TYPES

PAGE = "krav.md"

_HEAD = """# Krav

<!-- Skrivs av: provtryck krav --skriv. Ändra inte här. -->

Varje krav, vad det är värt (klass B lag eller skriven specifikation, C uppgift i dokument, D antagande), var det kommer
ifrån, vilka parametrar det vilar på och vilka scenarier som prövar det. Källornas koder: [sources.md](sources.md).
Ett krav utan scenario är **otestat**. Hur det gick senast visar `provtryck krav`.
"""


def coverage_page(covered: Sequence[Coverage]) -> str:
    """The page as text."""
    areas = [(area, list(group)) for area, group in groupby(covered, key=lambda each: each.krav.area)]
    lines = [
        _HEAD,
        "| område | krav | med scenario | otestade | väntar på något | körs bara av person |",
        "|" + " --- |" * 6,
    ]
    lines += [_counted(area, group) for area, group in areas]
    lines.append(_counted("**alla**", covered))
    for area, group in areas:
        lines.append(f"\n## {area}")
        for each in group:
            lines += _entry(each)
    return "\n".join(lines) + "\n"


def _counted(area: str, group: Sequence[Coverage]) -> str:
    untested = [each for each in group if each.verdict == UNTESTED]
    waiting = sum(1 for each in untested if each.krav.untested)
    by_person = sum(1 for each in group if each.claims and not each.by_robot)
    return f"| {area} | {len(group)} | {len(group) - len(untested)} | {len(untested)} | {waiting} | {by_person} |"


def _entry(each: Coverage) -> list[str]:
    entry = each.krav
    parameters = f" · Parameter: {', '.join(f'`{name}`' for name in entry.parameters)}" if entry.parameters else ""
    lines = [
        f"\n### {entry.id}\n",
        entry.text,
        f"\nKlass {entry.trust} · {TEST_TYPES[entry.test_type]} · Källa: {entry.source}{parameters}",
    ]
    if entry.changed:
        lines.append(f"\n*{entry.changed}*")
    if not each.claims:
        reason = entry.untested
        lines.append(f"\n**Otestat**, därför att ({reason.waits_for}): {reason.why}." if reason else "\n**Otestat.**")
    for rule, claims in by_rule(each.claims):
        lines.append(f"\n{f'Regel: {rule}' if rule else 'Utan Regel'} ({claims[0].path})\n")
        lines += [f"* {f'`{claim.id}` ' if claim.id else ''}{scenario_line(claim)}" for claim in claims]
    return lines
