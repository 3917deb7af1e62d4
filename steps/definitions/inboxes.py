"""Meningar om inkorgar: delade, obevakade och räknade, om enheter som läggs ned eller byter namn, och om HSA-id."""

from __future__ import annotations

from datetime import date

from pytest_bdd import given, parsers, then, when

from steps.definitions.fields import CONVERT, TYPES
from steps.stage import Stage
from testdata.model import MessageKind, System


@given(parsers.parse("att {enhet} och {mottagare} delar inkorg", extra_types=TYPES), converters=CONVERT)
def share(stage: Stage, enhet: str, mottagare: str) -> None:
    """Vilka enheter som delar inkorg i Millennium är inte beslutat, så scenariot säger det."""
    stage.inboxes.share(enhet, mottagare)


@given(parsers.parse("att {enhet} läggs ned den {dag:Dag}", extra_types=TYPES), converters=CONVERT)
def close_unit(stage: Stage, enhet: str, dag: date) -> None:
    """Enheten tar inte emot något nytt från den dagen."""
    stage.inboxes.close_unit(enhet, dag)


@given(parsers.parse('att {enhet} byter namn till "{orsak:Text}" den {dag:Dag}', extra_types=TYPES), converters=CONVERT)
def rename_unit(stage: Stage, enhet: str, orsak: str, dag: date) -> None:
    """Enheten är densamma, med nytt namn från den dagen."""
    stage.inboxes.rename_unit(enhet, orsak, dag)


@given(
    parsers.parse("att {enhet} har tagit {meddelande} för {alias:Namn} i den delade inkorgen", extra_types=TYPES),
    converters=CONVERT,
)
@when(
    parsers.parse("{enhet} tar {meddelande} för {alias:Namn} i den delade inkorgen", extra_types=TYPES),
    converters=CONVERT,
)
@when(
    parsers.parse("{enhet} försöker ta {meddelande} för {alias:Namn} i den delade inkorgen", extra_types=TYPES),
    converters=CONVERT,
)
def take(stage: Stage, enhet: str, meddelande: MessageKind, alias: str) -> None:
    """En av dem som delar inkorgen tar hand om meddelandet."""
    stage.inboxes.take(alias, unit=enhet, kind=meddelande)


@then(
    parsers.parse("ligger {meddelande} för {alias:Namn} i inkorgen hos {enhet} i {system:Ord}", extra_types=TYPES),
    converters=CONVERT,
)
def seen(stage: Stage, enhet: str, meddelande: MessageKind, alias: str, system: System) -> None:
    """Meddelandet ligger i enhetens inkorg, eller i den som enheten delar."""
    stage.inboxes.expect_seen(alias, unit=enhet, kind=meddelande, system=system)


@then(
    parsers.parse(
        "ser {granskare} att {enhet} har tagit {meddelande} för {alias:Namn} i {system:Ord}", extra_types=TYPES
    ),
    converters=CONVERT,
)
def taken(stage: Stage, granskare: str, enhet: str, meddelande: MessageKind, alias: str, system: System) -> None:
    """De andra ser vem som tog det."""
    stage.inboxes.expect_taken(alias, seen_by=granskare, unit=enhet, kind=meddelande, system=system)


@then(
    parsers.parse("ligger {antal:Antal} utan kvittens hos {enhet} i {system:Ord}", extra_types=TYPES),
    converters=CONVERT,
)
def waiting(stage: Stage, antal: int, enhet: str, system: System) -> None:
    """Systemet räknar bara sitt eget: meddelanden till enheten som väntar på kvittens."""
    stage.inboxes.expect_waiting(enhet, antal, system)


@then(
    parsers.parse("syns {meddelande} för {alias:Namn} som obevakat hos {enhet} i {system:Ord}", extra_types=TYPES),
    converters=CONVERT,
)
def unwatched(stage: Stage, meddelande: MessageKind, alias: str, enhet: str, system: System) -> None:
    """Både enheten och avsändaren ser att ingen har kvitterat i tid."""
    stage.inboxes.expect_unwatched(alias, unit=enhet, kind=meddelande, system=system, is_so=True)


@then(
    parsers.parse("syns {meddelande} för {alias:Namn} inte som obevakat hos {enhet} i {system:Ord}", extra_types=TYPES),
    converters=CONVERT,
)
def watched(stage: Stage, meddelande: MessageKind, alias: str, enhet: str, system: System) -> None:
    """Meddelandet finns, och varken enheten eller avsändaren ser det som obevakat."""
    stage.inboxes.expect_unwatched(alias, unit=enhet, kind=meddelande, system=system, is_so=False)


@then(parsers.parse('heter {enhet} "{orsak:Text}" i Millenniumenheter', extra_types=TYPES), converters=CONVERT)
def named(stage: Stage, enhet: str, orsak: str) -> None:
    """Katalogens namn på enheten i dag."""
    stage.inboxes.expect_name(enhet, orsak)


@then(parsers.parse('godtar Millenniumenheter "{orsak:Text}" som HSA-id', extra_types=TYPES), converters=CONVERT)
def accepts(stage: Stage, orsak: str) -> None:
    """Katalogen tar emot det som ett HSA-id, vare sig någon enhet har det eller inte."""
    stage.inboxes.expect_hsa_id(orsak, is_accepted=True)


@then(parsers.parse('avvisar Millenniumenheter "{orsak:Text}" som HSA-id', extra_types=TYPES), converters=CONVERT)
def rejects(stage: Stage, orsak: str) -> None:
    """Katalogen säger att ingen enhet kan ha det."""
    stage.inboxes.expect_hsa_id(orsak, is_accepted=False)
