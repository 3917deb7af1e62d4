"""Meningar om avvikelser i samverkan: rapporterna i Samvy, och det som når avvikelsesystemet.

Samvy rapporterar en del själv. Den som rapporterar för hand börjar i ett meddelande, och Samvy fyller i ärende, motpart, tid
och brist. Avvikelsesystemet är regionens och kommunernas; dit når också den som inte arbetar i Samvy, med SITHS-kort.
"""

from __future__ import annotations

from datetime import date, time

from pytest_bdd import given, parsers, then, when

from steps.definitions.fields import CONVERT, TYPES
from steps.dsl.deviations import THERE
from steps.dsl.reasons import Reason
from steps.dsl.values import moment
from steps.stage import Stage
from testdata.deviations import Severity, Shortcoming
from testdata.model import MessageKind, System


@given(
    parsers.parse(
        'att {enhet} har rapporterat en avvikelse om {meddelande} för {alias:Namn} med texten "{orsak:Text}"',
        extra_types=TYPES,
    ),
    converters=CONVERT,
)
@when(
    parsers.parse(
        '{enhet} rapporterar en avvikelse om {meddelande} för {alias:Namn} med texten "{orsak:Text}"', extra_types=TYPES
    ),
    converters=CONVERT,
)
@when(
    parsers.parse(
        '{enhet} försöker rapportera en avvikelse om {meddelande} för {alias:Namn} med texten "{orsak:Text}"',
        extra_types=TYPES,
    ),
    converters=CONVERT,
)
def report(stage: Stage, enhet: str, meddelande: MessageKind, alias: str, orsak: str) -> None:
    """Rapporten börjar i meddelandet, i Samvy; texten säger vad som hände, inte vem som gjorde det."""
    stage.deviations.report(alias, unit=enhet, kind=meddelande, text=orsak)


@given(
    parsers.parse(
        'att {enhet} har rapporterat avvikelsen "{brist}" om {meddelande} för {alias:Namn} med texten "{orsak:Text}"',
        extra_types=TYPES,
    ),
    converters=CONVERT,
)
@when(
    parsers.parse(
        '{enhet} rapporterar avvikelsen "{brist}" om {meddelande} för {alias:Namn} med texten "{orsak:Text}"',
        extra_types=TYPES,
    ),
    converters=CONVERT,
)
def report_as(stage: Stage, enhet: str, brist: Shortcoming, meddelande: MessageKind, alias: str, orsak: str) -> None:
    """Som ovan, men den som rapporterar väljer själv vad som brast."""
    stage.deviations.report(alias, unit=enhet, kind=meddelande, text=orsak, shortcoming=brist)


@when(
    parsers.parse('{enhet} försöker rapportera en avvikelse utan patient med texten "{orsak:Text}"', extra_types=TYPES),
    converters=CONVERT,
)
def report_without_patient(stage: Stage, enhet: str, orsak: str) -> None:
    """Någon vill rapportera i Samvy något som inte gäller en vårdplanering."""
    stage.deviations.report_without_patient(unit=enhet, text=orsak)


@given(
    parsers.parse(
        'att {enhet} har rapporterat i avvikelsesystemet om {mottagare} med texten "{orsak:Text}"', extra_types=TYPES
    ),
    converters=CONVERT,
)
@when(
    parsers.parse(
        '{enhet} rapporterar i avvikelsesystemet om {mottagare} med texten "{orsak:Text}"', extra_types=TYPES
    ),
    converters=CONVERT,
)
@when(
    parsers.parse(
        '{enhet} försöker rapportera i avvikelsesystemet om {mottagare} med texten "{orsak:Text}"', extra_types=TYPES
    ),
    converters=CONVERT,
)
def report_there(stage: Stage, enhet: str, mottagare: str, orsak: str) -> None:
    """Den som brukar sköta meddelanden på enheten rapporterar med sitt SITHS-kort."""
    stage.deviations.report_there(unit=enhet, about=mottagare, text=orsak)


@given(
    parsers.parse(
        'att {enhet} har rapporterat en allvarlig avvikelse i avvikelsesystemet om {mottagare} med texten "{orsak:Text}"',
        extra_types=TYPES,
    ),
    converters=CONVERT,
)
@when(
    parsers.parse(
        '{enhet} rapporterar en allvarlig avvikelse i avvikelsesystemet om {mottagare} med texten "{orsak:Text}"',
        extra_types=TYPES,
    ),
    converters=CONVERT,
)
def report_grave(stage: Stage, enhet: str, mottagare: str, orsak: str) -> None:
    """Rapporten har den högsta graden av allvar."""
    stage.deviations.report_there(unit=enhet, about=mottagare, text=orsak, severity=Severity.HOG)


@when(
    parsers.parse(
        "{enhet} försöker rapportera i avvikelsesystemet om {mottagare} med fel legitimeringskod", extra_types=TYPES
    ),
    converters=CONVERT,
)
def report_with_wrong_code(stage: Stage, enhet: str, mottagare: str) -> None:
    """Kortets kod stämmer inte."""
    stage.deviations.report_there(unit=enhet, about=mottagare, text="Det dröjde.", has_right_code=False)


