"""Defects of avvikelser, in Samvy and in the avvikelsesystem."""

from __future__ import annotations

from collections.abc import Collection

from harness.defects.defect import Defect, replace
from harness.systems.avvikelser import policies as there
from harness.systems.avvikelser import wire as there_wire
from harness.systems.samvy.deviations import policies as here
from harness.systems.samvy.deviations.vocabulary import Severity, Shortcoming
from harness.systems.samvy.vocabulary import PostStatus

_SAMVY, _THERE = "Samvy", "Avvikelsesystemet"


def _something(_is_late: bool, _statuses: Collection[PostStatus]) -> Shortcoming:
    return Shortcoming.ANNAT


def _never(*_asked: object) -> bool:
    return False


def _always(*_asked: object) -> bool:
    return True


def _only_letters(shortcoming: Shortcoming) -> bool:
    return shortcoming is Shortcoming.SEN_INSKRIVNING


def _no_letters(shortcoming: Shortcoming) -> bool:
    return shortcoming is not Shortcoming.SEN_INSKRIVNING


def _in_the_order_they_came(_severity: Severity | there_wire.Severity) -> int:
    return 0


def _region_only(part: str) -> bool:
    return part in ("slutenvård", "regional öppenvård")


def list_defects() -> tuple[Defect, ...]:
    return (
        replace(
            here.SUGGESTS,
            _something,
            id="samvy-foreslar-ingen-brist",
            system=_SAMVY,
            krav=("AK-AVV-01",),
            description="Samvy fyller i »annat« vad som än är fel med meddelandet.",
        ),
        replace(
            here.EXPORTS,
            _never,
            id="samvy-exporterar-inga-avvikelser",
            system=_SAMVY,
            krav=("AK-AVV-02",),
            description="Avvikelserna stannar i Samvy och når aldrig avvikelsesystemet.",
        ),
        replace(
            there.IS_NEW,
            _always,
            id="avvikelsesystemet-dubblerar",
            system=_THERE,
            krav=("AK-AVV-02", "AK-INT-14"),
            description="En rapport som kommer två gånger blir två avvikelser.",
        ),
        replace(
            here.PATIENT_RELATED,
            _always,
            id="samvy-tar-emot-avvikelse-utan-patient",
            system=_SAMVY,
            krav=("AK-AVV-03",),
            description="Samvy hänvisar inte det som inte gäller en patient till avvikelsesystemet.",
        ),
        replace(
            here.SEES,
            _only_letters,
            id="samvy-ser-inte-utebliven-information",
            system=_SAMVY,
            krav=("AK-AVV-04",),
            description="Samvy rapporterar inte att utskrivningsinformationen uteblev.",
        ),
        replace(
            here.SEES,
            _no_letters,
            id="samvy-ser-inte-sena-inskrivningsmeddelanden",
            system=_SAMVY,
            krav=("AK-AVV-04", "AK-AVV-08"),
            description="Samvy rapporterar inte att inskrivningsmeddelandet var sent.",
        ),
        replace(
            here.NAMES_SOMEBODY,
            _never,
            id="samvy-later-avvikelser-peka-ut",
            system=_SAMVY,
            krav=("AK-AVV-05",),
            description="Samvy tar emot en beskrivning som nämner en medarbetare.",
        ),
        replace(
            there.NAMES_SOMEBODY,
            _never,
            id="avvikelsesystemet-later-peka-ut",
            system=_THERE,
            krav=("AK-AVV-05",),
            description="Avvikelsesystemet tar emot en beskrivning som nämner en medarbetare.",
        ),
        replace(
            here.PRIORITY,
            _in_the_order_they_came,
            id="samvy-prioriterar-inte-avvikelser",
            system=_SAMVY,
            krav=("AK-AVV-06",),
            description="Samvy listar avvikelserna i den ordning de hände, hur allvarliga de än är.",
        ),
        replace(
            there.PRIORITY,
            _in_the_order_they_came,
            id="avvikelsesystemet-prioriterar-inte",
            system=_THERE,
            krav=("AK-AVV-06",),
            description="Avvikelsesystemet listar rapporterna i den ordning de hände, hur allvarliga de än är.",
        ),
        replace(
            there.MAY_REPORT,
            _region_only,
            id="avvikelsesystemet-bara-regionen",
            system=_THERE,
            krav=("AK-AVV-07",),
            description="Bara regionens medarbetare kan rapportera.",
        ),
        replace(
            here.COEXISTENCE,
            _never,
            id="samvy-marker-inte-samexistens",
            system=_SAMVY,
            krav=("AK-AVV-08",),
            description="Avvikelsen märks inte samexistens fast systemen sa olika.",
        ),
        replace(
            here.COEXISTENCE,
            _always,
            id="samvy-marker-allt-samexistens",
            system=_SAMVY,
            krav=("AK-AVV-08",),
            description="Varje avvikelse märks samexistens, också den som bara rör Samvy.",
        ),
    )
