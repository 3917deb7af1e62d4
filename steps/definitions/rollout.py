"""Meningar om systemval, inkorgar och SAMSA-ärende pågår."""

from __future__ import annotations

from datetime import date

from pytest_bdd import parsers, then

from steps.definitions.fields import CONVERT, TYPES
from steps.stage import Stage
from testdata.model import System


@then(
    parsers.parse(
        "hör ett ärende för {alias:Namn} på {sjukhus} till {system:Ord} enligt Millenniumenheter", extra_types=TYPES
    ),
    converters=CONVERT,
)
def chosen_system(stage: Stage, alias: str, sjukhus: str, system: System) -> None:
    """Katalogens svar för scenariots dag."""
    stage.rollout.expect_choice(alias, sjukhus, system)


@then(
    parsers.parse(
        "avgörs systemvalet för {alias:Namn} på {sjukhus} av {enhet} med driftstart den {driftstart:Dag}",
        extra_types=TYPES,
    ),
    converters=CONVERT,
)
def deciding_part(stage: Stage, alias: str, sjukhus: str, enhet: str, driftstart: date) -> None:
    """Katalogens svar anger vilken part och vilket datum som avgjorde."""
    stage.rollout.expect_deciding(alias, sjukhus, enhet, driftstart)


@then(
    parsers.parse("finns inkorgen för {enhet} i {system:Ord} enligt Millenniumenheter", extra_types=TYPES),
    converters=CONVERT,
)
def inbox_in_system(stage: Stage, enhet: str, system: System) -> None:
    """Katalogen anger systemet, och systemet har den inkorg som katalogen anger."""
    stage.rollout.expect_inbox(enhet, system)


@then(
    parsers.parse("syns {enhet} som valbar mottagare för {avsandare} i {system:Ord}", extra_types=TYPES),
    converters=CONVERT,
)
def selectable(stage: Stage, enhet: str, avsandare: str, system: System) -> None:
    """Enheten finns i avsändarens mottagarlista."""
    stage.rollout.expect_selectable(enhet, avsandare, system)


@then(
    parsers.parse(
        "är {enhet} varken synlig eller valbar som mottagare för {avsandare} i {system:Ord}", extra_types=TYPES
    ),
    converters=CONVERT,
)
def not_selectable(stage: Stage, enhet: str, avsandare: str, system: System) -> None:
    """Enheten finns inte i avsändarens mottagarlista."""
    stage.rollout.expect_not_selectable(enhet, avsandare, system)


@then(
    parsers.parse("ser {enhet} i Samvy att SAMSA-ärende pågår för {alias:Namn}", extra_types=TYPES), converters=CONVERT
)
def samsa_notice(stage: Stage, enhet: str, alias: str) -> None:
    """Flaggan visas i Samvy."""
    stage.coexistence.expect_samsa_notice(alias, seen_by=enhet, shown=True)


@then(parsers.parse("ser {enhet} i Samvy inget SAMSA-ärende för {alias:Namn}", extra_types=TYPES), converters=CONVERT)
def no_samsa_notice(stage: Stage, enhet: str, alias: str) -> None:
    """Flaggan visas inte i Samvy."""
    stage.coexistence.expect_samsa_notice(alias, seen_by=enhet, shown=False)
