"""Meningar om två journaler som är samma patient: sammanslagning i SAMSA och Samvy, och att ta isär den.

En koppling i personuppgiftstjänsten slår inte samman något; det görs i vart och ett av systemen.
"""

from __future__ import annotations

from pytest_bdd import given, parsers, then, when

from steps.definitions.fields import CONVERT, TYPES
from steps.stage import Stage
from testdata.model import System


@given(
    parsers.parse("att {enhet} har slagit samman {alias:Namn} med {huvud:Namn} i {system:Ord}", extra_types=TYPES),
    converters=CONVERT,
)
@when(
    parsers.parse("{enhet} slår samman {alias:Namn} med {huvud:Namn} i {system:Ord}", extra_types=TYPES),
    converters=CONVERT,
)
@when(
    parsers.parse("{enhet} försöker slå samman {alias:Namn} med {huvud:Namn} i {system:Ord}", extra_types=TYPES),
    converters=CONVERT,
)
def merge(stage: Stage, enhet: str, alias: str, huvud: str, system: System) -> None:
    """Den första visar sig vara den andra, och identiteten är säkerställd."""
    stage.merging.merge(alias, huvud, system=system, unit=enhet)


@when(
    parsers.parse(
        "{enhet} försöker slå samman {alias:Namn} med {huvud:Namn} i {system:Ord} utan säkerställd identitet",
        extra_types=TYPES,
    ),
    converters=CONVERT,
)
def merge_unsecured(stage: Stage, enhet: str, alias: str, huvud: str, system: System) -> None:
    """Ingen har säkerställt vem patienten är."""
    stage.merging.merge(alias, huvud, system=system, unit=enhet, is_secured=False)


@given(
    parsers.parse("att {enhet} har tagit isär {alias:Namn} och {huvud:Namn} i {system:Ord}", extra_types=TYPES),
    converters=CONVERT,
)
@when(
    parsers.parse("{enhet} tar isär {alias:Namn} och {huvud:Namn} i {system:Ord}", extra_types=TYPES),
    converters=CONVERT,
)
@when(
    parsers.parse("{enhet} försöker ta isär {alias:Namn} och {huvud:Namn} i {system:Ord}", extra_types=TYPES),
    converters=CONVERT,
)
def separate(stage: Stage, enhet: str, alias: str, huvud: str, system: System) -> None:
    """Den senaste sammanslagningen av de två tas tillbaka."""
    stage.merging.separate(alias, huvud, system=system, unit=enhet)


@then(
    parsers.parse("vet {enhet} genom {system:Ord} att {alias:Namn} är {huvud:Namn}", extra_types=TYPES),
    converters=CONVERT,
)
def knows_head(stage: Stage, enhet: str, system: System, alias: str, huvud: str) -> None:
    """Personuppgiftstjänstens besked om vem patienten är har nått systemet."""
    stage.merging.expect_head(alias, huvud, system=system, unit=enhet, is_so=True)


@then(
    parsers.parse("vet {enhet} genom {system:Ord} inte att {alias:Namn} är {huvud:Namn}", extra_types=TYPES),
    converters=CONVERT,
)
def knows_not_head(stage: Stage, enhet: str, system: System, alias: str, huvud: str) -> None:
    """Beskedet har inte nått systemet."""
    stage.merging.expect_head(alias, huvud, system=system, unit=enhet, is_so=False)


@then(
    parsers.parse(
        "ser {enhet} i {system:Ord} att {alias:Namn} och {huvud:Namn} återstår att slå samman", extra_types=TYPES
    ),
    converters=CONVERT,
)
def expect_task(stage: Stage, enhet: str, system: System, alias: str, huvud: str) -> None:
    """Det är gjort i det andra systemet, och en öppen åtgärd här."""
    stage.merging.expect_task(alias, huvud, system=system, unit=enhet, there=True)


@then(
    parsers.parse(
        "ser {enhet} i {system:Ord} att {alias:Namn} och {huvud:Namn} inte återstår att slå samman", extra_types=TYPES
    ),
    converters=CONVERT,
)
def expect_no_task(stage: Stage, enhet: str, system: System, alias: str, huvud: str) -> None:
    """Det finns ingen öppen åtgärd om de två."""
    stage.merging.expect_task(alias, huvud, system=system, unit=enhet, there=False)


@then(
    parsers.parse("ser {enhet} samma ärende för {alias:Namn} och {huvud:Namn} i {system:Ord}", extra_types=TYPES),
    converters=CONVERT,
)
def expect_same_case(stage: Stage, enhet: str, alias: str, huvud: str, system: System) -> None:
    """Det senaste ärendet hittas på båda numren, med samma meddelanden och kvittenser."""
    stage.merging.expect_same_case(alias, huvud, system=system, unit=enhet)


@then(parsers.parse("ser {enhet} inget ärende för {alias:Namn} i {system:Ord}", extra_types=TYPES), converters=CONVERT)
def expect_no_case(stage: Stage, enhet: str, alias: str, system: System) -> None:
    """Systemet visar inget ärende alls, inte heller ett avslutat."""
    stage.merging.expect_no_case(alias, system=system, unit=enhet)
