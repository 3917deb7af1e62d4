"""Meningar om Melior och roboten som för över från Melior till SAMSA, och om hur ofta något har gjorts.

Efter inskrivningen i Melior gäller övriga meningar patientens ärende i SAMSA, som roboten öppnar.
"""

from __future__ import annotations

from datetime import date, time

from pytest_bdd import given, parsers, then, when

from steps.definitions.fields import CONVERT, TYPES
from steps.dsl.values import moment
from steps.stage import Stage
from testdata.model import MessageKind, Need


@given(
    parsers.parse(
        "att läkaren på {enhet} har skrivit in {alias:Namn}, som behöver {behov}, i Melior den {dag:Dag} {kl:Kl}",
        extra_types=TYPES,
    ),
    converters=CONVERT,
)
@when(
    parsers.parse(
        "läkaren på {enhet} skriver in {alias:Namn}, som behöver {behov}, i Melior den {dag:Dag} {kl:Kl}",
        extra_types=TYPES,
    ),
    converters=CONVERT,
)
def admit(stage: Stage, enhet: str, alias: str, behov: frozenset[Need], dag: date, kl: time) -> None:
    """Läkaren skriver in patienten i sjukhusets journal och bedömer behovet; SAMSA vet ännu inget."""
    stage.robot.admit(alias, unit=enhet, needs=behov, at=moment(dag, kl))


@given(
    parsers.parse(
        'att {enhet} har skrivit utskrivningsinformation för {alias:Namn} i Melior med texten "{orsak:Text}"',
        extra_types=TYPES,
    ),
    converters=CONVERT,
)
@when(
    parsers.parse(
        '{enhet} skriver utskrivningsinformation för {alias:Namn} i Melior med texten "{orsak:Text}"', extra_types=TYPES
    ),
    converters=CONVERT,
)
def inform(stage: Stage, enhet: str, alias: str, orsak: str) -> None:
    """Informationen står i journalen tills roboten för över den."""
    stage.robot.inform(alias, unit=enhet, text=orsak)


@given(parsers.parse("att roboten har kört på {enhet} den {dag:Dag} {kl:Kl}", extra_types=TYPES), converters=CONVERT)
@when(parsers.parse("roboten kör på {enhet} den {dag:Dag} {kl:Kl}", extra_types=TYPES), converters=CONVERT)
def run(stage: Stage, enhet: str, dag: date, kl: time) -> None:
    """Roboten för över det som enheten har skrivit i Melior och som SAMSA inte har."""
    stage.robot.run(unit=enhet, at=moment(dag, kl))


@then(parsers.parse("har {alias:Namn} ett enda ärende i SAMSA", extra_types=TYPES), converters=CONVERT)
def one_case(stage: Stage, alias: str) -> None:
    """Ärendet finns, och bara en gång."""
    stage.robot.expect_cases(alias, 1)


@then(
    parsers.parse("har {meddelande} för {alias:Namn} skickats en enda gång i SAMSA", extra_types=TYPES),
    converters=CONVERT,
)
def sent_once(stage: Stage, meddelande: MessageKind, alias: str) -> None:
    """Räknat i alla patientens ärenden."""
    stage.robot.expect_sent(alias, meddelande, 1)


@then(parsers.parse("visar roboten ett fel för {alias:Namn} på {enhet}", extra_types=TYPES), converters=CONVERT)
def shows_failure(stage: Stage, alias: str, enhet: str) -> None:
    """Enheten ser att något inte kunde föras över."""
    stage.robot.expect_failure(alias, unit=enhet, there=True)


@then(parsers.parse("visar roboten inget fel för {alias:Namn} på {enhet}", extra_types=TYPES), converters=CONVERT)
def shows_none(stage: Stage, alias: str, enhet: str) -> None:
    """Ingenting återstår för patienten."""
    stage.robot.expect_failure(alias, unit=enhet, there=False)
