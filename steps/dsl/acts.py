"""What every act of a scenario has in common: it happens now, and a refusal is never swallowed.

A refusal in a Givet stops the scenario: its premise does not hold. A refusal in a När is kept, and
the next Så either expects it or fails because of it. So the verdict always falls in a Så, and never
goes missing.
"""

from __future__ import annotations

from steps.dsl.state import PendingRefusal, ScenarioState
from testdata.faults import Avvikelse
from testdata.model import Refusal, System


class Acts:
    """Keeps the refusals of one scenario."""

    def __init__(self, state: ScenarioState) -> None:
        self._state = state

    def done(self, outcome: Refusal | None, *, system: str, alias: str, act: str) -> None:
        """Take note of how *act* (Swedish, definite, as in "inskrivningen") ended.

        Raises:
            Avvikelse: the system refused what a Givet takes for granted.
        """
        if outcome is None:
            return
        if self._state["kind"] == "given":
            raise Avvikelse(
                f"Förutsättningen gäller inte: {system} nekade {act} för {alias}.",
                expected=f"att {system} godtar {act}",
                actual=f"nekat: {outcome.text}",
                where=f"{system}, {alias}",
                next_step="Se bilagorna i rapporten. Är dag, enhet och system rätt i steget?",
            )
        self.require_judged()
        self._state["refusal"] = {
            "system": str(system),
            "alias": alias,
            "act": act,
            "code": outcome.code,
            "text": outcome.text,
            "where": self._state["place"],
        }

    def take_refusal(self) -> PendingRefusal | None:
        """What a När was refused and no Så has accounted for; the caller accounts for it."""
        refusal, self._state["refusal"] = self._state["refusal"], None
        return refusal

    def require_judged(self) -> None:
        """Fail if an act was refused and no Så has expected that.

        Raises:
            Avvikelse: with the refusal, word for word.
        """
        refusal = self._state["refusal"]
        if refusal is None:
            return
        raise Avvikelse(
            f"{refusal['system']} nekade {refusal['act']} för {refusal['alias']}.",
            expected=f"att {refusal['system']} godtar {refusal['act']}",
            actual=f"nekat: {refusal['text']}",
            where=f"{refusal['system']}, {refusal['alias']}, {refusal['where']}; märktes i",
            next_step=(
                "Skulle det nekas? Skriv då ett Så-steg som säger det. Annars: jämför dag, enheter och system "
                "med planen i testdata/organisation/utrullningsplan.csv."
            ),
        )

    def expect_refused(
        self, found: tuple[Refusal, ...], *, system: System, alias: str, codes: frozenset[str], reason: str
    ) -> None:
        """Something about *alias* has been refused in *system* since the last such question, with one of *codes*.

        It is read from the system, not from memory, so it holds whoever did the act.

        Raises:
            Avvikelse: nothing was refused, or for another reason.
        """
        self._state["refusal"] = None
        key = f"{system}/{alias}"
        news = found[self._state["judged_refusals"].get(key, 0) :]
        self._state["judged_refusals"][key] = len(found)
        if news and news[-1].code in codes:
            return
        raise Avvikelse(
            f"{system} skulle ha nekat, eftersom {reason}.",
            expected=f"nekat, eftersom {reason}",
            actual=f"nekat: {news[-1].text}" if news else "inget har nekats",
            where=f"{system}, {alias}",
            next_step=f"Pröva om regeln gäller i {system}, eller om scenariot väntar sig fel skäl.",
        )

    def expect_last_refused(self, *, where: str, who: str, codes: frozenset[str], reason: str) -> None:
        """What *who* did last was refused in *where*, for that reason: for what no patient's list of refusals has.

        Raises:
            Avvikelse: nothing was refused, or for another reason, or elsewhere.
        """
        refusal = self.take_refusal()
        if refusal is not None and refusal["code"] in codes and refusal["system"] == where:
            return
        raise Avvikelse(
            f"{where} skulle ha nekat {who}, eftersom {reason}.",
            expected=f"nekat, eftersom {reason}",
            actual=f"nekat: {refusal['text']}" if refusal else "inget har nekats",
            where=f"{where}, {who}",
            next_step="Pröva om regeln gäller, eller om scenariot väntar sig fel skäl.",
        )


def not_found(alias: str, what: str, where: str) -> Avvikelse:
    """The system shows nothing where the scenario expects something."""
    return Avvikelse(
        f"{where} visar {what} för {alias}.",
        expected="att det finns",
        actual=what,
        where=f"{where}, {alias}",
        next_step="Se meddelandebilden: kom händelsen fram, och till rätt system?",
    )
