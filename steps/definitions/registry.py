"""Meningar om personuppgiftstjänsten: vilka nummer den godtar, och vem som har dem.

Ett nummer är alltid av ett slag (det som tekniskt är dess OID): samma tecken under ett annat slag är ett annat nummer.
"""

from __future__ import annotations

from pytest_bdd import given, parsers, then, when

from steps.definitions.fields import CONVERT, TYPES
from steps.dsl.reasons import Reason
from steps.stage import Stage
from testdata.identity.value import Kind
from testdata.registered import Recognised, Referring


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


@given(
    parsers.parse("att {enhet} har tagit ut ett {nummerslag} för {alias:NyttNamn} från {kommun}", extra_types=TYPES),
    converters=CONVERT,
)
@when(
    parsers.parse("{enhet} tar ut ett {nummerslag} för {alias:NyttNamn} från {kommun}", extra_types=TYPES),
    converters=CONVERT,
)
def issue(stage: Stage, enhet: str, nummerslag: Kind, alias: str, kommun: str) -> None:
    """Inför någon som bara har ett reservnummer. Heter hon som någon som finns är det ändå två personer."""
    stage.registry.issue(alias, kommun, nummerslag, unit=enhet)


@given(parsers.parse("att {enhet} har kopplat {alias:Namn} till {huvud:Namn}", extra_types=TYPES), converters=CONVERT)
@when(parsers.parse("{enhet} kopplar {alias:Namn} till {huvud:Namn}", extra_types=TYPES), converters=CONVERT)
@when(parsers.parse("{enhet} försöker koppla {alias:Namn} till {huvud:Namn}", extra_types=TYPES), converters=CONVERT)
def link(stage: Stage, enhet: str, alias: str, huvud: str) -> None:
    """I personuppgiftstjänsten: den första visar sig vara den andra, och identiteten är säkerställd."""
    stage.registry.link(alias, huvud, unit=enhet)


@when(
    parsers.parse(
        "{enhet} försöker koppla {alias:Namn} till {huvud:Namn} utan säkerställd identitet", extra_types=TYPES
    ),
    converters=CONVERT,
)
def link_unsecured(stage: Stage, enhet: str, alias: str, huvud: str) -> None:
    """Ingen har säkerställt vem patienten är."""
    stage.registry.link(alias, huvud, unit=enhet, is_secured=False)


@when(
    parsers.parse("{enhet} försöker koppla {alias:Namn} till {huvud:Namn} med rollen {roll}", extra_types=TYPES),
    converters=CONVERT,
)
@when(
    parsers.parse("{enhet} kopplar {alias:Namn} till {huvud:Namn} med rollen {roll}", extra_types=TYPES),
    converters=CONVERT,
)
def link_as(stage: Stage, roll: str, enhet: str, alias: str, huvud: str) -> None:
    """Som ovan, av någon med den rollen."""
    stage.registry.link(alias, huvud, unit=enhet, role=roll)


@given(
    parsers.parse("att {enhet} har tagit isär kopplingen av {alias:Namn} till {huvud:Namn}", extra_types=TYPES),
    converters=CONVERT,
)
@when(
    parsers.parse("{enhet} tar isär kopplingen av {alias:Namn} till {huvud:Namn}", extra_types=TYPES),
    converters=CONVERT,
)
@when(
    parsers.parse("{enhet} försöker ta isär kopplingen av {alias:Namn} till {huvud:Namn}", extra_types=TYPES),
    converters=CONVERT,
)
def unlink(stage: Stage, enhet: str, alias: str, huvud: str) -> None:
    """I personuppgiftstjänsten: kopplingen var fel."""
    stage.registry.unlink(alias, huvud, unit=enhet)


@when(
    parsers.parse(
        "{enhet} anger numret för {alias:Namn} med namn och födelsedag för {huvud:Namn} i personuppgiftstjänsten",
        extra_types=TYPES,
    ),
    converters=CONVERT,
)
def claim(stage: Stage, enhet: str, alias: str, huvud: str) -> None:
    """Någon kommer med ett nummer som är en annans."""
    stage.registry.claim(alias, huvud, unit=enhet)