@then(parsers.parse('har Samvy själv rapporterat "{brist}" för {alias:Namn}', extra_types=TYPES), converters=CONVERT)
def seen(stage: Stage, brist: Shortcoming, alias: str) -> None:
    """Samvy har märkt bristen och gjort en rapport, en enda."""
    stage.deviations.expect_seen(alias, brist, there=True)


@then(parsers.parse('har Samvy inte rapporterat "{brist}" för {alias:Namn}', extra_types=TYPES), converters=CONVERT)
def not_seen(stage: Stage, brist: Shortcoming, alias: str) -> None:
    """Samvy har inte gjort någon egen rapport om den bristen."""
    stage.deviations.expect_seen(alias, brist, there=False)


@then(
    parsers.parse(
        'gäller avvikelsen "{brist}" för {alias:Namn} {mottagare}, som det var den {dag:Dag} {kl:Kl}', extra_types=TYPES
    ),
    converters=CONVERT,
)
def about(stage: Stage, brist: Shortcoming, alias: str, mottagare: str, dag: date, kl: time) -> None:
    """Rapporten är ifylld med patientens ärende, motpart, tid och brist."""
    stage.deviations.expect_about(alias, brist, counterpart=mottagare, at=moment(dag, kl))


@then(
    parsers.parse('har {enhet} avvikelsen "{brist}" för {alias:Namn} en gång i avvikelsesystemet', extra_types=TYPES),
    converters=CONVERT,
)
def exported(stage: Stage, enhet: str, brist: Shortcoming, alias: str) -> None:
    """Rapporten har kommit fram, och är en avvikelse hur många gånger den än kom."""
    stage.deviations.expect_exported(alias, brist, unit=enhet, there=True)


@then(
    parsers.parse('saknar {enhet} avvikelsen "{brist}" för {alias:Namn} i avvikelsesystemet', extra_types=TYPES),
    converters=CONVERT,
)
def not_exported(stage: Stage, enhet: str, brist: Shortcoming, alias: str) -> None:
    """Rapporten har inte kommit fram."""
    stage.deviations.expect_exported(alias, brist, unit=enhet, there=False)


@then(
    parsers.parse('är avvikelsen "{brist}" för {alias:Namn} märkt samexistens', extra_types=TYPES), converters=CONVERT
)
def coexistence(stage: Stage, brist: Shortcoming, alias: str) -> None:
    """Märket står i Samvy och följer med till avvikelsesystemet."""
    stage.deviations.expect_coexistence(alias, brist, is_marked=True)


@then(
    parsers.parse('är avvikelsen "{brist}" för {alias:Namn} inte märkt samexistens', extra_types=TYPES),
    converters=CONVERT,
)
def no_coexistence(stage: Stage, brist: Shortcoming, alias: str) -> None:
    """Avvikelsen finns, utan märket."""
    stage.deviations.expect_coexistence(alias, brist, is_marked=False)


@then(
    parsers.parse("listas avvikelserna hos {enhet} i Samvy med de allvarligaste först", extra_types=TYPES),
    converters=CONVERT,
)
def ordered_in_samvy(stage: Stage, enhet: str) -> None:
    """Listan har minst två grader, och ingen allvarligare kommer efter en lindrigare."""
    stage.deviations.expect_order(enhet, in_samvy=True)


@then(
    parsers.parse("listas avvikelserna hos {enhet} i avvikelsesystemet med de allvarligaste först", extra_types=TYPES),
    converters=CONVERT,
)
def ordered_there(stage: Stage, enhet: str) -> None:
    """Listan har minst två grader, och ingen allvarligare kommer efter en lindrigare."""
    stage.deviations.expect_order(enhet, in_samvy=False)


@then(parsers.parse("nämner avvikelserna hos {enhet} ingen medarbetare", extra_types=TYPES), converters=CONVERT)
def nobody_named(stage: Stage, enhet: str) -> None:
    """Varken namn eller HSA-id på någon vid de berörda enheterna står i rapporterna."""
    stage.deviations.expect_nobody_named(enhet)


@then(
    parsers.parse('har {enhet} rapporten "{orsak:Text}" om {mottagare} i avvikelsesystemet', extra_types=TYPES),
    converters=CONVERT,
)
def report_is_there(stage: Stage, enhet: str, orsak: str, mottagare: str) -> None:
    """Avvikelsesystemet visar enheten rapporten."""
    stage.deviations.expect_report_there(orsak, unit=enhet, about=mottagare)


@then(parsers.parse("nekas {enhet} i avvikelsesystemet, eftersom {skal}", extra_types=TYPES), converters=CONVERT)
def refused_there(stage: Stage, enhet: str, skal: Reason) -> None:
    """Avvikelsesystemet tog inte emot rapporten."""
    stage.deviations.expect_refused(THERE, enhet, codes=skal.codes, reason=skal.text)


@then(
    parsers.parse("hänvisas {enhet} från Samvy till avvikelsesystemet, eftersom {skal}", extra_types=TYPES),
    converters=CONVERT,
)
def referred(stage: Stage, enhet: str, skal: Reason) -> None:
    """Samvy tog inte emot rapporten."""
    stage.deviations.expect_refused(System.SAMVY, enhet, codes=skal.codes, reason=skal.text)
