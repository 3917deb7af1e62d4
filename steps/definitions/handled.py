"""Meningar om vad handläggningen har lett till: vårdkontakt, parter, anmärkningar, återfört och sändlista."""

from __future__ import annotations

from pytest_bdd import parsers, then

from steps.definitions.fields import CONVERT, TYPES
from steps.stage import Stage
from testdata.handling import Remark
from testdata.model import DeliveryState, MessageKind, System


@then(
    parsers.parse("är en {roll} på {enhet} fast vårdkontakt för {alias:Namn} i {system:Ord}", extra_types=TYPES),
    converters=CONVERT,
)
def care_contact(stage: Stage, roll: str, enhet: str, alias: str, system: System) -> None:
    """Ärendet visar vem som är fast vårdkontakt, och på vilken enhet."""
    stage.handled.expect_care_contact(alias, system, unit=enhet, role=roll)


@then(parsers.parse("har {alias:Namn} ingen fast vårdkontakt i {system:Ord}", extra_types=TYPES), converters=CONVERT)
def no_care_contact(stage: Stage, alias: str, system: System) -> None:
    """Ärendet visar ingen fast vårdkontakt."""
    stage.handled.expect_no_care_contact(alias, system)


@then(
    parsers.parse('är ärendet för {alias:Namn} märkt "{anmarkning}" i {system:Ord}', extra_types=TYPES),
    converters=CONVERT,
)
def remarked(stage: Stage, alias: str, anmarkning: Remark, system: System) -> None:
    """Ärendet visar varningen eller avvikelsen."""
    stage.handled.expect_remark(alias, system, anmarkning, there=True)


@then(
    parsers.parse('är ärendet för {alias:Namn} inte märkt "{anmarkning}" i {system:Ord}', extra_types=TYPES),
    converters=CONVERT,
)
def not_remarked(stage: Stage, alias: str, anmarkning: Remark, system: System) -> None:
    """Ärendet finns, och visar inte varningen eller avvikelsen."""
    stage.handled.expect_remark(alias, system, anmarkning, there=False)


@then(
    parsers.parse("är planen efter utskrivningen en {planform} för {alias:Namn} i {system:Ord}", extra_types=TYPES),
    converters=CONVERT,
)
def plan_form(stage: Stage, planform: str, alias: str, system: System) -> None:
    """Vilket slags plan som patienten får efter utskrivningen."""
    stage.handled.expect_plan(alias, system, planform)


@then(
    parsers.parse("visar {system:Ord} att {alias:Namn} har tackat ja till SIP", extra_types=TYPES), converters=CONVERT
)
def said_yes(stage: Stage, system: System, alias: str) -> None:
    """Svaret på erbjudandet står i ärendet."""
    stage.handled.expect_sip_answer(alias, system, wants=True)


@then(
    parsers.parse("visar {system:Ord} att {alias:Namn} har tackat nej till SIP", extra_types=TYPES), converters=CONVERT
)
def said_no(stage: Stage, system: System, alias: str) -> None:
    """Svaret på erbjudandet står i ärendet."""
    stage.handled.expect_sip_answer(alias, system, wants=False)


@then(parsers.parse("är {enhet} part i ärendet för {alias:Namn} i {system:Ord}", extra_types=TYPES), converters=CONVERT)
def is_party(stage: Stage, enhet: str, alias: str, system: System) -> None:
    """Enheten medverkar."""
    stage.handled.expect_party(alias, system, enhet, is_part=True)


@then(
    parsers.parse("står {enhet} utanför ärendet för {alias:Namn} i {system:Ord}", extra_types=TYPES),
    converters=CONVERT,
)
def is_no_party(stage: Stage, enhet: str, alias: str, system: System) -> None:
    """Ärendet finns, och enheten medverkar inte."""
    stage.handled.expect_party(alias, system, enhet, is_part=False)


@then(
    parsers.parse(
        'ser {avsandare} att {enhet} har återfört {meddelande} för {alias:Namn} med orsaken "{orsak:Text}"',
        extra_types=TYPES,
    ),
    converters=CONVERT,
)
def returned(stage: Stage, avsandare: str, enhet: str, meddelande: MessageKind, alias: str, orsak: str) -> None:
    """Det återförda ligger hos avsändaren, med vem som återförde det och varför."""
    stage.handled.expect_returned(alias, sender=avsandare, unit=enhet, kind=meddelande, reason=orsak)


@then(
    parsers.parse(
        "står det i sändlistan för {alias:Namn} att {enhet} har vidaresänt till {mottagare}", extra_types=TYPES
    ),
    converters=CONVERT,
)
def in_history_forwarded(stage: Stage, alias: str, enhet: str, mottagare: str) -> None:
    """Sändlistan har en rad om vidaresändningen."""
    stage.handled.expect_in_history(alias, what="vidaresänt", unit=enhet, to=mottagare)


@then(
    parsers.parse("står det i sändlistan för {alias:Namn} att {enhet} har felsänt tillbaka", extra_types=TYPES),
    converters=CONVERT,
)
def in_history_returned(stage: Stage, alias: str, enhet: str) -> None:
    """Sändlistan har en rad om att enheten har återfört något som felsänt."""
    stage.handled.expect_in_history(alias, what="felsänt", unit=enhet)


@then(
    parsers.parse("är {meddelande} för {alias:Namn} {leverans} hos {enhet} i {system:Ord}", extra_types=TYPES),
    converters=CONVERT,
)
def delivery_state(
    stage: Stage, meddelande: MessageKind, alias: str, leverans: DeliveryState, enhet: str, system: System
) -> None:
    """Hur långt meddelandet har kommit hos mottagaren, som avsändaren ser det."""
    stage.handled.expect_delivery(alias, system, meddelande, enhet, leverans)
