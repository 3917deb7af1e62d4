"""Meningar om SIP: starten, samtycke, kallelse, möte, fastställande, uppföljning och avslut.

De gäller patientens senaste SIP, i det system där den startades. Meningarna är desamma i båda systemen; i Samvy heter den
samordnad plan.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, time

from pytest_bdd import given, parsers, when

from steps.definitions.fields import CONVERT, TYPES
from steps.dsl.values import moment
from steps.stage import Stage
from testdata.model import System
from testdata.sip import Consenting, Gap, MeetingForm, Requesting


@given(parsers.parse("att SIP får startas när det andra systemet inte svarar"))
def let_start_unchecked(stage: Stage) -> None:
    """Vad som gäller vid avbrott är inte beslutat; annars startas ingen SIP då."""
    stage.sips.let_start_unchecked()


@given(
    parsers.parse("att {enhet} har startat en SIP för {alias:Namn} i {system:Ord}", extra_types=TYPES),
    converters=CONVERT,
)
@when(parsers.parse("{enhet} startar en SIP för {alias:Namn} i {system:Ord}", extra_types=TYPES), converters=CONVERT)
@when(
    parsers.parse("{enhet} försöker starta en SIP för {alias:Namn} i {system:Ord}", extra_types=TYPES),
    converters=CONVERT,
)
def start(stage: Stage, enhet: str, alias: str, system: System) -> None:
    """Någon har sett ett behov av SIP."""
    stage.sips.start(alias, unit=enhet, system=system)


@given(
    parsers.parse("att {enhet} har startat en SIP inför utskrivningen av {alias:Namn}", extra_types=TYPES),
    converters=CONVERT,
)
@when(
    parsers.parse("{enhet} startar en SIP inför utskrivningen av {alias:Namn}", extra_types=TYPES), converters=CONVERT
)
def start_at_discharge(stage: Stage, enhet: str, alias: str) -> None:
    """SIP hör till patientens ärende, i det system där ärendet ligger."""
    stage.sips.start_at_discharge(alias, unit=enhet)


@given(
    parsers.parse("att {begarande} har begärt en SIP för {alias:Namn} i {system:Ord} hos {enhet}", extra_types=TYPES),
    converters=CONVERT,
)
@when(
    parsers.parse("{begarande} begär en SIP för {alias:Namn} i {system:Ord} hos {enhet}", extra_types=TYPES),
    converters=CONVERT,
)
def start_on_request(stage: Stage, enhet: str, alias: str, system: System, begarande: Requesting) -> None:
    """Den enskilde eller en närstående har bett om SIP, och det dokumenteras."""
    stage.sips.start(alias, unit=enhet, system=system, requested_by=begarande)


@given(
    parsers.parse("att {samtyckande} har samtyckt till SIP för {alias:Namn} hos {enhet}", extra_types=TYPES),
    converters=CONVERT,
)
@when(
    parsers.parse("{samtyckande} samtycker till SIP för {alias:Namn} hos {enhet}", extra_types=TYPES),
    converters=CONVERT,
)
@when(
    parsers.parse("{samtyckande} försöker samtycka till SIP för {alias:Namn} hos {enhet}", extra_types=TYPES),
    converters=CONVERT,
)
def consent(stage: Stage, samtyckande: Consenting, alias: str, enhet: str) -> None:
    """Enheten dokumenterar ett ja, och vem som gav det."""
    stage.sips.consent(alias, unit=enhet, by=samtyckande, yes=True)


@given(
    parsers.parse("att {samtyckande} har sagt nej till SIP för {alias:Namn} hos {enhet}", extra_types=TYPES),
    converters=CONVERT,
)
@when(
    parsers.parse("{samtyckande} säger nej till SIP för {alias:Namn} hos {enhet}", extra_types=TYPES),
    converters=CONVERT,
)
def decline(stage: Stage, samtyckande: Consenting, alias: str, enhet: str) -> None:
    """Ett nej, också efter ett ja: då är samtycket återkallat."""
    stage.sips.consent(alias, unit=enhet, by=samtyckande, yes=False)


@given(
    parsers.parse("att {enhet} har kallat {kallade} till SIP-möte för {alias:Namn}", extra_types=TYPES),
    converters=CONVERT,
)
@when(parsers.parse("{enhet} kallar {kallade} till SIP-möte för {alias:Namn}", extra_types=TYPES), converters=CONVERT)
@when(
    parsers.parse("{enhet} försöker kalla {kallade} till SIP-möte för {alias:Namn}", extra_types=TYPES),
    converters=CONVERT,
)
def summon(stage: Stage, enhet: str, kallade: Sequence[str], alias: str) -> None:
    """Kallelsen skickas nu; mötet är två veckor senare."""
    stage.sips.summon(alias, unit=enhet, units=kallade)


@when(
    parsers.parse("{enhet} kallar {kallade} till SIP-möte för {alias:Namn} den {dag:Dag} {kl:Kl}", extra_types=TYPES),
    converters=CONVERT,
)
def summon_at(stage: Stage, enhet: str, kallade: Sequence[str], alias: str, dag: date, kl: time) -> None:
    """Kallelsen skickas då; mötet är två veckor senare."""
    stage.sips.summon(alias, unit=enhet, units=kallade, at=moment(dag, kl))


@when(
    parsers.parse(
        '{enhet} kallar {kallade} till SIP-möte för {alias:Namn} och bjuder in "{orsak:Text}"', extra_types=TYPES
    ),
    converters=CONVERT,
)
@when(
    parsers.parse(
        '{enhet} försöker kalla {kallade} till SIP-möte för {alias:Namn} och bjuda in "{orsak:Text}"', extra_types=TYPES
    ),
    converters=CONVERT,
)
def summon_and_invite(stage: Stage, enhet: str, kallade: Sequence[str], orsak: str, alias: str) -> None:
    """Huvudmännens enheter kallas, övriga bjuds in."""
    stage.sips.summon(alias, unit=enhet, units=kallade, others=[orsak])


@given(
    parsers.parse("att SIP-mötet för {alias:Namn} har hållits som {motesform} hos {enhet}", extra_types=TYPES),
    converters=CONVERT,
)
@when(
    parsers.parse("SIP-mötet för {alias:Namn} hålls som {motesform} hos {enhet}", extra_types=TYPES), converters=CONVERT
)
def hold_meeting(stage: Stage, alias: str, motesform: MeetingForm, enhet: str) -> None:
    """Enheten registrerar att mötet är hållet, och hur."""
    stage.sips.hold_meeting(alias, unit=enhet, form=motesform)


@given(parsers.parse("att {enhet} har fastställt SIP för {alias:Namn}", extra_types=TYPES), converters=CONVERT)
@when(parsers.parse("{enhet} fastställer SIP för {alias:Namn}", extra_types=TYPES), converters=CONVERT)
@when(parsers.parse("{enhet} försöker fastställa SIP för {alias:Namn}", extra_types=TYPES), converters=CONVERT)
def establish(stage: Stage, enhet: str, alias: str) -> None:
    """Planen är komplett: insatser, åtgärder av andra, huvudansvarig, och för barn det som krävs därtill."""
    stage.sips.establish(alias, unit=enhet)


@when(
    parsers.parse("{enhet} försöker fastställa SIP för {alias:Namn} utan {lucka}", extra_types=TYPES),
    converters=CONVERT,
)
def establish_without(stage: Stage, enhet: str, alias: str, lucka: Gap) -> None:
    """Planen är komplett så när som på det som nämns."""
    stage.sips.establish(alias, unit=enhet, without=lucka)


@given(parsers.parse("att {enhet} har följt upp SIP för {alias:Namn}", extra_types=TYPES), converters=CONVERT)
@when(parsers.parse("{enhet} följer upp SIP för {alias:Namn}", extra_types=TYPES), converters=CONVERT)
@when(parsers.parse("{enhet} försöker följa upp SIP för {alias:Namn}", extra_types=TYPES), converters=CONVERT)
def follow_up(stage: Stage, enhet: str, alias: str) -> None:
    """En uppföljning till."""
    stage.sips.follow_up(alias, unit=enhet)


@given(parsers.parse("att {enhet} har avslutat SIP för {alias:Namn}", extra_types=TYPES), converters=CONVERT)
@when(parsers.parse("{enhet} avslutar SIP för {alias:Namn}", extra_types=TYPES), converters=CONVERT)
def close(stage: Stage, enhet: str, alias: str) -> None:
    """Målen är nådda."""
    stage.sips.close(alias, unit=enhet)


@when(
    parsers.parse('{enhet} nekar SIP för {alias:Namn} med skälet "{orsak:Text}"', extra_types=TYPES), converters=CONVERT
)
def refuse(stage: Stage, enhet: str, alias: str, orsak: str) -> None:
    """Enheten dokumenterar varför det inte blir någon SIP."""
    stage.sips.refuse(alias, unit=enhet, reason=orsak)


@when(parsers.parse("{enhet} försöker neka SIP för {alias:Namn} utan skäl", extra_types=TYPES), converters=CONVERT)
def refuse_without(stage: Stage, enhet: str, alias: str) -> None:
    """Ett nej utan skäl."""
    stage.sips.refuse(alias, unit=enhet, reason="")
