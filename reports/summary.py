"""The summary of a run: sammanfattning.json, and the exit code that follows from it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from reports.account.account import Account, Difference
from reports.account.gone import Gone
from reports.outcome import Outcome
from reports.row import FinishedRow
from reports.unstable import Unstable, find_unstable
from testdata.scenario import BROWSER_MISSING

SCHEMA: Final = 1
GREEN: Final = 0
DEVIATION: Final = 1
SPECIFICATION_FAULT: Final = 2
ENVIRONMENT_FAULT: Final = 3
UNBALANCED: Final = 4
_ASSUMED: Final = "D"
_CLASSES: Final = ("A", "B", "C", _ASSUMED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """Everything that a run is judged by.

    ``duration_s`` is wall seconds of the whole command; ``repetitions`` is how many times everything was run;
    ``gone`` is what the last run in the same folder had and the texts no longer have.
    """

    account: Account
    rows: tuple[FinishedRow, ...]
    deselected: int
    seed: int
    identity_source: str
    duration_s: float
    repetitions: int = 1
    gone: tuple[Gone, ...] = ()

    def within(self, test_type: str) -> Summary:
        """The same run with the rows of one test type only; the account stays that of the whole run."""
        return replace(self, rows=tuple(row for row in self.rows if row.test_type == test_type))

    @property
    def outcomes(self) -> dict[str, int]:
        return {**_counts(self.rows), Outcome.BORTVALD.value: self.deselected}

    @property
    def green(self) -> list[FinishedRow]:
        return [row for row in self.rows if row.outcome is Outcome.GODKAND]

    @property
    def red(self) -> list[FinishedRow]:
        return [row for row in self.rows if row.outcome.is_red]

    @property
    def awaited(self) -> list[FinishedRow]:
        return [row for row in self.rows if row.outcome is Outcome.VANTAD]

    @property
    def proves_nothing(self) -> bool:
        """Was nothing either green or red? What is not built, cannot run or is a known red says nothing new."""
        return not self.green and not self.red

    @property
    def unstable(self) -> list[Unstable]:
        """Cases whose repetitions ended differently, in order of place."""
        return find_unstable(self.rows)

    @property
    def classes(self) -> dict[str, int]:
        """Green scenarios by the weakest class of trust that each leaned on (D7)."""
        found = Counter(row.weakest for row in self.green)
        return {name: found[name] for name in _CLASSES}

    @property
    def assumptions(self) -> dict[str, int]:
        """Green scenarios that leaned on each rule or parameter of class D, as their worlds measured it."""
        found = Counter(name for row in self.green for name, trust in row.leaned_on.items() if trust == _ASSUMED)
        return dict(sorted(found.items()))

    @property
    def by_test_type(self) -> dict[str, dict[str, int]]:
        return _grouped(self.rows, lambda row: [row.test_type])

    @property
    def by_krav(self) -> dict[str, dict[str, int]]:
        return _grouped(self.rows, lambda row: row.krav)

    @property
    def by_channel(self) -> dict[str, dict[str, int]]:
        return _grouped(self.rows, lambda row: [row.channel])

    def as_json(self) -> dict[str, Any]:
        """The document of docs/sammanfattning.schema.json."""
        account = self.account
        return {
            "schema": SCHEMA,
            "konto": {
                "skrivna": account.written,
                "kompilerade": account.compiled,
                "planerade": account.planned,
                "insamlade": account.collected,
                "korda": account.run,
                "rapporterade": account.reported,
                "skillnader": [self._difference(difference) for difference in account.differences],
            },
            "utfall": self.outcomes,
            "per_testtyp": self.by_test_type,
            "per_krav": self.by_krav,
            "klass": self.classes,
            "antaganden": self.assumptions,
            "kanaler": self.by_channel,
            "omgangar": self.repetitions,
            "ostadiga": [
                {"var": case.place, "kanal": case.channel, "utfall": [outcome.value for outcome in case.outcomes]}
                for case in self.unstable
            ],
            "borta": [{"var": gone.place, "namn": gone.name} for gone in self.gone],
            "fro": self.seed,
            "identitetskalla": self.identity_source,
            "tid_s": round(self.duration_s, 3),
        }

    def _difference(self, difference: Difference) -> dict[str, Any]:
        told: dict[str, Any] = {
            "var": difference.place,
            "kanal": difference.channel,
            "vid": difference.stage,
            "orsak": difference.reason,
        }
        # Without repetitions, or for a text that is lost whole, there is nothing to tell apart.
        return {**told, "omgang": difference.repetition} if self.repetitions > 1 and difference.channel else told


def exit_code(summary: Summary) -> int:
    """4 before 2 before 3 before 1 before 0.

    Source:
        Architecture section 3. A run where nothing became green or red proves nothing, and a scenario that only
        lacked a browser was meant to be run: both are 4.
    """
    outcomes = {row.outcome for row in summary.rows}
    if not summary.account.balanced or summary.proves_nothing or lacks_browser(summary):
        return UNBALANCED
    if Outcome.SPECIFIKATIONSFEL in outcomes:
        return SPECIFICATION_FAULT
    if Outcome.TRASIG in outcomes:
        return ENVIRONMENT_FAULT
    return DEVIATION if Outcome.UNDERKAND in outcomes else GREEN


def precedence(code: int) -> int:
    """Higher for an exit code that goes before others."""
    return (GREEN, DEVIATION, ENVIRONMENT_FAULT, SPECIFICATION_FAULT, UNBALANCED).index(code)


def lacks_browser(summary: Summary) -> bool:
    return any(row.outcome is Outcome.EJ_KORBAR and row.reason == BROWSER_MISSING for row in summary.rows)


def _counts(rows: Iterable[FinishedRow]) -> dict[str, int]:
    found = Counter(row.outcome for row in rows)
    return {outcome.value: found[outcome] for outcome in Outcome}


def _grouped(rows: Sequence[FinishedRow], groups: Callable[[FinishedRow], Iterable[str]]) -> dict[str, dict[str, int]]:
    """Outcomes above zero, for each group in order of name. Rows without a group are left out."""
    found: dict[str, Counter[str]] = {}
    for row in rows:
        for group in groups(row):
            if group:
                found.setdefault(group, Counter())[row.outcome.value] += 1
    return {name: dict(found[name]) for name in sorted(found)}
