"""Meningar om inskrivning, behov, inskrivningsmeddelande och kvittens.

»… har skrivit in« hör till Givet, »… skriver in« till När. Skriv »försöker« när det är meningen att systemet ska neka.
"""

from __future__ import annotations

from datetime import date, time

from pytest_bdd import given, parsers, when

from steps.definitions.fields import CONVERT, TYPES
from steps.dsl.values import moment
from steps.stage import Stage
from testdata.model import MessageKind, Need, System


@given(
    parsers.parse("att {enhet} har skrivit in {alias:Namn} i {system:Ord} den {dag:Dag} {kl:Kl}", extra_types=TYPES),
    converters=CONVERT,
)
@when(
    parsers.parse("{enhet} skriver in {alias:Namn} i {system:Ord} den {dag:Dag} {kl:Kl}", extra_types=TYPES),
    converters=CONVERT,
)
@when(
    parsers.parse("{enhet} försöker skriva in {alias:Namn} i {system:Ord} den {dag:Dag} {kl:Kl}", extra_types=TYPES),
    converters=CONVERT,
)
def admit(stage: Stage, enhet: str, alias: str, system: System, dag: date, kl: time) -> None:
    """Slutenvården öppnar ett ärende med de parter som ska medverka."""
    stage.case.admit(alias, unit=enhet, system=system, at=moment(dag, kl))


@given(
    parsers.parse(
        "att läkaren på {enhet} har bedömt att {alias:Namn} behöver {behov} den {dag:Dag} {kl:Kl}",
        extra_types=TYPES,
    ),
    converters=CONVERT,
)
@when(
    parsers.parse(
        "läkaren på {enhet} bedömer att {alias:Namn} behöver {behov} den {dag:Dag} {kl:Kl}", extra_types=TYPES
    ),
    converters=CONVERT,
)
def assess_needs(stage: Stage, enhet: str, alias: str, behov: frozenset[Need], dag: date, kl: time) -> None:
    """Behandlande läkare bedömer vilka insatser som behövs efter utskrivningen."""
    stage.case.assess_needs(alias, unit=enhet, needs=behov, at=moment(dag, kl))


@given(
    parsers.parse(
        "att {enhet} har skickat inskrivningsmeddelande för {alias:Namn} den {dag:Dag} {kl:Kl}", extra_types=TYPES
    ),
    converters=CONVERT,
)
@when(
    parsers.parse("{enhet} skickar inskrivningsmeddelande för {alias:Namn} den {dag:Dag} {kl:Kl}", extra_types=TYPES),
    converters=CONVERT,
)
@when(
    parsers.parse(
        "{enhet} försöker skicka inskrivningsmeddelande för {alias:Namn} den {dag:Dag} {kl:Kl}", extra_types=TYPES
    ),
    converters=CONVERT,
)
def send_inskrivningsmeddelande(stage: Stage, enhet: str, alias: str, dag: date, kl: time) -> None:
    """Meddelandet går till de enheter som läkarens bedömning berör."""
    stage.case.send_inskrivningsmeddelande(alias, unit=enhet, at=moment(dag, kl))


@when(
    parsers.parse(
        "{enhet} skickar inskrivningsmeddelande för {alias:Namn} den {dag:Dag} {kl:Kl} med beräknad utskrivning den {utskrivning:Dag}",
        extra_types=TYPES,
    ),
    converters=CONVERT,
)
def send_inskrivningsmeddelande_with_date(
    stage: Stage, enhet: str, alias: str, dag: date, kl: time, utskrivning: date
) -> None:
    """Som ovan, med den beräknade utskrivningen utskriven."""
    stage.case.send_inskrivningsmeddelande(alias, unit=enhet, at=moment(dag, kl), planned_discharge=utskrivning)


@given(
    parsers.parse(
        "att {enhet} har ändrat beräknad utskrivning för {alias:Namn} till den {utskrivning:Dag}", extra_types=TYPES
    ),
    converters=CONVERT,
)
@when(
    parsers.parse("{enhet} ändrar beräknad utskrivning för {alias:Namn} till den {utskrivning:Dag}", extra_types=TYPES),
    converters=CONVERT,
)
def change_planned_discharge(stage: Stage, enhet: str, alias: str, utskrivning: date) -> None:
    """Ändringen meddelas dem som fått inskrivningsmeddelandet."""
    stage.case.change_planned_discharge(alias, unit=enhet, planned_discharge=utskrivning)


@given(
    parsers.parse("att {enhet} har kvitterat {meddelande} för {alias:Namn} den {dag:Dag} {kl:Kl}", extra_types=TYPES),
    converters=CONVERT,
)
@when(
    parsers.parse("{enhet} kvitterar {meddelande} för {alias:Namn} den {dag:Dag} {kl:Kl}", extra_types=TYPES),
    converters=CONVERT,
)
@when(
    parsers.parse("{enhet} försöker kvittera {meddelande} för {alias:Namn} den {dag:Dag} {kl:Kl}", extra_types=TYPES),
    converters=CONVERT,
)
def acknowledge(stage: Stage, enhet: str, alias: str, meddelande: MessageKind, dag: date, kl: time) -> None:
    """Mottagande enhet bekräftar att den har tagit emot meddelandet."""
    stage.case.acknowledge(alias, unit=enhet, kind=meddelande, at=moment(dag, kl))
