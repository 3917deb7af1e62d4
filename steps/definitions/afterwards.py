"""Meningar om reservrutin: det som gjordes med telefon och blankett medan systemet var nere, och registreras efteråt.

Klockan i scenariot är när det registreras; dagen och klockslaget i meningen är när det hände.
"""

from __future__ import annotations

from datetime import date, time

from pytest_bdd import given, parsers, then, when

from steps.definitions.fields import CONVERT, TYPES
from steps.dsl.values import moment
from steps.stage import Stage
from testdata.model import MessageKind, System


@given(
    parsers.parse(
        "att {enhet} har efterregistrerat {meddelande} för {alias:Namn}, som lämnades med reservrutin den {dag:Dag} {kl:Kl}",
        extra_types=TYPES,
    ),
    converters=CONVERT,
)
@when(
    parsers.parse(
        "{enhet} efterregistrerar {meddelande} för {alias:Namn}, som lämnades med reservrutin den {dag:Dag} {kl:Kl}",
        extra_types=TYPES,
    ),
    converters=CONVERT,
)
@when(
    parsers.parse(
        "{enhet} försöker efterregistrera {meddelande} för {alias:Namn}, som lämnades med reservrutin den {dag:Dag} {kl:Kl}",
        extra_types=TYPES,
    ),
    converters=CONVERT,
)
def register_afterwards(stage: Stage, enhet: str, meddelande: MessageKind, alias: str, dag: date, kl: time) -> None:
    """Slutenvården registrerar nu det som den lämnade på annat sätt när systemet var nere."""
    stage.case.register_afterwards(alias, unit=enhet, kind=meddelande, happened_at=moment(dag, kl))


@then(
    parsers.parse(
        "är {meddelande} för {alias:Namn} märkt som efterregistrerat i {system:Ord}, med tiden den {dag:Dag} {kl:Kl}",
        extra_types=TYPES,
    ),
    converters=CONVERT,
)
def registered_afterwards(
    stage: Stage, meddelande: MessageKind, alias: str, system: System, dag: date, kl: time
) -> None:
    """Meddelandet räknas från när det lämnades, och det syns att det registrerades efteråt."""
    stage.outcomes.expect_registered_afterwards(alias, system, meddelande, moment(dag, kl))


@then(
    parsers.parse("är {meddelande} för {alias:Namn} inte märkt som efterregistrerat i {system:Ord}", extra_types=TYPES),
    converters=CONVERT,
)
def not_registered_afterwards(stage: Stage, meddelande: MessageKind, alias: str, system: System) -> None:
    """Meddelandet är skickat som vanligt."""
    stage.outcomes.expect_not_registered_afterwards(alias, system, meddelande)
