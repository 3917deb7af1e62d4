"""What hygiene found, as people read it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from rich.console import Console

from steps.finding import Finding


def print_findings(findings: Iterable[Finding], console: Console) -> None:
    """Each with its place, what is wrong and what to do."""
    for finding in findings:
        style = "red" if finding.is_error else "yellow"
        word = "FEL" if finding.is_error else "ANMÄRKNING"
        console.print(f"{word}  {visible(finding.place)}", style=style, markup=False)
        _print_body(finding, console, "  ")


def print_by_file(findings: Sequence[Finding], console: Console) -> None:
    """The same under the name of each file, with the ids of the rules."""
    for path, group in groupby(findings, key=lambda finding: finding.path):
        console.print(visible(path), style="bold", markup=False)
        for finding in group:
            style = "red" if finding.is_error else "yellow"
            where = f"rad {finding.line}" if finding.line is not None else "hela filen"
            word = "fel" if finding.is_error else "anmärkning"
            console.print(f"  {word} {where} [{finding.rule}]", style=style, markup=False)
            if finding.text.strip():
                console.print(f"    {visible(finding.text)}", markup=False)
            _print_body(finding, console, "    ")
        console.print()


def _print_body(finding: Finding, console: Console, indent: str) -> None:
    console.print(f"{indent}{visible(finding.sentence)}", markup=False)
    console.print(f"{indent}Nästa steg: {visible(finding.remedy)}", markup=False)


def visible(text: str) -> str:
    """*text* for a terminal: a sign that would not show, or would steer the terminal, is spelt out."""
    return "".join(sign if sign.isprintable() else f"⟨U+{ord(sign):04X}⟩" for sign in text.strip())
