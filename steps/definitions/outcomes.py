"""Meningar om vad ärendet visar."""

from __future__ import annotations

from datetime import date, time, timedelta

from pytest_bdd import parsers, then

from steps.definitions.fields import CONVERT, TYPES
from steps.dsl.reasons import Reason
from steps.dsl.values import moment
from steps.stage import Stage
from testdata.model import CaseState, MessageKind, System


@then(parsers.parse("har {alias:Namn} ett pågående ärende i {system:Ord}", extra_types=TYPES), converters=CONVERT)
def open_case(stage: Stage, alias: str, system: System) -> None:
    """Systemet visar ett ärende som inte är avslutat."""
    stage.outcomes.expect_open_case(alias, system)


@then(parsers.parse("har {alias:Namn} inget pågående ärende i {system:Ord}", extra_types=TYPES), converters=CONVERT)
def no_open_case(stage: Stage, alias: str, system: System) -> None:
    """Systemet visar inget ärende, eller bara avslutade."""
    stage.outcomes.expect_no_open_case(alias, system)


@then(parsers.parse('är läget för {alias:Namn} "{lage}" i {system:Ord}', extra_types=TYPES), converters=CONVERT)
def state_of_case(stage: Stage, alias: str, lage: CaseState, system: System) -> None:
    """Ärendets läge, med de ord systemets användare ser."""
    stage.outcomes.expect_state(alias, system, lage)


@then(
    parsers.parse("har {meddelande} för {alias:Namn} nått {enhet} i {system:Ord}", extra_types=TYPES),
    converters=CONVERT,
)
def message_reached(stage: Stage, meddelande: MessageKind, alias: str, enhet: str, system: System) -> None:
    """Enheten är mottagare och meddelandet ligger i dess inkorg."""
    stage.outcomes.expect_reached(alias, system, meddelande, enhet)


@then(
    parsers.parse("har {meddelande} för {alias:Namn} inte nått {enhet} i {system:Ord}", extra_types=TYPES),
    converters=CONVERT,
)
def message_not_reached(stage: Stage, meddelande: MessageKind, alias: str, enhet: str, system: System) -> None:
    """Enheten är inte mottagare och meddelandet syns inte i dess inkorg."""
    stage.outcomes.expect_not_reached(alias, system, meddelande, enhet)


@then(
    parsers.parse("är inskrivningsmeddelandet för {alias:Namn} skickat i tid i {system:Ord}", extra_types=TYPES),
    converters=CONVERT,
)
def sent_on_time(stage: Stage, alias: str, system: System) -> None:
    """Meddelandet är inte märkt som försenat."""
    stage.outcomes.expect_on_time(alias, system)


@then(
    parsers.parse("är inskrivningsmeddelandet för {alias:Namn} försenat med {tid} i {system:Ord}", extra_types=TYPES),
    converters=CONVERT,
)
def sent_late(stage: Stage, alias: str, tid: timedelta, system: System) -> None:
    """Meddelandet är märkt som försenat, med tiden efter fristen."""
    stage.outcomes.expect_late(alias, system, tid)


@then(
    parsers.parse("innehåller {meddelande} för {alias:Namn} i {system:Ord}:", extra_types=TYPES),
    converters=CONVERT,
)
def content(stage: Stage, meddelande: MessageKind, alias: str, system: System, datatable: list[list[str]]) -> None:
    """En tabell med uppgift och värde; »ifyllt« betyder att uppgiften finns, »tomt« att den är tom, »saknas« att den inte finns."""
    stage.outcomes.expect_content(alias, system, meddelande, datatable)


@then(
    parsers.parse(
        "ser {avsandare} att en {roll} på {enhet} har kvitterat {meddelande} för {alias:Namn} den {dag:Dag} {kl:Kl}",
        extra_types=TYPES,
    ),
    converters=CONVERT,
)
def acknowledged(
    stage: Stage, avsandare: str, roll: str, enhet: str, meddelande: MessageKind, alias: str, dag: date, kl: time
) -> None:
    """Avsändaren ser vem som har kvitterat, på vilken enhet och när."""
    stage.outcomes.expect_acknowledged(alias, meddelande, seen_by=avsandare, role=roll, unit=enhet, at=moment(dag, kl))


@then(
    parsers.parse("ser {avsandare} att {enhet} inte har kvitterat {meddelande} för {alias:Namn}", extra_types=TYPES),
    converters=CONVERT,
)
def not_acknowledged(stage: Stage, avsandare: str, enhet: str, meddelande: MessageKind, alias: str) -> None:
    """Avsändaren ser att meddelandet är skickat men inte kvitterat."""
    stage.outcomes.expect_not_acknowledged(alias, meddelande, seen_by=avsandare, unit=enhet)


@then(
    parsers.parse("visar {system:Ord} {dygn:d} dygn som utskrivningsklar för {alias:Namn}", extra_types=TYPES),
    converters=CONVERT,
)
def days_as_utskrivningsklar(stage: Stage, system: System, dygn: int, alias: str) -> None:
    """Kalenderdagar från den underrättelse som gäller; samma dag är 0."""
    stage.outcomes.expect_days(alias, system, dygn)


@then(
    parsers.parse("visar {system:Ord} inga dygn som utskrivningsklar för {alias:Namn}", extra_types=TYPES),
    converters=CONVERT,
)
def no_days_as_utskrivningsklar(stage: Stage, system: System, alias: str) -> None:
    """Ingen underrättelse gäller, så inga dygn räknas."""
    stage.outcomes.expect_days(alias, system, None)


@then(
    parsers.parse("nekar {system:Ord} det för {alias:Namn}, eftersom {skal}", extra_types=TYPES),
    converters=CONVERT,
)
def refused(stage: Stage, system: System, alias: str, skal: Reason) -> None:
    """Det som prövades i När nekades, av det skäl som anges."""
    stage.outcomes.expect_refused(alias, system, skal)
