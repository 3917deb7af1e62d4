"""One feature file as it stands: its lines, and findings that quote them."""

from __future__ import annotations

from collections.abc import Sequence

from steps.finding import Finding
from steps.hygiene.rules import RULES


class Source:
    """The text of one file. ``raw`` is what was saved; ``lines`` are without line ends and byte order mark.

    Lines end where Gherkin ends them: ``str.splitlines`` knows more line ends than that.
    """

    def __init__(self, path: str, raw: str) -> None:
        self.path = path
        self.raw = raw
        self.text = raw.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
        self.lines: Sequence[str] = self.text.split("\n")

    def line(self, number: int) -> str:
        return self.lines[number - 1] if 1 <= number <= len(self.lines) else ""

    def finding(self, rule: str, line: int | None, sentence: str, remedy: str) -> Finding:
        """The finding of *rule* at *line*; None means the whole file."""
        return Finding(
            path=self.path,
            line=line,
            text="" if line is None else self.line(line),
            rule=rule,
            sentence=sentence,
            remedy=remedy,
            severity=RULES[rule].severity,
        )
