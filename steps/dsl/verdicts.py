"""How a verdict is put: what is wrong, what was expected, what is shown, where, and what to do."""

from __future__ import annotations

from testdata.faults import Avvikelse


def wrong(sentence: str, expected: object, actual: object, alias: str, system: str) -> Avvikelse:
    return Avvikelse(
        sentence,
        expected=str(expected),
        actual=str(actual),
        where=f"{system}, {alias}",
        next_step="Se bilagorna i rapporten, och jämför med regeln som kravet hänvisar till.",
    )
