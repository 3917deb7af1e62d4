"""Meningar om personuppgiftstjänsten: vilka nummer den godtar, och vem som har dem.

Ett nummer är alltid av ett slag (det som tekniskt är dess OID): samma tecken under ett annat slag är ett annat nummer.
"""

from __future__ import annotations

from pytest_bdd import parsers, then, when

from steps.definitions.fields import CONVERT, TYPES
from steps.dsl.values import Reason
from steps.stage import Stage
from testdata.identity.value import Kind
from testdata.registered import Recognised


@when(
    parsers.parse('{enhet} anger {nummerslag} "{nummer:Text}" i personuppgiftstjänsten', extra_types=TYPES),
    converters=CONVERT,
)
def come_with(stage: Stage, enhet: str, nummerslag: Kind, nummer: str) -> None:
    """Någon kommer med ett nummer. Det prövas som det är skrivet; vem som har det spelar ingen roll."""
    stage.registry.come_with(nummerslag, nummer, unit=enhet)


@when(
    parsers.parse("{enhet} anger numret för {alias:Namn} som {nummerslag} i personuppgiftstjänsten", extra_types=TYPES),
    converters=CONVERT,
)
def come_with_number_of(stage: Stage, enhet: str, alias: str, nummerslag: Kind) -> None:
    """Patientens nummer, under det slag som anges, med hennes namn och födelsedag."""
    stage.registry.come_with_number_of(alias, nummerslag, unit=enhet)


@then(parsers.parse('godtar personuppgiftstjänsten "{nummer:Text}"', extra_types=TYPES), converters=CONVERT)
def expect_taken(stage: Stage, nummer: str) -> None:
    """Numret är rätt skrivet för sitt slag."""
    stage.registry.expect_taken(nummer)


@then(parsers.parse("nekar personuppgiftstjänsten {enhet} det, eftersom {skal}", extra_types=TYPES), converters=CONVERT)
def expect_refused(stage: Stage, enhet: str, skal: Reason) -> None:
    """Det enheten senast gjorde i personuppgiftstjänsten gick inte, av det skälet."""
    stage.registry.expect_refused(enhet, codes=skal.codes, reason=skal.text)


@then(parsers.parse("känner personuppgiftstjänsten igen {alias:Namn}", extra_types=TYPES))
def expect_same(stage: Stage, alias: str) -> None:
    """Den som angavs senast är samma person som den som har numret."""
    stage.registry.expect_recognised(alias, Recognised.SAMMA)


@then(parsers.parse("har ingen det nummer som angavs för {alias:Namn}", extra_types=TYPES))
def expect_nobody(stage: Stage, alias: str) -> None:
    """Numret är rätt skrivet, men ingen har det under det slaget."""
    stage.registry.expect_recognised(alias, Recognised.OKAND)
