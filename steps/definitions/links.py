"""Meningar om förbindelsen mellan systemen: fel på vägen, och vad som väntar eller inte kunde levereras.

Ett fel gäller från det steg där det står. Det som integrationen har tagit emot försvinner aldrig: det kommer fram, väntar
på nästa försök eller ligger bland det olevererade.
"""

from __future__ import annotations

from datetime import timedelta

from pytest_bdd import given, parsers, then, when

from steps.definitions.fields import CONVERT, TYPES
from steps.stage import Stage
from testdata.links import LinkEnd, LinkFaultKind
from testdata.model import System


@given(
    parsers.parse("att förbindelsen från {fran:Ord} till {till:Ord} är bruten", extra_types=TYPES), converters=CONVERT
)
@when(parsers.parse("förbindelsen från {fran:Ord} till {till:Ord} bryts", extra_types=TYPES), converters=CONVERT)
def link_down(stage: Stage, fran: LinkEnd, till: LinkEnd) -> None:
    """Inget kommer fram den vägen; integrationen försöker igen tills förbindelsen är hel eller försöken är slut."""
    stage.links.plan_fault(fran, till, LinkFaultKind.NERE)


@when(parsers.parse("förbindelsen från {fran:Ord} till {till:Ord} är hel igen", extra_types=TYPES), converters=CONVERT)
def link_mended(stage: Stage, fran: LinkEnd, till: LinkEnd) -> None:
    """Alla fel på förbindelsen tas bort. Det som väntar kommer fram vid nästa försök."""
    stage.links.mend(fran, till)


@given(
    parsers.parse("att meddelanden från {fran:Ord} till {till:Ord} fördröjs {tid}", extra_types=TYPES),
    converters=CONVERT,
)
@when(
    parsers.parse("meddelanden från {fran:Ord} till {till:Ord} börjar fördröjas {tid}", extra_types=TYPES),
    converters=CONVERT,
)
def link_slow(stage: Stage, fran: LinkEnd, till: LinkEnd, tid: timedelta) -> None:
    """Varje meddelande kommer så mycket senare."""
    stage.links.plan_fault(fran, till, LinkFaultKind.FORDROJNING, tid)


@given(
    parsers.parse("att meddelanden från {fran:Ord} till {till:Ord} kommer två gånger", extra_types=TYPES),
    converters=CONVERT,
)
def link_doubling(stage: Stage, fran: LinkEnd, till: LinkEnd) -> None:
    """Kvittot kommer bort på vägen, så att integrationen levererar en gång till."""
    stage.links.plan_fault(fran, till, LinkFaultKind.DUBBLETT)


@given(
    parsers.parse("att meddelanden från {fran:Ord} till {till:Ord} kan gå om varandra inom {tid}", extra_types=TYPES),
    converters=CONVERT,
)
def link_reordering(stage: Stage, fran: LinkEnd, till: LinkEnd, tid: timedelta) -> None:
    """Varje meddelande kommer olika mycket senare, högst så mycket; fröet avgör."""
    stage.links.plan_fault(fran, till, LinkFaultKind.OMKASTNING, tid)


@given(
    parsers.parse("att meddelanden från {fran:Ord} till {till:Ord} tappas på vägen", extra_types=TYPES),
    converters=CONVERT,
)
def link_losing(stage: Stage, fran: LinkEnd, till: LinkEnd) -> None:
    """Inget försök lyckas; när försöken är slut är meddelandet olevererat."""
    stage.links.plan_fault(fran, till, LinkFaultKind.TAPP)


@then(parsers.parse("säger {system:Ord} att ett annat system inte svarar", extra_types=TYPES), converters=CONVERT)
def neighbour_down(stage: Stage, system: System) -> None:
    """Det som prövades i När gjordes inte, eftersom systemet måste fråga ett annat som inte går att nå."""
    stage.links.expect_neighbour_down(system)


@when(
    parsers.parse("driften sänder om det olevererade från {fran:Ord} till {till:Ord}", extra_types=TYPES),
    converters=CONVERT,
)
def send_again(stage: Stage, fran: LinkEnd, till: LinkEnd) -> None:
    """Varje olevererat meddelande den vägen försöker integrationen med en gång till, på en gång."""
    stage.links.send_again(fran, till)


@then(
    parsers.parse("väntar {antal:Antal} från {fran:Ord} till {till:Ord}", extra_types=TYPES),
    converters=CONVERT,
)
def waiting(stage: Stage, antal: int, fran: LinkEnd, till: LinkEnd) -> None:
    """Integrationen har tagit emot dem, och de har inte kommit fram än."""
    stage.links.expect_underway(fran, till, antal)


@then(
    parsers.parse("ligger {antal:Antal} från {fran:Ord} till {till:Ord} bland det olevererade", extra_types=TYPES),
    converters=CONVERT,
)
def undelivered(stage: Stage, antal: int, fran: LinkEnd, till: LinkEnd) -> None:
    """Integrationen har gett upp försöken, och driften ser dem."""
    stage.links.expect_undelivered(fran, till, antal)
