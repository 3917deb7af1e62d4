"""Meningar om handläggningen bredvid processen: fast vårdkontakt, parter, brev, felsänt, vidaresänt och avbrott.

Det gäller patientens senaste ärende, i det system där det ligger. Skriv »försöker« när det är meningen att systemet ska
neka.
"""

from __future__ import annotations

from datetime import date, time

from pytest_bdd import given, parsers, when

from steps.definitions.fields import CONVERT, TYPES
from steps.dsl.values import moment
from steps.stage import Stage
from testdata.handling import CareForm
from testdata.model import MessageKind, Need


@given(
    parsers.parse("att {enhet} har utsett en {roll} till fast vårdkontakt för {alias:Namn}", extra_types=TYPES),
    converters=CONVERT,
)
@when(
    parsers.parse("{enhet} utser en {roll} till fast vårdkontakt för {alias:Namn}", extra_types=TYPES),
    converters=CONVERT,
)
@when(
    parsers.parse("{enhet} försöker utse en {roll} till fast vårdkontakt för {alias:Namn}", extra_types=TYPES),
    converters=CONVERT,
)
def name_care_contact(stage: Stage, enhet: str, roll: str, alias: str) -> None:
    """Den som samordnar planeringen i öppenvården; utses av patientens vårdcentral (LUS 2 kap. 5 §)."""
    stage.handling.name_care_contact(alias, unit=enhet, role=roll)


@when(
    parsers.parse("{enhet} låter den fasta vårdkontakten för {alias:Namn} stå kvar", extra_types=TYPES),
    converters=CONVERT,
)
@when(
    parsers.parse("{enhet} försöker låta den fasta vårdkontakten för {alias:Namn} stå kvar", extra_types=TYPES),
    converters=CONVERT,
)
def keep_care_contact(stage: Stage, enhet: str, alias: str) -> None:
    """Den som var fast vårdkontakt i ett tidigare ärende är det också i det här."""
    stage.handling.name_care_contact(alias, unit=enhet, role=None)


@given(parsers.parse("att {alias:Namn} har tackat ja till SIP hos {enhet}", extra_types=TYPES), converters=CONVERT)
@when(parsers.parse("{alias:Namn} tackar ja till SIP hos {enhet}", extra_types=TYPES), converters=CONVERT)
def wants_sip(stage: Stage, alias: str, enhet: str) -> None:
    """Patienten erbjuds en SIP inför utskrivningen och svarar ja; enheten dokumenterar det."""
    stage.handling.answer_sip_offer(alias, unit=enhet, wants=True)


@given(parsers.parse("att {alias:Namn} har tackat nej till SIP hos {enhet}", extra_types=TYPES), converters=CONVERT)
@when(parsers.parse("{alias:Namn} tackar nej till SIP hos {enhet}", extra_types=TYPES), converters=CONVERT)
def declines_sip(stage: Stage, alias: str, enhet: str) -> None:
    """Patienten erbjuds en SIP inför utskrivningen och svarar nej; enheten dokumenterar det."""
    stage.handling.answer_sip_offer(alias, unit=enhet, wants=False)


@given(
    parsers.parse("att {enhet} har bytt {part} för {alias:Namn} till {mottagare}", extra_types=TYPES),
    converters=CONVERT,
)
@when(parsers.parse("{enhet} byter {part} för {alias:Namn} till {mottagare}", extra_types=TYPES), converters=CONVERT)
@when(
    parsers.parse("{enhet} försöker byta {part} för {alias:Namn} till {mottagare}", extra_types=TYPES),
    converters=CONVERT,
)
def replace_party(stage: Stage, enhet: str, part: Need, alias: str, mottagare: str) -> None:
    """En annan enhet tar över partens plats. Det som redan är sänt ändras inte."""
    stage.handling.change_party(alias, unit=enhet, role=part, to=mottagare, beside=False)


@given(
    parsers.parse("att {enhet} har lagt till {mottagare} som {part} för {alias:Namn}", extra_types=TYPES),
    converters=CONVERT,
)
@when(
    parsers.parse("{enhet} lägger till {mottagare} som {part} för {alias:Namn}", extra_types=TYPES), converters=CONVERT
)
@when(
    parsers.parse("{enhet} försöker lägga till {mottagare} som {part} för {alias:Namn}", extra_types=TYPES),
    converters=CONVERT,
)
def add_party(stage: Stage, enhet: str, mottagare: str, part: Need, alias: str) -> None:
    """En enhet till medverkar, bredvid den som redan har platsen."""
    stage.handling.change_party(alias, unit=enhet, role=part, to=mottagare, beside=True)


@given(
    parsers.parse('att {enhet} har avbrutit processen för {alias:Namn} med orsaken "{orsak:Text}"', extra_types=TYPES),
    converters=CONVERT,
)
@when(
    parsers.parse('{enhet} avbryter processen för {alias:Namn} med orsaken "{orsak:Text}"', extra_types=TYPES),
    converters=CONVERT,
)
def interrupt(stage: Stage, enhet: str, alias: str, orsak: str) -> None:
    """Ärendet går sedan bara att läsa."""
    stage.handling.interrupt(alias, unit=enhet, reason=orsak)


@given(
    parsers.parse("att läkaren på {enhet} har skrivit ut {alias:Namn} till {vardform}", extra_types=TYPES),
    converters=CONVERT,
)
@when(
    parsers.parse("läkaren på {enhet} skriver ut {alias:Namn} till {vardform}", extra_types=TYPES), converters=CONVERT
)
def discharge_to(stage: Stage, enhet: str, alias: str, vardform: CareForm) -> None:
    """Öppen psykiatrisk tvångsvård eller öppen rättspsykiatrisk vård: planen blir en samordnad vårdplan."""
    stage.handling.discharge_to(alias, unit=enhet, form=vardform)


