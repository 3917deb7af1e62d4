"""Meningar om vad SIP visar: läge, kallelse, samtycke, möte och vem som ser vad, i båda systemen."""

from __future__ import annotations

from pytest_bdd import parsers, then

from steps.definitions.fields import CONVERT, TYPES
from steps.stage import Stage
from testdata.model import System
from testdata.sip import Consenting, MeetingForm, Requesting, SipState


@then(parsers.parse('är SIP för {alias:Namn} i läget "{siplage}"', extra_types=TYPES), converters=CONVERT)
def state(stage: Stage, alias: str, siplage: SipState) -> None:
    """Läget i det system där den startades."""
    stage.sip_outcomes.expect_state(alias, siplage)


@then(parsers.parse("har {alias:Namn} en aktiv SIP i {system:Ord}", extra_types=TYPES), converters=CONVERT)
def active(stage: Stage, alias: str, system: System) -> None:
    """En, och bara en, är inte slut."""
    stage.sip_outcomes.expect_active(alias, system, there=True)


@then(parsers.parse("har {alias:Namn} ingen aktiv SIP i {system:Ord}", extra_types=TYPES), converters=CONVERT)
def not_active(stage: Stage, alias: str, system: System) -> None:
    """Ingen, eller bara sådana som är slut."""
    stage.sip_outcomes.expect_active(alias, system, there=False)


@then(
    parsers.parse(
        "ser {enhet} i {system:Ord} att {alias:Namn} har en aktiv SIP i det andra systemet", extra_types=TYPES
    ),
    converters=CONVERT,
)
def elsewhere(stage: Stage, enhet: str, system: System, alias: str) -> None:
    """Det syns utan att någon frågar det andra systemet."""
    stage.sip_outcomes.expect_elsewhere(alias, system, unit=enhet, there=True)


@then(
    parsers.parse(
        "ser {enhet} i {system:Ord} att {alias:Namn} inte har någon aktiv SIP i det andra systemet", extra_types=TYPES
    ),
    converters=CONVERT,
)
def not_elsewhere(stage: Stage, enhet: str, system: System, alias: str) -> None:
    """Ingen SIP visas från det andra systemet."""
    stage.sip_outcomes.expect_elsewhere(alias, system, unit=enhet, there=False)


@then(parsers.parse("är kallelsen till SIP för {alias:Namn} skickad i tid", extra_types=TYPES), converters=CONVERT)
def on_time(stage: Stage, alias: str) -> None:
    """Kallelsen är inte märkt som försenad."""
    stage.sip_outcomes.expect_late(alias, None)


@then(
    parsers.parse("är kallelsen till SIP för {alias:Namn} försenad med {dygn:d} dygn", extra_types=TYPES),
    converters=CONVERT,
)
def late(stage: Stage, alias: str, dygn: int) -> None:
    """Kallelsen är märkt, med dygnen efter sista dagen."""
    stage.sip_outcomes.expect_late(alias, dygn)


@then(parsers.parse("är SIP för {alias:Namn} uppföljd {dygn:d} gånger", extra_types=TYPES), converters=CONVERT)
def followed_up(stage: Stage, alias: str, dygn: int) -> None:
    """Så många uppföljningar står i planen."""
    stage.sip_outcomes.expect_follow_ups(alias, dygn)


@then(parsers.parse("visar SIP för {alias:Namn} att mötet var ett {motesform}", extra_types=TYPES), converters=CONVERT)
def form(stage: Stage, alias: str, motesform: MeetingForm) -> None:
    """Mötesformen står i planen."""
    stage.sip_outcomes.expect_form(alias, motesform)


@then(parsers.parse("visar SIP för {alias:Namn} att {samtyckande} har samtyckt", extra_types=TYPES), converters=CONVERT)
def consented(stage: Stage, alias: str, samtyckande: Consenting) -> None:
    """Det senaste svaret är ett ja, av den som nämns."""
    stage.sip_outcomes.expect_consent(alias, samtyckande)


@then(parsers.parse("är {mottagare} kallad till SIP för {alias:Namn}", extra_types=TYPES), converters=CONVERT)
def summoned(stage: Stage, mottagare: str, alias: str) -> None:
    """Enheten står bland de kallade."""
    stage.sip_outcomes.expect_summoned(alias, mottagare)


@then(parsers.parse('är "{orsak:Text}" inbjuden till SIP för {alias:Namn}', extra_types=TYPES), converters=CONVERT)
def invited(stage: Stage, orsak: str, alias: str) -> None:
    """Den som inte är en huvudmans enhet står bland de inbjudna."""
    stage.sip_outcomes.expect_invited(alias, orsak)


@then(parsers.parse("ser {enhet} innehållet i SIP för {alias:Namn}", extra_types=TYPES), converters=CONVERT)
def sees(stage: Stage, enhet: str, alias: str) -> None:
    """Enheten deltar och läser vad som står i planen."""
    stage.sip_outcomes.expect_content(alias, unit=enhet, there=True)


@then(parsers.parse("ser {enhet} bara att SIP för {alias:Namn} finns", extra_types=TYPES), converters=CONVERT)
def sees_not(stage: Stage, enhet: str, alias: str) -> None:
    """Enheten deltar inte och ser inget av vad som står i planen."""
    stage.sip_outcomes.expect_content(alias, unit=enhet, there=False)


@then(parsers.parse("visar SIP för {alias:Namn} att {begarande} har begärt den", extra_types=TYPES), converters=CONVERT)
def requested(stage: Stage, alias: str, begarande: Requesting) -> None:
    """Begäran är dokumenterad."""
    stage.sip_outcomes.expect_requested(alias, begarande)


@then(
    parsers.parse("är SIP för {alias:Namn} märkt som ej kontrollerad mot det andra systemet", extra_types=TYPES),
    converters=CONVERT,
)
def unchecked(stage: Stage, alias: str) -> None:
    """Den startades medan det andra systemet inte svarade."""
    stage.sip_outcomes.expect_unchecked(alias)
