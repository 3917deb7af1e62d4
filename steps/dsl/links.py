"""The links between the systems: faults that a scenario puts there, and what became of the messages (D6)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from steps.dsl.acts import Acts
from steps.dsl.verdicts import wrong
from steps.dsl.world import World
from testdata.faults import Avvikelse, Specifikationsfel
from testdata.links import LinkEnd, LinkFault, LinkFaultKind, LinkMessage
from testdata.model import System


class Links:
    """Verbs and expectations on one direction between two systems."""

    def __init__(self, world: World, acts: Acts) -> None:
        self._world = world
        self._acts = acts

    def plan_fault(
        self, sender: LinkEnd, recipient: LinkEnd, kind: LinkFaultKind, delay: timedelta = timedelta()
    ) -> None:
        """From now on there is a fault of *kind* on the link.

        Raises:
            Specifikationsfel: a system has no link to itself.
        """
        if sender is recipient:
            raise Specifikationsfel(
                f"{sender} har ingen förbindelse med sig självt.",
                expected="två olika system",
                actual=f"från {sender} till {recipient}",
                next_step="Rätta det ena systemet.",
            )
        self._world.plan_fault(LinkFault(sender=sender, recipient=recipient, kind=kind, delay=delay))

    def mend(self, sender: LinkEnd, recipient: LinkEnd) -> None:
        """Take every fault off the link.

        Raises:
            Specifikationsfel: it has none.
        """
        if not self._world.drivers().control.lift_faults(sender, recipient):
            raise Specifikationsfel(
                f"Förbindelsen från {sender} till {recipient} har inget fel.",
                expected="ett fel som scenariot har lagt på förbindelsen",
                actual="inget fel",
                next_step="Lägg till felet tidigare i scenariot, eller ta bort steget.",
            )

    def send_again(self, sender: LinkEnd, recipient: LinkEnd) -> None:
        integration = self._world.drivers().integration
        for message in _between(integration.find_undelivered(), sender, recipient):
            integration.send_again(message)

    def expect_underway(self, sender: LinkEnd, recipient: LinkEnd, count: int) -> None:
        self._acts.require_judged()
        found = _between(self._world.drivers().integration.find_underway(), sender, recipient)
        _require(found, count, "väntar", sender, recipient)

    def expect_undelivered(self, sender: LinkEnd, recipient: LinkEnd, count: int) -> None:
        self._acts.require_judged()
        found = _between(self._world.drivers().integration.find_undelivered(), sender, recipient)
        _require(found, count, "är olevererade", sender, recipient)

    def expect_neighbour_down(self, system: System) -> None:
        """What was done last was refused since another system cannot be asked. Nobody's list of refusals has it."""
        refusal = self._acts.take_refusal()
        if refusal is None or (refusal["system"], refusal["code"]) != (system, "granne_svarar_inte"):
            raise wrong(
                f"{system} säger inte att ett annat system inte svarar.",
                "ett annat system svarar inte",
                f"nekat: {refusal['text']}" if refusal else "inget har nekats",
                refusal["alias"] if refusal else "scenariot",
                system,
            )


def _between(messages: Sequence[LinkMessage], sender: LinkEnd, recipient: LinkEnd) -> list[LinkMessage]:
    return [one for one in messages if (one.sender, one.recipient) == (sender, recipient)]


def _require(found: Sequence[LinkMessage], count: int, state: str, sender: LinkEnd, recipient: LinkEnd) -> None:
    if len(found) == count:
        return
    raise Avvikelse(
        f"Fel antal meddelanden från {sender} till {recipient} {state}.",
        expected=str(count),
        actual=f"{len(found)}" + (f": {'; '.join(one.text for one in found)}" if found else ""),
        where="Integrationen",
        next_step="Se meddelandebilden: vad tog integrationen emot, och vad hände med det?",
    )