@given(
    parsers.parse(
        'att {enhet} har skickat {brev} för {alias:Namn} med texten "{orsak:Text}" den {dag:Dag} {kl:Kl}',
        extra_types=TYPES,
    ),
    converters=CONVERT,
)
@when(
    parsers.parse(
        '{enhet} skickar {brev} för {alias:Namn} med texten "{orsak:Text}" den {dag:Dag} {kl:Kl}', extra_types=TYPES
    ),
    converters=CONVERT,
)
@when(
    parsers.parse(
        '{enhet} försöker skicka {brev} för {alias:Namn} med texten "{orsak:Text}" den {dag:Dag} {kl:Kl}',
        extra_types=TYPES,
    ),
    converters=CONVERT,
)
def write(stage: Stage, enhet: str, brev: MessageKind, alias: str, orsak: str, dag: date, kl: time) -> None:
    """Ett meddelande som någon skriver; det går till de andra parterna i ärendet."""
    stage.handling.write(alias, unit=enhet, kind=brev, text=orsak, at=moment(dag, kl))


@when(
    parsers.parse(
        '{enhet} skickar direktmeddelande till {mottagare} om {alias:Namn} med texten "{orsak:Text}" den {dag:Dag} {kl:Kl}',
        extra_types=TYPES,
    ),
    converters=CONVERT,
)
@when(
    parsers.parse(
        '{enhet} försöker skicka direktmeddelande till {mottagare} om {alias:Namn} med texten "{orsak:Text}" den {dag:Dag} {kl:Kl}',
        extra_types=TYPES,
    ),
    converters=CONVERT,
)
def write_direct(stage: Stage, enhet: str, mottagare: str, alias: str, orsak: str, dag: date, kl: time) -> None:
    """Ett meddelande till en av parterna."""
    kind, at = MessageKind.DIREKTMEDDELANDE, moment(dag, kl)
    stage.handling.write(alias, unit=enhet, kind=kind, text=orsak, at=at, to=mottagare)


@when(
    parsers.parse(
        "läkaren på {enhet} underrättar enligt LPT om att {alias:Namn} är utskrivningsklar den {dag:Dag} {kl:Kl}",
        extra_types=TYPES,
    ),
    converters=CONVERT,
)
def announce_under_lpt(stage: Stage, enhet: str, alias: str, dag: date, kl: time) -> None:
    """Underrättelsen enligt 7 a § tredje stycket LPT."""
    stage.handling.announce_under_lpt(alias, unit=enhet, at=moment(dag, kl))


@when(
    parsers.parse(
        "{enhet} underrättar alla utom {mottagare} om att {alias:Namn} är utskrivningsklar den {dag:Dag} {kl:Kl}",
        extra_types=TYPES,
    ),
    converters=CONVERT,
)
@when(
    parsers.parse(
        "{enhet} försöker underrätta alla utom {mottagare} om att {alias:Namn} är utskrivningsklar den {dag:Dag} {kl:Kl}",
        extra_types=TYPES,
    ),
    converters=CONVERT,
)
def announce_without(stage: Stage, enhet: str, mottagare: str, alias: str, dag: date, kl: time) -> None:
    """Sekretess hindrar att den enheten underrättas; de andra får veta att den inte har fått veta."""
    stage.handling.announce_without(alias, unit=enhet, withheld=mottagare, at=moment(dag, kl))


@given(
    parsers.parse(
        'att {enhet} har återfört {meddelande} för {alias:Namn} som felsänt med orsaken "{orsak:Text}"',
        extra_types=TYPES,
    ),
    converters=CONVERT,
)
@when(
    parsers.parse(
        '{enhet} återför {meddelande} för {alias:Namn} som felsänt med orsaken "{orsak:Text}"', extra_types=TYPES
    ),
    converters=CONVERT,
)
@when(
    parsers.parse(
        '{enhet} försöker återföra {meddelande} för {alias:Namn} som felsänt med orsaken "{orsak:Text}"',
        extra_types=TYPES,
    ),
    converters=CONVERT,
)
def return_message(stage: Stage, enhet: str, meddelande: MessageKind, alias: str, orsak: str) -> None:
    """Meddelandet skulle inte ha kommit hit och går tillbaka till avsändaren."""
    stage.handling.return_message(alias, unit=enhet, kind=meddelande, reason=orsak)


@when(
    parsers.parse("{enhet} vidaresänder {meddelande} för {alias:Namn} till {mottagare}", extra_types=TYPES),
    converters=CONVERT,
)
@when(
    parsers.parse("{enhet} försöker vidaresända {meddelande} för {alias:Namn} till {mottagare}", extra_types=TYPES),
    converters=CONVERT,
)
def forward(stage: Stage, enhet: str, meddelande: MessageKind, alias: str, mottagare: str) -> None:
    """Till en annan enhet i den egna organisationen."""
    stage.handling.forward(alias, unit=enhet, kind=meddelande, to=mottagare)


@given(parsers.parse("att {enhet} har öppnat {meddelande} för {alias:Namn}", extra_types=TYPES), converters=CONVERT)
@when(parsers.parse("{enhet} öppnar {meddelande} för {alias:Namn}", extra_types=TYPES), converters=CONVERT)
def open_message(stage: Stage, enhet: str, meddelande: MessageKind, alias: str) -> None:
    """Någon på enheten läser meddelandet."""
    stage.handling.open_message(alias, unit=enhet, kind=meddelande)
