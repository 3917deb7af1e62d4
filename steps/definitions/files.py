"""Meningar om bifogade filer och om vem som har läst vad.

En fil skrivs som »en pdf-fil«, »en pdf-fil på 11 MB«, »en exe-fil«, »ett program som kallas pdf« eller »en fil med skadlig
kod som kallas pdf«.
"""

from __future__ import annotations

from pytest_bdd import given, parsers, then, when

from steps.definitions.fields import CONVERT, TYPES
from steps.stage import Stage
from testdata.handling import NewFile
from testdata.model import System


@given(parsers.parse("att {enhet} har bifogat {fil} för {alias:Namn}", extra_types=TYPES), converters=CONVERT)
@when(parsers.parse("{enhet} bifogar {fil} för {alias:Namn}", extra_types=TYPES), converters=CONVERT)
@when(parsers.parse("{enhet} försöker bifoga {fil} för {alias:Namn}", extra_types=TYPES), converters=CONVERT)
def attach(stage: Stage, enhet: str, fil: NewFile, alias: str) -> None:
    """Filen bifogas patientens ärende."""
    stage.handling.attach(alias, unit=enhet, file=fil)


@then(
    parsers.parse("kan {enhet} öppna filen för {alias:Namn} oförändrad i {system:Ord}", extra_types=TYPES),
    converters=CONVERT,
)
def opens_file(stage: Stage, enhet: str, alias: str, system: System) -> None:
    """Enheten får ut filen som senast bifogades, byte för byte."""
    stage.handled.expect_file(alias, system, unit=enhet)


@then(
    parsers.parse("kan {enhet} inte öppna filen för {alias:Namn} i {system:Ord}", extra_types=TYPES), converters=CONVERT
)
def opens_no_file(stage: Stage, enhet: str, alias: str, system: System) -> None:
    """Systemet nekar enheten filen som senast bifogades."""
    stage.handled.expect_no_file_for(alias, system, unit=enhet)


@then(
    parsers.parse("visar {system:Ord} att {enhet} har bifogat filen för {alias:Namn}", extra_types=TYPES),
    converters=CONVERT,
)
def shows_uploader(stage: Stage, system: System, enhet: str, alias: str) -> None:
    """Ärendets fillista har filen, med namnet på den som bifogade den."""
    stage.handled.expect_uploader(alias, system, unit=enhet)


@when(parsers.parse("{enhet} läser ärendet för {alias:Namn} i {system:Ord}", extra_types=TYPES), converters=CONVERT)
def reads_case(stage: Stage, enhet: str, alias: str, system: System) -> None:
    """Någon på enheten öppnar det som systemet visar om patienten."""
    stage.case.read(alias, unit=enhet, system=system)


@then(
    parsers.parse(
        "ser loggranskaren på {granskare} att {enhet} har läst {vad} om {alias:Namn} i {system:Ord}", extra_types=TYPES
    ),
    converters=CONVERT,
)
def in_read_log(stage: Stage, granskare: str, enhet: str, vad: str, alias: str, system: System) -> None:
    """Läsningen står i loggen med enhet och vad som lästes."""
    stage.handled.expect_reading(alias, system, reviewer=granskare, unit=enhet, what=vad)
