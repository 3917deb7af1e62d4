"""Meningar om patienter, klockan och planen.

De beskriver läget innan något händer. Dag och klockslag för den första händelsen bestämmer när scenariot börjar.
"""

from __future__ import annotations

from datetime import date, time, timedelta

from pytest_bdd import given, parsers, when

from steps.definitions.fields import CONVERT, TYPES
from steps.dsl.cast import CHOSEN
from steps.dsl.values import moment
from steps.stage import Stage
from testdata.people.personas.wanted import Wanted


@given(parsers.parse("patienten {alias:NyttNamn} från {kommun}", extra_types=TYPES), converters=CONVERT)
def introduce_patient(stage: Stage, alias: str, kommun: str) -> None:
    """Inför en syntetisk patient som är folkbokförd i kommunen och listad på dess vårdcentral."""
    stage.cast.introduce(alias, kommun)


@given(parsers.parse("en patient {urval:Urval}", extra_types=TYPES), converters=CONVERT)
def choose_patient(stage: Stage, urval: Wanted) -> None:
    """Väljer någon ur personkatalogen som beskrivningen stämmer på. Hon heter sedan »patienten« i stegen."""
    stage.cast.choose(CHOSEN, urval)


@given(parsers.parse("att {alias:NyttNamn} är en patient {urval:Urval}", extra_types=TYPES), converters=CONVERT)
def choose_patient_by_name(stage: Stage, alias: str, urval: Wanted) -> None:
    """Väljer någon ur personkatalogen som beskrivningen stämmer på, och ger henne ett namn i scenariot."""
    stage.cast.choose(alias, urval)


@given(parsers.parse("{person:NyttNamn} ur personkatalogen", extra_types=TYPES), converters=CONVERT)
def introduce_persona(stage: Stage, person: str) -> None:
    """Inför den i personkatalogen som heter så."""
    stage.cast.introduce_persona(person)


@given(parsers.parse("att {alias:Namn} är listad på {enhet}", extra_types=TYPES), converters=CONVERT)
def list_patient(stage: Stage, alias: str, enhet: str) -> None:
    """Patienten är listad på en annan vårdcentral än kommunens första."""
    stage.cast.list_at(alias, enhet)


@given(parsers.parse("att {alias:Namn} saknar folkbokföringsadress", extra_types=TYPES), converters=CONVERT)
def without_address(stage: Stage, alias: str) -> None:
    """Personuppgiftstjänsten har ingen adress, som för den som är utan fast bostad."""
    stage.cast.hide(alias, "adress")


@given(parsers.parse("att {alias:Namn} saknar namn", extra_types=TYPES), converters=CONVERT)
def without_name(stage: Stage, alias: str) -> None:
    """Personuppgiftstjänsten har inget namn, som för den som ännu inte är identifierad."""
    stage.cast.hide(alias, "namn")


@given(parsers.parse("att {alias:Namn} har fått skyddad folkbokföring", extra_types=TYPES), converters=CONVERT)
@when(parsers.parse("{alias:Namn} får skyddad folkbokföring", extra_types=TYPES), converters=CONVERT)
def protect(stage: Stage, alias: str) -> None:
    """Från nu lämnar personuppgiftstjänsten ut den särskilda postadressen i stället för adressen."""
    stage.cast.protect(alias, "skyddad folkbokföring")


@given(parsers.parse("att klockan är {kl:Klockslag} den {dag:Dag}", extra_types=TYPES), converters=CONVERT)
@when(parsers.parse("klockan blir {kl:Klockslag} den {dag:Dag}", extra_types=TYPES), converters=CONVERT)
def move_clock(stage: Stage, kl: time, dag: date) -> None:
    """Ställer scenariots klocka; allt som skulle ha hänt däremellan händer."""
    stage.world.move_clock(moment(dag, kl))


@when(parsers.parse("{tid:Tid} går", extra_types=TYPES), converters=CONVERT)
def let_time_pass(stage: Stage, tid: timedelta) -> None:
    """Ställer fram klockan; allt som skulle ha hänt däremellan händer."""
    stage.world.let_pass(tid)


@given(parsers.parse("att {enhet} ingår i primärvårdsgrupp {grupp:d}"), converters=CONVERT)
def place_in_group(stage: Stage, enhet: str, grupp: int) -> None:
    """Vilken vårdcentral som ingår i vilken grupp är inte beslutat, så scenariot säger det."""
    stage.rollout.place_in_group(enhet, grupp)


@given(parsers.parse("att {kommun} driftsätter Samvy först den {dag:Dag}", extra_types=TYPES), converters=CONVERT)
def delay_kommun(stage: Stage, kommun: str, dag: date) -> None:
    """Kommunens driftsättning avviker från områdets."""
    stage.rollout.delay_kommun(kommun, dag)