@then(parsers.parse("är {huvud:Namn} huvudidentitet för {alias:Namn}", extra_types=TYPES))
def expect_head(stage: Stage, huvud: str, alias: str) -> None:
    """Den som frågar om den andra får veta den första, och bara den. Den som inte är kopplad är sin egen."""
    stage.registry.expect_head(alias, huvud)


@then(parsers.parse("visar personuppgiftstjänsten {alias:Namn} med egna uppgifter", extra_types=TYPES))
def expect_own(stage: Stage, alias: str) -> None:
    """Under numret står namnet och kommunen som stod där från början."""
    stage.registry.expect_own(alias)


@then(parsers.parse("visar personuppgiftstjänsten {alias:Namn} skyddad och utan adress", extra_types=TYPES))
def expect_protected(stage: Stage, alias: str) -> None:
    """Både under huvudidentiteten och under det egna numret."""
    stage.registry.expect_protected(alias, is_so=True)


@then(parsers.parse("visar personuppgiftstjänsten {alias:Namn} utan skydd", extra_types=TYPES))
def expect_unprotected(stage: Stage, alias: str) -> None:
    """Inget skydd syns, och adressen är den vanliga."""
    stage.registry.expect_protected(alias, is_so=False)


@then(parsers.parse("stoppar personuppgiftstjänsten numret för {alias:Namn}", extra_types=TYPES))
def expect_stopped(stage: Stage, alias: str) -> None:
    """Den som angavs senast är en annan än den som har numret."""
    stage.registry.expect_recognised(alias, Recognised.ANNAN)


@given(
    parsers.parse("att {enhet} har skapat ett eget reservnummer för {alias:NyttNamn} från {kommun}", extra_types=TYPES),
    converters=CONVERT,
)
@when(
    parsers.parse("{enhet} skapar ett eget reservnummer för {alias:NyttNamn} från {kommun}", extra_types=TYPES),
    converters=CONVERT,
)
@when(
    parsers.parse("{enhet} försöker skapa ett eget reservnummer för {alias:NyttNamn} från {kommun}", extra_types=TYPES),
    converters=CONVERT,
)
def make_in_kommun(stage: Stage, enhet: str, alias: str, kommun: str) -> None:
    """Kommunens system delar ut ett nummer i VGR-format utan att fråga någon; personen finns bara där."""
    stage.registry.make_in_kommun(alias, kommun, unit=enhet)


@then(parsers.parse("nekar kommunens system {enhet} det, eftersom {skal}", extra_types=TYPES), converters=CONVERT)
def expect_kommun_refused(stage: Stage, enhet: str, skal: Reason) -> None:
    """Det enheten senast gjorde i kommunens system gick inte, av det skälet."""
    stage.registry.expect_kommun_refused(enhet, codes=skal.codes, reason=skal.text)


@then(
    parsers.parse("ser {enhet} i personuppgiftstjänsten att numret för {alias:Namn} är en annans", extra_types=TYPES),
    converters=CONVERT,
)
def expect_flagged(stage: Stage, enhet: str, alias: str) -> None:
    """Krocken är antecknad, en gång, med den som kom med numret."""
    stage.registry.expect_flagged(alias, unit=enhet, there=True)


@then(
    parsers.parse("ser {enhet} i personuppgiftstjänsten ingen krock om {alias:Namn}", extra_types=TYPES),
    converters=CONVERT,
)
def expect_unflagged(stage: Stage, enhet: str, alias: str) -> None:
    """Ingen krock är antecknad."""
    stage.registry.expect_flagged(alias, unit=enhet, there=False)


@given(
    parsers.parse("att {alias:Namn} har fått personnummer som {huvud:NyttNamn}, {hanvisning}", extra_types=TYPES),
    converters=CONVERT,
)
@when(
    parsers.parse("{alias:Namn} får personnummer som {huvud:NyttNamn}, {hanvisning}", extra_types=TYPES),
    converters=CONVERT,
)
def give_personnummer(stage: Stage, alias: str, huvud: str, hanvisning: Referring) -> None:
    """Skatteverket ger någon ett nytt nummer. Det nya namnet är samma person, under det nya numret."""
    stage.registry.give_personnummer(alias, huvud, hanvisning)
