"""Meningar om utskrivningsklar, återtagande, utskrivning och avslut."""

from __future__ import annotations

from datetime import date, time

from pytest_bdd import given, parsers, when

from steps.definitions.fields import CONVERT, TYPES
from steps.dsl.values import moment
from steps.stage import Stage


@given(
    parsers.parse(
        "att läkaren på {enhet} har bedömt {alias:Namn} som utskrivningsklar den {dag:Dag} {kl:Kl}",
        extra_types=TYPES,
    ),
    converters=CONVERT,
)
@when(
    parsers.parse(
        "läkaren på {enhet} bedömer {alias:Namn} som utskrivningsklar den {dag:Dag} {kl:Kl}", extra_types=TYPES
    ),
    converters=CONVERT,
)
def assess_utskrivningsklar(stage: Stage, enhet: str, alias: str, dag: date, kl: time) -> None:
    """Behandlande läkare bedömer att patienten inte längre behöver sluten vård."""
    stage.case.assess_utskrivningsklar(alias, unit=enhet, at=moment(dag, kl))


@given(
    parsers.parse(
        "att {enhet} har underrättat om att {alias:Namn} är utskrivningsklar den {dag:Dag} {kl:Kl}",
        extra_types=TYPES,
    ),
    converters=CONVERT,
)
@when(
    parsers.parse(
        "{enhet} underrättar om att {alias:Namn} är utskrivningsklar den {dag:Dag} {kl:Kl}", extra_types=TYPES
    ),
    converters=CONVERT,
)
@when(
    parsers.parse(
        "{enhet} försöker underrätta om att {alias:Namn} är utskrivningsklar den {dag:Dag} {kl:Kl}",
        extra_types=TYPES,
    ),
    converters=CONVERT,
)
def announce_utskrivningsklar(stage: Stage, enhet: str, alias: str, dag: date, kl: time) -> None:
    """Underrättelsen går till alla berörda enheter."""
    stage.case.announce_utskrivningsklar(alias, unit=enhet, at=moment(dag, kl))


@given(
    parsers.parse(
        "att {enhet} har återtagit utskrivningsklar för {alias:Namn} den {dag:Dag} {kl:Kl}", extra_types=TYPES
    ),
    converters=CONVERT,
)
@when(
    parsers.parse("{enhet} återtar utskrivningsklar för {alias:Namn} den {dag:Dag} {kl:Kl}", extra_types=TYPES),
    converters=CONVERT,
)
def withdraw_utskrivningsklar(stage: Stage, enhet: str, alias: str, dag: date, kl: time) -> None:
    """Patienten har blivit sämre och är inte längre utskrivningsklar."""
    stage.case.withdraw_utskrivningsklar(alias, unit=enhet, at=moment(dag, kl))


@given(
    parsers.parse("att {enhet} har skrivit ut {alias:Namn} den {dag:Dag} {kl:Kl}", extra_types=TYPES),
    converters=CONVERT,
)
@when(
    parsers.parse("{enhet} skriver ut {alias:Namn} den {dag:Dag} {kl:Kl}", extra_types=TYPES),
    converters=CONVERT,
)
def discharge(stage: Stage, enhet: str, alias: str, dag: date, kl: time) -> None:
    """Patienten lämnar sjukhuset."""
    stage.case.discharge(alias, unit=enhet, at=moment(dag, kl))


@given(parsers.parse("att {enhet} har avslutat ärendet för {alias:Namn}", extra_types=TYPES), converters=CONVERT)
@when(parsers.parse("{enhet} avslutar ärendet för {alias:Namn}", extra_types=TYPES), converters=CONVERT)
@when(parsers.parse("{enhet} försöker avsluta ärendet för {alias:Namn}", extra_types=TYPES), converters=CONVERT)
def close(stage: Stage, enhet: str, alias: str) -> None:
    """Avslutar ett ärende där allt är kvitterat."""
    stage.case.close(alias, unit=enhet, reason=None)


@given(
    parsers.parse('att {enhet} har avslutat ärendet för {alias:Namn} med orsaken "{orsak:Text}"', extra_types=TYPES),
    converters=CONVERT,
)
@when(
    parsers.parse('{enhet} avslutar ärendet för {alias:Namn} med orsaken "{orsak:Text}"', extra_types=TYPES),
    converters=CONVERT,
)
def close_with_reason(stage: Stage, enhet: str, alias: str, orsak: str) -> None:
    """Avslutar ett ärende fast något inte är kvitterat."""
    stage.case.close(alias, unit=enhet, reason=orsak)
