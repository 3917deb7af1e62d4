"""Defects of what a message says of the patient, and to whom: required content, protection, sekretess, parts."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from harness.defects.defect import Defect, replace
from harness.kernel.document import Person
from harness.systems.pu.policies import SHOWN
from harness.systems.samsa import content as samsa_content
from harness.systems.samsa import policies as samsa
from harness.systems.samvy import details as samvy_details
from harness.systems.samvy import policies as samvy


def _nothing(_content: Mapping[str, str]) -> list[str]:
    return []


def _the_name_alone(content: Mapping[str, str]) -> list[str]:
    return [] if content["Namn"] else ["Namn"]


def _as_it_is(person: Person, _protection: Collection[str]) -> Person:
    return person


def _everybody(units: Sequence[str], _withheld: Collection[str]) -> list[str]:
    return list(units)


def _nobody(_units: Sequence[str], _withheld: Collection[str]) -> list[str]:
    return []


def _never() -> bool:
    return False


def _at_most_ten(units: int) -> bool:
    return units < 10


def list_defects() -> tuple[Defect, ...]:
    return (
        replace(
            samsa_content.LACKS,
            _nothing,
            id="samsa-skickar-utan-uppgifter",
            system="SAMSA",
            krav=("AK-INUT-04",),
            description="SAMSA skickar inskrivningsmeddelandet fast namn eller adress saknas.",
        ),
        replace(
            samvy_details.LACKS,
            _the_name_alone,
            id="samvy-skickar-utan-adress",
            system="Samvy",
            krav=("AK-INUT-04",),
            description="Samvy skickar inskrivningsmeddelandet fast adressen saknas.",
        ),
        replace(
            SHOWN,
            _as_it_is,
            id="pu-visar-skyddad-adress",
            system="Personuppgiftstjänsten",
            krav=("AK-INUT-23", "AK-RES-22"),
            description="PU lämnar ut adressen för den som har skyddad folkbokföring.",
        ),
        replace(
            samsa.WITHHELD,
            _everybody,
            id="samsa-underrattar-trots-sekretess",
            system="SAMSA",
            krav=("AK-INUT-25",),
            description="SAMSA underrättar också den som sekretess hindrar att underrätta.",
        ),
        replace(
            samvy.WITHHELD,
            _nobody,
            id="samvy-underrattar-ingen-vid-sekretess",
            system="Samvy",
            krav=("AK-INUT-25",),
            description="Hindrar sekretess en enhet får ingen veta att patienten är utskrivningsklar.",
        ),
        replace(
            samsa.STARTS_PLANNING,
            _never,
            id="samsa-planeringen-borjar-inte",
            system="SAMSA",
            krav=("AK-INUT-21", "AK-INUT-24"),
            description="Läget i SAMSA ändras inte när mottagaren har kvitterat.",
        ),
        replace(
            samvy.STARTS_PLANNING,
            _never,
            id="samvy-planeringen-borjar-inte",
            system="Samvy",
            krav=("AK-INUT-21", "AK-INUT-24"),
            description="Läget i Samvy ändras inte när mottagaren har kvitterat.",
        ),
        replace(
            samvy.HAS_ROOM,
            _at_most_ten,
            id="samvy-hogst-tio-parter",
            system="Samvy",
            krav=("AK-INUT-22",),
            description="Samvy tar inte fler än tio parter i en vårdplanering.",
        ),
    )
