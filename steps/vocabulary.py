"""What each field of our sentences may hold, as its author is told.

How the words become values is in :mod:`steps.dsl.values`; here is what one can write, for the catalogue
and for guessing which sentence somebody meant.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum

from steps.dsl import handling_values, reasons, values
from steps.valuekinds import Field, ValueKind
from testdata.deviations import Shortcoming
from testdata.handling import CareForm, Remark
from testdata.identity.value import Kind
from testdata.links import LinkEnd
from testdata.model import CaseState, Need, System
from testdata.organisation.enheter import units
from testdata.organisation.kommuner import kommuner
from testdata.registered import Referring
from testdata.sip import Consenting, Gap, MeetingForm, Requesting, SipState


def field(name: str) -> Field:
    """The field called *name*. A field that nobody has described is free text."""
    return FIELDS.get(name) or Field(name=name, kind=ValueKind.TEXT, allowed="fri text", example="text")


def _units() -> Sequence[str]:
    return [unit.name for unit in units()]


def _kommuner() -> Sequence[str]:
    return [kommun.namn for kommun in kommuner()]


def _of(kind: type[StrEnum]) -> Callable[[], Sequence[str]]:
    return lambda: [member.value for member in kind]


_UNIT = "en enhet: ett sjukhus som `SÄS`, en vårdcentral som `VC Borås`, eller kommunens som `Borås hemsjukvård`"
_LINK = "ett av systemen, också de runt omkring: `PU`, `Millenniumenheter`, `Avvikelsesystemet`, `Melior`"
_DAY = "en dag, skriven ÅÅÅÅ-MM-DD"
_LISTED: tuple[Field, ...] = (
    Field(
        name="alias",
        kind=ValueKind.NAME,
        allowed="ett förnamn; samma namn är samma person genom hela scenariot",
        example="Astrid",
    ),
    Field(name="huvud", kind=ValueKind.NAME, allowed="ett förnamn: den hon visar sig vara", example="Astrid"),
    Field(
        name="person",
        kind=ValueKind.NAME,
        allowed="ett förnamn ur personkatalogen, `docs/personer.html`",
        example="Greta",
    ),
    Field(
        name="urval",
        kind=ValueKind.WANTED,
        allowed="»över N år«, »under N år«, »mellan N och M år«, »född ÅÅÅÅ«, »kvinna«, »man«, »i KOMMUN«, "
        "»med EGENSKAP och EGENSKAP«, »utan EGENSKAP«, i valfri ordning; egenskaperna står i personkatalogen",
        example="över 80 år i Mark med skyddad folkbokföring",
    ),
    Field(
        name="kommun",
        kind=ValueKind.KOMMUN,
        allowed="en av de 49 kommunerna i Västra Götaland",
        example="Borås",
        words=_kommuner,
    ),
    Field(name="enhet", kind=ValueKind.UNIT, allowed=_UNIT, example="SÄS", words=_units),
    Field(name="sjukhus", kind=ValueKind.UNIT, allowed=_UNIT, example="SÄS", words=_units),
    Field(name="avsandare", kind=ValueKind.UNIT, allowed=_UNIT, example="SÄS", words=_units),
    Field(name="system", kind=ValueKind.SYSTEM, allowed="ett av systemen", example="SAMSA", words=_of(System)),
    Field(name="fran", kind=ValueKind.SYSTEM, allowed=_LINK, example="SAMSA", words=_of(LinkEnd)),
    Field(name="till", kind=ValueKind.SYSTEM, allowed=_LINK, example="Samvy", words=_of(LinkEnd)),
    Field(
        name="antal",
        kind=ValueKind.COUNT,
        allowed="»inget meddelande«, »ett meddelande« eller »2 meddelanden«",
        example="ett meddelande",
    ),
    Field(name="dag", kind=ValueKind.DAY, allowed=_DAY, example="2022-02-07"),
    Field(name="utskrivning", kind=ValueKind.DAY, allowed=_DAY, example="2022-02-14"),
    Field(name="driftstart", kind=ValueKind.DAY, allowed=_DAY, example="2022-04-05"),
    Field(
        name="kl", kind=ValueKind.CLOCK, allowed="ett klockslag, svensk tid, som `08.00` eller `08:00`", example="08.00"
    ),
    Field(
        name="tid",
        kind=ValueKind.DURATION,
        allowed="en tid, som `25 minuter`, `1 timme och 5 minuter` eller `3 dygn`",
        example="1 timme",
    ),
    Field(name="dygn", kind=ValueKind.NUMBER, allowed="ett heltal", example="3"),
    Field(name="grupp", kind=ValueKind.NUMBER, allowed="ett heltal", example="2"),
    Field(
        name="behov",
        kind=ValueKind.NEEDS,
        allowed="en eller flera insatser, med komma och »och« emellan",
        example="socialtjänst",
        words=_of(Need),
    ),
    Field(
        name="meddelande",
        kind=ValueKind.MESSAGE,
        allowed="ett av meddelandena, i bestämd form",
        example="inskrivningsmeddelandet",
        words=values.message_words,
    ),
    Field(
        name="lage",
        kind=ValueKind.STATE,
        allowed="ett av ärendets lägen",
        example="Planering pågår",
        words=_of(CaseState),
    ),
    Field(name="roll", kind=ValueKind.ROLE, allowed="en roll", example="sjuksköterska", words=values.role_words),
    Field(name="mottagare", kind=ValueKind.UNIT, allowed=_UNIT, example="VC Borås", words=_units),
    Field(name="granskare", kind=ValueKind.UNIT, allowed=_UNIT, example="SÄS", words=_units),
    Field(
        name="part",
        kind=ValueKind.NEEDS,
        allowed="en av parterna",
        example="kommunal hälso- och sjukvård",
        words=_of(Need),
    ),
    Field(
        name="brev",
        kind=ValueKind.LETTER,
        allowed="ett meddelande som någon skriver",
        example="planeringsmeddelande",
        words=handling_values.letter_words,
    ),
    Field(
        name="vardform",
        kind=ValueKind.CARE_FORM,
        allowed="en av vårdformerna",
        example="öppen psykiatrisk tvångsvård",
        words=_of(CareForm),
    ),
    Field(
        name="planform",
        kind=ValueKind.PLAN,
        allowed="en av planerna",
        example="SIP",
        words=handling_values.plan_words,
    ),
    Field(
        name="anmarkning",
        kind=ValueKind.REMARK,
        allowed="en av ärendets varningar och avvikelser",
        example="utskriven utan fast vårdkontakt",
        words=_of(Remark),
    ),
    Field(
        name="leverans",
        kind=ValueKind.DELIVERY,
        allowed="hur långt meddelandet har kommit",
        example="läst",
        words=handling_values.delivered_words,
    ),
    Field(
        name="fil",
        kind=ValueKind.FILE,
        allowed="»en pdf-fil«, »en pdf-fil på 11 MB«, »en pdf-fil på 10 MB och en byte«, »en exe-fil«, "
        "»ett program som kallas pdf« eller »en fil med skadlig kod som kallas pdf«; pdf, jpg, png eller docx",
        example="en pdf-fil",
        words=handling_values.file_words,
    ),
    Field(
        name="vad",
        kind=ValueKind.READ,
        allowed="vad som har lästs, som det står i loggen",
        example="ärenden",
        words=handling_values.read_words,
    ),
    Field(
        name="brist",
        kind=ValueKind.SHORTCOMING,
        allowed="vad avvikelsen gäller",
        example="sent inskrivningsmeddelande",
        words=_of(Shortcoming),
    ),
    Field(
        name="kallade",
        kind=ValueKind.UNITS,
        allowed="en eller flera enheter, med komma och »och« emellan",
        example="Borås socialtjänst och VC Borås",
    ),
    Field(
        name="siplage", kind=ValueKind.SIP_STATE, allowed="ett av lägena för SIP", example="Kallad", words=_of(SipState)
    ),
    Field(
        name="motesform",
        kind=ValueKind.MEETING_FORM,
        allowed="hur mötet hålls",
        example="videomöte",
        words=_of(MeetingForm),
    ),
    Field(
        name="samtyckande",
        kind=ValueKind.CONSENTING,
        allowed="den som svarar om samtycke",
        example="patienten",
        words=_of(Consenting),
    ),
    Field(
        name="begarande",
        kind=ValueKind.REQUESTING,
        allowed="den som begär en SIP",
        example="en närstående",
        words=_of(Requesting),
    ),
    Field(name="lucka", kind=ValueKind.GAP, allowed="det som planen saknar", example="insatser", words=_of(Gap)),
    Field(name="nummerslag", kind=ValueKind.NUMBER_KIND, allowed="ett slag", example="personnummer", words=_of(Kind)),
    Field(
        name="hanvisning",
        kind=ValueKind.REFERRING,
        allowed="hur det gamla och det nya numret hör ihop",
        example="och numren hänvisar till varandra",
        words=_of(Referring),
    ),
    Field(name="nummer", kind=ValueKind.TEXT, allowed="ett nummer, som det är skrivet", example="19810829M071"),
    Field(name="orsak", kind=ValueKind.TEXT, allowed="fri text", example="patienten har flyttat"),
    Field(
        name="skal",
        kind=ValueKind.REASON,
        allowed="ett av skälen",
        example="ärendet hör till Samvy",
        words=reasons.reason_words,
    ),
)
FIELDS: Mapping[str, Field] = {listed.name: listed for listed in _LISTED}
"""Every described field by its name, in the order in which the handbook shows them."""
