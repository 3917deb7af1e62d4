"""The three faults a run can end in, all of one shape.

Who must act decides which fault it is: the verksamhet (:class:`Avvikelse`), drift
(:class:`Miljofel`) or the author of a text (:class:`Specifikationsfel`).
"""

from __future__ import annotations

from typing import Final

_LABELS: Final = (
    ("Förväntat", "expected"),
    ("Faktiskt", "actual"),
    ("Var", "where"),
    ("Krav", "krav"),
    ("Nästa steg", "next_step"),
)


class _Fault(Exception):
    """One sentence and five named parts, all in Swedish, all meant for a testledare."""

    kind: str = ""

    def __init__(
        self,
        sentence: str,
        *,
        expected: str,
        actual: str,
        next_step: str,
        where: str = "",
        krav: str = "",
    ) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.expected = expected
        self.actual = actual
        self.where = where
        self.krav = krav
        self.next_step = next_step

    def place(self, *, where: str, krav: str) -> None:
        """Fill in what only the runner knows: the line of the step and the krav of the scenario.

        What the raiser already stated about the place is kept, in front of the line. The scenario's
        krav goes before one that the raiser named: it is what the verdict is about.
        """
        joint = "" if self.where.endswith(" i") else ";"
        self.where = f"{self.where}{joint} {where}" if self.where else where
        self.krav = krav or self.krav

    def arguments(self) -> dict[str, str]:
        """What it takes to raise the same fault again, here or in another process."""
        names = ("sentence", "expected", "actual", "next_step", "where", "krav")
        return {name: getattr(self, name) for name in names}

    def parts(self) -> dict[str, str]:
        """The six parts by their Swedish names, in reading order."""
        named = {label: getattr(self, name) or "–" for label, name in _LABELS}
        return {"Fel": self.sentence, **named}

    def __str__(self) -> str:
        width = max(len(label) for label, _ in _LABELS) + 1
        lines = [self.sentence]
        for label, text in list(self.parts().items())[1:]:
            padded = f"{label}:".ljust(width)
            lines.append(f"  {padded} {text}")
        return "\n".join(lines)


class Avvikelse(_Fault, AssertionError):
    """The tested system broke a rule. The verksamhet acts."""

    kind = "Avvikelse"


class Miljofel(_Fault, RuntimeError):
    """The system could not be asked, or answered with an internal error. Drift acts."""

    kind = "Miljöfel"


class Specifikationsfel(_Fault, ValueError):
    """The text or the data is impossible. The author acts."""

    kind = "Specifikationsfel"


Fault = Avvikelse | Miljofel | Specifikationsfel

# Reports show "Avvikelse", not a private path.
for _fault in (Avvikelse, Miljofel, Specifikationsfel):
    _fault.__module__ = "provtryck"
