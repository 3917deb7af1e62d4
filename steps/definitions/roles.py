"""Meningar där någon med en viss roll handlar: läsbehörig, rapportanalytiker, ärendeavslutare, loggranskare.

Andra meningar låter enheten handla genom den som brukar sköta meddelanden där. De här prövar vad en roll får göra.
"""

from __future__ import annotations

from pytest_bdd import parsers, when

from steps.definitions.fields import CONVERT, TYPES
from steps.stage import Stage
from testdata.model import MessageKind


@when(
    parsers.parse("{enhet} kvitterar {meddelande} för {alias:Namn} med rollen {roll:Ord}", extra_types=TYPES),
    converters=CONVERT,
)
@when(
    parsers.parse("{enhet} försöker kvittera {meddelande} för {alias:Namn} med rollen {roll:Ord}", extra_types=TYPES),
    converters=CONVERT,
)
def acknowledge_as(stage: Stage, roll: str, enhet: str, meddelande: MessageKind, alias: str) -> None:
    """Någon med den rollen kvitterar, nu."""
    stage.case.acknowledge(alias, unit=enhet, kind=meddelande, role=roll)


@when(
    parsers.parse("{enhet} skickar {brev} för {alias:Namn} med rollen {roll:Ord}", extra_types=TYPES),
    converters=CONVERT,
)
@when(
    parsers.parse("{enhet} försöker skicka {brev} för {alias:Namn} med rollen {roll:Ord}", extra_types=TYPES),
    converters=CONVERT,
)
def write_as(stage: Stage, roll: str, enhet: str, brev: MessageKind, alias: str) -> None:
    """Någon med den rollen skickar ett meddelande, nu."""
    stage.handling.write(alias, unit=enhet, kind=brev, text="Hur går det?", role=roll)


@when(
    parsers.parse(
        '{enhet} avslutar ärendet för {alias:Namn} med orsaken "{orsak:Text}" och rollen {roll:Ord}', extra_types=TYPES
    ),
    converters=CONVERT,
)
@when(
    parsers.parse(
        '{enhet} försöker avsluta ärendet för {alias:Namn} med orsaken "{orsak:Text}" och rollen {roll:Ord}',
        extra_types=TYPES,
    ),
    converters=CONVERT,
)
def close_as(stage: Stage, roll: str, enhet: str, alias: str, orsak: str) -> None:
    """Någon med den rollen avslutar ärendet, nu."""
    stage.case.close(alias, unit=enhet, reason=orsak, role=roll)


@when(
    parsers.parse("{enhet} öppnar {meddelande} för {alias:Namn} med rollen {roll:Ord}", extra_types=TYPES),
    converters=CONVERT,
)
@when(
    parsers.parse("{enhet} försöker öppna {meddelande} för {alias:Namn} med rollen {roll:Ord}", extra_types=TYPES),
    converters=CONVERT,
)
def open_as(stage: Stage, roll: str, enhet: str, meddelande: MessageKind, alias: str) -> None:
    """Någon med den rollen läser meddelandet, nu."""
    stage.handling.open_message(alias, unit=enhet, kind=meddelande, role=roll)
