"""Writes ``docs/hygien.md``: every bad file, what we say of it, and what plain pytest-bdd does with it.

    python tests/steps/hygienpage.py

A test holds the page against both.
"""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from datetime import date
from importlib.metadata import version
from pathlib import Path

from badfeatures import FILES, GOOD, Bad
from plainbdd import BESIDE, run_plain

from harness.cli.findings import visible
from steps.document import parse_text
from steps.hygiene import Checker, Finding
from steps.hygiene.files import read_source
from steps.hygiene.rules import OF_SENTENCES, OF_TAGS, RULES
from steps.pickles import compile_pickles
from steps.registry import load_registry

PAGE = Path(__file__).resolve().parents[2] / "docs" / "hygien.md"
TODAY = date(2026, 1, 31)
CONTROL = "En fil utan fel"

_HEAD = """# Hygien

Vad Provtryck säger om en feature-fil innan något körs, och vad pytest-bdd {version} gör med samma fil. Varje rad är en
fil med ett enda fel ([`tests/steps/badfeatures.py`](../tests/steps/badfeatures.py)); båda har läst den i samma körning.
pytest-bdd fick stegdefinitioner som tar emot varje mening, så det är bara texten som avgör. Sidan skrivs av
`tests/steps/hygienpage.py`, och ett test blir rött när den inte stämmer.

**{errors} filer med fel: Provtryck stoppar alla. pytest-bdd kör {green} av dem gröna.** Av de gröna gäller {own}
taggar och meningar, som bara Provtryck har regler för; i de andra {lies} är Gherkin-texten själv fel. Till det
kommer {warnings} filer med anmärkningar, som inte stoppar en körning.

| fel i filen | Provtryck | pytest-bdd |
| --- | --- | --- |
"""
_BESIDE = """
## Fel som inte står i en feature-fil

| fel | Provtryck | pytest-bdd |
| --- | --- | --- |
"""
_RULES = """
## Alla regler

Ett **fel** stoppar körningen. En *anmärkning* visas av `provtryck granska`.

| regel | | betyder |
| --- | --- | --- |
"""


def write_page(plain: Mapping[str, str]) -> str:
    """The page. *plain* is what :func:`measure` gave."""
    refused = [bad for bad in FILES if any(f.is_error for f in ours(bad.file))]
    green = [bad for bad in refused if is_green(plain[bad.what])]
    own = [bad for bad in green if bad.rules[0] in {**OF_TAGS, **OF_SENTENCES}]
    head = _HEAD.format(
        version=version("pytest-bdd"),
        errors=len(refused),
        green=len(green),
        own=len(own),
        lies=len(green) - len(own),
        warnings=len(FILES) - len(refused),
    )
    rows = "".join(f"| {cell(bad.what)} | {said(bad)} | {beside(bad, plain[bad.what])} |\n" for bad in FILES)
    others = "".join(f"| {cell(other.what)} | {_rule(other.rule)} | {plain[other.what]} |\n" for other in BESIDE)
    rules = "".join(
        f"| `{name}` | {'**fel**' if rule.severity == 'fel' else '*anmärkning*'} | {cell(rule.about)} |\n"
        for name, rule in RULES.items()
    )
    return f"{head}{rows}{_BESIDE}{others}{_RULES}{rules}"


def measure(folder: Path) -> dict[str, str]:
    return run_plain({CONTROL: GOOD.encode(), **{bad.what: bad.file for bad in FILES}}, folder)


def ours(file: bytes) -> list[Finding]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "prov.feature"
        path.write_bytes(file)
        source = read_source(path, "prov.feature")
    if isinstance(source, Finding):
        return [source]
    return list(Checker(load_registry(), TODAY).check_source(source).findings)


def is_green(verdict: str) -> bool:
    return verdict.endswith("passed")


def said(bad: Bad) -> str:
    """The main finding: severity, rule, line and sentence."""
    finding = next(f for f in ours(bad.file) if f.rule == bad.rules[0])
    place = f", rad {finding.line}" if finding.line else ""
    return f"{_rule(finding.rule)}{place}: {cell(visible(finding.sentence))}"


def beside(bad: Bad, verdict: str) -> str:
    """The verdict of pytest-bdd, and how many scenarios were meant when it ran fewer."""
    meant = len(compile_pickles(parse_text(bad.good.decode(), "x.feature"), "x.feature"))
    ran = int(verdict.split()[0]) if is_green(verdict) else meant
    return f"{verdict} av {meant} skrivna" if ran < meant else verdict


def _rule(name: str) -> str:
    if name not in RULES:
        return "finns inte: varje .feature-fil körs"
    return f"**fel** `{name}`" if RULES[name].severity == "fel" else f"*anmärkning* `{name}`"


def cell(text: str) -> str:
    return text.replace("|", "\\|").replace("<", "&lt;")


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        PAGE.write_text(write_page(measure(Path(folder))), encoding="utf-8")


if __name__ == "__main__":
    main()
