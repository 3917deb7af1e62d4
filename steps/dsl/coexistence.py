"""What one system shows of the other: "SAMSA-ärende pågår" (domain rules 5.9)."""

from __future__ import annotations

from steps.dsl.acts import Acts
from steps.dsl.cast import Cast, acting
from testdata.faults import Avvikelse


class Coexistence:
    """Expectations that cross the border between the systems."""

    def __init__(self, cast: Cast, acts: Acts) -> None:
        self._cast = cast
        self._acts = acts

    def expect_samsa_notice(self, alias: str, *, seen_by: str, shown: bool) -> None:
        """*seen_by* sees in Samvy that a SAMSA case is open for *alias*, or that none is."""
        self._acts.require_judged()
        actual = self._cast.drivers().coexistence.find_samsa_notice(self._cast.identity(alias), actor=acting(seen_by))
        if actual is not shown:
            words = {True: "SAMSA-ärende pågår", False: "inget SAMSA-ärende"}
            raise Avvikelse(
                f"Samvy visar fel upplysning om SAMSA för {alias}.",
                expected=words[shown],
                actual=words[actual],
                where=f"Samvy, {alias}, sett av {seen_by}",
                next_step="Se meddelandebilden: gick upplysningen från SAMSA genom integrationen till Samvy?",
            )
